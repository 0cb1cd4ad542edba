"""A published text with what its files say of it: nothing that a later day or another act could change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.terms.model import FrontMatter, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One language of one version. publisher is its id, name what it was called on the version's day.

    address is the text's own page; site ends in a slash. files are addresses by format; first is the day of the
    document's first version, earlier those of the versions before this one, in order.
    """

    document: str
    publisher: str
    name: str
    version: str
    day: date
    language: str
    revision: int
    front: FrontMatter
    tree: Tree
    digest: str
    site: str
    address: str
    files: Mapping[str, str]
    first: date
    earlier: tuple[date, ...]

    @property
    def binds(self) -> bool:
        """Whether this is the text that prevails."""
        return self.language == self.front.binding
