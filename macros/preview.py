"""The preview: a saved text is on its pages at once; MkDocs runs again only where words of the site itself changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from macros.cache import key
from macros.making import DamagedCacheError, Made, made
from macros.ordering import commission
from macros.placing import follow
from macros.sources import files_digest, look
from macros.stopping import BuildFailedError
from macros.swapping import swap
from macros.terms.model import Problem
from macros.terms.names import DEVELOPERS, GUIDE, LANGUAGES
from macros.theme import component

# Seconds between two looks at the files: a page is to follow its text in one.
LOOK_EVERY = 0.2
# What a person may save, below the project.
WATCHED = ("docs", "variables", "overrides", "mkdocs.yml")
# What of it MkDocs itself reads, beside templates and settings.
BESIDE = (*(f"docs/index.{each}.md" for each in LANGUAGES), f"docs/{GUIDE}", f"docs/{DEVELOPERS}", "variables")
BAR = b'<header class="terms-bar">'
LOG = logging.getLogger("macros.build")
Server = Callable[..., Iterable[bytes]]


class Preview:
    """A site in a folder, kept up with what is saved; where that has mistakes, the last good one with their list.

    build writes the whole site into a folder, and gives what the engine made of it; it raises BuildFailedError.
    """

    def __init__(self, root: Path, base: str, folder: Path, build: Callable[[Path], Made]) -> None:
        self.root, self.base, self.folder, self.build = root, base, folder, build
        self.problems: Sequence[Problem] = ()
        self.beside = self._beside()
        self.made = self._built()

    def update(self) -> None:
        """What was saved since; nothing is lost where it has mistakes, or where nothing of it is to be seen."""
        try:
            self._update()
            self.problems = ()
        except BuildFailedError as error:
            self._tell(error.problems or [Problem(path="mkdocs.yml", line=1, message=str(error))])

    def _update(self) -> None:
        beside = self._beside()
        if beside != self.beside or not self._followed():
            self.made, self.beside = self._built(), beside

    def _built(self) -> Made:
        """The whole site in the place of the one before: where it cannot be built, that stays."""
        fresh = self.folder.with_name(f"{self.folder.name}.new")
        found = self.build(fresh)
        swap(fresh, self.folder)
        return found

    def _followed(self) -> bool:
        """Whether the folder could be brought up to what the engine makes, without MkDocs."""
        found = made(commission(self.root, base=self.base, serving=True))
        if found.prose != self.made.prose:
            return False
        try:
            follow({each.address: each.digest for each in self.made.files}, found, self.folder)
        except DamagedCacheError:
            return False
        self.made = found
        return True

    def _beside(self) -> str:
        return key(look(self.root), *(files_digest(self.root / each) for each in BESIDE))

    def _tell(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        for each in problems:
            LOG.error("%s:%d: %s", each.path, each.line, each.message)

    def alert(self, page: bytes) -> bytes:
        """A page with the list of what is to be corrected on top, in its language."""
        if not self.problems:
            return page
        language = next((each for each in LANGUAGES if f'<html lang="{each}"'.encode() in page), LANGUAGES[0])
        return page.replace(BAR, component(self.root, "problems", language, problems=self.problems) + BAR, 1)

    def told(self, server: Server) -> Server:
        """The pages of a WSGI server, each with the list."""

        def answer(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
            begun: list[Any] = []
            content = server(environ, lambda *given: begun.extend(given))
            status, headers = begun
            if dict(headers).get("Content-Type") != "text/html":
                start_response(status, headers)
                return content
            page = self.alert(b"".join(content))
            kept = [each for each in headers if each[0] != "Content-Length"]
            start_response(status, [*kept, ("Content-Length", str(len(page)))])
            return [page]

        return answer

    def missing(self, code: int) -> bytes | None:
        """The site's own page for an address at which nothing stands."""
        page = self.folder / f"{code}.html"
        return page.read_bytes() if page.is_file() else None
