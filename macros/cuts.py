"""A document's pieces, each kept with the names of what it read: made anew only where one of these changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from macros.budgets import overweight
from macros.cache import Cache, key
from macros.parts import Cut, ExportError, Order, Written, file_at
from macros.sources import engine
from macros.terms.model import Problem, Publisher, Reading
from macros.terms.pages.filing import without_words
from macros.terms.pages.model import Asset, Export, Page
from macros.terms.pages.pieces import Made, Piece, file_pieces, page_pieces
from macros.terms.pages.searching import clauses
from macros.terms.pages.shelf import Shelf
from macros.terms.render.sitemap import Findable, findable
from macros.theme import theme


class Cutter:
    """The pieces of one document on their way into the cache; sizes are those of its files, once they are made."""

    def __init__(self, order: Order, publisher: Publisher, shelf: Shelf) -> None:
        self.order, self.publisher, self.shelf = order, publisher, shelf
        self.cache = Cache(folder=order.cache)
        self.sizes: dict[str, int] = {}
        self.texts = {path: key(path, each.text.head, each.text.body) for path, each in shelf.readings.items()}
        self.base = key(engine(), order.setting, publisher.variables, _skeleton(shelf))

    def pieces(self, *, pages: bool) -> list[Piece]:
        """The pieces that are pages, or those that are files."""
        search = Piece(name="search", make=partial(_search, self.cache))
        return [*page_pieces(self.shelf)] if pages else [*file_pieces(self.shelf), search]

    def kept(self, piece: Piece, *, pages: bool) -> Cut | None:
        """A piece as it was made of the same texts."""
        trace = self._trace(piece, pages=pages)
        names = self.cache.recall(trace)
        kept = self.cache.recall(self._state(trace, names)) if isinstance(names, tuple) else None
        return kept if isinstance(kept, Cut) else None

    def cut(self, piece: Piece, *, pages: bool) -> tuple[Cut, tuple[Problem, ...]]:
        """A piece made and kept with what it read, and what is wrong with it."""
        read: set[str] = set()
        problems: list[Problem] = []
        made = tuple(self._written(piece, read, problems))
        cut = Cut(files=tuple(each for each, _ in made), found=tuple(each for _, each in made if each))
        if not problems:
            trace, names = self._trace(piece, pages=pages), tuple(sorted(read))
            self.cache.remember(trace, names)
            self.cache.remember(self._state(trace, names), cut)
        return cut, tuple(problems)

    def _trace(self, piece: Piece, *, pages: bool) -> str:
        """The key under which the names of what a piece reads are kept."""
        return key(self.base, self.order.shared if pages else "", piece.name)

    def _state(self, trace: str, names: tuple[str, ...]) -> str:
        """What a piece read, as it is now."""
        return key(trace, *(self._now(each) for each in names))

    def _now(self, name: str) -> str:
        return self.texts.get(name) or f"{name} {self.sizes.get(name)}"

    def _written(
        self, piece: Piece, read: set[str], problems: list[Problem]
    ) -> Iterator[tuple[Written, Findable | None]]:
        readings = Traced(self.shelf.readings, read)
        traced = replace(self.shelf, readings=readings, comparisons=self.shelf.comparisons.over(readings))
        for made in piece.make(traced):
            content = self._content(made, read)
            address = file_at(made.address)
            if isinstance(made, Page):
                problems += overweight(made, made.address, content, self.order.around.frontend)
            written = Written(address=address, digest=self.cache.add(content), size=len(content))
            yield written, findable(made) if isinstance(made, Page) else None

    def _content(self, made: Made, read: set[str]) -> bytes:
        if isinstance(made, Asset):
            return made.content
        if isinstance(made, Export):
            return self._export(made)

        def size(address: str) -> int:
            read.add(address)
            return self.sizes[address]

        return theme(self.order.root, self.order.around, self.order.look)(made, size)

    def _export(self, made: Export) -> bytes:
        try:
            return self.cache.made(key(engine(), Path(made.address).suffix, *made.inputs), made.make)
        except Exception as error:
            raise ExportError(f"{made.address}: {error}") from error


class Traced(Mapping[str, Reading]):
    """Readings that tell which of them were read."""

    def __init__(self, readings: Mapping[str, Reading], read: set[str]) -> None:
        self.readings, self.read = readings, read

    def __getitem__(self, path: str) -> Reading:
        self.read.add(path)
        return self.readings[path]

    def __iter__(self) -> Iterator[str]:
        self.read.update(self.readings)
        return iter(self.readings)

    def __len__(self) -> int:
        self.read.update(self.readings)
        return len(self.readings)


def _skeleton(shown: Shelf) -> str:
    """All of a shelf that pages may look at without reading a text."""
    versions = tuple(map(without_words, shown.document.versions))
    draft = without_words(shown.document.draft) if shown.document.draft else None
    document = replace(shown.document, versions=versions, draft=draft)
    return key(document, shown.publisher, shown.names, shown.draft is not None)


def _search(cache: Cache, shown: Shelf) -> Iterator[Asset]:
    """What the search needs of a document, as a record: no file of the site."""
    found = clauses(shown)
    name = key(found)
    cache.remember(name, found)
    yield Asset(address=name, content=b"")
