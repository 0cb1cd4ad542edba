"""A project to all that is written of its site: its documents' parts, and what joins them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from macros.budgets import overweight, shared_overweight
from macros.cache import Cache, key
from macros.documents import part
from macros.frontend import Frontend
from macros.locales.catalogues import faults
from macros.mkdocs_context import Around
from macros.mkdocs_shell import shell
from macros.pagefind import built_indexes
from macros.parts import Cut, Order, Part, Written, file_at, part_key
from macros.pool import Job, Pool
from macros.sources import engine, look
from macros.terms.addresses import guide
from macros.terms.check import check
from macros.terms.check.built import remains
from macros.terms.load import load_around, load_folders, load_published, load_rest
from macros.terms.model import Library, Problem
from macros.terms.pages.model import Page
from macros.terms.pages.searching import Clauses
from macros.terms.pages.views import CatalogueView, GuideView
from macros.terms.render.sitemap import findable
from macros.terms.site import Setting, joined, search


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Every file of a site, kept in the cache but for the prose: pages that hold what people wrote for the site."""

    around: Around
    files: tuple[Written, ...]
    prose: tuple[Page, ...]


class DamagedCacheError(Exception):
    """What was kept in the cache is not there any more, or is not what it was."""


class FaultyProjectError(Exception):
    """The problems for which there is no site."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = sorted({*problems})


def made(root: Path, cache: Path, setting: Setting, frontend: Frontend, *, serving: bool = False) -> Made:
    """The whole site; raises FaultyProjectError, JobError or PagefindError. A cache that was damaged is made anew."""
    try:
        return _made(root, cache, setting, frontend, serving=serving)
    except DamagedCacheError:
        shutil.rmtree(cache)
        return _made(root, cache, setting, frontend, serving=serving)


def _made(root: Path, cache: Path, setting: Setting, frontend: Frontend, *, serving: bool) -> Made:
    order, problems = ordered(root, cache, setting, frontend, serving=serving)
    publishers, misnamed = load_folders(root)
    problems += [*misnamed, *_catalogue_faults(order), *shared_overweight(order.around.frontend)]
    parts = parts_of(order, list(chain.from_iterable(publishers.values())))
    problems += [problem for each in parts if not isinstance(each, Part) for problem in each]
    whole = [each for each in parts if isinstance(each, Part)]
    problems += load_rest(root, setting.languages, [each.card.publisher for each in whole], publishers)
    if problems:
        raise FaultyProjectError(problems)
    found = _Joining(order, whole).made()
    if look(root) != order.look:
        # A template that was saved in the meantime would be kept under the digest of what it was before.
        raise DamagedCacheError
    return found


def ordered(
    root: Path, cache: Path, setting: Setting, frontend: Frontend, *, serving: bool = False
) -> tuple[Order, list[Problem]]:
    """What parts are made of, and what is wrong with all that is around them."""
    library, problems = load_around(root)
    order = Order(
        root=root,
        cache=cache,
        look=look(root),
        setting=setting,
        around=_around(root, setting, library, frontend, serving=serving),
        library=library,
    )
    return order, [*problems, *check(library, {})]


def _catalogue_faults(order: Order) -> Sequence[Problem]:
    """What is wrong with the site's own words; where nothing was, that is remembered."""
    cache, under = Cache(folder=order.cache), key("catalogues", engine(), order.look)
    if cache.recall(under) == "none":
        return ()
    found = tuple(faults())
    if not found:
        cache.remember(under, "none")
    return found


def _around(root: Path, setting: Setting, library: Library, frontend: Frontend, *, serving: bool) -> Around:
    return Around(
        base=setting.base,
        frontend=frontend,
        languages=setting.languages,
        published=load_published(root),
        guides=tuple(guide(each.language, each.name) for each in library.guides),
        preview=setting.drafts,
        serving=serving,
    )


def parts_of(order: Order, ids: Sequence[str]) -> list[Part | tuple[Problem, ...]]:
    """The part of every document, in order; those that changed are made by several processes."""
    cache = Cache(folder=order.cache)
    keys = {each: part_key(order, each) for each in ids}
    kept = {each: cache.recall(keys[each]) for each in ids}
    stale = [each for each in ids if not isinstance(kept[each], Part)]
    with Pool() as pool:
        # Of many documents each process makes some; of a few all processes make each.
        if len(stale) > pool.size * 2:
            jobs = [Job(name=each, make=partial(part, order, each, keys[each])) for each in stale]
            anew = dict(zip(stale, pool.done(jobs), strict=True))
        else:
            anew = {each: part(order, each, keys[each], pool) for each in stale}
    return [found if isinstance(found := kept[each], Part) else anew[each] for each in ids]


class _Joining:
    """What a site has beside its documents' parts, on its way into the cache."""

    def __init__(self, order: Order, parts: Sequence[Part]) -> None:
        self.order, self.parts = order, parts
        self.cache = Cache(folder=order.cache)
        self.base = (engine(), order.look, order.setting, order.around)
        self.problems: list[Problem] = []

    def made(self) -> Made:
        """The whole site."""
        order, cut = self.order, self._search()
        found = (*(each for part in self.parts for each in part.found), *cut.found)
        rest = joined(order.setting, order.library, [each.card for each in self.parts], found)
        prose = tuple(each for each in rest.pages if isinstance(each.view, CatalogueView | GuideView))
        files = [self._kept(each.address, each.content) for each in (*rest.assets, *order.around.frontend.assets)]
        files += [self._page(each) for each in rest.pages if each not in prose]
        if self.problems:
            raise FaultyProjectError(self.problems)
        return Made(
            around=order.around,
            files=(*files, *cut.files, *(each for part in self.parts for each in part.files)),
            prose=prose,
        )

    def _search(self) -> Cut:
        """The files of the search, and the alphabetical index of clauses."""
        names = [(each.card.filed, each.clauses) for each in self.parts]
        under = key("search", *self.base, self.order.library.synonyms, names)
        kept = self.cache.recall(under)
        if isinstance(kept, Cut):
            return kept
        documents = [(each.card, self._clauses(each)) for each in self.parts]
        site = search(self.order.setting, self.order.library, documents)
        indexes = built_indexes(site.indexes, self.order.cache / "indexes")
        cut = Cut(
            files=(
                *(self._kept(each.address, each.content) for each in chain(site.assets, indexes)),
                *map(self._page, site.pages),
            ),
            found=tuple(filter(None, map(findable, site.pages))),
        )
        if not self.problems:
            self.cache.remember(under, cut)
        return cut

    def _clauses(self, part: Part) -> Clauses:
        found = self.cache.recall(part.clauses)
        if not isinstance(found, dict):
            raise DamagedCacheError
        return found

    def _page(self, page: Page) -> Written:
        def show() -> bytes:
            return shell(self.order.root / "mkdocs.yml", self.order.around, self.order.look)(page, _no_size)

        shown = self.cache.made(key("page", *self.base, page), show)
        self.problems += remains(page.address, shown.decode())
        self.problems += overweight(page, page.address, shown, self.order.around.frontend)
        return self._kept(file_at(page.address), shown)

    def _kept(self, address: str, content: bytes) -> Written:
        return Written(address=address, digest=self.cache.add(content), size=len(content))


def _no_size(address: str) -> int:
    message = f"a page that is of no document shows the size of {address}"
    raise LookupError(message)
