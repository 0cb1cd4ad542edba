"""The catalogue in each language, the page that leads to the languages, and the one for no page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from macros.locales import translator
from macros.terms.model import Publisher
from macros.terms.pages.connect import around_catalogue
from macros.terms.pages.model import Page
from macros.terms.pages.publisher import built_for, publisher_view
from macros.terms.pages.views import CatalogueView
from macros.terms.render.json_ld import search_action


def home_pages(publishers: Sequence[Publisher], languages: Sequence[str], today: date, base: str) -> Iterator[Page]:
    """The catalogue of every publisher in each language, / without one, and 404.html."""
    addresses = {language: f"{language}/" for language in languages}
    documents = [document for publisher in publishers for document in publisher.documents]
    yield _missing_page(addresses)
    yield Page(
        address="",
        language=languages[0],
        template="languages",
        title="Clausier",
        description=" ".join(
            translator(each)("Contracts, with every version at its own address.") for each in languages
        ),
        canonical="",
        translations=addresses,
        switch=addresses,
    )
    for language, address in addresses.items():
        views = tuple(publisher_view(each, language, languages, today) for each in publishers)
        yield Page(
            address=address,
            language=language,
            template="catalogue",
            title=translator(language)("Contracts"),
            description=translator(language)("Contracts, with every version at its own address."),
            canonical=address,
            translations=addresses,
            switch=addresses,
            data=search_action(language, address, base),
            alternates=around_catalogue(language),
            view=CatalogueView(publishers=views, built=built_for(documents, today)),
        )


def _missing_page(addresses: Mapping[str, str]) -> Page:
    """What a wrong address answers, in every language at once."""
    first = next(iter(addresses))
    return Page(
        address="404.html",
        language=first,
        template="missing",
        title="404",
        description=translator(first)("There is no page at this address."),
        canonical="404.html",
        switch=addresses,
        indexed=False,
    )
