"""The scripts that other people's pages load: each is kept as long as the site is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A published script as the list names it: its file, its integrity hash, the day it was added, its line."""

    name: str
    integrity: str
    added: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What stands beside each other for other sites: the list, oldest first, and every file by name.

    source is the script as it is being worked on, None where there is none; example is the page that shows its use.
    """

    listed: tuple[Script, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    source: bytes | None = None
    example: str = ""
