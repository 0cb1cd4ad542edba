"""Where a built site leads: every address in its pages and styles, and every id that a page names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

# What holds an address, what holds several, and what holds ids of the same page.
ADDRESS = frozenset({"action", "cite", "data-api", "data-code", "data-receipt", "data-root", "href", "poster", "src"})
ADDRESSES = frozenset({"data-starts", "srcset"})
IDS = frozenset({
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto",
    "aria-labelledby", "aria-owns", "for", "form", "headers", "list", "popovertarget",
})  # fmt: skip
# In a list of addresses: what says which screen each is for.
SCREEN = re.compile(r"\s[\d.]+[wx],?")
IN_STYLE = re.compile(r"""url\(["']?([^"')]+)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The line of an element, its attribute, and what it names: an address, or an id of the same page."""

    line: int
    attribute: str
    value: str

    def __str__(self) -> str:
        return f"{self.line}: {self.attribute}: {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The ids of a page, once for each time that it gives them, and the addresses and ids that it names."""

    ids: Counter[str]
    addresses: tuple[Reference, ...]
    parts: tuple[Reference, ...]


def dangling(folder: Path, base: str) -> list[str]:
    """A line for each address of a site that leads nowhere, and for each id that a page has twice or not at all."""
    pages = {_name(path, folder): named(path.read_bytes()) for path in sorted(folder.rglob("*.html"))}
    styles = {_name(path, folder): _in_style(path.read_text(encoding="utf-8")) for path in folder.rglob("*.css")}
    files = frozenset(_name(path, folder) for path in folder.rglob("*") if path.is_file())
    found = [f"{name}:{each}" for name, page in pages.items() for each in _within(page)]
    for name, references in ({each: page.addresses for each, page in pages.items()} | styles).items():
        for each in references:
            lead = _target(each.value, f"{base}{name}", base)
            if lead and not _arrives(*lead, files, pages):
                found.append(f"{name}:{each}")
    return found


def named(content: bytes) -> Named:
    """What a page names, read once."""
    ids = Counter[str]()
    addresses: list[Reference] = []
    parts: list[Reference] = []
    for element in html.document_fromstring(content).iter("*"):
        for attribute, value in element.items():
            if attribute == "id":
                ids[value] += 1
            each = Reference(line=element.sourceline, attribute=attribute, value=value)
            addresses += _addresses(each)
            parts += _split(each, value) if attribute in IDS else ()
    return Named(ids=ids, addresses=tuple(addresses), parts=tuple(parts))


def _addresses(found: Reference) -> list[Reference]:
    if found.attribute in ADDRESSES:
        return _split(found, SCREEN.sub(" ", found.value))
    return [found] if found.attribute in ADDRESS else []


def _split(found: Reference, values: str) -> list[Reference]:
    return [Reference(line=found.line, attribute=found.attribute, value=each) for each in values.split()]


def _in_style(style: str) -> tuple[Reference, ...]:
    lines = enumerate(style.split("\n"), 1)
    return tuple(
        Reference(line=number, attribute="url", value=value)
        for number, line in lines
        for value in IN_STYLE.findall(line)
    )


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _within(page: Named) -> Iterator[str]:
    yield from (f" id: {each} {times} times" for each, times in page.ids.items() if times > 1)
    yield from (str(each) for each in page.parts if each.value not in page.ids)


def _target(value: str, page: str, base: str) -> tuple[str, str] | None:
    """The path of a file of the site and the id in it; None where an address leads elsewhere."""
    whole = urljoin(page, value)
    if not whole.startswith(base):
        return None
    path = unquote(urlsplit(whole).path.removeprefix("/"))
    return (f"{path}index.html" if path.endswith("/") or not path else path), unquote(urlsplit(whole).fragment)


def _arrives(path: str, part: str, files: frozenset[str], pages: Mapping[str, Named]) -> bool:
    return path in files and (not part or (path in pages and part in pages[path].ids))
