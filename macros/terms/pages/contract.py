"""A document's pages: each version at its own address, the one in force at the document's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from macros.locales import translator
from macros.terms.formats import written_date
from macros.terms.ledger import Status, digest, in_force, statuses
from macros.terms.model import Document, Reading, Text, Version
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import Asset, ContractView, NoticeView, Page
from macros.terms.render import html
from macros.terms.render.json_ld import json_ld
from macros.terms.render.print_style import print_style
from macros.terms.render.text import text as plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A document with what its pages need from around it: base is the site's own address."""

    document: Document
    publisher: str
    readings: Mapping[str, Reading]
    today: date
    base: str

    @property
    def publisher_path(self) -> str:
        """The publisher's address below its language."""
        return f"{self.document.id.split('/')[0]}/"

    def status(self, version: Version) -> Status:
        """The status of a version today."""
        return statuses(self.document.versions, self.today)[version.name]


def document_pages(shelf: Shelf) -> Iterator[Page]:
    """Every page of a document in every language of the site."""
    current = in_force(shelf.document, shelf.today)
    for version in shelf.document.versions:
        yield from _version_pages(shelf, version, f"{shelf.document.id}/{version.name}/", current)
    if current:
        yield from _version_pages(shelf, current, f"{shelf.document.id}/", current)
    elif shelf.document.versions:
        yield from _pending_pages(shelf)


def document_assets(shelf: Shelf) -> Iterator[Asset]:
    """The sealed text, the plain text and the print style beside each version."""
    for version in shelf.document.versions:
        for text in version.texts:
            reading = shelf.readings[text.path]
            address = _permalink(shelf.document, version, text)
            yield Asset(address=f"{address}terms.md", content=reading.canonical.encode())
            yield Asset(address=f"{address}terms.txt", content=plain_text(reading.tree).encode())
            yield Asset(address=f"{address}print.css", content=_print_style(shelf, version, reading).encode())


def _permalink(document: Document, version: Version, text: Text) -> str:
    """A text's own address; an earlier revision of a translation has one below the version's."""
    latest = version.text(text.language) is text
    below = "" if latest else f"r{text.revision}/"
    return f"{text.language}/{document.id}/{version.name}/{below}"


def _version_pages(shelf: Shelf, version: Version, path: str, current: Version | None) -> Iterator[Page]:
    """A version in each language, as text or as the notice that there is none."""
    translations = {language: f"{language}/{path}" for language in LANGUAGES if version.text(language)}
    switch = {language: f"{language}/{path}" for language in LANGUAGES}
    for language in LANGUAGES:
        text = version.text(language)
        if text is None:
            yield _untranslated(shelf, version, language, path, translations, switch)
            continue
        page = _contract(shelf, version, text, f"{language}/{path}")
        home = f"{language}/{shelf.document.id}/" if current and current.text(language) else page.address
        yield replace(
            page,
            canonical=home,
            translations=translations,
            switch=switch,
            indexed=shelf.status(version) == "in-force",
        )
    if path != f"{shelf.document.id}/":
        for text in version.texts:
            address = _permalink(shelf.document, version, text)
            if version.text(text.language) is not text:
                yield replace(_contract(shelf, version, text, address), switch=switch, indexed=False)


def _contract(shelf: Shelf, version: Version, text: Text, address: str) -> Page:
    reading, front = shelf.readings[text.path], text.front
    say = translator(text.language)
    permalink = _permalink(shelf.document, version, text)
    view = ContractView(
        document=shelf.document.id,
        publisher=shelf.publisher,
        publisher_address=f"{text.language}/{shelf.publisher_path}",
        version=version.name,
        status=shelf.status(version),
        effective=front.effective,
        recorded=front.recorded,
        language=text.language,
        binding=front.binding,
        heading=html.titles(reading.tree, text.language) or html.plain(front.title),
        body=html.body(reading.tree, text.language, say),
        contents=html.contents(reading.tree.clauses),
        permalink=permalink,
        digest=digest(reading.canonical),
        source=front.source,
    )
    return Page(
        address=address,
        language=text.language,
        template="contract",
        title=f"{front.title} ({shelf.publisher})",
        description=_description(view, front.title),
        canonical=address,
        modified=front.recorded,
        print_style=f"{permalink}print.css",
        data=json_ld(view, front.title, shelf.base),
        view=view,
    )


def _description(view: ContractView, title: str) -> str:
    say = translator(view.language)
    if view.effective:
        day = written_date(view.effective, language=view.language)
        dated = say("Version that takes effect on {date}.", date=day)
    else:
        day = written_date(view.recorded, language=view.language)
        dated = say("Effective date not stated; text recorded on {date}.", date=day)
    return f"{title}, {view.publisher}. {dated}"


def _print_style(shelf: Shelf, version: Version, reading: Reading) -> str:
    say = translator(reading.text.language)
    words = say("version {version}", version=version.name)
    running = f"{shelf.publisher} · {reading.text.front.title} · {words} · SHA-256 {digest(reading.canonical)[:16]}…"
    return print_style(running, say("page"))


def _untranslated(
    shelf: Shelf, version: Version, language: str, path: str, translations: Mapping[str, str], switch: Mapping[str, str]
) -> Page:
    """The page that says in its own language that the text exists in another one only."""
    binding = version.text(version.texts[0].front.binding) or version.texts[0]
    return Page(
        address=f"{language}/{path}",
        language=language,
        template="untranslated",
        title=f"{binding.front.title} ({shelf.publisher})",
        description=translator(language)("This contract has no text in English yet."),
        canonical=f"{language}/{path}",
        translations=translations,
        switch=switch,
        indexed=False,
        view=NoticeView(
            publisher=shelf.publisher,
            publisher_address=f"{language}/{shelf.publisher_path}",
            language=binding.language,
            address=f"{binding.language}/{path}",
        ),
    )


def _pending_pages(shelf: Shelf) -> Iterator[Page]:
    """The document's page while nothing is in force: it names the first version to come."""
    first = shelf.document.versions[0]
    text = first.text(shelf.document.binding) or first.texts[0]
    path = f"{shelf.document.id}/"
    for language in LANGUAGES:
        yield Page(
            address=f"{language}/{path}",
            language=language,
            template="pending",
            title=f"{text.front.title} ({shelf.publisher})",
            description=translator(language)("No version of this contract is in force yet."),
            canonical=f"{language}/{path}",
            switch={each: f"{each}/{path}" for each in LANGUAGES},
            indexed=False,
            view=NoticeView(
                publisher=shelf.publisher,
                publisher_address=f"{language}/{shelf.publisher_path}",
                language=text.language,
                address=_permalink(shelf.document, first, text),
                effective=text.front.effective,
            ),
        )
