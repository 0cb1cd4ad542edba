"""The closed sets of names: what a folder or file may be called, and what it may not."""

from __future__ import annotations

import re
from datetime import date

# The interface's languages, each with its catalogue; the first that a site has is the one a visitor
# without preference gets.
LANGUAGES = ("fr", "en", "ar")
RIGHT_TO_LEFT = frozenset({"ar"})
# What a site speaks whose home page has no prose yet.
USUAL = frozenset({"fr", "en"})
RESERVED = frozenset({
    "404.html", "api", "assets", "calendar.ics", "changes", "developers", "draft", "embed",
    "feed.xml", "guide", "index.html", "opensearch.xml", "review", "robots.txt", "sitemap.xml",
    "terms-index", *LANGUAGES,
})  # fmt: skip
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}")
# The folder, and the version, of the working text.
DRAFT = "draft"
TEXT_FILE = re.compile(r"(?P<language>[a-z]{2,3})(?:\.r(?P<revision>[1-9]\d*))?\.md")


def refusal(name: str) -> str | None:
    """Why a publisher or document may not be called so, None where it may."""
    if name in RESERVED or as_date(name) or LANGUAGE.fullmatch(name):
        return f"expected a name that is no language, no date and none of {', '.join(sorted(RESERVED))}"
    return None if SLUG.fullmatch(name) else "expected a name of small letters, digits and single hyphens"


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
