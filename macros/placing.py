"""What was made, from the cache into the folder of the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.cache import Cache
from macros.making import DamagedCacheError, Made


def follow(old: Made, new: Made, folder: Path) -> None:
    """Bring a folder from one state of the site to the next, touching nothing that is the same."""
    before, after = set(old.files), set(new.files)
    for address in {each.address for each in before} - {each.address for each in after}:
        (folder / address).unlink()
    place(replace(new, files=tuple(after - before)), folder)


def place(site: Made, folder: Path) -> None:
    """Write every file; raises DamagedCacheError where one is not what was made."""
    kept, made = Cache(folder=site.cache), set[Path]()
    for each in site.files:
        content = kept.content(each.digest)
        if content is None:
            raise DamagedCacheError
        path = folder / each.address
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)
