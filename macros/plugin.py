"""The MkDocs plugin "terms", and MkDocs run from our command line.

Hand-written pages go through MkDocs, what the engine made stands beside them. No other file of ours imports MkDocs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import Config, load_config
from mkdocs.config.config_options import ListOfItems, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from macros.budgets import overweight
from macros.examples import shown
from macros.hand_written import Prose, is_of_the_site, language_of, picture_address, prose, unknown_keys
from macros.making import Made, made
from macros.ordering import Commission, commission
from macros.page_names import page_names
from macros.placing import Put, place_whole
from macros.preview import LOOK_EVERY, WATCHED, Preview
from macros.settings import ClockError
from macros.stopping import MACROS_LOGGER, BuildFailedError, MacroErrors
from macros.terms.check.built import remains
from macros.terms.load import load_folders
from macros.terms.model import Problem
from macros.terms.pages.model import Page
from macros.terms.pages.views import GuideView
from macros.terms.render.findings import line

NO_PLUGIN = "expected the plugin terms, found none; name it under plugins"


class ProblemsError(MkDocsException):
    """What MkDocs prints of the problems found, where it is run by itself."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(line, problems)))
        self.problems = tuple(problems)


class TermsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """The options of the plugin under `plugins:` in mkdocs.yml."""

    languages = ListOfItems(Type(str), default=["fr", "en"])
    """The languages that the site speaks; a visitor without preference gets the first. The engine reads them itself."""


class TermsPlugin(BasePlugin[TermsConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves __init_subclass__ untyped
    """Adds what the engine makes of the contracts in docs/, nothing more."""

    made: Made

    def __init__(self) -> None:
        self.serving = False
        self.put: Put = place_whole
        self.unfinished: list[Problem] = []
        self.prose: dict[str, Prose] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether a person is watching, whose page is to follow what is saved."""
        self.serving = command == "serve" and not dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make everything of ours before MkDocs writes a byte."""
        self.unfinished = []
        try:
            self.made = made(self._commission(config))
        except (BuildFailedError, ClockError) as error:
            problems = error.problems if isinstance(error, BuildFailedError) else ()
            raise (ProblemsError(problems) if problems else MkDocsException(str(error))) from error
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        return config

    def _commission(self, config: MkDocsConfig) -> Commission:
        return commission(_root(config), base=config.site_url or "", serving=self.serving)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Escape whatever a template prints, unless it says that it is HTML."""
        env.autoescape = True
        return env

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Let MkDocs have what people wrote for the site itself, and the files beside it."""
        publishers, _ = load_folders(_root(config))
        for file in list(files):
            from_docs = str(file.abs_src_path or "").startswith(config.docs_dir)
            if from_docs and (address := picture_address(file.src_uri)) and file.is_media_file():
                file.dest_uri = file.url = address
            elif not from_docs or not is_of_the_site(file.src_uri, publishers):
                files.remove(file)
        self.prose = {each.name: each for each in prose(_root(config), self.made.prose)}
        for each in self.prose.values():
            files.append(_file(each, config))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the theme the page's language and title before macros see it."""
        ours = self.prose.get(page.file.src_uri)
        guides = bool(ours and isinstance(ours.page.view, GuideView))
        source = (ours.source if ours else Path(page.file.abs_src_path or "")).relative_to(_root(config))
        if not guides and (problems := unknown_keys(page.meta, source.as_posix())):
            raise ProblemsError(problems)
        spoken = self.made.around.languages
        page.meta["language"] = ours.page.language if ours else language_of(page.file.src_uri, spoken)
        if ours:
            page.meta.update(title=ours.page.title, description=ours.page.description)
            page.title = ours.page.title
            # Only the prose of a home page is filled; the guide shows what stands between {{ }}.
            page.meta["render_macros"] = not guides
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Show the examples of the guide as they are typed, and keep what each of its pages contains."""
        ours = self.prose.get(page.file.src_uri)
        if ours and isinstance(ours.page.view, GuideView):
            page.meta["contents"] = next(iter(page.toc), None)
            html = shown(html)
        return html

    def _page(self, page: MkDocsPage) -> Page | None:
        return ours.page if (ours := self.prose.get(page.file.src_uri)) else None

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        """What templates may use."""
        context.update(page_names(self.made.around, self._page(page), page.meta["language"], url=page.file.url))
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Read the page that is written: none may show what a failed build leaves, or weigh too much."""
        self.unfinished += remains(page.file.dest_uri, output)
        self.unfinished += overweight(self._page(page), page.file.url, output.encode(), self.made.around.frontend)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put what the engine made beside what MkDocs wrote."""
        if self.unfinished:
            raise ProblemsError(self.unfinished)
        self.put(self.made, self._commission(config), Path(config.site_dir))


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _file(words: Prose, config: MkDocsConfig) -> File:
    """The words of a page as a file of MkDocs', served at the page's address."""
    file = File.generated(config, words.name, content=words.text, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = f"{words.page.address}index.html", words.page.address
    return file


@contextmanager
def _explained() -> Iterator[None]:
    """MkDocs' own ways to stop, the exit of mkdocs-macros among them, as one error with words."""
    errors = MacroErrors()
    logging.getLogger(MACROS_LOGGER).addFilter(errors)
    try:
        yield
    except ProblemsError as error:
        raise BuildFailedError(str(error), error.problems) from error
    except MkDocsException as error:
        raise BuildFailedError(str(error)) from error
    except SystemExit as error:
        raise BuildFailedError("a hand-written page failed", errors.problems) from error
    finally:
        logging.getLogger(MACROS_LOGGER).removeFilter(errors)


def build(config_file: Path, folder: Path, *, serving: bool = False, base: str = "", put: Put = place_whole) -> Made:
    """Build the site into a folder, for an address if not its own; raises BuildFailedError."""
    with _explained():
        config = load_config(str(config_file), site_dir=str(folder), strict=True, site_url=base or None)
        plugin = config.plugins.get("terms")
        if not isinstance(plugin, TermsPlugin):
            raise ProblemsError([Problem(path=config_file.name, line=1, message=NO_PLUGIN)])
        plugin.put = put
        config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
        return plugin.made


class _Server(LiveReloadServer):
    """A server that says when it is ready."""

    def server_activate(self) -> None:
        """Begin to listen."""
        super().server_activate()
        logging.getLogger("macros.build").info("Preview at %s (Ctrl+C ends it)", self.url)


def serve(config_file: Path, address: str) -> None:
    """Preview the site at an address until the person stops it; raises BuildFailedError, or OSError if it is taken."""
    root, base, (host, _, port) = config_file.parent, f"http://{address}/", address.rpartition(":")
    with TemporaryDirectory(prefix="terms-") as folder:
        preview = Preview(root, base, Path(folder, "site"), partial(build, config_file, serving=True, base=base))
        server = _Server(preview.update, host, int(port), str(preview.folder), polling_interval=LOOK_EVERY)
        server.set_app(preview.told(server.serve_request))
        server.error_handler = preview.missing
        for each in WATCHED:
            server.watch(str(root / each))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        finally:
            server.shutdown()
