"""A version, and the search of the site, as schema.org describes them, for search engines and other machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.terms.pages.views import ContractView
from macros.terms.render.opensearch import search_address
from macros.terms.status import Period


def json_ld(view: ContractView, title: str, base: str, languages: Mapping[str, str]) -> Mapping[str, object]:
    """A DigitalDocument with version, dates, publisher, translations and the sealed text with its digest.

    languages: the address of the same version in each language that it has, itself included.
    """
    permalink = base + view.permalink
    stated = {"datePublished": str(view.effective)} if view.effective else {}
    return {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "@id": permalink,
        "url": permalink,
        "name": title,
        "identifier": view.document,
        "version": view.version,
        "inLanguage": view.language,
        **stated,
        **_translations(view, base, languages),
        "dateCreated": str(view.recorded),
        "publisher": {"@type": "Organization", "name": view.publisher, "url": base + view.publisher_address},
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": f"{permalink}terms.md",
            "encodingFormat": "text/markdown",
            "sha256": view.digest,
        },
    }


def lasting(periods: Sequence[Period]) -> Mapping[str, object]:
    """The days on which the text was, is or will be in force, as ISO 8601 intervals; those without end are open."""
    found = [f"{each.since}/{each.until or '..'}" for each in periods]
    return {"temporalCoverage": found[0] if len(found) == 1 else found} if found else {}


def standing_on(replaced: str) -> Mapping[str, object]:
    """The text that this one was made from: that of the version that it replaces, at its address."""
    return {"isBasedOn": {"@id": replaced}} if replaced else {}


def other_files(address: str, formats: Mapping[str, tuple[str, str]]) -> Mapping[str, object]:
    """The text in every format but the sealed one, by the end of the file's name and the media type of each."""
    media = [
        {"@type": "MediaObject", "contentUrl": f"{address}terms.{suffix}", "encodingFormat": kind}
        for name, (suffix, kind) in formats.items()
        if name != "markdown"
    ]
    return {"associatedMedia": media}


def _translations(view: ContractView, base: str, languages: Mapping[str, str]) -> Mapping[str, object]:
    """What the text translates, or what translates it."""
    if view.prevailing:
        found = languages.get(view.binding)
        return {"translationOfWork": {"@id": base + found, "inLanguage": view.binding}} if found else {}
    others = {language: address for language, address in languages.items() if language != view.language}
    named = [{"@id": base + address, "inLanguage": language} for language, address in others.items()]
    return {"workTranslation": named} if named else {}


def search_action(language: str, address: str, base: str) -> Mapping[str, object]:
    """The site in a language with the address that answers a question."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "url": base + address,
        "inLanguage": language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": search_address(language, base, "{search_term_string}"),
            "query-input": "required name=search_term_string",
        },
    }
