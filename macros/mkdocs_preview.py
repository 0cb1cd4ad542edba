"""The preview: a saved text is on its pages at once; MkDocs runs again only where words of the site itself changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from macros.cache import key
from macros.locales import translator
from macros.making import FaultyProjectError, Made, made
from macros.mkdocs_run import BuildFailedError, explained
from macros.placing import replace_files
from macros.plugin import plugin_of
from macros.sources import files_digest, look
from macros.terms.model import Problem
from macros.terms.names import LANGUAGES

# Seconds between two looks at the files: a page is to follow its text in one.
LOOK_EVERY = 0.2
BEFORE = b'<header class="terms-bar">'
LOG = logging.getLogger("macros.build")


def serve(config_file: Path, address: str) -> None:
    """Preview the site at a local address until the person stops it; raises BuildFailedError if there is none yet."""
    with TemporaryDirectory(prefix="terms-") as folder:
        preview = Preview(config_file, address, Path(folder))
        preview.build()
        host, port = preview.config.dev_addr
        server = _Server(preview.update, host, port, folder, polling_interval=LOOK_EVERY)
        server.set_app(_told(server.serve_request, preview.alert))
        server.error_handler = preview.error_page
        for each in preview.watched:
            server.watch(str(each))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        except KeyboardInterrupt:
            LOG.info("The preview has ended")
        except OSError as error:
            message = f"{address}: expected an address that is free, found: {error.strerror}; name another by --address"
            raise BuildFailedError(message) from error
        finally:
            server.shutdown()


class _Server(LiveReloadServer):
    """A server that says when it is ready."""

    def server_activate(self) -> None:
        """Begin to listen."""
        super().server_activate()
        LOG.info("Preview at %s (Ctrl+C ends it)", self.url)


class Preview:
    """A site in a folder, kept up with what is saved; where that has mistakes, the last good one with their list."""

    config: MkDocsConfig
    made: Made
    beside: str

    def __init__(self, config_file: Path, address: str, folder: Path) -> None:
        self.config_file, self.address, self.folder = config_file, address, folder
        self.problems: Sequence[Problem] = ()

    @property
    def watched(self) -> tuple[Path, ...]:
        """What a person may save."""
        root = self.config_file.parent
        return tuple(
            each for each in (root / "docs", root / "variables", self._theme, self.config_file) if each.exists()
        )

    @property
    def _theme(self) -> Path:
        return Path(self.config.theme.custom_dir or self.config_file.parent / "overrides")

    def build(self) -> None:
        """The whole site; raises BuildFailedError."""
        with explained():
            beside = self._beside()
            self.config = load_config(
                str(self.config_file),
                site_dir=str(self.folder),
                site_url=f"http://{self.address}/",
                dev_addr=self.address,
            )
            self.config.plugins.on_startup(command="serve", dirty=False)
            build(self.config)
            self.made, self.beside = plugin_of(self.config).made, beside

    def update(self) -> None:
        """What was saved since; nothing is lost where it has mistakes, or where nothing of it is to be seen."""
        try:
            self._update()
            self.problems = ()
        except FaultyProjectError as error:
            self._tell(error.problems)
        except BuildFailedError as error:
            self._tell(error.problems or [Problem(path=self.config_file.name, line=1, message=str(error))])

    def _update(self) -> None:
        if self._beside() != self.beside:
            self.build()
            return
        order = plugin_of(self.config).order(self.config)
        found = made(*order, serving=True)
        if found.prose != self.made.prose:
            self.build()
            return
        replace_files(self.made.files, found.files, order[1], self.folder)
        self.made = found

    def _beside(self) -> str:
        """The digest of what MkDocs itself reads: settings, templates, facts, and the pages that people write."""
        root = self.config_file.parent
        home = [files_digest(root / "docs" / f"index.{each}.md") for each in LANGUAGES]
        return key(
            look(root), *home, *(files_digest(root / each) for each in ("docs/guide", "docs/developers", "variables"))
        )

    def _tell(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        for each in problems:
            LOG.error("%s:%d: %s", each.path, each.line, each.message)

    def alert(self, page: bytes) -> bytes:
        """A page with the list of what is to be corrected on top, in its language."""
        if not self.problems:
            return page
        environment = Environment(loader=FileSystemLoader(self._theme), autoescape=True)
        language = next((each for each in LANGUAGES if f'<html lang="{each}"'.encode() in page), "en")
        template = environment.get_template("components/problems.html")
        shown = template.render(t=translator(language), problems=self.problems)
        return page.replace(BEFORE, shown.encode() + BEFORE, 1)

    def error_page(self, code: int) -> bytes | None:
        """The site's own page for an address at which nothing stands."""
        page = self.folder / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


Answer = Callable[..., Iterable[bytes]]


def _told(app: Answer, alert: Callable[[bytes], bytes]) -> Answer:
    """A server's pages, each as the alert makes it."""

    def answer(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        begun: list[Any] = []  # what the server says before it answers
        content = app(environ, lambda *given: begun.extend(given))
        status, headers = begun
        if dict(headers).get("Content-Type") != "text/html":
            start_response(status, headers)
            return content
        page = alert(b"".join(content))
        start_response(
            status,
            [
                *((name, value) for name, value in headers if name != "Content-Length"),
                ("Content-Length", str(len(page))),
            ],
        )
        return [page]

    return answer
