"""The site before the last, kept to become the next one: what is the same in it is not written again.

It becomes a site only if every file and folder in it is as a build left it: else it is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from macros.cache import Cache, key
from macros.making import DamagedCacheError, Made
from macros.ordering import Commission
from macros.placing import follow, place_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands in a folder: the digest of each file by address, and how the disk knows that nothing changed."""

    files: Mapping[str, str]
    marks: Mapping[str, tuple[int, ...]]


class Spare:
    """A folder that was the site, beside the records of what stands in it and in the one that is."""

    def __init__(self, folder: Path, records: Path) -> None:
        self.folder, self.records = folder, Cache(folder=records)
        self.placed: dict[str, str] = {}

    def place_whole(self, site: Made, of: Commission, fresh: Path) -> None:
        """Put every file beside the pages in a fresh folder, or those pages and all that differs into the spare."""
        pages = {each.relative_to(fresh).as_posix(): each for each in fresh.rglob("*") if each.is_file()}
        self.placed = {address: hashlib.sha256(each.read_bytes()).hexdigest() for address, each in pages.items()}
        known = self._known()
        if known and self._brought_up(known, site, pages):
            shutil.rmtree(fresh)
            self.folder.rename(fresh)
        else:
            site = place_whole(site, of, fresh)
        self.placed |= {each.address: each.digest for each in site.files}

    def _known(self) -> Mapping[str, str]:
        """What the spare holds, by address; nothing where it is not what a build left."""
        if not self.folder.exists():
            return {}
        found = self.records.recall(_name(self.folder))
        if isinstance(found, Standing) and found.marks == _marks(self.folder):
            return found.files
        shutil.rmtree(self.folder)
        return {}

    def _brought_up(self, known: Mapping[str, str], site: Made, pages: Mapping[str, Path]) -> bool:
        """Whether the spare could be made what the site is; what it needs may have been lost."""
        try:
            follow({address: known[address] for address in known.keys() - pages.keys()}, site, self.folder)
        except DamagedCacheError:
            shutil.rmtree(self.folder)
            return False
        for address, page in pages.items():
            if known.get(address) != self.placed[address]:
                (self.folder / address).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(page, self.folder / address)
        return True

    def keep(self, site: Path, old: Path | None) -> None:
        """Remember what stands in the site, and keep the one before it; where that cannot be, it is gone."""
        shutil.rmtree(self.folder, ignore_errors=True)
        # The site is in its place: whatever fails from here on, the next build only writes more.
        with suppress(OSError):
            self.records.remember(_name(site), Standing(files=self.placed, marks=_marks(site)))
            if old:
                old.rename(self.folder)
        if old:
            shutil.rmtree(old, ignore_errors=True)


def _name(folder: Path) -> str:
    """The name of the record of a folder, wherever it is moved to on its disk."""
    found = folder.stat()
    return key("standing", found.st_dev, found.st_ino)


def _marks(folder: Path) -> dict[str, tuple[int, ...]]:
    """Of each folder who may read it; of each file that too, its size, and when it was last written and touched."""
    found: dict[str, tuple[int, ...]] = {".": (folder.stat().st_mode,)}
    for path, folders, names in os.walk(folder):
        below = os.path.relpath(path, folder)
        # A link to a folder is among the folders.
        found |= {f"{below}/{each}/": (os.lstat(f"{path}/{each}").st_mode,) for each in folders}
        for name in names:
            state = os.lstat(f"{path}/{name}")
            found[f"{below}/{name}"] = (state.st_mode, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    return found
