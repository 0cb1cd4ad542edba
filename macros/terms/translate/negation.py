"""Whether words say no: what a text denies, its translation denies too."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What denies beyond doubt; "no later than" and "No. 3" do not.
DENIALS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:not|never|cannot|neither|nor|no(?!\.|\s*\d|\s+(?:later|less|more|fewer|earlier)))\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne|n['’])\s*\w+[^.;:]{0,60}?\b(?:pas|jamais|aucune?|point|ni|nulle?)\b"
        r"|\b(?:aucune?|ni|nulle?)\b[^.;:]{0,80}?\b(?:ne\b|n['’])",
        re.IGNORECASE,
    ),
}
# What may well say it in other words: "sans", "unless", "is excluded", "au plus", "unable".
OTHERWISE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:none|nothing|without|unless|only|lack|absence|sole|regardless|void|waive|avoid|rather|instead|"
        r"until|than|least|beyond|outside|overdue|null|mere|hardly|harmless|immune|non|"
        r"(?:except|fail|refus|prohibit|exclu|limit|prevent|independent|forbid|exempt|releas|discharg|stop|laps|preclud|"
        r"restrict|reject|object|oppos|disput|miss|disclaim|den(?:y|i)|declin|ceas|depriv|withhold|remov|"
        r"un(?!der|ion|it|iv|iq|til)|impossib|inab|incap|invalid|ineff|insuff|incomp|inaccur|ineligib|irre|illeg)\w*)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ne|non|sans|ni|aucune?|jamais|pas|nulle?s?|sauf|hors|hormis|excepté|défaut|absence|seule?s?|seulement|au-delà|"
        r"(?:exclu|interdi|refus|échou|dépourv|limit|unique|indépend|impossib|incap|insuff|inex|indispo|inappl|"
        r"invalid|incomp|illici|illég|irr|non-|dépass|excéd|prohib|empêch|écart|dispens|exon|exempt|renonc|déroge|"
        r"cess|libér|retir|rejet|oppos|contest|manqu|décharg|suppr)\w*)\b|\bn['’]",
        re.IGNORECASE,
    ),
}


def denied(words: str, language: str, translation: str, other: str) -> bool:
    """Whether words deny something that their translation says in no way at all; False for languages nobody reads."""
    if language not in DENIALS or other not in DENIALS or not DENIALS[language].search(words):
        return False
    return not any(each[other].search(translation) for each in (DENIALS, OTHERWISE))
