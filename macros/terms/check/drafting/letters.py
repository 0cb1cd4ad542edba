"""Rule about the letters of a text: paper has no fonts of its reader's to fall back on, as a browser has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.typed import spots, told
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import CODE
from macros.terms.render.pdf_letters import code, unprintable


def letters_of_no_font(wording: Wording) -> Iterator[Fault]:
    """Every letter of a text is in a font of the PDF files."""
    lacking = sorted({each for paragraph in wording.paragraphs for each in unprintable(paragraph.text)} - {CODE})
    if lacking:
        shown = ", ".join(code(each) for each in lacking[:3]) + (", …" if lacking[3:] else "")
        cure = f"write it in other letters; the PDF file prints {shown}"
        places = spots(wording, re.compile(f"[{re.escape(''.join(lacking))}]+"))
        yield from told(places, "expected letters that the fonts of the PDF files have", cure)
