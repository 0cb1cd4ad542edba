"""Parts of a site that are built on one machine and joined on another: folders of what a cache keeps of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.cache import Cache
from macros.making import parts_of
from macros.ordering import Commission, ordered
from macros.parts import Part, part_key
from macros.stopping import BuildFailedError


def packed(of: Commission, publisher: str, folder: Path) -> int:
    """Write the parts of a publisher's documents into a folder; how many they are; raises BuildFailedError."""
    order, problems = ordered(of)
    ids = [f"{publisher}/{each.name}" for each in sorted((order.root / "docs" / publisher).iterdir()) if each.is_dir()]
    found, unmade = ([], []) if problems else parts_of(order, ids)
    if problems or unmade:
        raise BuildFailedError(problems=[*problems, *unmade])
    source, target = Cache(folder=order.cache), Cache(folder=folder)
    for id_, part in zip(ids, found, strict=True):
        target.remember(part_key(order, id_), part)
        target.remember(part.clauses, source.recall(part.clauses))
        for each in part.files:
            target.add(source.content(each.digest) or b"")
    return len(ids)


def unpacked(folders: Iterable[Path], cache: Path) -> int:
    """Bring the parts in folders into a cache; how many they are. Raises BuildFailedError where one is not whole."""
    target, parts = Cache(folder=cache), 0
    for folder in folders:
        source = Cache(folder=folder)
        before = parts
        for name, is_record in source.names():
            kept = source.recall(name) if is_record else source.content(name)
            if kept is None:
                message = f"{folder}: expected the part of a publisher, whole, found it damaged; build it again"
                raise BuildFailedError(message)
            if isinstance(kept, bytes):
                target.add(kept)
            else:
                target.remember(name, kept)
                parts += isinstance(kept, Part)
        if parts == before:
            message = f"{folder}: expected the part of a publisher, found none; write one with terms site --only"
            raise BuildFailedError(message)
    return parts
