"""How the styles of a Word document look, as WordprocessingML, and which of them each passage takes.

The names are Word's own where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.terms.model import Passage, spelt

# Fonts that Word has on every system, and other programs in the same widths; the second is for Arabic and Hebrew.
TEXT, COMPLEX, SIGNS = "Cambria", "Times New Roman", "Consolas"
INK, QUIET, ACCENT, HAIR = "1C1B1A", "5C5853", "1C4E9D", "A9A49C"
# In twentieths of a point: the width of the text on A4, how far an item's words stand in, and its mark before them.
WIDTH, STEP, HANGING = 8278, 454, 454
# Word's own lists go three deep, its headings nine.
DEEPEST = 3
BODY = 11.5
BULLETS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style: sizes and spaces in points, indents in twentieths of one.

    rule is the side that has a line; exact says that a line is only as high as its letters.
    """

    size: float = BODY
    before: float = 0
    after: float = 6
    line: float = 1.15
    exact: bool = False
    left: int = 0
    hanging: int = 0
    bold: bool = False
    keep: bool = False
    outline: int | None = None
    bullet: int | None = None
    rule: str = ""
    tab: bool = False
    font: str = TEXT
    color: str = INK


# Points: size, before, after. The further down, the less the size tells levels apart.
HEADINGS = ((14.5, 20, 6), (12.5, 14, 4), (11.5, 10, 3), *[(11.5, 8, 3)] * 6)


def _looks() -> Iterator[tuple[str, Look]]:
    yield "Body Text", Look()
    yield "Title", Look(size=22, after=18, line=1.05, bold=True, keep=True)
    yield "Subtitle", Look(size=14, after=14, line=1.05, bold=True, keep=True)
    for level, (size, before, after) in enumerate(HEADINGS):
        yield (
            f"heading {level + 1}",
            Look(size=size, before=before, after=after, line=1.05, bold=True, keep=True, outline=level),
        )
    for depth in range(DEEPEST):
        number = f" {depth + 1}" if depth else ""
        left = STEP // 2 + STEP * (depth + 1)
        yield f"List{number}", Look(after=5, left=left, hanging=HANGING)
        yield f"List Bullet{number}", Look(after=5, left=left, hanging=HANGING, bullet=depth)
        yield f"List Continue{number}", Look(after=5, left=left)
    yield "Quote", Look(left=STEP, color=QUIET)
    yield "Definition Term", Look(before=4, after=1, bold=True, keep=True)
    yield "Definition", Look(left=STEP)
    yield "Table Text", Look(size=10, after=1, line=1.05)
    yield "Table Heading", Look(size=10, after=1, line=1.05, bold=True, keep=True)
    # Word asks for a paragraph after a table; it must not begin a page of its own.
    yield "Table End", Look(size=1, after=8, exact=True)
    yield "Listing", Look(size=9, font=SIGNS, left=STEP)
    yield "header", Look(size=8.5, after=0, line=1, rule="bottom", tab=True, color=QUIET)
    yield "footer", Look(size=8.5, after=0, line=1, rule="top", tab=True, color=QUIET)


LOOKS: Mapping[str, Look] = dict(_looks())


def paragraph_style(name: str) -> str:
    """A style of paragraphs; after a heading or a title, one goes on to write text."""
    look = LOOKS[name]
    following = '<w:next w:val="BodyText"/>' if look.keep or name == "Body Text" else ""
    said = f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
    custom = ' w:customStyle="1"' if name.startswith(("Definition", "Table", "Listing")) else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(name)}">{said}'
        f"<w:pPr>{_paragraph(look)}</w:pPr><w:rPr>{_run(look)}</w:rPr></w:style>"
    )


def style_id(name: str) -> str:
    """The id that a style's name has in the file."""
    return "".join(f"{each[:1].upper()}{each[1:]}" for each in name.split())


def _paragraph(look: Look) -> str:
    """Properties in the order that the schema asks for."""
    said = "<w:keepNext/><w:keepLines/>" if look.keep else ""
    said += f"<w:widowControl/>{_bulleted(look)}"
    if look.rule:
        said += f'<w:pBdr><w:{look.rule} w:val="single" w:sz="4" w:space="4" w:color="{HAIR}"/></w:pBdr>'
    said += f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>' if look.tab else ""
    said += f'<w:spacing w:before="{_twentieths(look.before)}" w:after="{_twentieths(look.after)}"'
    said += (
        f' w:line="{_twentieths(look.size)}" w:lineRule="exact"/>'
        if look.exact
        else f' w:line="{round(look.line * 240)}" w:lineRule="auto"/>'
    )
    said += f'<w:ind w:left="{look.left}" w:hanging="{look.hanging}"/>' if look.left else ""
    return said + ("" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>')


def _bulleted(look: Look) -> str:
    if look.bullet is None:
        return ""
    return f'<w:numPr><w:ilvl w:val="{look.bullet}"/><w:numId w:val="{BULLETS}"/></w:numPr>'


def _run(look: Look) -> str:
    """Each property of a script that is written from the right stands beside that of the others."""
    said = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:eastAsia="{look.font}" w:cs="{COMPLEX}"/>'
    said += "<w:b/><w:bCs/>" if look.bold else ""
    half = round(look.size * 2)
    return f'{said}<w:color w:val="{look.color}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _twentieths(points: float) -> int:
    return round(points * 20)


# The list of each style by its id, for a paragraph that says it itself.
LISTED: Mapping[str, str] = {style_id(name): _bulleted(look) for name, look in LOOKS.items()}
# The styles of blocks by their kind; those that stand in others go by these.
BLOCKS: Mapping[str, str] = {"listing": "Listing", "quote": "Quote", "rule": "BodyText", "term": "DefinitionTerm"}
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'


def style(passage: Passage, without: str) -> str:
    """The id of a passage's paragraph style, in the text without the runs of an op; a title line is a heading too."""
    kinds = [each.kind for each in passage.path]
    if passage.kind == "heading" and not kinds:
        return f"Heading{passage.level - 1}" if passage.level > 1 else "Title"
    if {"cell", "heading-cell"} & {*kinds}:
        return "TableHeading" if "heading-cell" in kinds else "TableText"
    if passage.kind in BLOCKS:
        return BLOCKS[passage.kind]
    depth = min(sum(kind == "item" for kind in kinds), DEEPEST)
    if depth:
        return _item(passage, without) + (str(depth) if depth > 1 else "")
    around = {"definition": "Definition", "term": "DefinitionTerm", "quote": "Quote"}
    return next((around[kind] for kind in reversed(kinds) if kind in around), "BodyText")


def _item(passage: Passage, without: str) -> str:
    """An item's first paragraph has its mark: a bullet that Word draws, or a letter or number that is text."""
    if not spelt(passage.lead, without).strip(" \t\r\n>|"):
        return "ListContinue"
    lists = [each.kind for each in passage.path if each.kind in {"bullets", "lettered", "numbered"}]
    return "ListBullet" if lists[-1:] == ["bullets"] else "List"
