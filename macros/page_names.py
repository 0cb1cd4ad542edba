"""What templates may use on a page: its view, words, dates, sizes and links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from macros.frontend import Frontend
from macros.locales import translator
from macros.pagefind import search_starts
from macros.terms.addresses import guide
from macros.terms.formats import language_name, written_date, written_size
from macros.terms.names import DEVELOPERS, RIGHT_TO_LEFT
from macros.terms.pages.guide import FIRST
from macros.terms.pages.model import Page
from macros.terms.pages.version_names import version_name

# The bytes of a file of the site, by its address.
Size = Callable[[str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every page shows that is not of the page.

    name is what the site is called; base its address; shell the template that pages are put into; published the
    languages that a published text is in; guides the addresses of the guide's pages; preview whether drafts are shown;
    serving whether the page is loaded again when a file is saved.
    """

    name: str
    base: str
    shell: str
    frontend: Frontend
    languages: tuple[str, ...]
    published: tuple[str, ...]
    guides: tuple[str, ...]
    preview: bool
    serving: bool


def no_size(address: str) -> int:
    """For pages that are of no document: they show the size of no file."""
    raise LookupError(f"a page that is of no document shows the size of {address}")


def page_names(around: Around, page: Page | None, language: str, *, url: str, size: Size = no_size) -> dict[str, Any]:
    """The names that a template may use on a page of ours, or on a hand-written one."""
    first, developers = guide(language, FIRST), f"{language}/{DEVELOPERS}/"
    return {
        "terms": page,
        "view": page.view if page else None,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "t": translator(language),
        "words_in": translator,
        "day": partial(written_date, language=language),
        "version_name": partial(version_name, language=language),
        "language_name": partial(language_name, language=language),
        "size": lambda address: written_size(size(address), language=language),
        "languages": around.languages,
        "search_starts": search_starts(language, indexed=language in around.published),
        "frontend": around.frontend,
        "guide": first if first in around.guides else "",
        "developers": developers if developers in around.guides else "",
        "preview": around.preview,
        "serving": around.serving,
        "link": linker(url, around.base),
        "root": urlsplit(around.base).path,
    }


def linker(url: str, base: str) -> Callable[[str], str]:
    """From addresses of the site to links: relative, but absolute on the page shown at any address."""
    if url == "404.html":
        root = urlsplit(base).path
        return lambda address: root + address
    return lambda address: relative_link(address, url)


def relative_link(address: str, page: str) -> str:
    """The link from a page to an address, both as paths below the site's root."""
    here, there = page.split("/")[:-1], address.split("/")
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there[:-1], strict=False)))
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "./"
