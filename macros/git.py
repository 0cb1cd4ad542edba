"""Files as a git revision holds them; the history of a file that is brought in is read by intake."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from macros.commands.output import StopError


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revision of the repository around a folder; paths are relative to that folder."""

    folder: Path
    name: str

    def files(self, under: str) -> list[str]:
        """Every file under a folder; raises StopError where git does not know the revision."""
        listed = self._git("ls-tree", "-r", "--name-only", "-z", "--end-of-options", self.name, f"{under}/")
        return listed.split("\0")[:-1]

    def text(self, path: str) -> str:
        """The text of a file."""
        return self._git("show", f"{self.name}:./{path}")

    def short(self) -> str:
        """The first digits of its name, by which people know it."""
        return self._git("rev-parse", "--short", "--verify", "--end-of-options", f"{self.name}^{{commit}}").strip()

    def export(self, destination: Path, parts: Sequence[str]) -> None:
        """Write the folder as it was, of its parts those that there were, into another folder."""
        known = self._git("ls-tree", "--name-only", "-z", "--end-of-options", self.name).split("\0")
        # Not as tar: Debian 12's Python unpacks that only in the way that may write outside the folder.
        archive = self._run("archive", "--format=zip", self.name, "--", *(each for each in parts if each in known))
        with ZipFile(io.BytesIO(archive)) as files:
            files.extractall(destination)

    def _git(self, *words: str) -> str:
        return self._run(*words).decode("utf-8")

    def _run(self, *words: str) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603  # the words are ours, and no shell reads them
                ["git", *words],  # noqa: S607  # git is wherever the person has it
                cwd=self.folder,
                capture_output=True,
                check=True,
            )
        except FileNotFoundError as error:
            raise StopError("expected git to compare with a revision, found none; install it") from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            raise StopError(f"expected a revision of this repository, found {self.name}: {said}") from error
        return done.stdout
