"""A document to its part of the site, by one process or by several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from macros.cache import Cache, key
from macros.cuts import Cutter
from macros.parts import Cut, Order, Part, part_key
from macros.pool import Job, Pool
from macros.terms.check import check
from macros.terms.load import load_document
from macros.terms.model import Problem
from macros.terms.pages.filing import card
from macros.terms.reading import read_all
from macros.terms.site import shelf

# So many pieces are worth other processes, each of which gets a few times as many slices as there are processes.
WORTH = 24
SLICES = 3
Outcome = tuple[Cut, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Some pieces of a document, by their places among its files or among its pages, for another process to make."""

    order: Order
    id: str
    kept_under: str
    pages: bool
    places: tuple[int, ...]
    sizes: Mapping[str, int]


def part(order: Order, id_: str, kept_under: str, pool: Pool | None = None) -> Part | tuple[Problem, ...]:
    """A document's part, made and kept, by several processes where there is a pool; the problems if it cannot be."""
    cutter = _cutter(order, id_, kept_under)
    if isinstance(cutter, tuple):
        return cutter
    files, _ = _cuts(cutter, kept_under, pool, pages=False)
    cutter.sizes = {each.address: each.size for cut in files for each in cut.files}
    pages, problems = _cuts(cutter, kept_under, pool, pages=True)
    if problems:
        return tuple(problems)
    *files, search = files
    found, told = tuple(each for cut in pages for each in cut.found), card(cutter.shelf, cutter.publisher)
    made = Part(
        files=tuple(each for cut in (*files, *pages) for each in cut.files),
        found=found,
        card=told,
        told=key(told, found),
        clauses=search.files[0].address,
    )
    # A text that was saved in the meantime would be kept under the digest of what it was before.
    if part_key(order, id_) == kept_under:
        Cache(folder=order.cache).remember(kept_under, made)
    return made


def _cuts(cutter: Cutter, kept_under: str, pool: Pool | None, *, pages: bool) -> tuple[list[Cut], list[Problem]]:
    """Every piece, in order: those that were made of the same texts, and those made anew."""
    pieces = cutter.pieces(pages=pages)
    kept = [cutter.kept(each, pages=pages) for each in pieces]
    places = [place for place, each in enumerate(kept) if each is None]
    if pool and len(places) >= WORTH:
        made = _by_processes(cutter, kept_under, pool, places, pages=pages)
    else:
        made = {place: cutter.cut(pieces[place], pages=pages) for place in places}
    problems = [problem for place in places for problem in made[place][1]]
    return [each or made[place][0] for place, each in enumerate(kept)], problems


def _by_processes(cutter: Cutter, kept_under: str, pool: Pool, places: list[int], *, pages: bool) -> dict[int, Outcome]:
    count = pool.size * SLICES
    slices = [
        Slice(
            order=cutter.order,
            id=cutter.shelf.document.id,
            kept_under=kept_under,
            pages=pages,
            places=tuple(places[start::count]),
            sizes=cutter.sizes,
        )
        for start in range(count)
    ]
    anew = pool.done([Job(name=each.id, make=partial(_sliced, each)) for each in slices])
    return {
        place: each for of, made in zip(slices, anew, strict=True) for place, each in zip(of.places, made, strict=True)
    }


def _sliced(of: Slice) -> list[Outcome]:
    cutter = _cutter(of.order, of.id, of.kept_under)
    if isinstance(cutter, tuple):
        raise TypeError(f"expected {of.id} as it was when the build began, found it changed; build again")
    cutter.sizes = {**of.sizes}
    pieces = cutter.pieces(pages=of.pages)
    return [cutter.cut(pieces[place], pages=of.pages) for place in of.places]


_LAST: dict[str, Cutter | tuple[Problem, ...]] = {}


def _cutter(order: Order, id_: str, kept_under: str) -> Cutter | tuple[Problem, ...]:
    """A document that was read, or its problems; the last one is at hand, since its slices follow each other."""
    if kept_under not in _LAST:
        _LAST.clear()
        _LAST[kept_under] = _read(order, id_)
    return _LAST[kept_under]


def _read(order: Order, id_: str) -> Cutter | tuple[Problem, ...]:
    publisher, problems = load_document(order.root, id_, order.setting.languages)
    library = replace(order.library, publishers=(publisher,))
    readings = read_all(library, order.setting.today)
    problems += check(library, readings)
    if problems:
        return tuple(problems)
    return Cutter(order, publisher, shelf(order.setting, publisher, publisher.documents[0], readings))
