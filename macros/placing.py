"""What was made, from the cache into the folder of the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.cache import Cache
from macros.making import DamagedCacheError
from macros.parts import Written


def replace_files(old: Iterable[Written], new: Iterable[Written], cache: Path, folder: Path) -> None:
    """Bring a folder from what was placed there to what is made now, touching nothing that is the same."""
    before, after = set(old), set(new)
    for address in {each.address for each in before} - {each.address for each in after}:
        (folder / address).unlink()
    place(sorted(after - before, key=lambda each: each.address), cache, folder)


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
