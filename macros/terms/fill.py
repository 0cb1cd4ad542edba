"""A body and the facts of a day to a body without expressions, with the provenance of each."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from macros.terms.expressions import ExpressionError
from macros.terms.expressions import value as value_of
from macros.terms.markdown_text import Markdown, escape
from macros.terms.model import Expression, Fault, Filled
from macros.terms.variables import Facts, UnknownFactError

EXPRESSION = re.compile(r"\{\{(.*?)\}\}")
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}")
ADVICE = {
    "{{": "close it with }} on the same line",
    "}}": "open it with {{ on the same line",
    "{%": "a contract takes no statements; where these signs are to be read, type {\\%",
    "%}": "a contract takes no statements; where these signs are to be read, type %\\}",
}
UNRESOLVED = "…"
Values = dict[str, tuple[object, tuple[str, ...]]]
FAILURES = (ExpressionError, UnknownFactError, TypeError, ValueError)


def fill(body: str, facts: Facts, *, language: str) -> Filled:
    """The body with every expression replaced by its value; never raises, faults say what failed."""
    expressions: list[Expression] = []
    faults: list[Fault] = []
    values: Values = {}
    lines: list[str] = []
    offset = 0
    for line, source in enumerate(body.split("\n"), 1):
        if ("{" in source or "}" in source) and LEFTOVER.search(source):
            filled = _fill_line(source, facts, language, offset, values)
            expressions += filled.expressions
            faults += [Fault(line=line, message=fault.message) for fault in filled.faults]
            lines.append(filled.text)
        else:
            lines.append(unicodedata.normalize("NFC", source))
        offset += len(lines[-1]) + 1
    return Filled(text="\n".join(lines), expressions=tuple(expressions), faults=tuple(faults))


def _fill_line(source: str, facts: Facts, language: str, offset: int, values: Values) -> Filled:
    text, done = "", 0
    expressions: list[Expression] = []
    faults: list[Fault] = []
    for match in EXPRESSION.finditer(source):
        text += _literal(source[done : match.start()], faults)
        done = match.end()
        asked = match[1].strip()
        used: tuple[str, ...] = ()
        try:
            value, used = _evaluate(asked, facts, language, values)
            printed = _print(value, before=text)
        except FAILURES as error:
            printed = UNRESOLVED
            faults.append(Fault(line=0, message=_explain(match[1], error)))
        start, end = offset + len(text), offset + len(text) + len(printed)
        text += printed
        expressions.append(Expression(start=start, end=end, source=asked, facts=used))
    text += _literal(source[done:], faults)
    return Filled(text=text, expressions=tuple(expressions), faults=tuple(faults))


def _literal(words: str, faults: list[Fault]) -> str:
    """What stands outside expressions, in Unicode's composed form."""
    for match in LEFTOVER.finditer(words):
        norm = "expected only expressions between {{ and }}, each on one line"
        faults.append(Fault(line=0, message=f"{norm}, found {match[0]}; {ADVICE[match[0]]}"))
    return unicodedata.normalize("NFC", words)


def _evaluate(source: str, facts: Facts, language: str, values: Values) -> tuple[object, tuple[str, ...]]:
    """The value of one expression and the facts that it reads: the same wherever a text asks for it."""
    if source not in values:
        used: list[str] = []
        values[source] = value_of(source, facts, language, used), tuple(used)
    return values[source]


def _print(value: object, before: str) -> str:
    """The value as Markdown on one line; anything but a word, number or date is refused."""
    if isinstance(value, Facts):
        names = ", ".join(value.group)
        raise UnknownFactError(f"expected one fact, found the group {value.path}; name one of {names}")
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise TypeError(f"expected a text, a number or a date, found {type(value).__name__}")
    words = value if isinstance(value, Markdown) else escape(str(value), before)
    if not words.strip() or "\n" in words:
        raise ValueError(f"expected one line of words, found {words!r}")
    return unicodedata.normalize("NFC", words)


def _explain(source: str, error: Exception) -> str:
    if isinstance(error, UnknownFactError):
        return str(error)
    return f"expected {{{{ {source.strip()} }}}} to give words, found: {str(error).rstrip('.')}"
