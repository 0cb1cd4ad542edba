"""Rules of typography: spaces, quotation marks, apostrophes, the first of a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.terms.check.drafting.typed import Spot, spots, told, typed
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault

LETTER = r"[^\W\d_]"
UNITS = r"[%‰€£]|(?:[GMKTk]o|k[gmW])\b"
# Between a scheme and its name there is no space: mailto:, urn:
SCHEME = r"(?<!mailto:)(?<!http:)(?<!https:)(?<!tel:)(?<!urn:)(?<!doi:)(?<!sip:)"
COMMA = (
    "expected a space after a comma",
    "put one",
    re.compile(rf",(?<={LETTER}{{2}},)(?={LETTER}{{2}})"),
)
STOP = (
    "expected a space after a full stop",
    "put one",
    re.compile(rf"\.(?<=[a-zà-ÿ]{{3}}\.)(?=[A-ZÀ-Ý](?:{LETTER}|['’])+\s)"),
)
INSIDE = (
    "expected no space inside brackets",
    "take it out",
    re.compile(
        r"\((?=[ \u00a0\u202f]+(?:[^\W_][ \u00a0\u202f])?[^\W_]{2})|"
        r"\)(?:(?<=[^\W_]{2}[\w»”.%€][ \u00a0\u202f]\))|(?<=[^\W_]{2}[ \u00a0\u202f]\d[ \u00a0\u202f]\)))"
    ),
)
BESIDE = (
    "expected a space after a bracket",
    "put one",
    re.compile(rf"\)(?<=\d\))(?={LETTER}{{3}})"),
)
# In a language: the norm, what to do, and what breaks it.
SPACING: Mapping[str, Sequence[tuple[str, str, re.Pattern[str]]]] = {
    "fr": (
        (
            "expected a space before ; : ! ? in French",
            "put one",
            re.compile(
                rf"[;:!?](?:(?<=[^\s;:!?.,…(\[«“/].)(?=[\s»”\")]|$)|(?<={LETTER}{{2}}[;!?])(?={LETTER}{{2}})|"
                rf"(?<=[a-zà-ÿ]{{3}}:){SCHEME}(?=[a-zà-ÿ]{{2}}))"
            ),
        ),
        ("expected a space inside « » in French", "put one", re.compile(r"[«»](?:(?<=«)(?=[^\s»])|(?<=[^\s«]»))")),
        ("expected a space between a number and its unit in French", "put one", re.compile(rf"\d(?:{UNITS})")),
        (
            "expected an apostrophe in French, not a space",
            "put one",
            re.compile(r"\b[ldLD](?<![\w.)'’«“-].)\s(?=[aeiouyàâéèêëîïôûœ][a-zà-ÿ]{2})"),
        ),
        (
            "expected no space before a comma or a full stop",
            "take it out",
            re.compile(r"\s(?<=[\w)»”’…\]%€]\s)\s*[,.](?=\s|$)(?!\s\.)"),
        ),
        COMMA,
        STOP,
        INSIDE,
        BESIDE,
    ),
    "en": (
        (
            "expected no space before ; : ! ? or a comma or full stop in English",
            "take it out",
            re.compile(r"\s(?<=[\w)\]”’%]\s)\s*[;:!?,.](?=\s|$)(?!\s\.)"),
        ),
        COMMA,
        STOP,
        INSIDE,
        BESIDE,
    ),
}
# Words of another language, between its quotation marks, keep its spaces; a quotation is shorter than this.
NEAR = 300
PAIRS: Mapping[str, re.Pattern[str]] = {
    "« »": re.compile(r"«[^«»]{0,600}»"),
    "“ ”": re.compile(r"“[^“”]{0,600}”"),
    '" "': re.compile(r"\"(?<!\w\")[^\"\n]{1,300}\"(?!\w)"),
}
APOSTROPHES: Mapping[str, re.Pattern[str]] = {
    "’": re.compile(rf"’(?<={LETTER}’)(?={LETTER})"),
    "'": re.compile(rf"'(?<={LETTER}')(?={LETTER})"),
}
MONTHS = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
FIRST = re.compile(rf"[01](?<![\w.,/°-].)(?<!\d\s.)(?:(?<=0)1|(?<=1)(?:\s(?:er|ᵉʳ))?)\s(?:{MONTHS})\b", re.IGNORECASE)


def spacing(wording: Wording) -> Iterator[Fault]:
    """Every sign has the spaces around it that the language asks for."""
    for norm, cure, pattern in SPACING[wording.language]:
        yield from told([each for each in spots(wording, pattern) if not _is_foreign(each)], norm, cure)


def _is_foreign(spot: Spot) -> bool:
    """Whether a place stands between English quotation marks, of which the first is near."""
    text, near = spot.paragraph.text, max(0, spot.start - NEAR)
    return (
        text.rfind("“", near, spot.start) > text.rfind("”", near, spot.start)
        and "”" in text[spot.end : spot.end + NEAR]
    )


def quotation_marks(wording: Wording) -> Iterator[Fault]:
    """A text uses one kind of quotation marks; another kind stands only inside the first."""
    found = {kind: _outermost(wording, kind) for kind in PAIRS}
    usual = max(found, key=lambda kind: len(found[kind]))
    for kind, places in found.items():
        if kind != usual:
            norm = f"expected {usual}, the quotation marks of most of this text"
            yield from told(places, norm, f"write {usual}")


def _outermost(wording: Wording, kind: str) -> list[Spot]:
    """The quotations of a kind that stand inside no other quotation."""
    made: list[Spot] = []
    for paragraph, text in typed(wording):
        others = [match.span() for other in PAIRS if other != kind for match in PAIRS[other].finditer(text)]
        made += [
            Spot(paragraph=paragraph, start=match.start(), end=match.start() + 1)
            for match in PAIRS[kind].finditer(text)
            if not any(start < match.start() and match.end() < end for start, end in others)
        ]
    return made


def apostrophes(wording: Wording) -> Iterator[Fault]:
    """A text uses one kind of apostrophe."""
    found = {kind: spots(wording, pattern) for kind, pattern in APOSTROPHES.items()}
    usual, rare = sorted(found, key=lambda kind: len(found[kind]), reverse=True)
    if places := found[rare]:
        norm = f"expected one kind of apostrophe, “{usual}” as in {len(found[usual])} other places"
        yield from told(places, norm, f"write “{usual}” everywhere")


def first_of_month(wording: Wording) -> Iterator[Fault]:
    """French writes the first day of a month "1er"."""
    yield from told(spots(wording, FIRST), "expected 1er for the first day of a month", "write 1er")
