"""terms embed: the script for other sites is published as it stands, beside those of before."""

from __future__ import annotations

import argparse

from macros.commands.output import StopError
from macros.git import Revision
from macros.settings import today
from macros.terms.check.embed import kept
from macros.terms.embed import HEAD, LIST, PUBLISHED, SOURCE, read, script, written
from macros.terms.load import load
from macros.terms.model import Embed, Problem, Script
from macros.terms.store import change


def embed_command(given: argparse.Namespace) -> int:
    """Publish overrides/embed/terms.js under the name that its content has, unless it is the newest already."""
    library, _ = load(given.project)
    source = library.embed.source
    if source is None:
        raise StopError(f"{SOURCE}: expected the script to publish, found none")
    new = script(source, str(today()))
    if new.name in (names := [each.name for each in library.embed.listed]):
        if new.name != names[-1]:
            message = (
                f"{SOURCE}: expected a script that is new, found {new.name}, published before {names[-1]}; change it"
            )
            raise StopError(message)
        print(f"{PUBLISHED}/{new.name} is published already")
        return 0
    folder = given.project / PUBLISHED
    path = folder / LIST
    before = path.read_text(encoding="utf-8") if path.is_file() else HEAD
    folder.mkdir(parents=True, exist_ok=True)
    change(folder, {new.name: source, LIST: (before + written(new)).encode()})
    print(f"Published {PUBLISHED}/{new.name}\nIts integrity: {new.integrity}\nCommit both: they are kept from now on")
    return 0


def scripts_since(revision: Revision, embed: Embed) -> list[Problem]:
    """What a git revision held of scripts for other sites, and what is there no more."""
    names = [path.rpartition("/")[2] for path in revision.files(PUBLISHED)]
    text = revision.text(f"{PUBLISHED}/{LIST}") if LIST in names else ""
    listed = [each for each in read(text) if isinstance(each, Script)]
    return list(kept(set(names) - {LIST}, listed, embed, revision.name))
