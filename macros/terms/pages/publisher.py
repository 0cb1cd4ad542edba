"""A publisher's page: its identity card as of today, and its contracts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from macros.locales import translator
from macros.terms.model import Document, Publisher
from macros.terms.pages.model import Page
from macros.terms.pages.standing_views import Built
from macros.terms.pages.views import Listed, PublisherView
from macros.terms.reading import facts_on
from macros.terms.render.identity import identity
from macros.terms.status import again, in_force, next_change, status
from macros.terms.variables import Facts, UnknownFactError


def publisher_name(publisher: Publisher, today: date) -> str:
    """The name that the publisher's contracts use today."""
    company = facts_on(publisher.variables, today, own_language(publisher))["company"]
    return str(company["name"]) if isinstance(company, Facts) else publisher.id


def publisher_names(publisher: Publisher, document: Document, today: date) -> Mapping[str, str]:
    """What the publisher was called on each version's day, today's name where its facts do not go back so far."""
    names = {}
    for version in document.versions:
        try:
            names[version.name] = publisher_name(publisher, version.day)
        except UnknownFactError:
            names[version.name] = publisher_name(publisher, today)
    return names


def own_language(publisher: Publisher) -> str:
    """The language in which a publisher's contracts bind."""
    return publisher.documents[0].binding if publisher.documents else ""


def publisher_view(publisher: Publisher, language: str, languages: Sequence[str], today: date) -> PublisherView:
    """What a publisher's page, and the catalogue, show of it."""
    spoken = {each for document in publisher.documents for each in document.languages}
    facts = facts_on(publisher.variables, today, language if language in spoken else own_language(publisher))
    return PublisherView(
        name=publisher_name(publisher, today),
        address=f"{language}/{publisher.id}/",
        identity=identity(facts, language, own_language(publisher)),
        documents=tuple(_listed(each, language, languages, today) for each in publisher.documents if each.versions),
        built=built_for(publisher.documents, today),
    )


def built_for(documents: Iterable[Document], today: date) -> Built:
    """The day, and the first on which another version of any of these documents counts."""
    days = [day for each in documents if (day := next_change(each, today))]
    return Built(day=today, until=min(days, default=None))


def publisher_pages(publisher: Publisher, languages: Sequence[str], today: date) -> Iterator[Page]:
    """A publisher's page in each language."""
    addresses = {language: f"{language}/{publisher.id}/" for language in languages}
    for language, address in addresses.items():
        view = publisher_view(publisher, language, languages, today)
        yield Page(
            address=address,
            language=language,
            template="publisher",
            title=view.name,
            description=translator(language)("The contracts of {publisher}, with every version.", publisher=view.name),
            canonical=address,
            translations=addresses,
            switch=addresses,
            view=view,
        )


def _listed(document: Document, language: str, languages: Sequence[str], today: date) -> Listed:
    """A document by the version that counts, else by the first to come, else by the last."""
    coming = next((each for each in document.versions if status(document, each, today) == "upcoming"), None)
    version = in_force(document, today) or coming or document.versions[-1]
    text = version.text(language) or version.text(document.binding) or version.texts[0]
    return Listed(
        title=text.front.title,
        title_language=text.language,
        address=f"{language}/{document.id}/",
        languages=tuple(each for each in languages if version.text(each)),
        version=version.name,
        status=status(document, version, today),
        again=again(document, version, today),
        effective=text.front.effective,
        recorded=text.front.recorded,
        upcoming=coming.day if coming and coming is not version else None,
    )
