"""A page to what stands around its text: menus, notices of cookies, footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

# Never words of a contract.
SILENT = frozenset({"script", "style", "template", "svg", "select", "datalist"})
AROUND = frozenset({"nav", "footer", "aside", "form", "noscript", "button", "dialog"})
TEXT = frozenset({"body", "main", "article", "p", "span", "table"})
HOLDERS = TEXT | {"div", "section", "header", "ul", "ol", "a"} | AROUND
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"})
NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|sidebar|menu|navbar|nav|navigation|masthead|newsletter"
    r"|skip-?(?:link|nav|to-content)|share-(?:buttons?|links?)|social|(?:site|page)-?(?:header|footer)|footer)(?:$|[\s_-])",
    re.IGNORECASE,
)
NONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# What holds more of a page's letters than this is its text, whatever it is called.
SHARE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An element of a page: which start tag it begins with, how many letters stood before it, whether it is around."""

    at: int
    tag: str
    before: int
    around: bool


class Markup(HTMLParser):
    """Reads tags as browsers do."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002  # so it is called
        """Where a section such as <![if !IE]> ends: for browsers it is a comment, and so it is left out."""
        return self.parse_bogus_comment(i, report=False)


class Around(Markup):
    """Finds which start tags of a page, counted from 0, begin what stands around its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Part] = []
        self.depth: Counter[str] = Counter()
        self.found: list[tuple[Part, int]] = []
        self.letters = 0
        self.tags = 0
        self.hidden = False
        self.headed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; those that may be left open are not followed."""
        given = {name: value or "" for name, value in attrs}
        if tag in HOLDERS:
            if tag == "p" and self.open and self.open[-1].tag == "p":
                self.handle_endtag("p")
            # The button of an accordion is the title of what it opens.
            opens = "aria-expanded" in given and (self.headed or "accordion" in given.get("class", ""))
            around = _is_around(tag, given) and not (tag == "button" and opens)
            self.hidden = self.hidden or (
                not around and ("hidden" in given or bool(NONE.search(given.get("style", ""))))
            )
            self.open.append(Part(at=self.tags, tag=tag, before=self.letters, around=around))
            self.depth[tag] += 1
        self.headed = self.headed or tag in HEADINGS
        self.tags += 1

    def handle_endtag(self, tag: str) -> None:
        """The innermost such element ends, and all that was left open in it."""
        self.headed = self.headed and tag not in HEADINGS
        if self.depth[tag]:
            while self._done() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Letters are counted, but not those of scripts."""
        self.letters += sum(map(str.isalpha, data)) if self.cdata_elem is None else 0

    def around(self) -> frozenset[int]:
        """The start tags that begin what is around the text."""
        while self.open:
            self._done()
        most = self.letters * SHARE
        return frozenset(part.at for part, letters in self.found if part.around and letters <= most)

    def _done(self) -> str:
        """The innermost element ends; its tag."""
        part = self.open.pop()
        self.depth[part.tag] -= 1
        self.found.append((part, self.letters - part.before))
        return part.tag


def _is_around(tag: str, given: Mapping[str, str]) -> bool:
    if tag in TEXT:
        return False
    names = f"{given.get('id', '')} {given.get('class', '')}"
    return tag in AROUND or given.get("role", "").lower() in ROLES or bool(NAMES.search(names))
