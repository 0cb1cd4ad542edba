"""Pages that say why there is no contract to read at their address, and where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from macros.locales import translator
from macros.terms.model import Version
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import NoticeView, Page
from macros.terms.pages.shelf import Shelf, in_every_language, in_its_languages


def untranslated_page(shelf: Shelf, version: Version, language: str, path: str) -> Page:
    """The page that says in its own language that the text exists in another one only."""
    text = version.text(version.texts[0].front.binding) or version.texts[0]
    return Page(
        address=f"{language}/{path}",
        language=language,
        template="untranslated",
        title=shelf.titled(text),
        description=translator(language)("This contract has no text in English yet."),
        canonical=f"{language}/{path}",
        translations=in_its_languages(version, path),
        switch=in_every_language(path),
        indexed=False,
        view=NoticeView(
            publisher=shelf.publisher,
            publisher_address=shelf.publisher_address(language),
            language=text.language,
            address=f"{text.language}/{path}",
        ),
    )


def pending_pages(shelf: Shelf) -> Iterator[Page]:
    """The document's page while nothing is in force: it names the first version to come."""
    first = shelf.document.versions[0]
    text = first.text(shelf.document.binding) or first.texts[0]
    for language in LANGUAGES:
        yield Page(
            address=f"{language}/{shelf.path}",
            language=language,
            template="pending",
            title=shelf.titled(text),
            description=translator(language)("No version of this contract is in force yet."),
            canonical=f"{language}/{shelf.path}",
            switch=in_every_language(shelf.path),
            indexed=False,
            view=NoticeView(
                publisher=shelf.publisher,
                publisher_address=shelf.publisher_address(language),
                language=text.language,
                address=shelf.permalink(first, text),
                effective=text.front.effective,
            ),
        )
