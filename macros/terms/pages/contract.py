"""A document's pages: each version at its own address, the one in force at the document's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.locales import translator
from macros.terms.formats import written_date
from macros.terms.ledger import digest
from macros.terms.model import Reading, Text, Version
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import Asset, ContractView, Page
from macros.terms.pages.notice import pending_pages, untranslated_page
from macros.terms.pages.shelf import Shelf, in_every_language, in_its_languages
from macros.terms.render import html
from macros.terms.render.json_ld import json_ld
from macros.terms.render.print_style import print_style
from macros.terms.render.text import text as plain_text


def document_pages(shelf: Shelf) -> Iterator[Page]:
    """Every page of a document in every language of the site."""
    for version in shelf.document.versions:
        yield from _version_pages(shelf, version, f"{shelf.path}{version.name}/")
        yield from _earlier_revisions(shelf, version)
    if shelf.current:
        yield from _version_pages(shelf, shelf.current, shelf.path)
    elif shelf.document.versions:
        yield from pending_pages(shelf)


def document_assets(shelf: Shelf) -> Iterator[Asset]:
    """The sealed text, the plain text and the print style beside each version."""
    for version in shelf.document.versions:
        for text in version.texts:
            reading = shelf.readings[text.path]
            address = shelf.permalink(version, text)
            yield Asset(address=f"{address}terms.md", content=reading.canonical.encode())
            yield Asset(address=f"{address}terms.txt", content=plain_text(reading.tree).encode())
            yield Asset(address=f"{address}print.css", content=_print_style(shelf, version, reading).encode())


def _version_pages(shelf: Shelf, version: Version, path: str) -> Iterator[Page]:
    """A version in each language, as text or as the notice that there is none."""
    for language in LANGUAGES:
        text = version.text(language)
        if text is None:
            yield untranslated_page(shelf, version, language, path)
        else:
            yield replace(
                _contract(shelf, version, text, f"{language}/{path}"),
                translations=in_its_languages(version, path),
                switch=in_every_language(path),
                indexed=shelf.status(version) == "in-force",
            )


def _earlier_revisions(shelf: Shelf, version: Version) -> Iterator[Page]:
    """The revisions of courtesy translations that a later one replaced."""
    for text in version.texts:
        if version.text(text.language) is not text:
            page = _contract(shelf, version, text, shelf.permalink(version, text))
            yield replace(page, switch=in_every_language(f"{shelf.path}{version.name}/"), indexed=False)


def _contract(shelf: Shelf, version: Version, text: Text, address: str) -> Page:
    reading, front = shelf.readings[text.path], text.front
    view = _view(shelf, version, reading)
    in_force_too = shelf.current is not None and shelf.current.text(text.language) is not None
    return Page(
        address=address,
        language=text.language,
        template="contract",
        title=shelf.titled(text),
        description=_description(view, front.title),
        canonical=f"{text.language}/{shelf.path}" if in_force_too else address,
        modified=front.recorded,
        print_style=f"{view.permalink}print.css",
        data=json_ld(view, front.title, shelf.base),
        view=view,
    )


def _view(shelf: Shelf, version: Version, reading: Reading) -> ContractView:
    text, tree = reading.text, reading.tree
    return ContractView(
        document=shelf.document.id,
        publisher=shelf.publisher,
        publisher_address=shelf.publisher_address(text.language),
        version=version.name,
        status=shelf.status(version),
        effective=text.front.effective,
        recorded=text.front.recorded,
        language=text.language,
        binding=text.front.binding,
        heading=html.titles(tree, text.language) or html.plain(text.front.title),
        body=html.body(tree, text.language, translator(text.language)),
        contents=html.contents(tree.clauses),
        permalink=shelf.permalink(version, text),
        digest=digest(reading.canonical),
        source=text.front.source,
    )


def _description(view: ContractView, title: str) -> str:
    say = translator(view.language)
    if view.effective:
        dated = say("Version that takes effect on {date}.", date=written_date(view.effective, language=view.language))
    else:
        day = written_date(view.recorded, language=view.language)
        dated = say("Effective date not stated; text recorded on {date}.", date=day)
    return f"{title}, {view.publisher}. {dated}"


def _print_style(shelf: Shelf, version: Version, reading: Reading) -> str:
    say = translator(reading.text.language)
    dated = say("version {version}", version=version.name)
    running = (
        f"{shelf.publisher} · {reading.text.front.title}",
        f"{dated} · SHA-256 {digest(reading.canonical)[:16]}…",
    )
    return print_style(running, say("page"))
