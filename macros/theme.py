"""The templates of a project around what the engine made: Jinja over its overrides/, without MkDocs."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader

from macros.locales import translator
from macros.page_names import Around, Size, page_names
from macros.terms.pages.change_views import RedlineView
from macros.terms.pages.model import Page
from macros.terms.pages.views import ContractView


class Theme:
    """The template that pages are put into, ready to show them."""

    def __init__(self, root: Path, around: Around) -> None:
        self.around, self.template = around, _environment(root).get_template(f"{around.shell}.html")
        self.config = SimpleNamespace(site_name=around.name, site_url=around.base)

    def __call__(self, page: Page, size: Size) -> bytes:
        """The page whole; size gives the bytes of a file by its address."""
        names = page_names(self.around, page, page.language, url=page.address, size=size)
        return self.template.render(config=self.config, page=_shown(page), **names).encode()


@lru_cache(maxsize=1)
def theme(root: Path, around: Around, look: str) -> Theme:  # noqa: ARG001  # another look is another theme
    """The theme of a project whose templates have a digest: read once in each process."""
    return Theme(root, around)


def component(root: Path, name: str, language: str, **names: object) -> bytes:
    """A part of a page by itself, from overrides/components/."""
    template = _environment(root).get_template(f"components/{name}.html")
    return template.render(t=translator(language), **names).encode()


def _environment(root: Path) -> Environment:
    return Environment(loader=FileSystemLoader(root / "overrides"), autoescape=True, auto_reload=False)


def _shown(page: Page) -> SimpleNamespace:
    """The page under the names that MkDocs gives to a page."""
    body = page.view.body if isinstance(page.view, ContractView | RedlineView) else ""
    meta = {"language": page.language, "title": page.title, "description": page.description}
    return SimpleNamespace(meta=meta, title=page.title, content=body)
