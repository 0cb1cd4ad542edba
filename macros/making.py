"""A project to all that is written of its site: its documents' parts, and what joins them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from macros.budgets import overweight, shared_overweight
from macros.cache import Cache, key
from macros.documents import part
from macros.licences import licences
from macros.locales.catalogues import faults
from macros.ordering import Commission, ordered
from macros.page_names import Around, no_size
from macros.pagefind import built_indexes
from macros.parts import Cut, Order, Part, Written, file_at, part_key
from macros.pool import Job, Pool
from macros.sources import engine, look
from macros.stopping import BuildFailedError
from macros.terms.load import load_folders, load_rest
from macros.terms.model import Problem, Publisher
from macros.terms.pages.model import Page
from macros.terms.pages.searching import Clauses
from macros.terms.pages.views import CatalogueView, GuideView
from macros.terms.render.sitemap import findable
from macros.terms.site import joined, search
from macros.theme import theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Every file of a site, kept in the cache but for the prose: pages that hold what people wrote for the site.

    publishers: those of its documents, with their facts.
    """

    cache: Path
    around: Around
    files: tuple[Written, ...]
    prose: tuple[Page, ...]
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a site has beside its documents' parts and its search; prose is as in Made."""

    files: tuple[Written, ...]
    prose: tuple[Page, ...]


class DamagedCacheError(Exception):
    """What was kept in the cache is not there any more, or is not what it was."""


def made(commission: Commission) -> Made:
    """The whole site; raises BuildFailedError. A cache that was damaged is made anew."""
    try:
        found = _made(commission)
        Cache(folder=commission.cache).prune()
    except DamagedCacheError:
        shutil.rmtree(commission.cache)
        return _made(commission)
    return found


def _made(commission: Commission) -> Made:
    order, problems = ordered(commission)
    root, setting = order.root, order.setting
    publishers, misnamed = load_folders(root)
    problems += [*misnamed, *_catalogue_faults(order), *shared_overweight(order.around.frontend)]
    parts, unmade = parts_of(order, list(chain.from_iterable(publishers.values())))
    problems += unmade
    problems += load_rest(root, setting.languages, [each.card.publisher for each in parts], publishers)
    if problems:
        raise BuildFailedError(problems=problems)
    found = _Joining(order, parts).made()
    if look(root) != order.look:
        # A template that was saved in the meantime would be kept under the digest of what it was before.
        raise DamagedCacheError
    return found


def _catalogue_faults(order: Order) -> Sequence[Problem]:
    """What is wrong with the site's own words; where nothing was, that is remembered."""
    cache, under = Cache(folder=order.cache), key("catalogues", engine(), order.look)
    if cache.recall(under) == "none":
        return ()
    found = tuple(faults())
    if not found:
        cache.remember(under, "none")
    return found


def parts_of(order: Order, ids: Sequence[str]) -> tuple[list[Part], list[Problem]]:
    """The part of every document that has one, in order, and why others have none; several processes make them."""
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
    made = [found if isinstance(found := kept[each], Part) else anew[each] for each in ids]
    problems = [problem for each in made if not isinstance(each, Part) for problem in each]
    return [each for each in made if isinstance(each, Part)], problems


class _Joining:
    """What a site has beside its documents' parts, on its way into the cache."""

    def __init__(self, order: Order, parts: Sequence[Part]) -> None:
        self.order, self.parts = order, parts
        self.cache = Cache(folder=order.cache)
        self.problems: list[Problem] = []

    def made(self) -> Made:
        """The whole site."""
        order, search = self.order, self._search()
        rest = self._rest(search)
        files = [self._kept(each.address, each.content) for each in (*order.around.frontend.assets, licences())]
        if self.problems:
            raise BuildFailedError(problems=self.problems)
        return Made(
            cache=order.cache,
            around=order.around,
            files=(*files, *rest.files, *search.files, *(each for part in self.parts for each in part.files)),
            prose=rest.prose,
            publishers=tuple(each.card.publisher for each in self.parts),
        )

    def _rest(self, search: Cut) -> Rest:
        """What joins all documents: it is the same for as long as none of them is told of otherwise."""
        order = self.order
        under = key("rest", order.shared, order.library, [each.told for each in self.parts], search.found)
        kept = self.cache.recall(under)
        if isinstance(kept, Rest):
            return kept
        found = (*(each for part in self.parts for each in part.found), *search.found)
        site = joined(order.setting, order.library, [each.card for each in self.parts], found)
        prose = tuple(each for each in site.pages if isinstance(each.view, CatalogueView | GuideView))
        files = [self._kept(each.address, each.content) for each in site.assets]
        files += [self._page(each) for each in site.pages if each not in prose]
        rest = Rest(files=tuple(files), prose=prose)
        if not self.problems:
            self.cache.remember(under, rest)
        return rest

    def _search(self) -> Cut:
        """The files of the search, and the alphabetical index of clauses."""
        names = [(each.card.filed, each.clauses) for each in self.parts]
        under = key("search", self.order.shared, self.order.library.synonyms, names)
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
            return theme(self.order.root, self.order.around, self.order.look)(page, no_size)

        shown = self.cache.made(key("page", self.order.shared, page), show)
        self.problems += overweight(page, page.address, shown, self.order.around.frontend)
        return self._kept(file_at(page.address), shown)

    def _kept(self, address: str, content: bytes) -> Written:
        return Written(address=address, digest=self.cache.add(content), size=len(content))
