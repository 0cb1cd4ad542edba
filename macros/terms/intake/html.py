"""An HTML page to what it says: its contract, without the menus around it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from macros.terms.intake.model import Block, Taken, UnreadableError
from macros.terms.intake.pandoc import tree
from macros.terms.intake.pandoc_blocks import taken
from macros.terms.intake.plain_text import decoded

AROUND = frozenset({"nav", "footer", "aside", "form", "script", "style", "noscript", "template", "svg", "button"})
LOOKS_LIKE = re.compile(r"<(?:!doctype|html|head|body|main|article|section|div|h[1-6]|p|ul|ol|table)\b", re.IGNORECASE)
LEFT_OUT = "the menus, footers and side columns of the page were left out; compare with the page"


def take(content: bytes) -> Taken:
    """The blocks of a page; raises UnreadableError."""
    source = decoded(content)
    if not LOOKS_LIKE.search(source):
        message = "expected an HTML page, found no HTML tag in the file; give it the ending of what it is"
        raise UnreadableError(message)
    page = Page()
    page.feed(source)
    page.close()
    kept = page.main()
    found = taken(tree("".join(kept or page.kept), "html-native_divs-native_spans"))
    remarks = (LEFT_OUT,) if page.dropped or kept else ()
    return replace(found, blocks=tuple(map(_nameless, found.blocks)), remarks=(*found.remarks, *remarks))


def _nameless(block: Block) -> Block:
    """A heading without the id that the page gave it: a clause id lasts longer than a page."""
    return replace(block, id="")


def _has_words(source: str) -> bool:
    return re.search(r"\w", re.sub(r"<[^>]*>", " ", source)) is not None


class Page(HTMLParser):
    """Keeps the source of a page, but for what stands around its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.closed: list[str] = []
        self.dropped = False
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # so it is called
        """Begin to leave out at what stands around the text, and a site's own header with its menu."""
        if tag in AROUND or self.closed:
            self.dropped = self.dropped or tag in {"nav", "footer", "aside"}
            if tag not in VOID:
                self.closed.append(tag)
        else:
            self.kept.append(self.get_starttag_text() or "")
            if tag == "body":
                self.head = len(self.kept)
            if tag == "main":
                self.mains.append([len(self.kept)])

    def handle_endtag(self, tag: str) -> None:
        """End of what is left out, where this closes it."""
        if tag in self.closed:
            while self.closed.pop() != tag:
                pass
        elif not self.closed:
            if tag == "main" and self.mains:
                self.mains[-1].append(len(self.kept))
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        """A named character."""
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """A numbered character."""
        self._keep(f"&#{name};")

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002  # so it is called
        """Where a section such as <![if !IE]> ends: for browsers it is a comment, and so it is left out."""
        return self.parse_bogus_comment(i, report=False)

    def _keep(self, words: str) -> None:
        if not self.closed:
            self.kept.append(words)


VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
