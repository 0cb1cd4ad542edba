"""What stands between {{ and }} to its value: the only room that knows Jinja.

A fact, what filters make of it, words beside it: nothing that calculates, repeats or calls, so that no expression runs
code, reads the machine or grows without end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache
from math import isfinite
from typing import Any

from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from macros.terms.formats import FILTERS, filters
from macros.terms.names import did_you_mean
from macros.terms.variables import Facts, UnknownFactError

# Jinja's own filters that only change letters.
LETTERS = ("capitalize", "lower", "upper")
ALLOWED = (
    nodes.Template, nodes.Output, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Keyword,
    nodes.Concat, nodes.TemplateData,
)  # fmt: skip
LONGEST = 500


class ExpressionError(Exception):
    """An expression that gives no value; says why."""


class Closed(SandboxedEnvironment):
    """A strict sandbox in which a text is judged before it is compiled; its comment marks leave {#clause-id} alone."""

    def __init__(self, hidden: Collection[str] = ()) -> None:
        super().__init__(undefined=StrictUndefined, comment_start_string="<!--#", comment_end_string="#-->")
        self.tests, self.globals = {}, {}
        self.hidden = frozenset((*hidden, "self"))

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # Jinja's own signature
        """A fact by its name, whatever Python would call so; else what Jinja finds."""
        return obj[attribute] if isinstance(obj, Facts) else super().getattr(obj, attribute)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        _judge(parsed, self.hidden)
        return parsed


def page_environment(filters_of_page: Mapping[str, Callable[..., object]]) -> Closed:
    """The sandbox of hand-written pages, which name facts as contracts do, in filters that know the page's language."""
    made = Closed(hidden=["page"])
    made.filters = {name: made.filters[name] for name in LETTERS} | dict(filters_of_page)
    return made


@cache
def _environment(language: str) -> Closed:
    """The sandbox of the texts in a language."""
    made = Closed()
    own = {name: _named(name, function) for name, function in filters(language).items()}
    made.filters = {name: made.filters[name] for name in LETTERS} | own
    return made


def _named(name: str, function: Callable[..., object]) -> Callable[..., object]:
    def call(*args: object, **kwargs: object) -> object:
        try:
            return function(*args, **kwargs)
        except UnknownFactError:
            raise
        except (TypeError, ValueError, LookupError) as error:
            raise ExpressionError(f"the filter {name} failed: {error}") from error
        except Exception as error:
            # What the libraries say of a fact is for programmers.
            raise ExpressionError(f"the filter {name} cannot read “{args[0]}”") from error

    return call


def value(source: str, facts: Facts, language: str, used: list[str]) -> object:
    """The value of an expression; the facts it reads go into used. Raises ExpressionError and UnknownFactError."""
    try:
        names, value_of = _compiled(source, language)
        scope = replace(facts, used=used)
        return value_of(**{name: scope[name] for name in names})
    except (ExpressionError, UnknownFactError):
        raise
    except RecursionError as error:
        raise ExpressionError("brackets or filters nested too deep") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        reason = (error.message if isinstance(error, TemplateError) else "") or str(error)
        missing = reason.removeprefix("No filter named '").partition("'")[0] if "No filter named" in reason else ""
        if missing:
            known = sorted((*FILTERS, *LETTERS))
            hint = did_you_mean(missing, known, f"the filters are {', '.join(known)}")
            reason = f"no filter called {missing}; {hint}"
        raise ExpressionError(reason.rstrip(".")) from error


@cache
def _compiled(source: str, language: str) -> tuple[frozenset[str], Callable[..., object]]:
    """The names that an expression asks for, and the function from those to its value."""
    if len(source) > LONGEST:
        raise ExpressionError(f"{len(source)} characters, more than {LONGEST}")
    made = _environment(language)
    parsed = made.parse("{{" + source + "}}")
    return frozenset(meta.find_undeclared_variables(parsed)), made.compile_expression(source, undefined_to_none=False)


def _judge(parsed: nodes.Template, hidden: Collection[str]) -> None:
    """Refuse what does more than name a fact, filter it, or put words beside it."""
    for node in parsed.find_all(nodes.Node):
        if not isinstance(node, ALLOWED):
            raise ExpressionError(f"{type(node).__name__}; name a fact, with filters or words beside it")
        if isinstance(node, nodes.Const) and isinstance(node.value, float) and not isfinite(node.value):
            raise ExpressionError("a number without end")
        name = _named_by(node)
        if name.startswith("_") or name in hidden:
            raise ExpressionError(f"{name}, which is no fact's name")


def _named_by(node: nodes.Node) -> str:
    """The name that a node asks for, "" where it asks for none."""
    if isinstance(node, nodes.Getitem):
        return str(node.arg.value) if isinstance(node.arg, nodes.Const) else "_"
    return str(getattr(node, "name", "") if isinstance(node, nodes.Name) else getattr(node, "attr", ""))
