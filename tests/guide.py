"""The examples of the guide: what a page shows is what the commands say, on a copy of the invented company's project.

A fence of `console` holds commands and what they print; "…" stands for any words, on a line of its own for any lines.
A fence of `diff` names a file between two @@, then shows an edit of it: its lines that begin with a space or - stand
in the file, once and together, and those with a space or + take their place; with + alone they are a new file.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from macros.__main__ import main
from tests.conftest import ROOT

FOLDER = ROOT / "docs/guide"
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
EDITED = re.compile(r"@@ (?P<path>\S+) @@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A fence of a page; line is that of its first line."""

    line: int
    kind: str
    lines: tuple[str, ...]


def examples(page: str) -> list[Example]:
    """Every fence of a page, in order."""
    return [
        Example(
            line=page.count("\n", 0, match.start("lines")) + 1,
            kind=match["kind"],
            lines=tuple(match["lines"].splitlines()),
        )
        for match in FENCE.finditer(page)
    ]


def run(example: Example, project: Path) -> None:
    """Do in a project what an example shows; AssertionError where the project answers otherwise."""
    if example.kind == "diff":
        return edit(example, project)
    for command, expected in commands(example):
        said = output(command, project)
        assert pattern(expected).fullmatch(said), f"line {example.line}: $ {command}\n{said}"
    return None


def edit(example: Example, project: Path) -> None:
    """Replace, in the file that the first line names, what goes by what comes."""
    named = EDITED.fullmatch(example.lines[0])
    assert named, f"line {example.line}: expected @@ path @@, found {example.lines[0]}"
    path = project / named["path"]
    old, new = sides(example.lines[1:])
    text = path.read_text(encoding="utf-8") if old else ""
    assert not old or f"\n{text}".count(f"\n{old}") == 1, f"line {example.line}: not once in {named['path']}:\n{old}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"\n{text}".replace(f"\n{old}", f"\n{new}", 1)[1:], encoding="utf-8")


def sides(lines: tuple[str, ...]) -> tuple[str, str]:
    """What an edit takes away and what it puts there, each with the lines that stay."""
    assert {line[:1] for line in lines} <= {" ", "-", "+", ""}
    old, new = ("".join(f"{line[1:]}\n" for line in lines if line[:1] != other) for other in ("+", "-"))
    return old, new


def commands(example: Example) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each command, and the lines that it prints."""
    assert example.kind == "console", f"line {example.line}: expected console or diff, found {example.kind}"
    assert example.lines[0].startswith("$ "), f"line {example.line}: expected a command"
    starts = [at for at, line in enumerate(example.lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(example.lines)], strict=True):
        yield example.lines[start].removeprefix("$ "), example.lines[start + 1 : end]


def output(command: str, project: Path) -> str:
    """What a command prints, errors included."""
    words = re.findall(r'"[^"]*"|\S+', command)
    given = [word.strip('"') for word in words]
    if given[0] == "git":
        done = subprocess.run(given, cwd=project, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr
    assert given[0] == "terms", f"expected terms or git, found {command}"
    written = io.BytesIO()
    said = io.TextIOWrapper(written, encoding="utf-8", write_through=True)
    with redirect_stdout(said), redirect_stderr(said):
        main(["--project", str(project), *given[1:]])
    return written.getvalue().decode()


def pattern(expected: tuple[str, ...]) -> re.Pattern[str]:
    """What output must match."""
    parts = (r"(?:.*\n)*?" if line == "…" else f"{'.*'.join(map(re.escape, line.split('…')))}\n" for line in expected)
    return re.compile("".join(parts))
