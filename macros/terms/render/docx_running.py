"""What runs above and below the pages of a Word document, written in the direction of its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from macros.terms.render.docx_marks import clean

# A date or a digest among words that are written from the right: unmarked, its figures would change places.
FIGURES = re.compile(r"\d{4}-\d\d-\d\d|[0-9A-Fa-f]{16,}…?")
LEFT_TO_RIGHT = "\u200e"


def running(parts: Sequence[str], *, right_to_left: bool) -> str:
    """The runs of a line whose parts stand at its two ends."""
    return _run("<w:tab/>".join(_words(each, right_to_left=right_to_left) for each in parts), right_to_left)


def page_of_pages(word: str, *, right_to_left: bool) -> str:
    """The runs that say on which of how many pages one is, after a tab."""
    said = f"<w:tab/>{_words(f'{word} ', right_to_left=right_to_left)}"
    return (
        _run(said, right_to_left)
        + _field("PAGE", right_to_left)
        + _run(_words(" / ", right_to_left=False), right_to_left)
        + _field("NUMPAGES", right_to_left)
    )


def _field(code: str, right_to_left: bool) -> str:
    """A field that Word fills in; what stands in it until then is the first page."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(_run(each, right_to_left) for each in parts)


def _run(inner: str, right_to_left: bool) -> str:
    return f"<w:r>{'<w:rPr><w:rtl/></w:rPr>' if right_to_left else ''}{inner}</w:r>"


def _words(words: str, *, right_to_left: bool) -> str:
    said = clean(words)
    if right_to_left:
        said = FIGURES.sub(rf"{LEFT_TO_RIGHT}\g<0>{LEFT_TO_RIGHT}", said)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in said.split("\n"))
