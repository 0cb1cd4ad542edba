"""The MkDocs plugin "terms": hand-written pages go through MkDocs, what the engine made stands beside them.

MkDocs is known here, in mkdocs_*.py, __init__.py and overrides/, and nowhere else.
"""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace
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

from macros.budgets import overweight
from macros.frontend import Frontend, frontend
from macros.making import DamagedCacheError, FaultyProjectError, Made, made
from macros.mkdocs_context import page_context
from macros.mkdocs_examples import shown
from macros.mkdocs_files import add_prose, keep_hand_written
from macros.mkdocs_run import ProblemsError
from macros.pagefind import PagefindError
from macros.placing import place
from macros.pool import JobError
from macros.settings import ClockError, shows_drafts, today
from macros.terms.check.built import remains
from macros.terms.load.settings import site_languages
from macros.terms.model import Problem
from macros.terms.pages.model import Page
from macros.terms.pages.shelf import Repository
from macros.terms.pages.views import GuideView
from macros.terms.site import Setting

# What the front matter of a hand-written page may say.
PAGE_KEYS = frozenset({"description", "title"})
LOG = logging.getLogger("macros.build")


class TermsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The options of the plugin under `plugins:` in mkdocs.yml."""

    languages = ListOfItems(Type(str), default=["fr", "en"])
    """The languages that the site speaks; a visitor without preference gets the first. The engine reads them itself."""

    cache = Type(str, default=".cache")
    """Where what was made is kept between builds, relative to mkdocs.yml; safe to delete, to share and to restore."""


class TermsPlugin(BasePlugin[TermsConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """Adds what the engine makes of the contracts in docs/, nothing more."""

    made: Made

    def __init__(self) -> None:
        self.serving = False
        self.problems: list[Problem] = []
        self.unfinished: list[Problem] = []
        self.pages: dict[str, Page] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a person is watching: a preview goes on where a build stops."""
        self.serving = command == "serve" and not dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make everything of ours before MkDocs writes a byte."""
        self.problems, self.unfinished = [], []
        try:
            self.made = self._made(config)
            LOG.info("Made %d files", len(self.made.files))
        except FaultyProjectError as error:
            self.problems = error.problems
        except (ClockError, JobError, PagefindError) as error:
            raise MkDocsException(str(error)) from error
        if self.problems and not (self.serving and hasattr(self, "made")):
            raise ProblemsError(self.problems)
        for problem in self.problems:
            LOG.error("%s:%d: %s", problem.path, problem.line, problem.message)
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        return config

    def _made(self, config: MkDocsConfig) -> Made:
        return made(*self.order(config), serving=self.serving)

    def order(self, config: MkDocsConfig) -> tuple[Path, Path, Setting, Frontend]:
        """The project and its cache, what its site is built for, and what every page loads."""
        root = Path(config.config_file_path).parent
        cache = root / self.config.cache
        languages, _ = site_languages(root)
        setting = Setting(
            today=today(),
            base=config.site_url or "/",
            languages=languages,
            drafts=shows_drafts(),
            repository=_repository(config),
        )
        parts = frontend(Path(config.theme.custom_dir or root) / "components", cache / "fonts")
        return root, cache / "site", setting, parts

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Escape whatever a template prints, unless it says that it is HTML."""
        env.autoescape = True
        return env

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Let MkDocs have the pages that people wrote for the site itself, and the files beside them."""
        keep_hand_written(files, config)
        self.pages = add_prose(files, self.made.prose, config)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the page's language and title before macros see it."""
        ours = self.pages.get(page.file.src_uri)
        guides = bool(ours and isinstance(ours.view, GuideView))
        if not guides:
            _judge_keys(page, config)
        first = page.file.src_uri.split("/")[0]
        languages = self.made.around.languages
        page.meta["language"] = ours.language if ours else first if first in languages else languages[0]
        if ours:
            page.meta.update(title=ours.title, description=ours.description)
            page.title = ours.title
            # Only the prose of a home page is filled; the guide shows what stands between {{ }}.
            page.meta["render_macros"] = not guides
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Show examples as they are typed; the table of contents is ours."""
        ours = self.pages.get(page.file.src_uri)
        if ours and isinstance(ours.view, GuideView):
            page.meta["contents"] = next(iter(page.toc), None)
            html = shown(html)
        page.toc = TableOfContents([])
        return html

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """What templates may use."""
        around = replace(self.made.around, problems=tuple(self.problems))
        ours = self.pages.get(page.file.src_uri)
        context.update(page_context(around, ours, page.meta["language"], url=page.file.url, size=_no_size))
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Read the page that is written: none may show what a failed build leaves, or weigh too much."""
        self.unfinished += remains(page.file.dest_uri, output)
        ours = self.pages.get(page.file.src_uri)
        self.unfinished += overweight(ours, page.file.url, output.encode(), self.made.around.frontend)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put what the engine made beside what MkDocs wrote."""
        if self.unfinished:
            raise ProblemsError(self.unfinished)
        cache = Path(config.config_file_path).parent / self.config.cache / "site"
        try:
            place(self.made.files, cache, Path(config.site_dir))
        except DamagedCacheError:
            shutil.rmtree(cache)
            place(self._made(config).files, cache, Path(config.site_dir))


def _no_size(address: str) -> int:
    message = f"a hand-written page shows the size of {address}"
    raise LookupError(message)


def _repository(config: MkDocsConfig) -> Repository | None:
    """Where a file of docs/ is edited, None where mkdocs.yml names no repository."""
    if not config.repo_url or not config.edit_uri:
        return None
    root = f"{config.repo_url.rstrip('/')}/"
    return Repository(edit=urljoin(root, config.edit_uri), report=f"{root}issues/new/choose")


def _judge_keys(page: MkDocsPage, config: MkDocsConfig) -> None:
    """A hand-written page's front matter names what the page is called; another key could shadow a variable."""
    unknown = sorted(set(page.meta) - PAGE_KEYS)
    if unknown:
        source = Path(page.file.abs_src_path or "").relative_to(Path(config.config_file_path).parent).as_posix()
        message = f"expected only {', '.join(sorted(PAGE_KEYS))}, found {', '.join(unknown)}; take it out"
        raise ProblemsError([Problem(path=source, line=1, message=message)])
