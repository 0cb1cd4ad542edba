"""What was made, from the cache into the folder of the site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from macros.cache import Cache
from macros.making import DamagedCacheError, Made, made
from macros.ordering import Commission

# Puts what was made of a commission into the folder in which the pages of the prose stand.
Put = Callable[[Made, Commission, Path], object]


def place_whole(site: Made, of: Commission, folder: Path) -> Made:
    """Write every file, and tell what was written: a site of which the cache has lost something since is made anew."""
    try:
        place(site, folder)
    except DamagedCacheError:
        shutil.rmtree(of.cache)
        site = made(of)
        place(site, folder)
    return site


def follow(old: Made, new: Made, folder: Path) -> None:
    """Bring a folder from one state of the site to the next, touching nothing that is the same."""
    before, after = set(old.files), set(new.files)
    for address in {each.address for each in before} - {each.address for each in after}:
        (folder / address).unlink()
    place(replace(new, files=tuple(after - before)), folder)


def place(site: Made, folder: Path) -> None:
    """Write every file; raises DamagedCacheError where one is not what was made."""
    kept, folders = Cache(folder=site.cache), set[Path]()
    for each in site.files:
        content = kept.content(each.digest)
        if content is None:
            raise DamagedCacheError
        path = folder / each.address
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_bytes(content)
