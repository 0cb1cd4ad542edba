"""A body and the facts of a day to a body without expressions, with the provenance of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import cache

from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment

from macros.terms.formats import FILTERS, filters
from macros.terms.markdown_text import Markdown, escape
from macros.terms.model import Expression, Fault, Filled
from macros.terms.variables import Facts, UnknownFactError

EXPRESSION = re.compile(r"\{\{(.*?)\}\}")
NO_FILTER = re.compile(r"No filter named '(\w+)'")
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}")
ADVICE = {
    "{{": "close it with }} on the same line",
    "}}": "open it with {{ on the same line",
    "{%": "a contract takes no statements",
    "%}": "a contract takes no statements",
}
UNRESOLVED = "…"


class FilterError(Exception):
    """A filter of ours that raised; says which and why."""


Values = dict[str, tuple[object, tuple[str, ...]]]
FAILURES = (UnknownFactError, FilterError, TemplateError, TypeError, ValueError, ArithmeticError)


@cache
def environment(language: str) -> SandboxedEnvironment:
    """A strict sandbox with our filters; its comment marks leave {#clause-id} alone."""
    made = SandboxedEnvironment(undefined=StrictUndefined, comment_start_string="<!--#", comment_end_string="#-->")
    made.filters |= {name: _named(name, function) for name, function in filters(language).items()}
    return made


def _named(name: str, function: Callable[..., object]) -> Callable[..., object]:
    def call(*args: object, **kwargs: object) -> object:
        try:
            return function(*args, **kwargs)
        except UnknownFactError:
            raise
        except Exception as error:
            message = f"the filter {name} failed: {error}"
            raise FilterError(message) from error

    return call


def fill(body: str, facts: Facts, *, language: str, first_line: int = 1) -> Filled:
    """The body with every expression replaced by its value; never raises, faults say what failed."""
    expressions: list[Expression] = []
    faults: list[Fault] = []
    values: Values = {}
    lines: list[str] = []
    offset = 0
    for line, source in enumerate(body.split("\n"), first_line):
        if "{" in source or "}" in source:
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
        names, value_of = _compiled(source, language)
        scope = replace(facts, used=[])
        values[source] = value_of(**{name: scope[name] for name in names}), tuple(scope.used)
    return values[source]


@cache
def _compiled(source: str, language: str) -> tuple[frozenset[str], Callable[..., object]]:
    """The names that an expression asks for, and the function from those to its value."""
    made = environment(language)
    names = meta.find_undeclared_variables(made.parse("{{" + source + "}}"))
    return frozenset(names), made.compile_expression(source, undefined_to_none=False)


def _print(value: object, before: str) -> str:
    """The value as Markdown on one line; anything but a word, number or date is refused."""
    if isinstance(value, Facts):
        names = ", ".join(value.group)
        message = f"expected one fact, found the group {value.path}; name one of {names}"
        raise UnknownFactError(message)
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        message = f"expected a text, a number or a date, found {type(value).__name__}"
        raise TypeError(message)
    words = value if isinstance(value, Markdown) else escape(str(value), before)
    if not words.strip() or "\n" in words:
        message = f"expected one line of words, found {words!r}"
        raise ValueError(message)
    return unicodedata.normalize("NFC", words)


def _explain(source: str, error: Exception) -> str:
    if isinstance(error, UnknownFactError):
        return str(error)
    reason = (error.message if isinstance(error, TemplateError) else "") or str(error)
    norm = f"expected {{{{ {source.strip()} }}}} to give words, found: {reason.rstrip('.')}"
    missing = NO_FILTER.search(reason)
    nearest = get_close_matches(missing[1], FILTERS, n=1) if missing else []
    return f"{norm}; did you mean {nearest[0]}?" if nearest else norm
