"""Passages to what became of each clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.terms.model import Change, ClauseHeading, Passage, Run
from macros.terms.words.markup import ID, count, has_words

# Says that a passage went from a clause or came to it, whatever its words.
GONE = Run("delete", "")
# Kinds of change without new wording, by what they say most: one clause has one.
KINDS = ("variable", "typography", "reference")


@dataclass(slots=True)
class _Clause:
    """What the passages of one clause come to."""

    deleted: int = 0
    inserted: int = 0
    size: int = 0
    kinds: set[str] = field(default_factory=set)
    facts: dict[str, None] = field(default_factory=dict)
    label: bool = False
    level: bool = False
    heading: str = ""
    moved: bool = False


Key = tuple[int | None, int | None]


def changes(
    passages: Sequence[Passage], old: Sequence[ClauseHeading], new: Sequence[ClauseHeading]
) -> tuple[Change, ...]:
    """The clauses that differ, in the order of the new text, removed ones last."""
    partners = _partners(passages)
    news = {after: before for before, after in partners.items()}
    found: defaultdict[Key, _Clause] = defaultdict(_Clause)
    for passage in passages:
        if _is_same(passage, news):
            found[passage.old, passage.new].size += 2 * sum(run.text.count(" ") + 1 for run in passage.words)
            continue
        for key, runs in _owners(passage, partners, news):
            _add(found[key], passage, runs)
    made = [_change(old, new, *key, clause) for key, clause in sorted(found.items(), key=_place)]
    return tuple(each for each in made if each)


def _is_same(passage: Passage, news: Mapping[int, int]) -> bool:
    """Whether a passage is the same on both sides, in the same clause: most are."""
    same = all(run.op == "equal" for runs in (passage.lead, passage.words, passage.tail) for run in runs)
    return same and passage.new is not None and passage.old == news.get(passage.new)


def between(tail: Iterable[Run]) -> Iterator[Run]:
    """What differs in words between two blocks; the id of a clause is none."""
    for run in tail:
        if run.op != "equal" and run.kind == "text" and has_words(run.text):
            yield run._replace(text=ID.sub("", run.text))


def worded(passage: Passage) -> tuple[Run, ...]:
    """The runs of a passage; of what stands behind it, such as where a link leads, what differs in words."""
    return (*passage.lead, *passage.words, *between(passage.tail))


def _place(item: tuple[Key, _Clause]) -> tuple[bool, int]:
    before, after = item[0]
    return after is None, after if after is not None else before or 0


def _partners(passages: Iterable[Passage]) -> dict[int, int]:
    """Which old clause is which new one: by their headings, else by most of their words."""
    votes: defaultdict[Key, float] = defaultdict(float)
    for each in passages:
        if each.old is not None and each.new is not None and each.state in {"kept", "moved-to"}:
            size = sum(len(run.text) for run in each.words if run.op == "equal" or run.kind == "moved")
            votes[each.old, each.new] += float("inf") if each.begins else 1 + size
    votes[0, 0] = float("inf")
    found: dict[int, int] = {}
    taken: set[int] = set()
    for (before, after), _ in sorted(votes.items(), key=lambda each: (-each[1], each[0])):
        if before is not None and after is not None and before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _owners(passage: Passage, partners: dict[int, int], news: dict[int, int]) -> Iterator[tuple[Key, Sequence[Run]]]:
    """The clauses to which a passage's runs belong: what was deleted to the old one, the rest to the new one."""
    runs, before, after = worded(passage), passage.old, passage.new
    if after is None:
        if before is not None:
            yield (before, partners.get(before)), runs
    elif before is None or before == news.get(after) or passage.state == "moved-to":
        yield (news.get(after), after), runs
    else:
        # A passage that stands where it stood, but under another clause than before, changes both.
        yield (before, partners.get(before)), [*(each for each in runs if each.op == "delete"), GONE]
        yield (news.get(after), after), [*(each for each in runs if each.op != "delete"), GONE]


def _add(clause: _Clause, passage: Passage, runs: Iterable[Run]) -> None:
    is_heading = passage.begins
    if is_heading:
        clause.heading = "moved" if passage.state == "moved-to" else clause.heading
    elif passage.state in {"moved-from", "moved-to"}:
        clause.moved = True
    for run in runs:
        if run is GONE:
            clause.moved = True
            continue
        if run.op == "equal" or run.kind == "moved":
            clause.size += (run.text.count(" ") + 1) * (2 if run.op == "equal" else 1)
            continue
        words = count(run.text)
        clause.size += words
        if run.kind == "text":
            clause.deleted += words if run.op == "delete" else 0
            clause.inserted += words if run.op == "insert" else 0
        if run.kind == "renumbered" and is_heading:
            clause.label = True
        elif is_heading and run.kind == "typography" and not run.text.strip("# \t"):
            clause.level = True
        elif not run.own_date:
            clause.kinds.add("typography" if run.kind == "renumbered" else run.kind)
            clause.facts |= dict.fromkeys(run.facts)


def _change(
    old: Sequence[ClauseHeading],
    new: Sequence[ClauseHeading],
    before: int | None,
    after: int | None,
    clause: _Clause,
) -> Change | None:
    moved = clause.heading == "moved"
    if before is not None and after is not None:
        if old[before].number == new[after].number and clause.label:
            clause.label = False
            clause.kinds.add("typography")
        # A number of another level has the marks of that level: "## 10." that became "### 10.2" was renumbered.
        if clause.level and not clause.label:
            clause.kinds.add("typography")
        if _renamed(old[before], new[after]):
            clause.kinds.add("typography")
    kind = _kind(before, after, clause, moved=moved)
    if not kind:
        return None
    return Change(
        kind=kind,
        old=old[before] if before is not None else None,
        new=new[after] if after is not None else None,
        facts=tuple(clause.facts),
        deleted=clause.deleted,
        inserted=clause.inserted,
        moved=moved,
        size=clause.size,
    )


def _renamed(old: ClauseHeading, new: ClauseHeading) -> bool:
    """Whether a clause that says the same has another id: no word changed, but its address did."""
    return old.own and new.own and old.id != new.id


def _kind(before: int | None, after: int | None, clause: _Clause, *, moved: bool) -> str:
    """The main kind of change of a clause, "" where it did not change."""
    if before is None or after is None:
        return "added" if before is None else "removed"
    if "text" in clause.kinds:
        return "moved-edited" if moved else "edited"
    if moved or clause.moved:
        return "moved"
    return next((each for each in KINDS if each in clause.kinds), "renumbered" if clause.label else "")
