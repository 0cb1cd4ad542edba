"""What people wrote for the site itself: which files of docs/ that is, and the words of pages that the engine makes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.terms.model import Problem
from macros.terms.names import DEVELOPERS, GUIDE, LANGUAGES
from macros.terms.pages.embedding import filled
from macros.terms.pages.model import Page
from macros.terms.pages.views import GuideView

HOME_SOURCES = frozenset(f"index.{language}.md" for language in LANGUAGES)
GUIDES = frozenset({GUIDE, DEVELOPERS})
# What the front matter of a hand-written page may say.
PAGE_KEYS = frozenset({"description", "title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The hand-written words of a page, in Markdown; their file, and the name below docs/ by which links know them."""

    page: Page
    name: str
    source: Path
    text: str


def is_of_the_site(name: str, publishers: Collection[str]) -> bool:
    """Whether a file of docs/ is served as it is: no contract, and no words of a page that the engine makes."""
    folder = name.split("/", maxsplit=1)[0]
    return name not in HOME_SOURCES and folder not in GUIDES and folder not in publishers


def picture_address(name: str) -> str:
    """Where guide/<name>.<language>.png is served: beside the pages of its language; empty for other files."""
    folder, _, file = name.partition("/")
    parts = file.split(".")
    return f"{parts[1]}/{GUIDE}/{parts[0]}.{parts[2]}" if folder in GUIDES and len(parts) == 3 else ""


def language_of(name: str, languages: Sequence[str]) -> str:
    """The language of a file of docs/ that is a page: its folder's, else the first that the site speaks."""
    folder = name.split("/", maxsplit=1)[0]
    return folder if folder in languages else languages[0]


def prose(root: Path, pages: Iterable[Page]) -> Iterator[Prose]:
    """The words of every page that holds some; a home page without any has empty ones."""
    for page in pages:
        view = page.view
        if isinstance(view, GuideView):
            source = root / view.source
            name, text = source.relative_to(root / "docs").as_posix(), filled(_read(source), view.filled)
        else:
            source = root / "docs" / f"index.{page.language}.md"
            name, text = f"{page.address}index.md", _read(source) if source.is_file() else ""
        yield Prose(page=page, name=name, source=source, text=text)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def unknown_keys(keys: Iterable[str], path: str) -> list[Problem]:
    """A hand-written page's front matter names what the page is called; another key could shadow a variable."""
    unknown = sorted(set(keys) - PAGE_KEYS)
    message = f"expected only {', '.join(sorted(PAGE_KEYS))}, found {', '.join(unknown)}; take it out"
    return [Problem(path=path, line=1, message=message)] if unknown else []
