"""A site to all that is written of it: the files that take long are made, or taken from the cache folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.exports import built_exports
from macros.pagefind import built_indexes, search_starts
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import Asset, Page, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Every page and file; sizes are in bytes by address, addresses those of pages.

    searched are the languages that have an index, earlier those that have one of earlier versions; search_starts are
    the files that a search in a language asks for first.
    """

    pages: tuple[Page, ...] = ()
    assets: tuple[Asset, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    searched: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    search_starts: Mapping[str, list[str]] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()


def made(site: Site, cache: Path) -> Made:
    """The site whole; raises PagefindError or ExportError where a file cannot be made."""
    indexed = tuple(built_indexes(site.indexes, cache / "search"))
    assets = (*site.assets, *indexed, *built_exports(site.exports, cache / "exports"))
    addresses = [each.address for each in (*site.assets, *indexed)]
    return Made(
        pages=site.pages,
        assets=assets,
        languages=site.languages,
        searched=tuple(each.language for each in site.indexes if not each.merged),
        earlier=tuple(each.language for each in site.indexes if each.merged),
        search_starts={each: search_starts(each, addresses) for each in site.languages},
        sizes={each.address: len(each.content) for each in assets},
        addresses=frozenset(each.address for each in site.pages),
    )
