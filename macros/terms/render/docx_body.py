"""A redline to the body of a Word document: paragraphs with real styles, changes tracked; equal texts have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from macros.terms.model import Passage, Redline, Run, spelt
from macros.terms.render.docx_apart import apart, serial
from macros.terms.render.docx_look import LISTED, RULE, WIDTH, style
from macros.terms.render.docx_marks import Marks, tag
from macros.terms.render.docx_moves import moves
from macros.terms.render.docx_pieces import JOINT, Piece, labels, pieces
from macros.terms.render.docx_table import widths
from macros.terms.render.redline_inline import OPS

# The first row is the table's head.
LOOK = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
CELLS = ("cell", "heading-cell")


class Body:
    """The paragraphs and tables of one redline."""

    def __init__(self, redline: Redline, marks: Marks) -> None:
        self.redline, self.marks = redline, marks
        # The sealed front matter is no part of the text.
        self.passages = list(apart(each for each in redline.passages if not each.old is each.new is None))
        self.moves = moves(self.passages)
        self.ranges: dict[str, int] = {}
        self.news = {each.id for each in redline.new}
        self.marked: set[str] = set()
        self.styles: dict[tuple[int, str], str] = {}
        self.titles: Counter[str] = Counter()

    @property
    def xml(self) -> str:
        """The whole body."""
        return "".join(self._blocks())

    def _blocks(self) -> Iterator[str]:
        numbered = enumerate(self.passages)
        for table, group in groupby(numbered, lambda each: serial(each[1], "table")):
            if table is None:
                for at, passage in group:
                    yield self._paragraph(passage, at)
            else:
                yield self._table([passage for _, passage in group])

    def _table(self, passages: Sequence[Passage]) -> str:
        rows = [list(group) for _, group in groupby(passages, lambda each: serial(each, "row"))]
        cells = [[list(group) for _, group in groupby(row, lambda each: serial(each, *CELLS))] for row in rows]
        columns = widths(cells)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        mirrored = "<w:bidiVisual/>" if self.marks.right_to_left else ""
        head = f'<w:tblStyle w:val="TableGrid"/>{mirrored}<w:tblW w:w="{WIDTH}" w:type="dxa"/>{LOOK}'
        body = "".join(self._row(row, columns) for row in cells)
        op = _common(passages)
        mark = f"<w:rPr>{self.marks.tracked(op)}</w:rPr>" if op else ""
        # Two tables without a paragraph between them would become one.
        end = f'<w:p><w:pPr><w:pStyle w:val="TableEnd"/>{mark}</w:pPr></w:p>'
        return f"<w:tbl><w:tblPr>{head}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{end}"

    def _row(self, cells: Sequence[Sequence[Passage]], columns: Sequence[int]) -> str:
        op = _common([each for cell in cells for each in cell])
        head = any(each.kind == "heading-cell" for each in cells[0][0].path)
        # The schema asks for the properties of the row's own before what became of it.
        said = f"<w:cantSplit/>{'<w:tblHeader/>' if head else ''}{self.marks.tracked(op) if op else ''}"
        inner = "".join(self._cell(cell, width, row=op) for cell, width in zip(cells, columns, strict=False))
        return f"<w:tr><w:trPr>{said}</w:trPr>{inner}</w:tr>"

    def _cell(self, passages: Sequence[Passage], width: int, *, row: str) -> str:
        op = "" if row else _common(passages)
        said = self.marks.tracked({"ins": "cellIns", "del": "cellDel"}[op]) if op else ""
        inner = "".join(self._paragraph(each, None) for each in passages)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{said}</w:tcPr>{inner}</w:tc>'

    def _paragraph(self, passage: Passage, at: int | None) -> str:
        """The paragraph of a passage; several where paragraphs of the old text were merged."""
        move = self.moves.get(at) if at is not None else None
        before, after = self._range(passage, at)
        parts = _parted(pieces(passage))
        opening = before + self._bookmark(passage) + self._label(passage, move=bool(move))
        last = "" if at is None else self._mark(passage, at)
        paragraphs = ""
        for place, part in enumerate(parts):
            joint = place < len(parts) - 1
            mark = self.marks.tracked("del") if joint else last
            words = self.marks.words(part, move=bool(move))
            was = passage.before[place] if passage.before else passage
            properties = self._properties(passage, was, mark, keep=at is not None and self._introduces(passage, at))
            paragraphs += f"<w:p>{properties}{'' if place else opening}{words}</w:p>"
        if passage.state == "kept" and not last:
            self.marks.turn()
        return paragraphs + after

    def _introduces(self, passage: Passage, at: int) -> bool:
        """Whether a paragraph announces what follows it, a list or a table, and so stays on its page."""
        return spelt(passage.words, "delete").rstrip().endswith(":") and at + 1 < len(self.passages)

    def _properties(self, passage: Passage, was: Passage, mark: str, *, keep: bool) -> str:
        """The properties of a paragraph, and those of the old one where they are others."""
        gone = OPS.get(passage.state) == "delete"
        now = self._style(passage, "insert" if gone else "delete")
        kept = "<w:keepNext/>" if keep else ""
        said = RULE if passage.kind == "rule" else ""
        said += "<w:bidi/>" if self.marks.right_to_left else ""
        old = self._style(was, "insert") if passage.state == "kept" else now
        # LibreOffice brings a style back, but not the list of that style.
        before = f"<w:pPr>{_styled(old)}{kept}{LISTED[old]}{said}</w:pPr>"
        change = self.marks.tracked("pPrChange", before) if old != now else ""
        return f"<w:pPr>{_styled(now)}{kept}{said}{f'<w:rPr>{mark}</w:rPr>' if mark else ''}{change}</w:pPr>"

    def _style(self, passage: Passage, without: str) -> str:
        """The style of a passage in the text without an op; a text has one title, whose other lines are below it."""
        key = (id(passage), without)
        if key not in self.styles:
            found = style(passage, without)
            self.titles[without] += found == "Title"
            self.styles[key] = "Subtitle" if found == "Title" and self.titles[without] > 1 else found
        return self.styles[key]

    def _mark(self, passage: Passage, at: int) -> str:
        """What became of the end of a paragraph: one that a split made is new, though its words are not."""
        op = OPS.get(passage.state, "")
        following = self.passages[at + 1].before[:1] if at + 1 < len(self.passages) else ()
        if following and passage.before and following[0] is passage.before[-1]:
            op = "insert"
        kind = "moved" if passage.state.startswith("moved") else "text"
        return self.marks.tracked(tag(Run(op, "", kind), move=at in self.moves)) if op else ""

    def _range(self, passage: Passage, at: int | None) -> tuple[str, str]:
        """Where a move begins and ends, around the paragraphs that moved together."""
        move = self.moves.get(at) if at is not None else None
        if move is None:
            return "", ""
        name = "moveFromRange" if passage.state == "moved-from" else "moveToRange"
        first = f'<w:{name}Start {self._signed(name + move.name)} w:name="{move.name}"/>' if move.first else ""
        last = f'<w:{name}End w:id="{self.ranges[name + move.name]}"/>' if move.last else ""
        return first, last

    def _signed(self, name: str) -> str:
        signed = self.marks.signed()
        self.ranges[name] = int(signed.split('"')[1])
        return signed

    def _bookmark(self, passage: Passage) -> str:
        """The bookmark of the clause that a heading begins; a clause that stands twice has it where it now is."""
        if passage.kind != "heading":
            return ""
        clause = self.redline.clause_of(passage)
        away = passage.new is None and clause.id in self.news
        if not clause.own or not clause.id or away or clause.id in self.marked:
            return ""
        self.marked.add(clause.id)
        return self.marks.bookmarked(clause.id)

    def _label(self, passage: Passage, *, move: bool) -> str:
        """The number of a heading or the mark of an item, and the space after it."""
        old, new = labels(passage)
        after = " " if passage.kind == "heading" else "\t"
        op = OPS.get(passage.state)
        if op or old == new:
            # A number that differs at the other place did not move with the words.
            same = all(run.kind != "renumbered" for run in passage.lead)
            kind = "moved" if passage.state.startswith("moved") and same else "text"
            said = [Piece(f"{new or old}{after}", Run(op, "", kind) if op else None)] if new or old else []
        else:
            shared = Piece(after) if old and new else None
            gone, come = (each if shared or not each else each + after for each in (old, new))
            said = [Piece(gone, Run("delete", gone))] if gone else []
            said += [Piece(come, Run("insert", come))] if come else []
            said += [shared] if shared else []
        return self.marks.words(said, move=move)


def _parted(words: Sequence[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for each in words:
        if each.text == JOINT:
            parts.append([])
        else:
            parts[-1].append(each)
    return parts


def _styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def _common(passages: Sequence[Passage]) -> str:
    """What became of all the passages alike: ins, del, or "" where they differ or stayed."""
    ops = {OPS.get(each.state, "") for each in passages}
    return {"insert": "ins", "delete": "del"}.get(ops.pop(), "") if len(ops) == 1 else ""
