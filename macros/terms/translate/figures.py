"""What a typed line says in figures, the same in every language: dates, periods, amounts, numbers, addresses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial

from text_to_num import alpha2digit

from macros.terms.formats import currency_names, month_numbers, month_pattern

# What a translation has by name, not by value, and what is no part of the words.
NAMED = re.compile(r"\{\{.*?\}\}(?:\s?[h:]\s?\d\d)?|\[[^\[\]]*\]\(#[^()\s]*\)|\{#[^{}]*\}")
LIST_MARK = re.compile(r"^\s*(?:\d+[.)]|[-+*]|\(?[A-Za-z0-9]{1,5}[.)])(?=\s)")
ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bwww\.[^\s<>()\[\]]+")
# Digits that were typed are set apart, so that those which number words are made into can be told from them.
DIGITS, TYPED = "0123456789", "".join(chr(0xE000 + number) for number in range(10))
APART, TOGETHER = str.maketrans(DIGITS, TYPED), str.maketrans(TYPED, DIGITS)
D, GAP = f"[{TYPED}]", "[ \u00a0\u202f]?"
SEPARATORS = str.maketrans("٫٬", ".,")
OTHER_DIGIT, ANY_DIGIT = re.compile(r"(?![0-9])\d"), re.compile(rf"[\d{TYPED}]")
# "30", "62 734,50", "62,734.50", "2016/679", "441-10".
NUMBER = rf"{D}{{1,3}}(?:[ \u00a0\u202f.,]{D}{{3}})+(?!{D})(?:[.,]{D}+)?|{D}+(?:[.,/-]{D}+)*"
# The same or a number in words, and once more between brackets: "thirty (30)".
SAID = rf"(?:(?<!\w)(?P<number>{NUMBER}|\d+)(?:\s*\((?P<again>{NUMBER})\))?|\((?P<alone>{NUMBER})\))"
UNITS: Mapping[str, str] = {
    "second": "secondes?|seconds?",
    "minute": "minutes?",
    "hour": "heures?|hours?",
    # Before the days, of which they are some: "cinq (5) jours ouvrés", "five (5) Business Days".
    "working day": r"jours?\s+(?:ouvr(?:és?|ables?)|de\s+travail)|(?:working|business)[\s-]+days?|days?\s+of\s+work",
    "day": "jours?|days?",
    "week": "semaines?|weeks?",
    "month": "mois|months?",
    "quarter": "trimestres?|quarters?",
    "year": "ans?|années?|years?",
}
CURRENCIES = ("EUR", "GBP", "USD", "CHF", "CAD")
# What the library makes of "trente", "zéro virgule cinq", "quinzième", "twenty-first".
ORDINAL = re.compile(r"(\d+(?:[.,]\d+)?)(?:ers?|ères?|[eè]mes?|nd[es]?|st|rd|th)?")
# Languages whose number words the library reads, those whose units are above, those that write a decimal comma.
SPELT, MEASURED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"}), frozenset({"en", "fr"})
COMMA = frozenset({"de", "es", "fr", "it", "nl", "pt"})
# What a language whose number words nobody reads here may well say in words.
COUNTED = re.compile(rf"\d+(?: (?:{'|'.join(UNITS)}))?")

Say = Callable[[re.Match[str]], Iterator[str]]


def differences(binding: str, language: str, translation: str, other: str) -> tuple[Counter[str], Counter[str]]:
    """The figures of a line that its translation misses, and those that only the translation has."""
    theirs, ours = figures(binding, language, other), figures(translation, other, language)
    missing, foreign = theirs - ours, ours - theirs
    if not {language, other} <= SPELT:
        missing = Counter({each: times for each, times in missing.items() if not COUNTED.fullmatch(each)})
    return missing, foreign


# The check reads each line of a draft for errors and for notices, and a preview checks again at each save.
@lru_cache(maxsize=8192)
def figures(line: str, language: str, other: str) -> Counter[str]:
    """How often a line in a language says each figure that one in the other language can say too.

    "30 day", "2027-01-01", "99.9 %", "500 EUR", "9:30", "441-10", an address. Values of variables, numbers of clauses
    and the marks of lists are none: a translation has those by name.
    """
    reader = _Reader(line, language, other)
    reader.read(spelt={language, other} <= SPELT)
    return reader.found


# Contracts say the same words again and again.
@lru_cache(maxsize=65536)
def spelt_number(words: str, language: str) -> str:
    """The number that words say, such as "30" for "trente" and "21" for "twenty-first"; "" for anything else."""
    if language not in SPELT:
        return ""
    said = ORDINAL.fullmatch(alpha2digit(" ".join(words.split()), language, threshold=0))
    return said[1].replace(",", ".") if said else ""


class _Reader:
    """A line of which figures are taken one kind after the other, and what was taken."""

    def __init__(self, line: str, language: str, other: str) -> None:
        self.language, self.measured = language, {language, other} <= MEASURED
        # A page has the same address in each language but for the one part that names it: "/fr/terms", "/en/terms".
        self.own_part = re.compile(rf"(?<=/)(?:{language}|{other})(?:-[a-z]{{2}})?(?=[/.?#]|$)", re.IGNORECASE)
        self.found: Counter[str] = Counter()
        words = LIST_MARK.sub(" ", NAMED.sub("…", line)).replace("\n", " ")
        plain = OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), words)
        self.text = plain.translate(SEPARATORS)

    def read(self, *, spelt: bool) -> None:
        """Take everything that the line says in figures."""
        self._take(ADDRESS, lambda match: iter((self.own_part.sub("…", match[0].rstrip(".,;:")),)))
        self.text = MULTIPLIED.sub(_multiplied, self.text.translate(APART))
        if spelt:
            self.text = NINE.sub("9", self.text) if self.language == "fr" else self.text
            self.text = alpha2digit(self.text, self.language, threshold=0)
        if not ANY_DIGIT.search(self.text):
            return
        for pattern in _dates(self.language):
            self._take(pattern, self._date)
        self._take(CLOCK, _clock)
        self._take(PERCENT, partial(self._with, "%"))
        for code in CURRENCIES:
            self._take(_amounts(code, self.language), partial(self._with, code))
        self.text = ALWAYS.sub("24 hours, 7 days".translate(APART), self.text)
        self.text = SHORT.sub(lambda match: f"{match['number']} {LONG[match['unit'].casefold()]}", self.text)
        for unit, pattern in PERIODS.items():
            self._take(pattern, partial(self._with, unit if self.measured else ""))
        self._take(TWICE, partial(self._with, ""))
        self._take(ARTICLE, lambda match: iter((f"{match['code']}. {self._value(match['number'])}",)))
        self._take(re.compile(NUMBER), lambda match: iter((self._value(match[0]),)))

    def _take(self, pattern: re.Pattern[str], say: Say) -> None:
        def taken(match: re.Match[str]) -> str:
            self.found.update(say(match))
            return " … "

        self.text = pattern.sub(taken, self.text)

    def _with(self, unit: str, match: re.Match[str]) -> Iterator[str]:
        """A number with its unit; "one" in words is often no more than "a"."""
        said = [self._value(each) for each in match.groupdict().values() if each]
        if said == ["1"] and not match.groupdict().get("alone") and unit in {"", *UNITS}:
            return
        for value in dict.fromkeys(said):
            yield f"{_shortest(value) if unit else value} {unit}".rstrip()

    def _value(self, number: str) -> str:
        plain = re.sub(r"\s", "", number.translate(TOGETHER))
        group, point = (".", ",") if self.language in COMMA else (",", ".")
        if re.fullmatch(rf"\d{{1,3}}(?:[{group}]\d{{3}})+(?:[{point}]\d+)?", plain):
            plain = plain.replace(group, "")
        return plain.replace(",", ".")

    def _date(self, match: re.Match[str]) -> Iterator[str]:
        day, month, year = (match[name].translate(TOGETHER) for name in ("day", "month", "year"))
        number = month_numbers(self.language).get(month.casefold(), month)
        yield f"{year}-{int(number):02}-{int(day):02}"


def _shortest(value: str) -> str:
    """A decimal number without zeros that say nothing: "10.50" is "10.5"."""
    return value.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", value) else value


def _multiplied(match: re.Match[str]) -> str:
    """A number of thousands or millions as a number."""
    number = match["number"].translate(TOGETHER).replace(",", ".")
    size = MULTIPLES[match["size"].casefold().rstrip("s")]
    return f"{float(number) * size:.0f}".translate(APART)


def _clock(match: re.Match[str]) -> Iterator[str]:
    """A time of day, of twenty-four hours."""
    hour = int(match["hour"].translate(TOGETHER))
    minute = int((match["minute"] or match["minutes"] or "0").translate(TOGETHER))
    if half := match["half"] or match["own"]:
        hour = hour % 12 + 12 * (half.casefold() == "p")
    # "22 heures" is an hour of the day or a period: only its reader knows.
    yield f"{hour}:{minute:02}" if minute else f"{hour} hour"


@cache
def _dates(language: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which a language writes a day."""
    day, month, year = (
        rf"(?P<day>{D}{{1,2}})(?:\s?er|st|nd|rd|th|º|°)?",
        rf"(?P<month>{month_pattern(language)})\b\.?",
        rf"(?P<year>{D}{{4}})(?!{D})",
    )
    number = rf"(?P<month>{D}{{1,2}})"
    ways = (
        rf"{day}\s+(?:of\s+|de\s+)?{month},?\s+{year}",
        rf"{month}\s+{day},?\s+{year}",
        rf"(?<!{D}){year}-{number}-{day}(?!{D})",
        rf"(?<!{D}){day}[/.]{number}[/.]{year}",
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in ways)


@cache
def _amounts(code: str, language: str) -> re.Pattern[str]:
    """The ways in which a language writes an amount of a currency."""
    names = "|".join(re.escape(each) + r"\b" * each.isalpha() for each in currency_names(code, language))
    return re.compile(rf"{SAID}{GAP}(?:d['’]|de\s+)?(?:{names})|(?:{names}){GAP}(?P<before>{NUMBER})", re.IGNORECASE)


CLOCK = re.compile(
    rf"(?<!{D})(?P<hour>{D}{{1,2}})(?:{GAP}[h:]{GAP}(?P<minute>{D}{{2}})(?!{D})|\.(?P<minutes>{D}{{2}})(?=\s*[ap]\.?m))?"
    rf"(?(minute)(?:\s*(?P<half>[ap])\.?m\b\.?|\s+noon\b)?|\s*(?:(?P<own>[ap])\.?m\b\.?|noon\b))",
    re.IGNORECASE,
)
PERCENT = re.compile(rf"{SAID}\s*(?:%|٪|(?:pour cent|per cent|percent|pour 100|per 100)\b)", re.IGNORECASE)
# "24h/24", "7j/7".
SHORT = re.compile(rf"(?P<number>{D}+){GAP}(?P<unit>[hj])(?:{GAP}/{GAP}{D}+)?\b", re.IGNORECASE)
ALWAYS = re.compile("24/7".translate(APART))
LONG = {"h": "hours", "j": "days"}
# A word may stand before the unit, as in "ten (10) working days" or "15 premiers jours"; "7 jours sur 7" says it twice.
BETWEEN = r"(?:1(?:ers?|ères?)|(?!(?:du|des?|les?|la|of|the|per|par|an?|in|aux?|à)\b)[^\W\d]+)"
PERIODS: Mapping[str, re.Pattern[str]] = {
    unit: re.compile(rf"{SAID}[\s-]*(?:{BETWEEN}\s+)?(?:{names})\b(?:\s*(?:/|sur)\s*{D}+)?", re.IGNORECASE)
    for unit, names in UNITS.items()
}
# "50 k€", "2 millions d'euros".
MULTIPLES = {"k": 1e3, "million": 1e6, "milliard": 1e9, "billion": 1e9}
MULTIPLIED = re.compile(
    rf"(?P<number>{D}+(?:[.,]{D}{{1,2}})?){GAP}(?P<size>k|millions?|milliards?|billions?)(?=\b|€)", re.IGNORECASE
)
# "L. 441-10" of a code is another article than its "R. 441-10".
ARTICLE = re.compile(rf"\b(?P<code>[LRDA])(?:\.{GAP}|{GAP}(?={D}+-))(?P<number>{NUMBER})")
# The library takes "neuf" after "de" for what is new.
NINE = re.compile(rf"(?<=\bde )neuf(?=\s+(?:{'|'.join(UNITS.values())}|euros?|pour cent)\b|\s*[(%€])", re.IGNORECASE)
TWICE = re.compile(rf"(?<!\w)(?P<number>{NUMBER}|\d+)\s*\((?P<again>{NUMBER})\)")
