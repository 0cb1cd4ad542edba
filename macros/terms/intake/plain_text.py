"""The bytes of a text file to words."""

from __future__ import annotations

import re

from macros.terms.intake.model import UnreadableError

CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def decoded(content: bytes) -> str:
    """The words of a file in UTF-8, in the encoding that it names, or in that of Windows; raises UnreadableError."""
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError("expected a file of words, found one of bytes; give it the ending of what it is")
    named = CHARSET.search(content[:2048])
    bom = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else []
    for encoding in (*bom, "utf-8-sig", named[1].decode("ascii") if named else "cp1252", "cp1252"):
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableError("expected a file of words in UTF-8, found bytes that are no letters; save it as UTF-8")
