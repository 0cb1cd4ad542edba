"""The numbers that Word counts by itself, typed into the headings that print them: Pandoc would lose them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from macros.terms.intake.labels import counted
from macros.terms.intake.model import UnreadableError

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
HEADING = re.compile(r"(?:heading|titre|überschrift) ?\d", re.IGNORECASE)
PLACE = re.compile(r"%(\d)")
WHOLE = re.compile(r"[0-9]{1,4}")
LONG = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list of Word: "%1.%2", the number it starts at, how each number is written."""

    text: str
    start: int
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style of paragraphs says: its name, its list and level, the style that it is based on."""

    name: str
    number: str
    level: int | None
    based_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of a file: which abstract one each is, the levels of those, and where counting has come to."""

    abstract: Mapping[str, str]
    levels: Mapping[str, Mapping[int, Level]]
    styles: Mapping[str, Style]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)


def with_numbers(document: bytes, numbering: bytes | None, styles: bytes | None) -> bytes:
    """The document with the number of every heading as words; raises UnreadableError."""
    root = _xml(document)
    if numbering is None:
        return document
    try:
        lists = _lists(_xml(numbering), _xml(styles) if styles else Element("none"))
        for paragraph in root.iter(f"{WORD}p"):
            _number(paragraph, lists)
        return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
    except RecursionError as error:
        message = "expected a Word file, found parts in parts without end; save it again as .docx"
        raise UnreadableError(message) from error


def _xml(content: bytes) -> Element:
    """The tree of a part, in which no entity is left."""
    try:
        for _, (prefix, name) in ET.iterparse(io.BytesIO(content), events=["start-ns"]):  # noqa: S314  # no entities: docx judged
            if not re.fullmatch(r"ns\d+", prefix):
                ET.register_namespace(prefix, name)
        return ET.fromstring(content)  # noqa: S314  # no entities: docx judged
    except ET.ParseError as error:
        message = f"expected a Word file, found broken XML in it ({error}); save it again as .docx"
        raise UnreadableError(message) from error


def _lists(numbering: Element, styles: Element) -> Lists:
    return Lists(
        abstract={_given(each, "numId"): _value(each, "abstractNumId") for each in numbering.iter(f"{WORD}num")},
        levels={
            _given(each, "abstractNumId"): {
                _whole(_given(level, "ilvl")): _level(level) for level in each.findall(f"{WORD}lvl")
            }
            for each in numbering.iter(f"{WORD}abstractNum")
        },
        styles={_given(each, "styleId"): _style(each) for each in styles.iter(f"{WORD}style")},
    )


def _level(level: Element) -> Level:
    return Level(
        text=_value(level, "lvlText"),
        start=_whole(_value(level, "start"), 1),
        style=_value(level, "numFmt") or "decimal",
    )


def _style(style: Element) -> Style:
    level = _value(style, "pPr/numPr/ilvl")
    return Style(
        name=_value(style, "name"),
        number=_value(style, "pPr/numPr/numId"),
        level=_whole(level) if level else None,
        based_on=_value(style, "basedOn"),
    )


def _given(element: Element, name: str) -> str:
    return element.get(f"{WORD}{name}", "")


def _whole(typed: str, usual: int = 0) -> int:
    """The number that Word writes, of four digits at most; the usual one where there is none such."""
    return int(typed) if WHOLE.fullmatch(typed) else usual


def _value(element: Element, path: str) -> str:
    """The value of an element under another, "" where there is none."""
    found = element.find("/".join(f"{WORD}{part}" for part in path.split("/")))
    return "" if found is None else _given(found, "val")


def _number(paragraph: Element, lists: Lists) -> None:
    """Count a paragraph, and type its number into it where it is a heading or a numbered clause."""
    style = _value(paragraph, "pPr/pStyle")
    number, level = _counted_by(paragraph, style, lists)
    levels = lists.levels.get(lists.abstract.get(number, ""), {})
    if level not in levels or levels[level].style in {"bullet", "none"}:
        return
    counts = lists.counts.setdefault(lists.abstract.get(number, ""), {})
    counts[level] = counts.get(level, levels[level].start - 1) + 1
    for deeper in [each for each in counts if each > level]:
        del counts[deeper]
    if _is_heading(paragraph, style, lists) or len(PLACE.findall(levels[level].text)) > 1:
        _type(paragraph, _label(levels, counts, level))


def _counted_by(paragraph: Element, style: str, lists: Lists) -> tuple[str, int]:
    """The list that counts a paragraph and the level in it: its own, or those of its style."""
    number, level = _value(paragraph, "pPr/numPr/numId"), _value(paragraph, "pPr/numPr/ilvl")
    seen: set[str] = set()
    named: int | None = None
    while style in lists.styles and style not in seen:
        seen.add(style)
        found = lists.styles[style]
        number = number or found.number
        named = found.level if named is None else named
        style = found.based_on
    return number, _whole(level) if level else named or 0


def _is_heading(paragraph: Element, style: str, lists: Lists) -> bool:
    """Whether a paragraph is a heading by its style, or short and wholly bold or in capitals."""
    seen: set[str] = set()
    while style in lists.styles and style not in seen:
        seen.add(style)
        if HEADING.match(lists.styles[style].name):
            return True
        style = lists.styles[style].based_on
    runs = [run for run in paragraph.iter(f"{WORD}r") if "".join(run.itertext()).strip()]
    words = "".join("".join(run.itertext()) for run in runs)
    bold = bool(runs) and all(_is_bold(run) for run in runs)
    return len(words) <= LONG and (bold or (words.isupper() and len(words) > 3))


def _is_bold(run: Element) -> bool:
    found = run.find(f"{WORD}rPr/{WORD}b")
    return found is not None and _given(found, "val") not in {"0", "false"}


def _label(levels: Mapping[int, Level], counts: dict[int, int], level: int) -> str:
    """The number as printed; levels that were skipped count from their start."""

    def written(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        each = levels.get(at)
        value = counts.setdefault(at, each.start if each else 1)
        return counted(value, STYLES.get(each.style, "") if each else "")

    return PLACE.sub(written, levels[level].text)


def _type(paragraph: Element, label: str) -> None:
    """Put the number before the words, set as the first of them, and take the paragraph out of its list."""
    own = paragraph.find(f"{WORD}pPr")
    properties = Element(f"{WORD}pPr") if own is None else own
    if own is None:
        paragraph.insert(0, properties)
    for each in properties.findall(f"{WORD}numPr"):
        properties.remove(each)
    numbers = ET.SubElement(properties, f"{WORD}numPr")
    ET.SubElement(numbers, f"{WORD}numId", {f"{WORD}val": "0"})
    run = Element(f"{WORD}r")
    first = paragraph.find(f".//{WORD}r/{WORD}rPr")
    if first is not None:
        run.append(deepcopy(first))
    words = ET.SubElement(run, f"{WORD}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = f"{label} "
    paragraph.insert(list(paragraph).index(properties) + 1, run)
