"""Problems as SARIF 2.1.0, the format in which code hosts and editors take what a checker found."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from macros.terms.model import Problem

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Iterable[Problem], norms: Mapping[str, str]) -> str:
    """One run of one tool with every rule, the results in the order of the problems."""
    found = list(problems)
    names = [*norms]
    driver = {
        "name": "Clausier",
        "rules": [{"id": name, "shortDescription": {"text": norm}} for name, norm in norms.items()],
    }
    results = [
        _result(each, names.index(each.rule), mark) for each, mark in zip(found, fingerprints(found), strict=True)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"version": VERSION, "$schema": SCHEMA, "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(problem: Problem, rule: int, mark: str) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line},
    }
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"problem/v1": mark},
    }


def fingerprints(problems: Iterable[Problem]) -> list[str]:
    """What stays the same of each problem when lines move: of its file, rule and words, and the how many-th it is."""
    seen: Counter[str] = Counter()
    marks = []
    for each in problems:
        said = f"{each.path}\0{each.rule}\0{each.message}"
        marks.append(hashlib.sha256(f"{said}\0{seen[said]}".encode()).hexdigest())
        seen[said] += 1
    return marks
