"""The site's templates around a page of ours, without a build of MkDocs: every process makes its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

from mkdocs.config import load_config

from macros.mkdocs_context import Around, page_context
from macros.terms.pages.change_views import RedlineView
from macros.terms.pages.model import Page
from macros.terms.pages.views import ContractView

Size = Callable[[str], int]


class Shell:
    """The theme of a project, ready to show pages."""

    def __init__(self, config_file: Path, around: Around) -> None:
        self.config = load_config(str(config_file), site_url=around.base)
        self.around = around
        environment = self.config.theme.get_env()
        environment.autoescape = True
        self.template = environment.get_template("main.html")

    def __call__(self, page: Page, size: Size) -> bytes:
        """The page whole; size gives the bytes of a file by its address."""
        shown = self.template.render(
            config=self.config,
            page=_shown(page),
            **page_context(self.around, page, page.language, url=page.address, size=size),
        )
        return shown.encode()


@lru_cache(maxsize=1)
def shell(config_file: Path, around: Around, look: str) -> Shell:  # noqa: ARG001  # another look is another shell
    """The theme of a project whose templates have a digest: read once in each process."""
    return Shell(config_file, around)


def _shown(page: Page) -> SimpleNamespace:
    """What templates ask of MkDocs' own pages too."""
    body = page.view.body if isinstance(page.view, ContractView | RedlineView) else ""
    meta = {"language": page.language, "title": page.title, "description": page.description}
    return SimpleNamespace(meta=meta, title=page.title, content=body)
