"""The MkDocs plugin "terms": pages of the engine in, HTML of the theme out. Only this file,
macros/__init__.py and overrides/ know MkDocs.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from macros.clock import ClockError, today
from macros.frontend import Frontend, frontend
from macros.locales import translator
from macros.macro_errors import LOGGER, MacroErrors
from macros.terms.check import check
from macros.terms.check.built import remains
from macros.terms.formats import language_name, written_date
from macros.terms.load import load
from macros.terms.load.library import is_publisher_folder
from macros.terms.model import Problem
from macros.terms.names import LANGUAGES
from macros.terms.pages.model import Asset, ContractView, Page, Site
from macros.terms.reading import read_all
from macros.terms.site import site

LOG = logging.getLogger("macros.build")


class BuildFailedError(Exception):
    """A build that stopped: with the problems to correct, or for the reason that its words say."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class ProblemsError(MkDocsException):
    """What MkDocs prints of the problems found, where it is run by itself."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(f"{each.path}:{each.line}: {each.message}" for each in problems))
        self.problems = tuple(problems)


class TermsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook untyped
    """The options of the plugin under `plugins:` in mkdocs.yml."""

    cache = Type(str, default=".cache/fonts")
    """Where subset fonts are kept between builds, relative to mkdocs.yml."""


class TermsPlugin(BasePlugin[TermsConfig]):  # type: ignore[no-untyped-call]  # as above
    """Replaces the contracts in docs/ by the pages that the engine makes of them, nothing more."""

    def __init__(self) -> None:
        self.serving = False
        self.site = Site(pages=(), assets=())
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
        library, unread = load(root)
        readings = read_all(library)
        self.problems = sorted({*unread, *check(library, readings)})
        if self.problems and not (self.serving and self.site.pages):
            raise ProblemsError(self.problems)
        for problem in self.problems:
            LOG.error("%s:%d: %s", problem.path, problem.line, problem.message)
        if not self.problems:
            LOG.info("Checked %d texts: no problem", len(readings))
            self.site = site(library, readings, today=day, base=config.site_url or "/")
            LOG.info("Rendered %d pages and %d files", len(self.site.pages), len(self.site.assets))
        self.frontend = frontend(Path(config.theme.custom_dir or root) / "components", root / self.config.cache)
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        return config

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Escape whatever a template prints, unless it says that it is HTML."""
        env.autoescape = True
        return env

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Publish what the engine made, and of the rest only hand-written pages and their files."""
        docs = Path(config.docs_dir)
        publishers = {each.name for each in docs.iterdir() if each.is_dir() and is_publisher_folder(each)}
        for file in list(files):
            first = file.src_uri.split("/")[0]
            ours = not _is_theme_file(file, config)
            if first in publishers or not ours or file.src_uri in _home_sources():
                files.remove(file)
        self.pages = {}
        for page in self.site.pages:
            file = _page_file(page, config, docs)
            self.pages[file.src_uri] = page
            files.append(file)
        for asset in (*self.site.assets, *(self.frontend.assets if self.frontend else ())):
            files.append(_asset_file(asset, config))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the page's language and title before macros see it."""
        ours = self.pages.get(page.file.src_uri)
        first = page.file.src_uri.split("/")[0]
        page.meta["language"] = ours.language if ours else first if first in LANGUAGES else LANGUAGES[0]
        if ours:
            page.meta.update(title=ours.title, description=ours.description)
            page.title = ours.title
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Hand the theme the finished text of a contract; the table of contents is ours too."""
        page.toc = TableOfContents([])
        ours = self.pages.get(page.file.src_uri)
        return ours.view.body if ours and isinstance(ours.view, ContractView) else html

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """What templates may use: the page, its view, words, dates and links."""
        ours = self.pages.get(page.file.src_uri)
        language = page.meta["language"]
        context["terms"] = ours
        context["view"] = ours.view if ours else None
        context["t"] = translator(language)
        context["words_in"] = translator
        context["day"] = partial(written_date, language=language)
        context["language_name"] = partial(language_name, language=language)
        context["languages"] = LANGUAGES
        context["frontend"] = self.frontend
        context["problems"] = self.problems
        context["link"] = _linker(page, config)
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


def _is_theme_file(file: File, config: MkDocsConfig) -> bool:
    """Whether MkDocs took a file from a theme's folder: Material's own assets, our components."""
    return not str(file.abs_src_path or "").startswith(config.docs_dir)


def _home_sources() -> set[str]:
    return {f"index.{language}.md" for language in LANGUAGES}


def _page_file(page: Page, config: MkDocsConfig, docs: Path) -> File:
    """The file that MkDocs makes a page of; the home page's prose is hand-written."""
    prose = docs / f"index.{page.language}.md"
    if page.template == "catalogue" and prose.is_file():
        source = f"{page.address}index.md"
        return File.generated(config, source, abs_src_path=str(prose), inclusion=InclusionLevel.NOT_IN_NAV)
    if page.address.endswith(".html"):
        file = File.generated(
            config, f"{page.address.removesuffix('.html')}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.dest_uri = file.url = page.address
        return file
    return File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _asset_file(asset: Asset, config: MkDocsConfig) -> File:
    """A file served as it is: MkDocs takes any source that ends in .md for a page to render."""
    file = File.generated(config, f"{asset.address}.asset", content=asset.content)
    file.dest_uri = file.url = asset.address
    return file


def _linker(page: MkDocsPage, config: MkDocsConfig) -> Callable[[str], str]:
    """Addresses of the site to links: relative, but absolute on the page shown at any address."""
    if page.file.url == "404.html":
        root = urlsplit(config.site_url or "/").path
        return lambda address: root + address
    return lambda address: get_relative_url(address, page.file.url)


@contextmanager
def _explained() -> Iterator[None]:
    """MkDocs' own ways to stop, the exit of mkdocs-macros among them, as one error with words."""
    errors = MacroErrors()
    logging.getLogger(LOGGER).addFilter(errors)
    try:
        yield
    except ProblemsError as error:
        raise BuildFailedError(str(error), error.problems) from error
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error
    except SystemExit as error:
        raise BuildFailedError("a hand-written page failed", errors.problems) from error
    finally:
        logging.getLogger(LOGGER).removeFilter(errors)


def build(config_file: Path, destination: Path) -> None:
    """Build the site into a folder; raises BuildFailedError."""
    with _explained():
        config = load_config(str(config_file), site_dir=str(destination), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()


def serve(config_file: Path, address: str) -> None:
    """Preview the site until the person stops it; saved texts are shown at once; raises BuildFailedError."""
    with _explained():
        mkdocs_serve(str(config_file), livereload=True, dev_addr=address, site_url=f"http://{address}/")
