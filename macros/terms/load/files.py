"""Files and folders read in one order on every machine; what cannot be read becomes a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from macros.terms.load.yaml_text import InvalidYamlError, read_yaml
from macros.terms.model import Data, Problem
from macros.terms.schema import judge

# A preview reads every file again at each save; nobody changes what is read.
_read = lru_cache(maxsize=1024)(read_yaml)
# Ten times the longest contract that anybody has seen.
MOST_BYTES = 5_000_000
# What git leaves in a file where two branches changed the same lines.
# A line of = alone, with nothing above it that it could make a heading of, is what was left of one.
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|(?<=\n\n)={7}$", re.MULTILINE)
MARKED = "two that git could not join, and its mark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """A project's folder, the languages that its site speaks, and the problems met while reading it."""

    root: Path
    languages: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """The path as messages print it: relative to the project, with slashes."""
        return path.relative_to(self.root).as_posix()

    def problem(self, path: Path, line: int, message: str) -> None:
        """Note a problem at a line of a file."""
        self.problems.append(Problem(path=self.name(path), line=line, message=message))

    def entries(self, folder: Path) -> list[Path]:
        """What a folder holds, hidden files and links aside, in order of name."""
        if not folder.is_dir():
            return []
        return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and not path.is_symlink())

    def folders(self, folder: Path) -> Iterator[Path]:
        """The folders in a folder."""
        return (path for path in self.entries(folder) if path.is_dir())

    def text(self, path: Path) -> str | None:
        """A file's text with LF line ends, None where it is missing, too long, not UTF-8 or empty."""
        try:
            if path.is_symlink():  # a link may lead anywhere; judge_places tells it
                return None
            if path.stat().st_size > MOST_BYTES:
                self.problem(path, 1, f"expected a file of at most {MOST_BYTES // 1_000_000} MB, found a longer one")
                return None
            raw = path.read_bytes()
            text = raw.decode("utf-8-sig")
        except OSError as error:
            self.problem(path, 1, f"expected a file that can be read, found: {error.strerror}")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            norm = "expected a text in UTF-8"
            self.problem(path, line, f"{norm}, found the byte 0x{raw[error.start]:02x}; save the file as UTF-8")
        else:
            return self._whole(path, text.replace("\r\n", "\n").replace("\r", "\n"))
        return None

    def _whole(self, path: Path, text: str) -> str | None:
        """The text, None where it is empty or two texts at once."""
        if mark := CONFLICT.search(text):
            norm = f"expected one text, found {MARKED} {mark[0][:40]}"
            line = text.count("\n", 0, mark.start()) + 1
            self.problem(path, line, f"{norm}; keep what is right of both, and take git's marks out")
            return None
        if not text.strip():
            self.problem(path, 1, "expected a text, found an empty file")
            return None
        return text

    def sealed(self, path: Path) -> str | None:
        """The exact text of a sealed copy, None where there is none."""
        try:
            return path.read_bytes().decode("utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError):
            self.problem(path, 1, "expected the sealed copy of a text, found bytes that cannot be read; bring it back")
            return None

    def judged(self, path: Path, data: Data, schema: str) -> dict[str, Any]:
        """The data once judged; what is read from it goes on with whatever is right in it."""
        self.problems.extend(judge(data, schema, self.name(path)))
        return data.value if isinstance(data.value, dict) else {}

    def record(self, path: Path, schema: str) -> tuple[dict[str, Any], Data]:
        """What a YAML file holds, judged, and its lines; nothing where there is no such file or it cannot be read."""
        data = self.yaml(path) if path.exists() else None
        return ({}, Data(value={}, lines={})) if data is None else (self.judged(path, data, schema), data)

    def yaml(self, path: Path, text: str | None = None, first_line: int = 1, *, unseen: bool = False) -> Data | None:
        """The data of a YAML file, or of a part of a file that begins at a line; unseen as in read_yaml."""
        source = self.text(path) if text is None else text
        if source is None:
            return None
        try:
            return _read(source, first_line, unseen=unseen)
        except InvalidYamlError as error:
            self.problem(path, error.line, str(error))
            return None
