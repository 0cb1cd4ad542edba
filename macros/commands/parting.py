"""terms site and terms join: one publisher's part of the site, built anywhere, and parts put together."""

from __future__ import annotations

import argparse
import shutil

from macros.commands.building import build_command
from macros.commands.output import stop


def site_command(given: argparse.Namespace) -> int:
    """Build the part of one publisher, and write it into a folder: all of it, or nothing."""
    from macros.ordering import commission
    from macros.packing import packed

    project, publisher = given.project, given.only
    known = sorted(
        each.name for each in (project / "docs").iterdir() if (project / "variables" / f"{each.name}.yml").is_file()
    )
    if publisher not in known:
        return stop(f"--only: expected a publisher ({', '.join(known)}), found {publisher}")
    folder = given.into or project / "parts" / publisher
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    parts = packed(commission(project), publisher, fresh)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    print(f"Built {parts} of {publisher}'s contracts: {folder}; put it together with others by: terms join {folder} …")
    return 0


def join_command(given: argparse.Namespace) -> int:
    """Build the site of parts that were built anywhere; what no part holds, or holds no more, is built here."""
    from macros.ordering import site_cache
    from macros.packing import unpacked

    print(f"Joined {unpacked(given.parts, site_cache(given.project))} contracts")
    return build_command(given)
