"""WordprocessingML of words: runs with their format, links, bookmarks, and the marks of a tracked change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count, groupby
from xml.sax.saxutils import escape, quoteattr

from macros.terms.model import Run
from macros.terms.names import RIGHT_TO_LEFT
from macros.terms.render.docx_pieces import Piece
from macros.terms.spaces import unbroken

# What XML cannot hold; a few of these are spaces, such as the end of a page.
UNHEARD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# How long the name of a bookmark may be, of letters, digits and low lines.
LONGEST = 40
# Minutes that keep two changes apart.
APART = 2
TAGS = {"insert": ("ins", "moveTo"), "delete": ("del", "moveFrom")}
FORMATS = {"strong": "<w:b/><w:bCs/>", "emphasis": "<w:i/><w:iCs/>"}
# In French, a space parts the thousands of a number: a line never breaks there.
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


@dataclass(slots=True)
class Marks:
    """The marks of one file: who changed the text, as of when, in which language; links are its outward addresses."""

    author: str
    day: date
    language: str
    links: dict[str, str] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    minute: int = 0

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written so."""
        return self.language in RIGHT_TO_LEFT

    def tracked(self, tag: str, inner: str = "") -> str:
        """The element of a tracked change."""
        return f"<w:{tag} {self.signed()}>{inner}</w:{tag}>" if inner else f"<w:{tag} {self.signed()}/>"

    def signed(self) -> str:
        """The number, author and date of a tracked change, as attributes."""
        author = quoteattr(clean(self.author))
        return f'w:id="{next(self.numbers)}" w:author={author} w:date="{self.day}T00:{self.minute:02}:00Z"'

    def turn(self) -> None:
        """Date what follows otherwise: it is no part of a change before it.

        Of two insertions that end a paragraph and begin the next, LibreOffice makes one, with the end between them,
        where no more than a minute lies between their dates.
        """
        self.minute = APART - self.minute

    def words(self, pieces: Sequence[Piece], *, move: bool) -> str:
        """The pieces of a paragraph as runs; those that a link holds within it."""
        return "".join(
            self._linked(target, "".join(self._piece(each, move=move) for each in group))
            for target, group in groupby(pieces, lambda each: each.target)
        )

    def _piece(self, piece: Piece, *, move: bool) -> str:
        deleted = piece.run is not None and piece.run.op == "delete"
        said = _in_french(piece.text) if self.language == "fr" else piece.text
        inner = f"<w:r>{self._format(piece)}{_text(said, 'delText' if deleted else 't')}</w:r>"
        return self.tracked(tag(piece.run, move=move), inner) if piece.run else inner

    def _format(self, piece: Piece) -> str:
        """Properties in the order that the schema asks for."""
        said = self._look(piece.marks, piece.target)
        if piece.was is not None:
            said += self.tracked("rPrChange", f"<w:rPr>{self._look(piece.was, piece.target)}</w:rPr>")
        return f"<w:rPr>{said}</w:rPr>" if said else ""

    def _look(self, marks: frozenset[str], target: str) -> str:
        style = "Hyperlink" if target else "SourceText" if "code" in marks else ""
        said = f'<w:rStyle w:val="{style}"/>' if style else ""
        said += "".join(xml for kind, xml in FORMATS.items() if kind in marks)
        return said + ("<w:rtl/>" if self.right_to_left else "")

    def _linked(self, target: str, inner: str) -> str:
        if not target:
            return inner
        if target.startswith("#"):
            return f'<w:hyperlink w:anchor="{bookmark(target[1:])}" w:history="1">{inner}</w:hyperlink>'
        name = self.links.setdefault(target, f"link{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{name}" w:history="1">{inner}</w:hyperlink>'

    def bookmarked(self, clause: str) -> str:
        """The place that references to a clause lead to."""
        number = next(self.numbers)
        return f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(clause)}"/><w:bookmarkEnd w:id="{number}"/>'


def tag(run: Run, *, move: bool) -> str:
    """The element that says what became of a run; what moved is so marked where both of its places are known."""
    changed, moved = TAGS[run.op]
    return moved if move and run.kind == "moved" else changed


def bookmark(clause: str) -> str:
    """The name of a clause's bookmark: Word takes no hyphens, and only so many characters."""
    name = f"c_{clause.replace('-', '_')}"
    if len(name) <= LONGEST and "_" not in clause and name.isidentifier():
        return name
    plain = re.sub(r"\W", "_", name)[: LONGEST - 9]
    return f"{plain}_{hashlib.sha256(clause.encode()).hexdigest()[:8]}"


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return UNHEARD.sub(lambda sign: " " if sign[0].isspace() else "\ufffd", text)


def _in_french(words: str) -> str:
    return THOUSANDS.sub("\u00a0", unbroken(words))


def _text(words: str, name: str) -> str:
    parts = re.split("([\n\t])", clean(words).replace("\r\n", "\n").replace("\r", "\n"))
    special = {"\n": "<w:br/>", "\t": "<w:tab/>", "": ""}
    return "".join(
        special[each] if each in special else f'<w:{name} xml:space="preserve">{escape(each)}</w:{name}>'
        for each in parts
    )
