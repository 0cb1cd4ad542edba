"""What the rest of the site tells of a document: its catalogue, news, search and API need no more of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.terms.model import Publisher
from macros.terms.pages.news import Deadline, Item
from macros.terms.search.model import FiledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A document on a day; its publisher, called name, has this document alone, its texts without their words.

    listed is what the API's index says of it, None where nothing was published; until the first day on which another
    version counts. news and deadlines are by language; filed by language and by whether the texts are earlier ones.
    """

    publisher: Publisher
    name: str
    listed: Mapping[str, object] | None
    until: date | None
    news: Mapping[str, tuple[Item, ...]]
    deadlines: Mapping[str, tuple[Deadline, ...]]
    filed: Mapping[tuple[str, bool], tuple[FiledText, ...]]
