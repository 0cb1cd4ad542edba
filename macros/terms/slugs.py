"""Words to a part of an address."""

from __future__ import annotations

import re
import unicodedata

BETWEEN = re.compile(r"[\W_]+")


def slug(words: str) -> str:
    """The words in small letters without accents, a hyphen between them; "" where there is no letter or digit."""
    return BETWEEN.sub("-", unaccented(words.lower())).strip("-")


def unaccented(words: str) -> str:
    """The words without accents and other marks on their letters."""
    if words.isascii():
        return words
    return "".join(each for each in unicodedata.normalize("NFKD", words) if not unicodedata.combining(each))
