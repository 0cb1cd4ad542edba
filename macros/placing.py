"""What was made, from the cache into the folder of the site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
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


def follow(known: Mapping[str, str], site: Made, folder: Path) -> None:
    """Bring a folder that holds files of these digests, by address, to what the site is, touching nothing else.

    Raises DamagedCacheError.
    """
    gone = known.keys() - {each.address for each in site.files}
    for address in gone:
        (folder / address).unlink()
    _without_empty(folder, gone)
    place(replace(site, files=tuple(each for each in site.files if known.get(each.address) != each.digest)), folder)


def _without_empty(folder: Path, gone: Iterable[str]) -> None:
    """Remove the folders in which nothing is left."""
    around = {parent for each in gone for parent in (folder / each).parents if folder in parent.parents}
    for each in sorted(around, key=lambda path: -len(path.parts)):
        if not any(each.iterdir()):
            each.rmdir()


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
