"""The catalogue in each language, the page that leads to the languages, and the one for no page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from macros.locales import translator
from macros.terms.model import Publisher
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import CatalogueView, Page
from macros.terms.pages.publisher import publisher_view

ADDRESSES = {language: f"{language}/" for language in LANGUAGES}


def home_pages(publishers: Sequence[Publisher], today: date) -> Iterator[Page]:
    """The catalogue of every publisher in each language, / without one, and 404.html."""
    yield _missing_page()
    yield Page(
        address="",
        language=LANGUAGES[0],
        template="languages",
        title="Clausier",
        description=" ".join(
            translator(each)("Contracts, with every version at its own address.") for each in LANGUAGES
        ),
        canonical="",
        translations=ADDRESSES,
        switch=ADDRESSES,
    )
    for language, address in ADDRESSES.items():
        views = tuple(publisher_view(each, language, today) for each in publishers)
        yield Page(
            address=address,
            language=language,
            template="catalogue",
            title=translator(language)("Contracts"),
            description=translator(language)("Contracts, with every version at its own address."),
            canonical=address,
            translations=ADDRESSES,
            switch=ADDRESSES,
            view=CatalogueView(publishers=views),
        )


def _missing_page() -> Page:
    """What a wrong address answers, in every language at once."""
    return Page(
        address="404.html",
        language=LANGUAGES[0],
        template="missing",
        title="404",
        description=translator(LANGUAGES[0])("There is no page at this address."),
        canonical="404.html",
        switch=ADDRESSES,
        indexed=False,
    )
