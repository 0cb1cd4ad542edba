"""The MkDocs plugin "terms": pages of the engine in, HTML of the theme out. MkDocs is known
here, in mkdocs_files.py, mkdocs_run.py, __init__.py and overrides/, and nowhere else.
"""

from __future__ import annotations

import logging
from datetime import date
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

from macros.exports import ExportError
from macros.frontend import Frontend, frontend
from macros.locales.catalogues import faults as catalogue_faults
from macros.making import Made, made
from macros.mkdocs_context import page_context
from macros.mkdocs_examples import shown
from macros.mkdocs_files import add_assets, add_pages, keep_hand_written
from macros.mkdocs_run import ProblemsError
from macros.pagefind import PagefindError
from macros.settings import ClockError, shows_drafts, today
from macros.terms.check import examine
from macros.terms.check.built import remains
from macros.terms.model import Problem
from macros.terms.pages.change_views import RedlineView
from macros.terms.pages.model import Page, Site
from macros.terms.pages.shelf import Repository
from macros.terms.pages.views import ContractView, GuideView
from macros.terms.site import site

# What the front matter of a hand-written page may say.
PAGE_KEYS = frozenset({"description", "title"})
LOG = logging.getLogger("macros.build")


class TermsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The options of the plugin under `plugins:` in mkdocs.yml."""

    languages = ListOfItems(Type(str), default=["fr", "en"])
    """The languages that the site speaks; a visitor without preference gets the first. The engine reads them itself."""

    cache = Type(str, default=".cache")
    """Where subset fonts, indexes and files that take long are kept between builds, relative to mkdocs.yml."""


class TermsPlugin(BasePlugin[TermsConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """Replaces the contracts in docs/ by the pages that the engine makes of them, nothing more."""

    def __init__(self) -> None:
        self.serving = False
        self.made = Made()
        self.problems: list[Problem] = []
        self.pages: dict[str, Page] = {}
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
        if self.problems and not (self.serving and self.made.pages):
            raise ProblemsError(self.problems)
        for problem in self.problems:
            LOG.error("%s:%d: %s", problem.path, problem.line, problem.message)
        if not self.problems:
            LOG.info("Checked %d texts: no problem", len(readings))
            found = site(
                library,
                readings,
                today=day,
                base=config.site_url or "/",
                drafts=shows_drafts(),
                repository=_repository(config),
            )
            self.made = _made(found, root / self.config.cache)
            LOG.info("Rendered %d pages and %d files", len(self.made.pages), len(self.made.assets))
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
        self.pages = add_pages(files, self.made.pages, config)
        add_assets(files, (*self.made.assets, *(self.frontend.assets if self.frontend else ())), config)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the page's language and title before macros see it."""
        ours = self.pages.get(page.file.src_uri)
        guides = bool(ours and isinstance(ours.view, GuideView))
        if not guides:
            _judge_keys(page, config)
        first = page.file.src_uri.split("/")[0]
        page.meta["language"] = (
            ours.language if ours else first if first in self.made.languages else self.made.languages[0]
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
        """What templates may use."""
        ours = self.pages.get(page.file.src_uri)
        ours_to_say = page_context(
            self.made, ours, page.meta["language"], url=page.file.url, frontend=self.frontend, config=config
        )
        context.update(ours_to_say, problems=self.problems)
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


def _made(found: Site, cache: Path) -> Made:
    try:
        return made(found, cache)
    except (ExportError, PagefindError) as error:
        raise MkDocsException(str(error)) from error


def _judge_keys(page: MkDocsPage, config: MkDocsConfig) -> None:
    """A hand-written page's front matter names what the page is called; another key could shadow a variable."""
    unknown = sorted(set(page.meta) - PAGE_KEYS)
    if unknown:
        source = Path(page.file.abs_src_path or "").relative_to(Path(config.config_file_path).parent).as_posix()
        message = f"expected only {', '.join(sorted(PAGE_KEYS))}, found {', '.join(unknown)}; take it out"
        raise ProblemsError([Problem(path=source, line=1, message=message)])
