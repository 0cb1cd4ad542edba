"""Links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.terms.check.drafting.typed import beginning
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault

# A machine's name, of which no part is empty and the last one has no figures, or its number.
HOST = r"(?:(?:[\w-]{1,63}\.)+[^\W\d_][\w-]{1,62}|\[[\da-f:.]+\]|(?:\d{1,3}\.){3}\d{1,3})"
WEB = re.compile(rf"https?://(?:[^\s/@]*@)?{HOST}(?::\d{{1,5}})?(?:[/?#]\S*)?", re.IGNORECASE)
MAIL = re.compile(rf"mailto:[^\s@?]+@{HOST}(?:\?\S*)?", re.IGNORECASE)
# Words with @ within, without the signs that only stand beside them; a user's name in a chat begins with it.
TYPED = re.compile(r"(?<![\w/@:.,+-])[\w.+-]+@[^\s<>()\[\]«»“”\";]*[^\W_]")
PHONE = re.compile(r"tel:\+?\d[\d.()-]{2,}(?:;\S*)?")


def dead_links(wording: Wording) -> Iterator[Fault]:
    """A link leads to a clause, an address of the web or of mail, or a telephone number; a mail address is whole."""
    for paragraph in wording.paragraphs:
        for match in TYPED.finditer(paragraph.text):
            if not MAIL.fullmatch(f"mailto:{match[0]}"):
                norm = f"expected a whole mail address, such as contact@example.com, found “{match[0]}”"
                yield Fault(line=paragraph.line_at(match.start()), message=f"{norm}; correct it")
        for link in paragraph.links:
            if not _leads(link.target):
                words = beginning(paragraph.text[link.start : link.end])
                norm = f"expected an address behind “{words}”, such as https://www.example.com/ or mailto:a@example.com"
                fault = f"{norm}, found {link.target or 'none'}; correct it, or take the link out"
                yield Fault(line=paragraph.line_at(link.start), message=fault)


def _leads(target: str) -> bool:
    """Whether a target is whole; whether there is a clause of an id is told elsewhere."""
    return bool(target.startswith("#") or any(each.fullmatch(target) for each in (WEB, MAIL, PHONE)))
