"""The states that a git repository remembers of one file."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.terms.intake.model import UnreadableError

COMMIT = re.compile(r"\x01(?=[0-9a-f]{40,64} )")
# A repository of strangers may name programs for signatures, changes of files and far objects: none of them is run.
SAFE = (
    "--literal-pathspecs", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A file as a commit left it, and the day of its author, YYYY-MM-DD; content is None where it was removed."""

    commit: str
    day: str
    path: str
    content: bytes | None


def states(repository: Path, path: str) -> tuple[State, ...]:
    """The states of a file, oldest first, one a day: the last commit of the day wins; renames are followed."""
    log = _git(repository, "log", "--follow", "--format=%x01%H %as", "--name-only", "-z", "--", path)
    last: dict[str, tuple[str, str]] = {}
    for commit, day, name in _commits(log.decode("utf-8", "surrogateescape")):
        last.setdefault(day, (commit, name))
    if not last:
        message = (
            f"expected a file that {repository} remembers, found none called {path}; check its path in the repository"
        )
        raise UnreadableError(message)
    return tuple(
        State(commit=commit, day=day, path=name, content=_content(repository, commit, name))
        for day, (commit, name) in sorted(last.items())
    )


def _commits(log: str) -> Iterator[tuple[str, str, str]]:
    """Every commit that changed the file, newest first, its day, and the path that the file had then."""
    for entry in COMMIT.split(log)[1:]:
        head, _, names = entry.partition("\0")
        commit, _, day = head.strip().partition(" ")
        yield commit, day, names.strip("\0\n")


def _content(repository: Path, commit: str, path: str) -> bytes | None:
    try:
        return _git(repository, "cat-file", "blob", f"{commit}:{path}")
    except UnreadableError:
        return None


def _git(repository: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # the words are ours, what a person names stands behind -- or a commit
            ["git", *SAFE, *arguments],  # noqa: S607  # git is wherever the person has it
            cwd=repository,
            capture_output=True,
            check=True,
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        message = (
            f"expected git and a folder with a repository, found none at {repository}; clone it, then name its folder"
        )
        raise UnreadableError(message) from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise UnreadableError(f"expected a repository at {repository}, found: {said}") from error
    return done.stdout
