"""What the search of each language looks in: texts in force and to come, and apart from them the earlier versions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from macros.locales import Translator, translator
from macros.terms.formats import written_date
from macros.terms.model import Text, Version
from macros.terms.names import SEARCH
from macros.terms.pages.card import Card
from macros.terms.pages.model import Asset, Index
from macros.terms.pages.search_words import search_words
from macros.terms.pages.shelf import Shelf
from macros.terms.render.index_page import index_file, index_page
from macros.terms.search.exact import shards
from macros.terms.search.index_pages import index_pages
from macros.terms.search.model import FiledText, IndexPage
from macros.terms.search.synonyms import Marker
from macros.terms.search.vocabulary import vocabulary
from macros.terms.status import periods

# What a search looks in unless the reader asks for earlier versions too.
CURRENT = frozenset({"in-force", "upcoming"})
# What a script is told of the indexes: the languages that have one, and those that have one of earlier versions.
INDEXED = ("indexed", "earlier")

Clauses = Mapping[tuple[str, bool], Sequence[IndexPage]]
"""The clauses of a document's published texts, by language and by whether the texts are earlier ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What is to be indexed, and the files that the search reads beside the indexes.

    clauses: of the texts in force and to come, by language.
    """

    clauses: Mapping[str, Sequence[IndexPage]]
    indexes: tuple[Index, ...]
    assets: tuple[Asset, ...]


def filed_texts(shelf: Shelf, language: str, *, earlier: bool) -> Iterator[tuple[Text, FiledText]]:
    """The published texts of a language: those that count or will, or the earlier ones."""
    for version in shelf.document.versions:
        text = version.text(language)
        if text and (shelf.status(version) not in CURRENT) is earlier:
            yield text, _filed(shelf, version, text)


def clauses(shelf: Shelf) -> Clauses:
    """What a document has for the search."""
    return {
        (language, earlier): tuple(
            page
            for text, filed in filed_texts(shelf, language, earlier=earlier)
            for page in index_pages(shelf.readings[text.path].tree, filed)
        )
        for language in shelf.languages
        for earlier in (False, True)
    }


def searched(
    documents: Sequence[tuple[Card, Clauses]],
    languages: Sequence[str],
    synonyms: Mapping[str, Sequence[Sequence[str]]],
) -> Searched:
    """The indexes of every language that a published text is in, the earlier versions in one of their own."""
    indexes: list[Index] = []
    current: dict[str, Sequence[IndexPage]] = {}
    assets: list[Asset] = []
    for language in languages:
        groups = synonyms.get(language, ())
        for merged in (False, True):
            address = f"{SEARCH}/{language}/{'archive/' if merged else ''}"
            pages = [page for _, found in documents for page in found[language, merged]]
            if pages:
                indexes.append(Index(language=language, address=address, merged=merged, pages=_rendered(pages, groups)))
                filed = [text for card, _ in documents for text in card.filed[language, merged]]
                assets.append(_json(f"{address}texts.json", _listed(filed)))
                assets += _look_ups(address, pages, () if merged else groups)
            if pages and not merged:
                assets.append(_json(f"{address}vocabulary.json", vocabulary(pages)))
                current[language] = pages
    assets += (_json(f"{SEARCH}/{each}/words.json", _words(languages, each, indexes)) for each in languages)
    return Searched(clauses=current, indexes=tuple(indexes), assets=tuple(assets))


def _words(languages: Sequence[str], language: str, indexes: Sequence[Index]) -> Mapping[str, object]:
    """The words of the search, and the languages that have an index, or one of earlier versions."""
    found = {name: [each.language for each in indexes if each.merged is (name == "earlier")] for name in INDEXED}
    return {**search_words(languages, language), **found}


def _rendered(pages: Sequence[IndexPage], groups: Sequence[Sequence[str]]) -> dict[str, str]:
    marker = Marker(groups)
    return {index_file(page): index_page(page, marker) for page in pages}


def _filed(shelf: Shelf, version: Version, text: Text) -> FiledText:
    return FiledText(
        language=text.language,
        document=shelf.document.id,
        version=version.name,
        status=shelf.status(version),
        title=text.front.title,
        publisher=shelf.publisher,
        kind=shelf.document.kind,
        standing=_standing(shelf, version, translator(text.language), text.language),
    )


def _standing(shelf: Shelf, version: Version, say: Translator, language: str) -> str:
    """What a result says of a version that is not in force: that it is to come, or when it was; "" where it is."""
    status = shelf.status(version)
    if status == "in-force":
        return ""
    if status == "upcoming":
        return say("Not yet in force: takes effect on {date}", date=written_date(version.day, language=language))
    spans = [
        say(
            "from {since} to {until}",
            since=written_date(each.since, language=language),
            until=written_date(each.until, language=language),
        )
        for each in periods(shelf.document)
        if each.version == version.name and each.until
    ]
    if not spans:
        return say("Version {version}, never in force", version=version.name)
    return say("Version {version}, in force {periods}", version=version.name, periods=say(", ").join(spans))


def _listed(texts: Sequence[FiledText]) -> Mapping[str, object]:
    """The texts of an index by document: what results and filters call them."""
    documents: dict[str, dict[str, object]] = {}
    for document, versions in groupby(texts, attrgetter("document")):
        filed = list(versions)
        documents[document] = {
            "title": filed[-1].title,
            "publisher": filed[-1].publisher,
            "kind": filed[-1].kind,
            "versions": {each.version: {"status": each.status, "standing": each.standing} for each in filed},
        }
    return documents


def _look_ups(address: str, pages: Sequence[IndexPage], groups: Sequence[Sequence[str]]) -> Iterator[Asset]:
    """Exact look-ups in small parts; the names of the parts, and the synonyms."""
    exact = shards(pages)
    yield _json(f"{address}exact.json", {"parts": sorted(exact), "synonyms": groups})
    for name, rows in sorted(exact.items()):
        yield _json(f"{address}exact/{name}.json", rows)


def _json(address: str, value: object) -> Asset:
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Asset(address=address, content=content.encode())
