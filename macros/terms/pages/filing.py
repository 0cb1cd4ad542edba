"""A document to its card: what other pages than its own say of it."""

from __future__ import annotations

from dataclasses import replace

from macros.terms.model import Publisher, Version
from macros.terms.pages.api import listed
from macros.terms.pages.card import Card
from macros.terms.pages.news import deadlines, news
from macros.terms.pages.searching import filed_texts
from macros.terms.pages.shelf import Shelf


def card(shelf: Shelf, publisher: Publisher) -> Card:
    """The card of a document of a publisher."""
    document = replace(shelf.document, draft=None, versions=tuple(map(without_words, shelf.document.versions)))
    published = bool(document.versions)
    return Card(
        publisher=replace(publisher, documents=(document,)),
        name=shelf.publisher,
        listed=listed(shelf) if published else None,
        until=shelf.built.until,
        news={each: news(shelf, each) if published else () for each in shelf.languages},
        deadlines={each: deadlines(shelf, each) if published else () for each in shelf.languages},
        filed={
            (language, earlier): tuple(filed for _, filed in filed_texts(shelf, language, earlier=earlier))
            for language in shelf.languages
            for earlier in (False, True)
        },
    )


def without_words(version: Version) -> Version:
    """A version with all that its texts state of themselves, and none of what they say."""
    return replace(version, texts=tuple(replace(each, head="", body="", sealed=None) for each in version.texts))
