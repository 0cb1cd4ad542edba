"""The engines, each a process of its own that is asked for many pairs at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.ops import Op
from tests.bench.pairs import ROOT, Pair
from tests.bench.visible import operations, rendered

OWN = (sys.executable, "-m", "tests.bench.own")
PYTHON = (".cache/bench/venv/bin/python", "-m", "tests.bench.peers")
NODE = ("node", "tests/bench/peers.mjs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What the table calls an engine, the command that answers for it, and whether it reads HTML."""

    name: str
    command: tuple[str, ...]
    reads_html: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A redline, the CPU seconds it took, and the most kB the process held so far, None if unknown."""

    ops: tuple[Op, ...]
    cpu: float
    peak: int | None


BOUND = Engine(name="word LCS (the bound without moves)", command=(*OWN, "word_lcs"))
OURS = Engine(name="ours", command=(*OWN, "redline"))
ENGINES = (
    BOUND,
    Engine(name="difflib", command=(*PYTHON, "difflib")),
    Engine(name="diff-match-patch, words, semantic clean-up", command=(*PYTHON, "diff_match_patch")),
    Engine(name="redlines", command=(*PYTHON, "redlines")),
    Engine(name="jsdiff, words", command=(*NODE, "jsdiff")),
    Engine(name="htmldiff-js", command=(*NODE, "htmldiff"), reads_html=True),
    Engine(name="lxml.html.diff", command=(*PYTHON, "lxml"), reads_html=True),
    OURS,
)


def ask(engine: Engine, pairs: Sequence[Pair], seconds: float) -> list[Answer]:
    """The answers of a fresh process, fewer than pairs where it fails or takes longer than these seconds."""
    try:
        said = subprocess.run(
            engine.command,
            input="".join(_question(engine, pair) for pair in pairs).encode(),
            stdout=subprocess.PIPE,
            cwd=ROOT,
            timeout=seconds,
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as late:
        said = late.output or b""
    return [_answer(line) for line in said.split(b"\n")[:-1]]


def _question(engine: Engine, pair: Pair) -> str:
    texts = [rendered(text) if engine.reads_html else text for text in (pair.old, pair.new)]
    return json.dumps(texts) + "\n"


def _answer(line: bytes) -> Answer:
    said = json.loads(line)
    ops = operations(said["html"]) if "html" in said else [Op(*op) for op in said["ops"]]
    return Answer(ops=tuple(ops), cpu=said["cpu"], peak=said["peak"])
