"""Problems as lines for people, as annotations of a pull request, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from macros.terms.model import Problem

# The file in variables/schema that describes the JSON.
SCHEMA = "problems.schema.json"
COMMANDS: Mapping[str, str] = {"error": "error", "warning": "warning", "note": "notice"}


def line(problem: Problem, silenceable: Collection[str] = ()) -> str:
    """The line that tells a person; it ends with the rule where a comment may silence that."""
    rule = f" [{problem.rule}]" if problem.rule in silenceable else ""
    return f"{problem.path}:{problem.line}: {problem.message}{rule}"


def github(problems: Iterable[Problem], _: Mapping[str, str]) -> str:
    """A workflow command for each problem: GitHub shows them at their lines of a pull request."""
    return "".join(f"{_command(each)}\n" for each in problems)


def _command(problem: Problem) -> str:
    place = f"file={_property(problem.path)},line={problem.line},title={_property(problem.rule)}"
    return f"::{COMMANDS[problem.severity]} {place}::{_data(problem.message)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem], norms: Mapping[str, str]) -> str:
    """The problems with the norm of each rule that was broken, as variables/schema/problems.schema.json describes."""
    found = [
        {name: getattr(each, name) for name in ("path", "line", "rule", "severity", "message")} for each in problems
    ]
    broken = {name: norm for name, norm in norms.items() if any(each["rule"] == name for each in found)}
    return json.dumps({"schema": SCHEMA, "problems": found, "rules": broken}, ensure_ascii=False, indent=1) + "\n"
