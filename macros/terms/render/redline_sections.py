"""A redline to the sections of its page, a clause each, and what became of each in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from macros.terms.model import Change, ClauseHeading, Passage, Redline
from macros.terms.render.apparatus import Translate

# Kinds that only follow from other changes: they are shown, but are no place to stop at.
FOLLOWING = frozenset({"renumbered", "reference"})


@dataclass(slots=True)
class Section:
    """A clause as the page shows it; heading is None where it goes on after another."""

    id: str
    heading: ClauseHeading | None
    change: Change | None
    away: bool
    passages: list[Passage] = field(default_factory=list)


def sections(redline: Redline) -> Iterator[Section]:
    """The text in sections: a clause each, those that went or were moved away where they stood."""
    by_old = {id(each.old): each for each in redline.changes if each.old}
    by_new = {id(each.new): each for each in redline.changes if each.new}
    current, owner = Section("", None, None, away=False), (False, -1)
    shown: set[tuple[bool, int]] = set()
    for passage in redline.passages:
        gone = passage.state in {"removed", "moved-from"} and passage.old != 0
        clause = passage.old if passage.new is None else passage.new
        if clause is None:
            continue
        heading = (redline.old if gone else redline.new)[clause]
        begins = passage.begins or clause == 0
        if begins and (gone, clause) not in shown:
            yield current
            change = by_old.get(id(heading)) if gone else by_new.get(id(heading))
            away = gone and change is not None and change.new is not None
            current, owner = (
                Section(f"{heading.id}--old" if away else heading.id, heading, change, away),
                (gone, clause),
            )
            shown.add(owner)
        elif not gone and owner != (gone, clause):
            # A clause goes on after one that went.
            yield current
            current, owner = Section("", None, by_new.get(id(heading)), away=False), (gone, clause)
        current.passages.append(passage)
    yield current


def kind_in_words(change: Change, translate: Translate) -> str:
    """What became of a clause: "edited", "renumbered from 5"…"""
    old, new = change.old, change.new
    said = translate(KINDS[change.kind])
    if change.kind == "moved" and not change.moved:
        said = translate("passages moved")
    elif change.kind == "variable" and not change.facts:
        said = translate("the same words replaced")
    if old and new and old.number and old.number != new.number:
        number = translate("was {label}", label=old.number)
        return f"{said} ({number})"
    return said


KINDS: Mapping[str, str] = {
    "added": "added",
    "removed": "removed",
    "edited": "edited",
    "moved": "moved",
    "moved-edited": "moved and edited",
    "renumbered": "renumbered",
    "variable": "shared fact changed",
    "typography": "typography only",
    "reference": "reference followed",
}
