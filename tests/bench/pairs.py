"""The pairs of texts that every engine compares: the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random

from tests.bench.mutate import MUTATIONS, Mutation, everyday, mixture
from tests.bench.mutate.clauses import rewrite_clause

ROOT = Path(__file__).parents[2]
HISTORY = ROOT / "tests/sites/history/docs/exemple/services"
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
HEADING_ID = re.compile(r"^(#.*?) *\{#[\w-]+\} *$", re.MULTILINE)
MIXTURES = 4
SHORT = 8_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An old and a new text in Markdown, without front matter."""

    name: str
    old: str
    new: str


def pairs() -> list[Pair]:
    """Versions of the invented contract and mutations of the real ones, every other pair without ids of headings."""
    found = [pair for pair in (*_history(), *_mutated()) if pair.old != pair.new]
    return [_without_ids(pair) if place % 2 else pair for place, pair in enumerate(found)]


def of_size(size: int) -> Pair:
    """Contracts without ids, at most so many bytes, each with the everyday changes, but for a short last piece."""
    olds: list[str] = []
    news: list[str] = []
    for name, text in {**_contracts(), **_versions()}.items():
        part = _cut(text, size - sum(len(old.encode()) for old in olds))
        olds.append(part)
        news.append(_changed(everyday, part, f"size {name}") if len(part) > SHORT else part)
    return _without_ids(Pair(name=f"{size // 1000} kB", old="\n".join(olds), new="\n".join(news)))


def of_files(old: Path, new: Path) -> Pair:
    """Any two files."""
    return Pair(name=f"{old} {new}", old=_body(old), new=_body(new))


def _history() -> Iterator[Pair]:
    for language in ("fr", "en", "ar"):
        versions = sorted(HISTORY.glob(f"*/{language}.sealed.md"))
        for old, new in pairwise(versions):
            yield replace(of_files(old, new), name=f"history {language} {new.parent.name}")


def _mutated() -> Iterator[Pair]:
    contracts = _contracts()
    donors = dict(zip(contracts, [*contracts][1:] + [*contracts][:1], strict=True))
    for kind, mutation in MUTATIONS.items():
        yield from (_pair(kind, mutation, name, text) for name, text in contracts.items())
    for name, text in contracts.items():
        donor = contracts[donors[name]].split("\n")
        yield _pair("rewrite-clause", partial(rewrite_clause, donor=donor), name, text)
    for number in range(1, MIXTURES + 1):
        yield from (_pair(f"mixture-{number}", mixture, name, text) for name, text in contracts.items())


def _pair(kind: str, mutation: Mutation, name: str, text: str) -> Pair:
    return Pair(name=f"{kind} {name}", old=text, new=_changed(mutation, text, f"{kind} {name}"))


def _changed(mutation: Mutation, text: str, seed: str) -> str:
    return "\n".join(mutation(text.split("\n"), Random(seed)))


def _contracts() -> dict[str, str]:
    return {path.parent.parent.name: _body(path) for path in sorted(ROOT.glob("docs/*/*/*/fr.sealed.md"))}


def _versions() -> dict[str, str]:
    """One version of the invented contract in each of its languages."""
    return {path.name: _body(path) for path in sorted((HISTORY / "2024-02-29").glob("*.sealed.md"))}


def _cut(text: str, size: int) -> str:
    """The first lines of a text, at most so many bytes."""
    lines = text.splitlines(keepends=True)
    ends = accumulate(len(line.encode()) for line in lines)
    return "".join(line for line, end in zip(lines, ends, strict=True) if end <= size)


def _body(path: Path) -> str:
    return FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))


def _without_ids(pair: Pair) -> Pair:
    return replace(pair, old=HEADING_ID.sub(r"\1", pair.old), new=HEADING_ID.sub(r"\1", pair.new))
