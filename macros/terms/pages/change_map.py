"""The change map: clauses down, versions across, and how much of each clause each version changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.locales import translator
from macros.terms.clauses import by_id, heading
from macros.terms.model import Change, Clause, Version
from macros.terms.names import DRAFT
from macros.terms.pages.change_views import ChangeMap, ClauseVersion, MapCell, MapRow
from macros.terms.pages.changed import changed
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.version_names import version_name
from macros.terms.render.redline_sections import FOLLOWING, kind_in_words

# Shares of a clause's words, in hundredths, from which a cell is shaded more.
LEVELS = (0, 10, 30, 60)
Column = tuple[Version, Mapping[str, Clause], Mapping[str, tuple[Change, str]]]


def change_map(shelf: Shelf, language: str) -> ChangeMap | None:
    """The map of the versions that have a text in a language, the draft included; None where nothing changed yet."""
    columns = list(_columns(shelf, language))
    if len(columns) < 2:
        return None
    return ChangeMap(
        versions=tuple(version.name for version, _, _ in columns),
        rows=tuple(_row(id_, columns, language) for id_ in _order([clauses for _, clauses, _ in columns])),
    )


def clause_history(shelf: Shelf, version: Version, language: str) -> dict[str, tuple[ClauseVersion, ...]]:
    """For each clause of a version, the versions up to it that changed it, last one first."""
    found: dict[str, list[ClauseVersion]] = {}
    say = translator(language)
    each: Version | None = version
    while each is not None:
        before = shelf.before(each, language)
        for id_, (change, page) in _changes(shelf, before, each, language).items():
            if change.kind not in FOLLOWING and change.new:
                name = version_name(each.name, language=language)
                line = ClauseVersion(
                    version=name,
                    said=say("{name}: {what}", name=name, what=kind_in_words(change, say)),
                    address=f"{page}#{change.clause.id}",
                    added=change.kind == "added",
                    draft=each.name == DRAFT,
                )
                found.setdefault(id_, []).append(line)
        each = before
    return {id_: tuple(lines) for id_, lines in found.items()}


def _columns(shelf: Shelf, language: str) -> Iterator[Column]:
    for version in shelf.every:
        text = version.text(language)
        if text:
            before = shelf.before(version, language)
            yield version, by_id(shelf.readings[text.path].tree), _changes(shelf, before, version, language)


def _changes(shelf: Shelf, old: Version | None, new: Version, language: str) -> dict[str, tuple[Change, str]]:
    """What a version did to each clause, and the page that shows it."""
    found = changed(shelf, old, new, language)
    if found is None:
        return {}
    redline, page = found
    return {change.clause.id: (change, page) for change in redline.changes if change.clause.id}


def _order(texts: Sequence[Mapping[str, Clause]]) -> list[str]:
    """The ids of every clause there ever was, in the order of the last text; those gone stand where they stood."""
    found: list[str] = []
    for clauses in reversed(texts):
        at = 0
        for id_ in clauses:
            if id_ in found:
                at = found.index(id_) + 1
            else:
                found.insert(at, id_)
                at += 1
    return found


def _row(id_: str, columns: Sequence[Column], language: str) -> MapRow:
    clause = next(clauses[id_] for _, clauses, _ in reversed(columns) if id_ in clauses)
    return MapRow(
        id=id_,
        name=heading(clause),
        depth=clause.level - 2,
        cells=tuple(_cell(id_, clauses, changes, language) for _, clauses, changes in columns),
    )


def _cell(
    id_: str, clauses: Mapping[str, Clause], changes: Mapping[str, tuple[Change, str]], language: str
) -> MapCell | None:
    if id_ not in clauses and id_ not in changes:
        return None
    change, page = changes.get(id_, (None, ""))
    if change is None or change.kind in FOLLOWING:
        return MapCell(kind="", said="", share=0, level=0, address="")
    share = 100 if change.kind in {"added", "removed"} else _share(change)
    return MapCell(
        kind=change.kind,
        said=kind_in_words(change, translator(language)),
        share=share,
        level=sum(share >= least for least in LEVELS),
        address=f"{page}#{change.clause.id}",
    )


def _share(change: Change) -> int:
    """The share of a clause's words, in both texts together, that were deleted or inserted; at least 1 of 100."""
    words = change.deleted + change.inserted
    return max(1, round(100 * words / change.size)) if words and change.size else 0
