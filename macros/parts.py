"""Each document's part of the site: made once, and taken from the cache as long as nothing that decides on it changes.

A part is kept under the digest of the document's files and of all around it. Within a part that changed, each piece
is kept with what it read of the document, so a new sentence in the draft leaves the pages of every version alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from macros.cache import Cache, key
from macros.mkdocs_context import Around
from macros.mkdocs_shell import shell
from macros.pool import Job, Pool
from macros.sources import engine, files_digest
from macros.terms.check import check
from macros.terms.check.built import remains
from macros.terms.load import load_document
from macros.terms.model import Library, Problem, Publisher, Reading
from macros.terms.pages.card import Card
from macros.terms.pages.filing import card, without_words
from macros.terms.pages.model import Asset, Export, Page
from macros.terms.pages.pieces import Made, Piece, file_pieces, page_pieces
from macros.terms.pages.searching import clauses
from macros.terms.pages.shelf import Shelf
from macros.terms.reading import read_all
from macros.terms.render.sitemap import Findable, findable
from macros.terms.site import Setting
from macros.terms.site import shelf as shelf_of

# So many pieces are worth other processes, each of which gets a few times as many slices as there are processes.
WORTH = 24
SLICES = 3


class ExportError(Exception):
    """A file that could not be made: its address, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of the site: its address, the digest that its content is kept under, its bytes."""

    address: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """All that is made of a document, and what the rest of the site tells of it; clauses is a record for the search."""

    files: tuple[Written, ...]
    found: tuple[Findable, ...]
    card: Card
    clauses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """All that is made of a piece, and where the sitemap leads in it."""

    files: tuple[Written, ...]
    found: tuple[Findable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What parts are made of, and where they are kept; library is the project's without its publishers, look the
    digest of its templates and theme.
    """

    root: Path
    cache: Path
    look: str
    setting: Setting
    around: Around
    library: Library


def part_key(order: Order, id_: str) -> str:
    """The digest of all that decides on a part."""
    root, publisher = order.root, id_.partition("/")[0]
    return key(
        engine(),
        order.look,
        order.setting,
        order.around,
        order.library.glossaries,
        files_digest(root / "docs" / id_),
        files_digest(root / "variables" / f"{publisher}.yml"),
    )


def part(order: Order, id_: str, kept_under: str, pool: Pool | None = None) -> Part | tuple[Problem, ...]:
    """A document's part, made and kept, by several processes where there is a pool; the problems if it cannot be."""
    making = _making(order, id_, kept_under)
    if isinstance(making, tuple):
        return making
    made = making.part(pool)
    # A text that was saved in the meantime would be kept under the digest of what it was before.
    if isinstance(made, Part) and part_key(order, id_) == kept_under:
        Cache(folder=order.cache).remember(kept_under, made)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slice:
    """Some pieces of a document, by their places among its files or among its pages, for another process to make."""

    order: Order
    id: str
    kept_under: str
    pages: bool
    places: tuple[int, ...]
    sizes: Mapping[str, int]


def _sliced(of: _Slice) -> list[tuple[Cut, tuple[Problem, ...]]]:
    making = _making(of.order, of.id, of.kept_under)
    if isinstance(making, tuple):
        message = f"expected {of.id} as it was when the build began, found it changed; build again"
        raise TypeError(message)
    making.sizes = {**of.sizes}
    return [making.cut(making.pieces(pages=of.pages)[place], pages=of.pages) for place in of.places]


_LAST: dict[str, _Making | tuple[Problem, ...]] = {}


def _making(order: Order, id_: str, kept_under: str) -> _Making | tuple[Problem, ...]:
    """A document that was read, or its problems; the last one is at hand, since its slices follow each other."""
    if kept_under not in _LAST:
        _LAST.clear()
        _LAST[kept_under] = _read(order, id_, kept_under)
    return _LAST[kept_under]


def _read(order: Order, id_: str, kept_under: str) -> _Making | tuple[Problem, ...]:
    publisher, problems = load_document(order.root, id_, order.setting.languages)
    library = replace(order.library, publishers=(publisher,))
    readings = read_all(library, order.setting.today)
    problems += check(library, readings)
    if problems:
        return tuple(problems)
    return _Making(order, publisher, shelf_of(order.setting, publisher, publisher.documents[0], readings), kept_under)


class _Making:
    """The pieces of one document on their way into the cache."""

    def __init__(self, order: Order, publisher: Publisher, shelf: Shelf, kept_under: str) -> None:
        self.order, self.publisher, self.shelf, self.kept_under = order, publisher, shelf, kept_under
        self.cache = Cache(folder=order.cache)
        self.sizes: dict[str, int] = {}
        self.base = key(engine(), order.setting, publisher.variables, _skeleton(shelf))
        self.look = key(order.look, order.around)

    def pieces(self, *, pages: bool) -> list[Piece]:
        """The pieces that are pages, or those that are files."""
        search = Piece(name="search", make=partial(_search, self.cache))
        return [*page_pieces(self.shelf)] if pages else [*file_pieces(self.shelf), search]

    def part(self, pool: Pool | None) -> Part | tuple[Problem, ...]:
        """All of it."""
        files, _ = self._cuts(pool, pages=False)
        self.sizes = {each.address: each.size for cut in files for each in cut.files}
        pages, problems = self._cuts(pool, pages=True)
        *files, search = files
        return tuple(problems) or Part(
            files=tuple(each for cut in (*files, *pages) for each in cut.files),
            found=tuple(each for cut in pages for each in cut.found),
            card=card(self.shelf, self.publisher),
            clauses=search.files[0].address,
        )

    def _cuts(self, pool: Pool | None, *, pages: bool) -> tuple[list[Cut], list[Problem]]:
        """Every piece, in order: those that were made of the same texts, and those made anew."""
        pieces = self.pieces(pages=pages)
        kept = [self._kept(each, pages=pages) for each in pieces]
        places = [place for place, each in enumerate(kept) if each is None]
        if pool and len(places) >= WORTH:
            strides = [tuple(places[start :: pool.size * SLICES]) for start in range(pool.size * SLICES)]
            slices = [self._slice(each, pages=pages) for each in strides if each]
            anew = list(pool.done([Job(name=each.id, make=partial(_sliced, each)) for each in slices]))
            made = {
                place: each
                for of, found in zip(slices, anew, strict=True)
                for place, each in zip(of.places, found, strict=True)
            }
        else:
            made = {place: self.cut(pieces[place], pages=pages) for place in places}
        problems = [problem for place in places for problem in made[place][1]]
        return [each or made[place][0] for place, each in enumerate(kept)], problems

    def _slice(self, places: tuple[int, ...], *, pages: bool) -> _Slice:
        return _Slice(
            order=self.order,
            id=self.shelf.document.id,
            kept_under=self.kept_under,
            pages=pages,
            places=places,
            sizes=self.sizes,
        )

    def _kept(self, piece: Piece, *, pages: bool) -> Cut | None:
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
        return key(self.base, self.look if pages else "", piece.name)

    def _state(self, trace: str, names: tuple[str, ...]) -> str:
        """What a piece read, as it is now."""
        return key(trace, *(self._now(each) for each in names))

    def _now(self, name: str) -> str:
        text = self.shelf.readings[name].text if name in self.shelf.readings else None
        return key(name, text.head, text.body) if text else f"{name} {self.sizes.get(name)}"

    def _written(
        self, piece: Piece, read: set[str], problems: list[Problem]
    ) -> Iterator[tuple[Written, Findable | None]]:
        readings = Traced(self.shelf.readings, read)
        traced = replace(self.shelf, readings=readings, comparisons=self.shelf.comparisons.over(readings))
        for made in piece.make(traced):
            content = self._content(made, read)
            address = file_at(made.address)
            if isinstance(made, Page):
                problems += remains(address, content.decode())
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

        return shell(self.order.root / "mkdocs.yml", self.order.around, self.order.look)(made, size)

    def _export(self, made: Export) -> bytes:
        try:
            return self.cache.made(key(engine(), Path(made.address).suffix, *made.inputs), made.make)
        except Exception as error:
            message = f"{made.address}: {error}"
            raise ExportError(message) from error


def file_at(address: str) -> str:
    """The file that a host serves at an address of a page, or of a file."""
    return f"{address}index.html" if not address or address.endswith("/") else address


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
