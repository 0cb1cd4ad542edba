"""A version as schema.org describes it, for search engines and other machines."""

from __future__ import annotations

from collections.abc import Mapping

from macros.terms.pages.views import ContractView


def json_ld(view: ContractView, title: str, base: str) -> Mapping[str, object]:
    """A DigitalDocument with version, dates, publisher and the sealed text with its digest."""
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
        "dateCreated": str(view.recorded),
        "publisher": {"@type": "Organization", "name": view.publisher, "url": base + view.publisher_address},
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": f"{permalink}terms.md",
            "encodingFormat": "text/markdown",
            "sha256": view.digest,
        },
    }
