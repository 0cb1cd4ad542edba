"""A project to what its parts are made of: its settings, what pages load, what is around its documents."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

from macros.frontend import Frontend, frontend
from macros.page_names import Around
from macros.parts import Order
from macros.settings import shows_drafts, today
from macros.sources import look
from macros.stopping import BuildFailedError
from macros.terms.addresses import guide
from macros.terms.check import check
from macros.terms.load import load_around, load_published
from macros.terms.load.settings import SiteSettings, site_settings
from macros.terms.model import Library, Problem
from macros.terms.pages.shelf import Repository
from macros.terms.site import Setting

CACHE = ".cache"
# The template of overrides/ that the pages of the site are put into.
MAIN = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """The site that is to be made of a project: for what, with what on every page, put into which template.

    cache is where what is made is kept; serving is whether MkDocs reloads a page when a file is saved.
    """

    root: Path
    cache: Path
    setting: Setting
    frontend: Frontend
    shell: str = MAIN
    serving: bool = False


def commission(root: Path, *, base: str = "", shell: str = MAIN, serving: bool = False) -> Commission:
    """The site of a project as mkdocs.yml and the environment have it; base is its address if that is another one.

    Raises ClockError, and BuildFailedError where mkdocs.yml cannot be followed.
    """
    found, problems = site_settings(root, os.environ)
    if problems:
        raise BuildFailedError(problems=problems)
    setting = Setting(
        today=today(),
        name=found.name,
        base=base or found.base,
        languages=found.languages,
        drafts=shows_drafts(),
        repository=_repository(found),
    )
    parts = frontend(root / "overrides" / "components", root / CACHE / "fonts")
    return Commission(root=root, cache=site_cache(root), setting=setting, frontend=parts, shell=shell, serving=serving)


def site_cache(root: Path) -> Path:
    """Where what is made of a project is kept."""
    return root / CACHE / "site"


def _repository(settings: SiteSettings) -> Repository | None:
    """Where a file of docs/ is edited, None where mkdocs.yml names no repository."""
    if not settings.repository or not settings.edit:
        return None
    root = f"{settings.repository.rstrip('/')}/"
    return Repository(edit=urljoin(root, settings.edit), report=f"{root}issues/new/choose")


def ordered(of: Commission) -> tuple[Order, list[Problem]]:
    """What parts are made of, and what is wrong with all that is around them."""
    library, problems = load_around(of.root)
    if of.shell != MAIN:
        # The guide is Markdown of MkDocs'.
        library = replace(library, guides=())
    order = Order(
        root=of.root,
        cache=of.cache,
        look=look(of.root),
        setting=of.setting,
        around=_around(of, library),
        library=library,
    )
    return order, [*problems, *check(library, {})]


def _around(of: Commission, library: Library) -> Around:
    return Around(
        name=of.setting.name,
        base=of.setting.base,
        shell=of.shell,
        frontend=of.frontend,
        languages=of.setting.languages,
        published=load_published(of.root),
        guides=tuple(guide(each.language, each.name) for each in library.guides),
        preview=of.setting.drafts,
        serving=of.serving,
    )
