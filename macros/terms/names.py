"""The closed sets of names: what a folder or file may be called, and what it may not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

CATALOGUES = Path(__file__).parents[1] / "locales"
# The languages that the interface speaks: English, in which its words are written, and those that have a catalogue.
LANGUAGES = ("en", *sorted(path.parts[-3] for path in CATALOGUES.glob("*/LC_MESSAGES/terms.po")))
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
ISO_639_1 = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht
    hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky
    la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny
    oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss
    st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo
    za zh zu
"""
# A fact whose every key is one of these is words in several languages.
CODES = frozenset(ISO_639_1.split())
RESERVED = frozenset({
    "404.html", "api", "assets", "calendar.ics", "changes", "developers", "draft", "embed",
    "feed.xml", "guide", "index.html", "opensearch.xml", "review", "robots.txt", "search",
    "sitemap.xml", "terms-index",
})  # fmt: skip
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}")
# Where the indexes of the search stand.
SEARCH = "search"
# The alphabetical index, where the search box leads without JavaScript.
TERMS_INDEX = "terms-index"
# How contracts are changed, for those who know contracts and not Git: docs/guide/, and where it is served.
GUIDE = "guide"
# How other systems read the site: docs/developers/, and where it is served.
DEVELOPERS = "developers"
# The folder, and the version, of the working text.
DRAFT = "draft"
# Beside a text: the copy of it that was sealed, and what was reviewed of a translation.
SEALED, FRESHNESS = ".sealed.md", ".freshness.yml"
TEXT_FILE = re.compile(r"(?P<language>[a-z]{2,3})(?:\.r(?P<revision>[1-9]\d*))?\.md")


def refusal(name: str) -> str | None:
    """Why a publisher or document may not be called so, None where it may."""
    if name in RESERVED or as_date(name) or is_language(name):
        return f"expected a name that is no language, no date and none of {', '.join(sorted(RESERVED))}"
    return None if SLUG.fullmatch(name) else "expected a name of small letters, digits and single hyphens"


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A question after the known name that is nearest to one that nobody knows, else what is told where none is."""
    nearest = get_close_matches(name, list(known), n=1)
    return f"did you mean {nearest[0]}?" if nearest else otherwise


def is_language(name: str) -> bool:
    """Whether a name is that of a language: "de" is, and "cgv" or "dpa" are contracts."""
    return name in CODES or name in LANGUAGES


def as_version(name: str) -> date | None:
    """The day that a version's folder is named after, None where it is none of the years 1900 to 2999."""
    day = as_date(name)
    return day if day and date(1900, 1, 1) <= day < date(3000, 1, 1) else None


def as_date(name: str) -> date | None:
    """The day that a text of the form YYYY-MM-DD names, None where it names none."""
    try:
        return date.fromisoformat(name) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", name) else None
    except ValueError:
        return None
