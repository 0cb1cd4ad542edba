"""The receipts of answers: a page for each version, in each language, that says what was accepted or refused."""

from __future__ import annotations

from collections.abc import Iterator

from macros.locales import translator
from macros.terms.model import Version
from macros.terms.pages.acceptance import answered, receipt_address
from macros.terms.pages.model import Page
from macros.terms.pages.redlines import end
from macros.terms.pages.refusing import right
from macros.terms.pages.review_views import Decision, ReceiptView
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.takeaway import text_files
from macros.terms.render.terms_json import API


def receipt_pages(shelf: Shelf, version: Version) -> Iterator[Page]:
    """The receipt of acceptance of a version, and that of refusal where the contract grants it."""
    for language in shelf.languages:
        yield _page(shelf, version, language, "accept")
        if right(shelf, version):
            yield _page(shelf, version, language, "refuse")


def _page(shelf: Shelf, version: Version, language: str, decision: Decision) -> Page:
    about, say = answered(shelf, version, language), translator(language)
    address = receipt_address(shelf, version, language, decision)
    named = {"title": shelf.titled(shelf.shown(version, language)), "version": version.name}
    if decision == "accept":
        title = say("Receipt of acceptance: {title}, version {version}", **named)
    else:
        title = say("Receipt of refusal: {title}, version {version}", **named)
    return Page(
        address=address,
        language=language,
        template="receipt",
        title=title,
        description=say("Which text was answered for, by its version and its digests, and how to verify it."),
        canonical=address,
        translations={each: receipt_address(shelf, version, each, decision) for each in shelf.languages},
        switch={each: receipt_address(shelf, version, each, decision) for each in shelf.languages},
        indexed=False,
        view=ReceiptView(
            publisher=shelf.publisher,
            publisher_address=shelf.publisher_address(language),
            decision=decision,
            answered=about,
            version=end(shelf, version, language),
            binding=about.binding.language,
            files=text_files(about.read.address, language),
            schema=f"{shelf.base}{API}receipt.schema.json",
            fate=shelf.fate(version, language),
            review=shelf.review_address(language),
        ),
    )
