"""Pages that say why there is no contract to read at their address, and where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.locales import translator
from macros.terms.model import Text, Version
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import NoticeView, Page
from macros.terms.pages.shelf import Shelf, in_every_language, in_its_languages


def untranslated_page(shelf: Shelf, version: Version, language: str, path: str) -> Page:
    """The page that says in its own language that the text exists in another one only."""
    text = version.text(version.texts[0].front.binding) or version.texts[0]
    return replace(
        _notice(shelf, text, language, path, leads_to=f"{text.language}/{path}"),
        template="untranslated",
        description=translator(language)("This contract has no text in English yet."),
        translations=in_its_languages(version, path),
    )


def pending_pages(shelf: Shelf) -> Iterator[Page]:
    """The document's page while nothing is in force: it names the first version to come."""
    first = shelf.document.versions[0]
    text = first.text(shelf.document.binding) or first.texts[0]
    for language in LANGUAGES:
        yield replace(
            _notice(shelf, text, language, shelf.path, leads_to=shelf.permalink(first, text)),
            template="pending",
            description=translator(language)("No version of this contract is in force yet."),
        )


def _notice(shelf: Shelf, text: Text, language: str, path: str, *, leads_to: str) -> Page:
    """What both notices share; the template and its words are the caller's."""
    return Page(
        address=f"{language}/{path}",
        language=language,
        template="",
        title=shelf.titled(text),
        description="",
        canonical=f"{language}/{path}",
        switch=in_every_language(path),
        indexed=False,
        view=NoticeView(
            publisher=shelf.publisher,
            publisher_address=shelf.publisher_address(language),
            language=text.language,
            address=leads_to,
            effective=text.front.effective,
        ),
    )
