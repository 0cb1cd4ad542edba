"""What Word asks of every document beside the styles of its paragraphs: defaults, tables, bullets and fonts."""

from __future__ import annotations

from collections.abc import Iterator

from macros.terms.render.docx_look import ACCENT, BULLETS, COMPLEX, DEEPEST, HAIR, INK, SIGNS, TEXT

# Beside the letters of a table, in twentieths of a point.
MARGINS = {"top": 50, "left": 85, "bottom": 40, "right": 85}
# Signs that every font has.
SIGNS_OF_LISTS = ("•", "–", "•")
# What other programs have in the place of a font, in the same widths; its kind, where they have none.
INSTEAD = {
    TEXT: ("Caladea", "roman", "variable"),
    COMPLEX: ("Liberation Serif", "roman", "variable"),
    SIGNS: ("Inconsolata", "modern", "fixed"),
}
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
# The styles of what has none, and those of words.
STYLES = f"""
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
  <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
  <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:qFormat/>
  <w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="SourceText"><w:name w:val="Source Text"/><w:qFormat/>
  <w:rPr><w:rFonts w:ascii="{SIGNS}" w:hAnsi="{SIGNS}" w:cs="{SIGNS}"/></w:rPr></w:style>
"""


def _table() -> str:
    """Lines between the rows, a stronger one below the head, none between the columns."""
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
    sides = f"<w:top {strong}/><w:bottom {strong}/><w:insideH {thin}/>"
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in MARGINS.items())
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"<w:bottom {strong}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _bulleted() -> str:
    """One list of bullets, as deep as the styles go."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="ListBullet{depth + 1 if depth else ""}"/><w:lvlText w:val="{SIGNS_OF_LISTS[depth]}"/>'
        f'<w:lvlJc w:val="left"/></w:lvl>'
        for depth in range(DEEPEST)
    )
    listed = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    return f'{listed}<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>'


def _fonts() -> Iterator[str]:
    for name, (other, family, pitch) in INSTEAD.items():
        kind = f'<w:charset w:val="00"/><w:family w:val="{family}"/><w:pitch w:val="{pitch}"/>'
        yield f'<w:font w:name="{name}"><w:altName w:val="{other}"/>{kind}</w:font>'


DEFAULTS = STYLES + _table()
BULLETED = _bulleted()
FONTS = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {NAMESPACE}>{"".join(_fonts())}</w:fonts>'
