"""Files that take long to make: made once, and taken from the cache as long as nothing changes what goes into them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from macros.terms.pages.model import Asset, Export


class ExportError(Exception):
    """A file could not be made; its address and the reason are the message."""


ENGINE = Path(__file__).parent / "terms"


def built_exports(exports: Sequence[Export], cache: Path) -> Iterator[Asset]:
    """The files, those made before from the cache folder."""
    cache.mkdir(parents=True, exist_ok=True)
    for export in exports:
        kept = cache / _key(export)
        if not kept.exists():
            part = cache / f"{kept.name}.{os.getpid()}.part"
            part.write_bytes(export.make())
            part.replace(kept)
        yield Asset(address=export.address, content=kept.read_bytes())


def _key(export: Export) -> str:
    """The digest of all that decides what comes out."""
    found = hashlib.sha256(_engine())
    for each in export.inputs:
        found.update(f"{each}\0".encode())
    return found.hexdigest() + Path(export.address).suffix


@lru_cache(maxsize=1)
def _engine() -> bytes:
    """The digest of the engine's own files and of the library that writes."""
    found = hashlib.sha256(version("python-docx").encode())
    for path in sorted(ENGINE.rglob("*.py")):
        found.update(path.read_bytes())
    return found.digest()
