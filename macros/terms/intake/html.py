"""An HTML page to what it says: its contract, without the menus around it."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.terms.intake.docx_numbers import with_marks
from macros.terms.intake.html_around import AROUND, SILENT, Around, Markup
from macros.terms.intake.html_google import listed
from macros.terms.intake.model import Taken, UnreadableError
from macros.terms.intake.pandoc import tree
from macros.terms.intake.pandoc_blocks import taken
from macros.terms.intake.plain_text import decoded

LOOKS_LIKE = re.compile(r"<(?:!doctype|html|head|body|main|article|section|div|h[1-6]|p|ul|ol|table)\b", re.IGNORECASE)
# Pandoc ends a cell that spans rows where a head ends, and moves the cells of the row below under another column;
# where a table names fewer columns than it has, it loses the words of the others.
SECTIONS = frozenset({"thead", "tbody", "tfoot", "colgroup", "col"})
HEAD_CELL = re.compile(r"^<th\b", re.IGNORECASE)
# The title of a document that Word or Google saved as a page.
TITLE = re.compile(r"(?:^|\s)(?:MsoTitle|title)(?:\s|$)")
HIDDEN = "words that the page hides until a reader opens them were kept; take out those that do not count"
LEFT_OUT = "the menus, footers and side columns of the page were left out; compare with the page"


def take(content: bytes) -> Taken:
    """The blocks of a page; raises UnreadableError."""
    source = decoded(content)
    if not LOOKS_LIKE.search(source):
        raise UnreadableError("expected an HTML page, found no HTML tag in the file; give it the ending of what it is")
    source = listed(source)
    around = Around()
    around.feed(source)
    around.close()
    page = Page(around.around())
    page.feed(source)
    page.close()
    kept = page.main()
    found = taken(tree("".join(kept or page.kept), "html-native_divs-native_spans"))
    told = [LEFT_OUT] * bool(page.dropped or kept) + [HIDDEN] * around.hidden
    # A clause id lasts longer than a page: those that the page gave are not kept.
    blocks = tuple(with_marks(replace(block, id="")) for block in found.blocks)
    return replace(found, blocks=blocks, remarks=(*found.remarks, *told))


def _has_words(source: str) -> bool:
    return re.search(r"\w", re.sub(r"<[^>]*>", " ", source)) is not None


class Page(Markup):
    """Keeps the source of a page, but for what stands around its text."""

    def __init__(self, around: frozenset[int] = frozenset()) -> None:
        super().__init__(convert_charrefs=False)
        self.around = around
        self.tags = 0
        self.kept: list[str] = []
        self.closed: list[str] = []
        self.dropped = False
        self.titled = False
        # Where the head of the page ends, and where each <main> begins and ends, in what is kept.
        self.head = 0
        self.mains: list[list[int]] = []

    def main(self) -> list[str]:
        """The head and the only <main> of the page, nothing where there is none, or where nothing stands beside it."""
        if len(self.mains) != 1 or len(self.mains[0]) != 2:
            return []
        start, end = self.mains[0]
        beside = "".join((*self.kept[self.head : start], *self.kept[end:]))
        words = "".join(self.kept[start:end])
        return [*self.kept[: self.head], words] if all(map(_has_words, (beside, words))) else []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to leave out at what stands around the text, and a site's own header with its menu."""
        around = self.tags in self.around
        self.tags += 1
        if around or tag in SILENT or self.closed:
            self.dropped = self.dropped or around
            if tag not in VOID:
                self.closed.append(tag)
        elif tag == "p" and any(name == "class" and TITLE.search(value or "") for name, value in attrs):
            self.kept.append("<h1>")
            self.titled = True
        elif tag not in AROUND | SECTIONS:
            self.kept.append(HEAD_CELL.sub("<td", self.get_starttag_text() or ""))
            if tag == "body":
                self.head = len(self.kept)
            if tag == "main":
                self.mains.append([len(self.kept)])

    def handle_endtag(self, tag: str) -> None:
        """End of what is left out, where this closes it."""
        if tag in self.closed:
            while self.closed.pop() != tag:
                pass
        elif not self.closed and tag not in AROUND | SECTIONS | VOID:
            if tag == "main" and self.mains:
                self.mains[-1].append(len(self.kept))
            self.kept.append("</td>" if tag == "th" else "</h1>" if tag == "p" and self.titled else f"</{tag}>")
            self.titled = self.titled and tag != "p"

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        """A named character."""
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A numbered character."""
        self._keep(f"&#{name};")

    def _keep(self, words: str) -> None:
        if not self.closed:
            self.kept.append(words)


VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
