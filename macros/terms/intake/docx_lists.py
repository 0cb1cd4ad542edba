"""The lists that a Word file counts: their levels, how each number is written, the styles that count paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from macros.terms.counting import counted
from macros.terms.intake.docx_xml import WORD, given, says, value

STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
HEADING = re.compile(r"(?:heading|titre|überschrift) ?\d", re.IGNORECASE)
WHOLE = re.compile(r"[0-9]{1,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list of Word: "%1.%2", the number it starts at, how it is written, whether all are digits."""

    text: str
    start: int
    style: str
    legal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style of paragraphs says: its name, its list and level, whether bold, the style that it is based on."""

    name: str
    number: str
    level: int | None
    strong: bool | None
    based_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of a file: which abstract one each is, its levels, where it begins anew; how far counting has come."""

    abstract: Mapping[str, str]
    levels: Mapping[str, Mapping[int, Level]]
    starts: Mapping[str, Mapping[int, int]]
    styles: Mapping[str, Style]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)


def lists_of(numbering: Element, styles: Element) -> Lists:
    """The lists that two parts of a file describe."""
    found = {given(each, "styleId"): _style(each) for each in styles.iter(f"{WORD}style")}
    numbers = {given(each, "numId"): each for each in numbering.iter(f"{WORD}num")}
    abstract = {name: value(each, "abstractNumId") for name, each in numbers.items()}
    own = {given(each, "abstractNumId"): each for each in numbering.iter(f"{WORD}abstractNum")}
    levels = {name: _levels(each) for name, each in own.items()}
    for name, each in own.items():
        # A list may be kept in a style of lists, whose own list then has the levels.
        linked = found.get(value(each, "numStyleLink"))
        if linked and not levels[name]:
            levels[name] = levels.get(abstract.get(linked.number, ""), {})
    return Lists(
        abstract=abstract,
        levels={name: {**levels.get(abstract[name], {}), **_redefined(each)} for name, each in numbers.items()},
        starts={name: _starts(each) for name, each in numbers.items()},
        styles=found,
    )


def label(levels: Mapping[int, Level], counts: dict[int, int], level: int) -> str:
    """The number as printed; levels that were skipped count from their start."""

    def written(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        each = levels.get(at)
        number = counts.setdefault(at, each.start if each else 1)
        if each is None or levels[level].legal:
            return str(number)
        return f"{number:02}" if each.style == "decimalZero" else counted(number, STYLES.get(each.style, ""))

    return re.sub(r"%(\d)", written, levels[level].text)


def _levels(within: Element) -> dict[int, Level]:
    return {_whole(given(each, "ilvl")): _level(each) for each in within.findall(f"{WORD}lvl")}


def _level(level: Element) -> Level:
    return Level(
        text=value(level, "lvlText"),
        start=_whole(value(level, "start"), 1),
        style=value(level, "numFmt") or "decimal",
        legal=bool(says(level, "isLgl")),
    )


def _redefined(number: Element) -> dict[int, Level]:
    return {level: each for over in number.findall(f"{WORD}lvlOverride") for level, each in _levels(over).items()}


def _starts(number: Element) -> dict[int, int]:
    return {
        _whole(given(over, "ilvl")): _whole(value(over, "startOverride"), 1)
        for over in number.findall(f"{WORD}lvlOverride")
        if over.find(f"{WORD}startOverride") is not None
    }


def _style(style: Element) -> Style:
    level = value(style, "pPr/numPr/ilvl")
    return Style(
        name=value(style, "name"),
        number=value(style, "pPr/numPr/numId"),
        level=_whole(level) if level else None,
        strong=says(style, "rPr/b"),
        based_on=value(style, "basedOn"),
    )


def _whole(typed: str, usual: int = 0) -> int:
    """The number that Word writes, of four digits at most; the usual one where there is none such."""
    return int(typed) if WHOLE.fullmatch(typed) else usual
