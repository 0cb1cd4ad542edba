"""What was made, from the cache into the folder of the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.cache import Cache
from macros.making import DamagedCacheError
from macros.parts import Written


def place(files: Iterable[Written], cache: Path, folder: Path) -> None:
    """Write every file; raises DamagedCacheError where one is not what was made."""
    kept, made = Cache(folder=cache), set[Path]()
    for each in files:
        content = kept.content(each.digest)
        if content is None:
            raise DamagedCacheError
        path = folder / each.address
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)
