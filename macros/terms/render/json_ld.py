"""A version, and the search of the site, as schema.org describes them, for search engines and other machines."""

from __future__ import annotations

from collections.abc import Mapping

from macros.terms.pages.views import ContractView
from macros.terms.render.opensearch import search_address


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
