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


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What is to be indexed, and the files that the search reads beside the indexes.

    clauses: of the texts in force and to come, by language.
    """

    clauses: Mapping[str, Sequence[IndexPage]]
    indexes: tuple[Index, ...]
    assets: tuple[Asset, ...]


def searched(
    shelves: Sequence[Shelf], languages: Sequence[str], synonyms: Mapping[str, Sequence[Sequence[str]]]
) -> Searched:
    """The indexes of every language that a published text is in, the earlier versions in one of their own."""
    indexes: list[Index] = []
    clauses: dict[str, Sequence[IndexPage]] = {}
    assets = [_json(f"{SEARCH}/{each}/words.json", search_words(languages, each)) for each in languages]
    for language in languages:
        groups = synonyms.get(language, ())
        for merged in (False, True):
            address = f"{SEARCH}/{language}/{'archive/' if merged else ''}"
            texts = _texts(shelves, language, earlier=merged)
            pages = [
                page for shelf, text, filed in texts for page in index_pages(shelf.readings[text.path].tree, filed)
            ]
            if pages:
                indexes.append(Index(language=language, address=address, merged=merged, pages=_rendered(pages, groups)))
                assets.append(_json(f"{address}texts.json", _listed([filed for _, _, filed in texts])))
                assets += _look_ups(address, pages, () if merged else groups)
            if pages and not merged:
                assets.append(_json(f"{address}vocabulary.json", vocabulary(pages)))
                clauses[language] = pages
    return Searched(clauses=clauses, indexes=tuple(indexes), assets=tuple(assets))


def _rendered(pages: Sequence[IndexPage], groups: Sequence[Sequence[str]]) -> dict[str, str]:
    marker = Marker(groups)
    return {index_file(page): index_page(page, marker) for page in pages}


def _texts(shelves: Sequence[Shelf], language: str, *, earlier: bool) -> list[tuple[Shelf, Text, FiledText]]:
    """The published texts of a language: those that count or will, or the earlier ones."""
    return [
        (shelf, text, _filed(shelf, version, text))
        for shelf in shelves
        for version in shelf.document.versions
        if (text := version.text(language)) and (shelf.status(version) not in CURRENT) is earlier
    ]


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
