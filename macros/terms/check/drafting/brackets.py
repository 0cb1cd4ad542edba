"""Brackets and quotation marks that open and do not close, or close and were not open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Fault
from macros.terms.paragraphs import Paragraph

CLOSING = {")": "(", "]": "[", "»": "«", "”": "“"}
OPENING = {opening: closing for closing, opening in CLOSING.items()}
SIGN = re.compile(r"[()\[\]«»“”\"]")
QUOTES, BRACKETS = frozenset("«“"), frozenset("()[]")
# What stands before the bracket of a mark, "a)", "iv)", "3)", "1°)", and what before the mark.
MARK = re.compile(r"(?:^|(?P<after>[\s\n]))(?P<mark>[A-Za-z]|[ivxIVX]{1,5}|\d{1,2}\s?°?|\d{1,2}(?:\.\d{1,2})+)$")
# Nobody reads more remarks than this on one paragraph.
MOST = 9
FIRST = frozenset({"a", "A", "i", "I", "1", "1°"})
ENDS = re.compile(r"(?:^|[.;:,\n]|\b(?:et|ou|and|or|soit))\s*$")
SMILEY = re.compile(r"(?:^|\s)[:;]-?$")


def unbalanced(wording: Wording) -> Iterator[Fault]:
    """Every bracket and quotation mark that is opened is closed in the same paragraph, and the other way round."""
    lone: list[tuple[Paragraph, int, str]] = []
    for paragraph in wording.paragraphs:
        lone += [(paragraph, at, paragraph.text[at]) for at in _lone(paragraph.text)[:MOST]]
    spanning = _spanning(lone) | _repeated(lone, wording.paragraphs)
    for index, (paragraph, at, sign) in enumerate(lone):
        if index not in spanning:
            yield Fault(line=paragraph.line_at(at), message=_message(paragraph.text, at, sign))


def _lone(text: str) -> list[int]:
    """Where signs stand that have no partner."""
    open_: list[int] = []
    lone: list[int] = []
    straight: list[int] = []
    for match in SIGN.finditer(text):
        at, sign = match.start(), match[0]
        if sign == '"':
            straight.append(at)
        elif sign in OPENING:
            open_.append(at)
        elif any(text[each] == CLOSING[sign] for each in open_[-4:]):
            while text[open_[-1]] != CLOSING[sign]:
                lone.append(open_.pop())
            open_.pop()
        elif sign != ")" or not _is_mark(text, at):
            lone.append(at)
    inches = any(at and text[at - 1].isdigit() for at in straight)
    return sorted(lone + open_ + ([straight[-1]] if len(straight) % 2 and not inches else []))


def _is_mark(text: str, at: int) -> bool:
    """Whether a closing bracket ends the mark of an item, or a smiley."""
    before = text[max(0, at - 12) : at]
    match = MARK.search(before)
    if not match or not re.match(r"\s*[^\W\d_«“\"({\[]|\s+[«“\"(\[\d]|\s*$", text[at + 1 : at + 4]):
        return bool(SMILEY.search(before))
    mark = match["mark"].replace(" ", "")
    return (
        mark in FIRST
        or bool(ENDS.search(text[max(0, at - 12) : at - len(match["mark"])]))
        or _previous(mark) in text[:at]
    )


def _previous(mark: str) -> str:
    """The mark before a mark: "a)" before "b)"."""
    if mark.rstrip("°").isdigit():
        return f"{int(mark.rstrip('°')) - 1})"
    return f"{chr(ord(mark) - 1)})" if len(mark) == 1 else ")"


def _spanning(lone: list[tuple[Paragraph, int, str]]) -> set[int]:
    """The quotation marks that hold several paragraphs of a clause together."""
    found: set[int] = set()
    waiting: dict[str, list[int]] = {}
    for index, (paragraph, _, sign) in enumerate(lone):
        clause = paragraph.clause.id
        if sign in QUOTES or (sign == '"' and clause + sign not in waiting):
            waiting.setdefault(clause + sign, []).append(index)
        elif sign not in BRACKETS:
            # Each paragraph of a long quotation may open it again.
            opened = waiting.pop(clause + CLOSING.get(sign, sign), [])
            if opened and lone[opened[0]][0] is not paragraph and _holds(lone[opened[0]], lone[index]):
                found |= {*opened, index}
    return found


def _repeated(lone: list[tuple[Paragraph, int, str]], paragraphs: Sequence[Paragraph]) -> set[int]:
    """The quotation marks that begin a paragraph of a long quotation, and the next paragraph too."""
    following = {(before.line, before.text): after.text for before, after in pairwise(paragraphs)}
    return {
        index
        for index, (paragraph, at, sign) in enumerate(lone)
        if not paragraph.text[:at].strip() and following.get((paragraph.line, paragraph.text), "").startswith(sign)
    }


def _holds(first: tuple[Paragraph, int, str], last: tuple[Paragraph, int, str]) -> bool:
    """Whether a quotation begins where a paragraph does, and ends where another does."""
    before, after = first[0].text[: first[1]].rstrip(), last[0].text[last[1] + 1 :]
    return (not before or before.endswith(":")) and not after.strip(" .;,")


def _message(text: str, at: int, sign: str) -> str:
    start, end = max(0, at - 30), min(len(text), at + 31)
    start = text.find(" ", start, at) + 1 or start if start else 0
    end = (text.rfind(" ", at + 1, end) if end < len(text) else end) if end > at else end
    around = " ".join(text[start : max(end, at + 1)].split())
    if sign == '"':
        norm = "expected straight quotation marks in pairs"
        return f'{norm}, found one alone (") in: {around}; add the other one, or take it out'
    other = OPENING.get(sign) or CLOSING[sign]
    where = "after" if sign in OPENING else "before"
    return f"expected {other} {where} {sign} in the same paragraph, found none in: {around}; add it, or take {sign} out"
