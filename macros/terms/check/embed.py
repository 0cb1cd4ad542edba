"""Rules about scripts for other sites: pages that are not ours name them by their hash, so they stay as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from macros.terms.embed import LIST, PUBLISHED, SOURCE, script
from macros.terms.model import Embed, Library, Problem, Reading, Script

LISTED = f"{PUBLISHED}/{LIST}"
PUBLISH = "publish it with: terms embed"


def embed_scripts(library: Library, _: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every script that other sites load is listed, and holds the bytes that its name and its integrity hash state."""
    embed = library.embed
    for each in embed.listed:
        yield from _judge(each, embed.files.get(each.name))
    counts = Counter(each.name for each in embed.listed)
    for each in {each.name: each for each in embed.listed}.values():
        if counts[each.name] > 1:
            yield _problem(LISTED, each.line, "each script once", f"{each.name} again", "take this line out")
    for name in sorted(embed.files.keys() - counts.keys()):
        norm, advice = f"only scripts that {LIST} lists", "take it out, and publish scripts with: terms embed"
        yield _problem(f"{PUBLISHED}/{name}", 1, norm, "one that it does not", advice)
    newest = embed.listed[-1].name if embed.listed else "none"
    if embed.source is not None and (name := script(embed.source, "").name) != newest:
        yield _problem(SOURCE, 1, f"the newest published script, {newest}", name, PUBLISH)


def kept(names: Collection[str], listed: Sequence[Script], embed: Embed, revision: str) -> Iterator[Problem]:
    """Every script that was there at a revision still is, and the list holds, first and unchanged, what it held."""
    for name in sorted(set(names) - embed.files.keys()):
        path = f"{PUBLISHED}/{name}"
        advice = f"bring it back: git checkout {revision} -- {path}"
        yield _problem(path, 1, f"the script that was published at {revision}", "none", advice)
    for number, old in enumerate(listed):
        new = embed.listed[number] if number < len(embed.listed) else None
        if new is None or (new.name, new.integrity, new.added) != (old.name, old.integrity, old.added):
            norm, found = f"{old.name}, added on {old.added}, as at {revision}", new.name if new else "none"
            advice = f"bring the list back (git checkout {revision} -- {LISTED}), then: terms embed"
            yield _problem(LISTED, new.line if new else 1, norm, found, advice)
            return


def _judge(listed: Script, content: bytes | None) -> Iterator[Problem]:
    path = f"{PUBLISHED}/{listed.name}"
    back = f"bring it back: git checkout -- {path}"
    if content is None:
        yield _problem(LISTED, listed.line, f"{path}, which other sites load", "none", back)
        return
    found = script(content, listed.added)
    if found.name != listed.name:
        yield _problem(path, 1, "the bytes that its name states", f"those of {found.name}", back)
    elif found.integrity != listed.integrity:
        norm, advice = f"the integrity of {listed.name}, {found.integrity}", f"git checkout -- {LISTED}"
        yield _problem(LISTED, listed.line, norm, listed.integrity, f"bring the list back: {advice}")


def _problem(path: str, line: int, norm: str, found: str, advice: str) -> Problem:
    return Problem(path=path, line=line, message=f"expected {norm}, found {found}; {advice}")
