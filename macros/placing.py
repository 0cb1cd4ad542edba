"""What was made, from the cache into the folder of the site."""

from __future__ import annotations

from pathlib import Path

from macros.cache import Cache
from macros.making import DamagedCacheError, Made


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
