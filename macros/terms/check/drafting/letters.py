"""Rule about the letters of a text: paper has no fonts of its reader's to fall back on, as a browser has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.typed import spots, told
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import CODE
from macros.terms.render.pdf_letters import code, unprintable

# A Cyrillic letter that looks like a Latin one, and what nobody sees: no search finds such a word.
MIXED = re.compile(r"(?<![^\W\d_])[^\W\d_]*(?:[A-Za-zÀ-ÿ][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zÀ-ÿ])[^\W\d_]*")
UNSEEN = re.compile(r"(?<=\w)[\u200b\u2060\ufeff](?=\w)")


def letters_of_no_font(wording: Wording) -> Iterator[Fault]:
    """Every letter of a text is in a font of the PDF files, and a word's are of one alphabet."""
    yield from told(spots(wording, MIXED), "expected a word in letters of one alphabet", "type it anew")
    yield from told(spots(wording, UNSEEN), "expected a word without a sign that nobody sees", "type it anew")
    lacking = sorted({each for paragraph in wording.paragraphs for each in unprintable(paragraph.text)} - {CODE})
    if lacking:
        shown = ", ".join(code(each) for each in lacking[:3]) + (", …" if lacking[3:] else "")
        cure = f"write it in other letters; the PDF file prints {shown}"
        places = spots(wording, re.compile(f"[{re.escape(''.join(lacking))}]+"))
        yield from told(places, "expected letters that the fonts of the PDF files have", cure)
