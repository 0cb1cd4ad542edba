"""The MkDocs plugin "terms": pages of the engine in, HTML of the theme out. MkDocs is known
here, in mkdocs_files.py, mkdocs_run.py, __init__.py and overrides/, and nowhere else.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin

from mkdocs.config.base import Config
from mkdocs.config.config_options import ListOfItems, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from macros.exports import built_exports
from macros.frontend import Frontend, frontend
from macros.locales import translator
from macros.locales.catalogues import faults as catalogue_faults
from macros.mkdocs_examples import shown
from macros.mkdocs_files import add_assets, add_pages, keep_hand_written, linker
from macros.mkdocs_run import ProblemsError
from macros.pagefind import PagefindError, built_indexes, search_starts
from macros.settings import ClockError, shows_drafts, today
from macros.terms.addresses import guide
from macros.terms.check import examine
from macros.terms.check.built import remains
from macros.terms.formats import language_name, written_date
from macros.terms.model import Problem
from macros.terms.names import DEVELOPERS, LANGUAGES
from macros.terms.pages.guide import FIRST
from macros.terms.pages.model import Asset, Index, Page, Site
from macros.terms.pages.shelf import Repository
from macros.terms.pages.version_names import version_name
from macros.terms.pages.views import ContractView, GuideView, RedlineView
from macros.terms.site import site

# What the front matter of a hand-written page may say.
PAGE_KEYS = frozenset({"description", "title"})
LOG = logging.getLogger("macros.build")


class TermsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The options of the plugin under `plugins:` in mkdocs.yml."""

    languages = ListOfItems(Type(str), default=["fr", "en"])
    """The languages that the site speaks; a visitor without preference gets the first. The engine reads them itself."""

    cache = Type(str, default=".cache")
    """Where subset fonts and indexes are kept between builds, relative to mkdocs.yml."""


class TermsPlugin(BasePlugin[TermsConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """Replaces the contracts in docs/ by the pages that the engine makes of them, nothing more."""

    def __init__(self) -> None:
        self.serving = False
        self.site = Site(pages=(), assets=(), languages=LANGUAGES)
        self.indexed: tuple[Asset, ...] = ()
        self.exported: tuple[Asset, ...] = ()
        self.search_starts: dict[str, list[str]] = {}
        self.problems: list[Problem] = []
        self.pages: dict[str, Page] = {}
        self.guides: dict[str, str] = {}
        self.developers: dict[str, str] = {}
        self.frontend: Frontend | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a person is watching: a preview goes on where a build stops."""
        self.serving = command == "serve" and not dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before MkDocs writes a byte."""
        root = Path(config.config_file_path).parent
        day = _today()
        library, readings, problems = examine(root, day)
        self.problems = [*problems, *catalogue_faults()]
        if self.problems and not (self.serving and self.site.pages):
            raise ProblemsError(self.problems)
        for problem in self.problems:
            LOG.error("%s:%d: %s", problem.path, problem.line, problem.message)
        if not self.problems:
            LOG.info("Checked %d texts: no problem", len(readings))
            self.site = site(
                library,
                readings,
                today=day,
                base=config.site_url or "/",
                drafts=shows_drafts(),
                repository=_repository(config),
            )
            self.indexed = _indexed(self.site.indexes, root / self.config.cache / "search")
            self.exported = tuple(built_exports(self.site.exports, root / self.config.cache / "exports"))
            addresses = [each.address for each in (*self.site.assets, *self.indexed)]
            self.search_starts = {each: search_starts(each, addresses) for each in self.site.languages}
            LOG.info("Rendered %d pages and %d files", len(self.site.pages), len(self.site.assets) + len(self.exported))
        self.frontend = frontend(
            Path(config.theme.custom_dir or root) / "components", root / self.config.cache / "fonts"
        )
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        return config

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Escape whatever a template prints, unless it says that it is HTML."""
        env.autoescape = True
        return env

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish what the engine made, and of the rest only hand-written pages and their files."""
        keep_hand_written(files, config)
        self.pages = add_pages(files, self.site.pages, config)
        firsts = {guide(language, FIRST): language for language in self.site.languages}
        ends = f"/{DEVELOPERS}/"
        self.developers = {each.language: each.address for each in self.site.pages if each.address.endswith(ends)}
        self.guides = {firsts[each.address]: each.address for each in self.site.pages if each.address in firsts}
        ours = (*self.site.assets, *self.indexed, *self.exported)
        add_assets(files, (*ours, *(self.frontend.assets if self.frontend else ())), config)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the page's language and title before macros see it."""
        ours = self.pages.get(page.file.src_uri)
        guides = bool(ours and isinstance(ours.view, GuideView))
        if not guides:
            _judge_keys(page, config)
        first = page.file.src_uri.split("/")[0]
        page.meta["language"] = (
            ours.language if ours else first if first in self.site.languages else self.site.languages[0]
        )
        if ours:
            page.meta.update(title=ours.title, description=ours.description)
            page.title = ours.title
            # The guide shows what stands between {{ }}, and fills nothing.
            page.meta["render_macros"] = not guides
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Hand the theme the finished text of a contract; the table of contents is ours too."""
        ours = self.pages.get(page.file.src_uri)
        if ours and isinstance(ours.view, GuideView):
            page.meta["contents"] = next(iter(page.toc), None)
            html = shown(html)
        page.toc = TableOfContents([])
        return ours.view.body if ours and isinstance(ours.view, ContractView | RedlineView) else html

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """What templates may use: the page, its view, words, dates and links."""
        ours = self.pages.get(page.file.src_uri)
        language = page.meta["language"]
        context["terms"] = ours
        context["view"] = ours.view if ours else None
        context["t"] = translator(language)
        context["words_in"] = translator
        context["day"] = partial(written_date, language=language)
        context["version_name"] = partial(version_name, language=language)
        context["language_name"] = partial(language_name, language=language)
        context["languages"] = self.site.languages
        context["searched"] = [each.language for each in self.site.indexes if not each.merged]
        context["searched_earlier"] = [each.language for each in self.site.indexes if each.merged]
        context["search_starts"] = self.search_starts[language]
        context["frontend"] = self.frontend
        context["guide"] = self.guides.get(language, "")
        context["developers"] = self.developers.get(language, "")
        context["preview"] = shows_drafts()
        context["problems"] = self.problems
        context["link"] = linker(page.file.url, config)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Read every page that was written: none may show what a failed build leaves."""
        folder = Path(config.site_dir)
        pages = sorted(folder.rglob("*.html"))
        problems = [
            problem
            for path in pages
            for problem in remains(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        ]
        if problems:
            raise ProblemsError(problems)
        LOG.info("Read %d written pages: none shows an unfinished word", len(pages))


def _today() -> date:
    try:
        return today()
    except ClockError as error:
        raise MkDocsException(str(error)) from error


def _repository(config: MkDocsConfig) -> Repository | None:
    """Where a file of docs/ is edited, None where mkdocs.yml names no repository."""
    if not config.repo_url or not config.edit_uri:
        return None
    root = f"{config.repo_url.rstrip('/')}/"
    return Repository(edit=urljoin(root, config.edit_uri), report=f"{root}issues/new/choose")


def _indexed(indexes: Sequence[Index], cache: Path) -> tuple[Asset, ...]:
    try:
        return tuple(built_indexes(indexes, cache))
    except PagefindError as error:
        raise MkDocsException(str(error)) from error


def _judge_keys(page: MkDocsPage, config: MkDocsConfig) -> None:
    """A hand-written page's front matter names what the page is called; another key could shadow a variable."""
    unknown = sorted(set(page.meta) - PAGE_KEYS)
    if unknown:
        source = Path(page.file.abs_src_path or "").relative_to(Path(config.config_file_path).parent).as_posix()
        message = f"expected only {', '.join(sorted(PAGE_KEYS))}, found {', '.join(unknown)}; take it out"
        raise ProblemsError([Problem(path=source, line=1, message=message)])
