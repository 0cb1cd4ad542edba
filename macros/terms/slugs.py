"""Words to a part of an address."""

from __future__ import annotations

import re
import unicodedata

BETWEEN = re.compile(r"[\W_]+")


def slug(words: str) -> str:
    """The words in small letters without accents, a hyphen between them; "" where there is no letter or digit."""
    plain = words.lower()
    if not plain.isascii():
        plain = "".join(each for each in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(each))
    return BETWEEN.sub("-", plain).strip("-")
