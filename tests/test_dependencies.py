"""No dependency is without a stated reason, and no reason without its dependency."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator

from tests.conftest import ROOT

NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
# The package, what it is for, the month of its last release, and who makes it.
ROW = re.compile(r"^\| ([\w.-]+) \| [^|]+ \| (?:\d{4}-\d{2}|–) \| [^|]+ \|$", re.MULTILINE)


def asked() -> Iterator[str]:
    """What every file that asks for packages asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    yield from project["build-system"]["requires"]
    yield from project["project"]["dependencies"]
    for group in (*project["project"]["optional-dependencies"].values(), *project["dependency-groups"].values()):
        yield from group
    for path in ROOT.glob("tests/*/requirements.in"):
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for path in ROOT.glob("tests/*/package.json"):
        yield from json.loads(path.read_text(encoding="utf-8"))["dependencies"]


def test_each_dependency_has_its_reason_and_each_reason_its_dependency() -> None:
    names = [match[0] for match in map(NAME.match, asked()) if match]
    _, _, table = (ROOT / "DECISIONS.md").read_text(encoding="utf-8").partition("\n## Dependencies\n")
    stated = ROW.findall(table.partition("\n## ")[0])
    assert sorted(stated) == sorted(set(names))
