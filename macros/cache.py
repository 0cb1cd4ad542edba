"""What was made before: contents by their digest, records by the digest of all that decided on them.

Whatever in the folder is not what its name says counts as absent, so the folder may be deleted, shared, restored,
or cut off while it is written.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

OURS = "macros."
# What the name of a record ends in: no digest does.
RECORD = "r"
# Seconds: what nobody used for so long is taken out, once in so long.
KEPT, DAY = 90 * 86_400, 86_400
LOOKED = "looked-through"
PLAIN = {("datetime", "date"): date, ("builtins", "frozenset"): frozenset, ("builtins", "set"): set}


class _Reader(pickle.Unpickler):
    """Reads nouns of ours and nothing that runs: the folder may come from elsewhere."""

    def find_class(self, module: str, name: str) -> type:
        found = PLAIN.get((module, name)) or (super().find_class(module, name) if module.startswith(OURS) else None)
        if found is None or not (found in PLAIN.values() or is_dataclass(found)):
            raise pickle.UnpicklingError(f"expected a noun of ours, found {module}.{name}")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """A folder of contents and records."""

    folder: Path

    def add(self, content: bytes) -> str:
        """Keep a content; its SHA-256."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._place(digest)
        if not path.exists() or path.stat().st_size != len(content):
            _write(path, content)
        return digest

    def content(self, digest: str) -> bytes | None:
        """A content that was kept, whole; None where it is not there, or is not what it was."""
        found = _read(self._place(digest))
        return found if found is not None and hashlib.sha256(found).hexdigest() == digest else None

    def remember(self, key: str, record: object) -> None:
        """Keep a noun under a key."""
        content = pickle.dumps(record, protocol=5)
        _write(self._place(key, RECORD), hashlib.sha256(content).digest() + content)

    def recall(self, key: str) -> object | None:
        """The noun that was kept under a key, None where there is none that can be read."""
        found = _read(self._place(key, RECORD))
        if found is None:
            return None
        seal, content = found[:32], found[32:]
        if hashlib.sha256(content).digest() != seal:
            return None
        try:
            noun: object = _Reader(io.BytesIO(content)).load()
        except Exception:  # noqa: BLE001  # a record of other code: whatever it raises, there is nothing to recall
            return None
        return noun

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The content kept under a key, made and kept where there is none."""
        digest = self.recall(key)
        found = self.content(digest) if isinstance(digest, str) else None
        if found is None:
            found = make()
            self.remember(key, self.add(found))
        return found

    def prune(self) -> None:
        """Take out what no build has used for long; looked at once a day."""
        looked = self.folder / LOOKED
        if looked.exists() and time.time() - looked.stat().st_mtime <= DAY:
            return
        looked.touch()
        # The disk's own clock: by another, what was made a moment ago may seem years old.
        now = looked.stat().st_mtime
        for path in self.folder.glob("??/*"):
            if now - path.stat().st_mtime > KEPT:
                path.unlink(missing_ok=True)

    def names(self) -> Iterator[tuple[str, bool]]:
        """The digest of each content, and the key of each record, and whether it is a record."""
        for path in sorted(self.folder.glob("??/*")):
            if not path.name.endswith(".part"):
                yield path.parent.name + path.name.removesuffix(RECORD), path.name.endswith(RECORD)

    def _place(self, name: str, kind: str = "") -> Path:
        return self.folder / name[:2] / f"{name[2:]}{kind}"


def key(*parts: object) -> str:
    """The digest of parts that are told apart whatever they hold: bytes as they are, all else as it prints."""
    found = hashlib.sha256()
    for each in parts:
        content = each if isinstance(each, bytes) else (each if isinstance(each, str) else repr(each)).encode()
        found.update(b"%d:" % len(content))
        found.update(content)
    return found.hexdigest()


def _read(path: Path) -> bytes | None:
    """What a file holds, None where it is not there; that it was used is seen by its date, a day apart."""
    try:
        found = path.read_bytes()
        if time.time() - path.stat().st_mtime > DAY:
            os.utime(path)
    except OSError:
        return None
    return found


def _write(path: Path, content: bytes) -> None:
    """The whole file or none: another process may read or write the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{uuid4().hex}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
