"""A contract of any length in two versions: the first of the corpus, its clauses again and again under other ids."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tests.bench.corpus import corpus, recorded

IDS = re.compile(r"(?<=\{#)[^}\s]+|(?<=\]\(#)[^)\s]+")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TITLE = re.compile(r"^# .*\n", re.MULTILINE)


def long_contract(folder: Path, size: int, day: date) -> Path:
    """The root of a project of one contract, two versions of at least so many bytes each."""
    root = corpus(folder, 1, 2, ["fr"])
    for path in root.glob("docs/*/*/????-??-??/fr.md"):
        path.write_text(_longer(path.read_text(encoding="utf-8"), size), encoding="utf-8")
    return recorded(root, day)


def _longer(text: str, size: int) -> str:
    clauses = TITLE.sub("", FRONT.sub("", text))
    parts = [text]
    while sum(len(each.encode()) for each in parts) < size:
        parts.append(IDS.sub(lambda match: f"{match[0]}-{len(parts)}", clauses))
    return "\n\n".join(parts)
