"""Pages that say why there is no contract to read at their address, and where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.locales import translator
from macros.terms.model import Text, Version
from macros.terms.pages.model import Page
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.views import NoticeView


def untranslated_page(shelf: Shelf, version: Version, language: str, path: str) -> Page:
    """The page that says in its own language that the text exists in another one only."""
    text = version.text(version.texts[0].front.binding) or version.texts[0]
    return replace(
        _notice(shelf, text, language, path, leads_to=f"{text.language}/{path}"),
        template="untranslated",
        description=translator(language)("This text does not exist in English yet."),
        translations=shelf.in_its_languages(version, path),
    )


def pending_pages(shelf: Shelf) -> Iterator[Page]:
    """The document's page while nothing is in force: it names the version to come, and the one withdrawn last."""
    for language in shelf.languages:
        version = shelf.upcoming or shelf.document.versions[-1]
        text = shelf.shown(version, language)
        yield replace(
            _notice(shelf, text, language, shelf.path, leads_to=shelf.permalink(version, text)),
            template="pending",
            description=translator(language)("No version of this contract is in force."),
        )


def _notice(shelf: Shelf, text: Text, language: str, path: str, *, leads_to: str) -> Page:
    """What both notices share; the template and its words are the caller's."""
    withdrawn = [each for each in shelf.document.versions if shelf.status(each) == "withdrawn"]
    return Page(
        address=f"{language}/{path}",
        language=language,
        template="",
        title=shelf.titled(text),
        description="",
        canonical=f"{language}/{path}",
        switch=shelf.in_every_language(path),
        indexed=False,
        view=NoticeView(
            publisher=shelf.publisher,
            publisher_address=shelf.publisher_address(language),
            language=text.language,
            address=leads_to,
            changes=shelf.changes_address(language),
            upcoming=shelf.neighbour(shelf.upcoming, language),
            withdrawn=shelf.neighbour(withdrawn[-1] if withdrawn else None, language),
        ),
    )
