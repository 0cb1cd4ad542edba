"""Pages with hand-written words as MkDocs' own: what it renders, and what it serves as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from macros.terms.load.library import is_publisher_folder
from macros.terms.names import DEVELOPERS, GUIDE, LANGUAGES
from macros.terms.pages.embedding import filled
from macros.terms.pages.model import Page
from macros.terms.pages.views import GuideView

HOME_SOURCES = frozenset(f"index.{language}.md" for language in LANGUAGES)


def keep_hand_written(files: Files, config: MkDocsConfig) -> None:
    """Take out what is published otherwise: contracts, the home page's prose, the guide, the theme's own files."""
    docs = Path(config.docs_dir)
    publishers = {each.name for each in docs.iterdir() if each.is_dir() and is_publisher_folder(each)}
    for file in list(files):
        from_docs = str(file.abs_src_path or "").startswith(config.docs_dir)
        if not from_docs or file.src_uri in HOME_SOURCES or file.src_uri.split("/")[0] in publishers:
            files.remove(file)
        elif file.src_uri.startswith((f"{GUIDE}/", f"{DEVELOPERS}/")):
            _move_picture(file) if file.is_media_file() else files.remove(file)


def _move_picture(file: File) -> None:
    """Serve guide/<name>.<language>.png beside the pages of its language: <language>/guide/<name>.png."""
    name, language, suffix = Path(file.src_uri).name.split(".")
    file.dest_uri = file.url = f"{language}/{GUIDE}/{name}.{suffix}"


def add_prose(files: Files, pages: Iterable[Page], config: MkDocsConfig) -> dict[str, Page]:
    """Give MkDocs a file for every page that holds hand-written words; the pages by the name that MkDocs knows."""
    made = {}
    for page in pages:
        view = page.view
        file = _guide_file(page.address, view, config) if isinstance(view, GuideView) else _home_file(page, config)
        made[file.src_uri] = page
        files.append(file)
    return made


def _home_file(page: Page, config: MkDocsConfig) -> File:
    """The file of a home page: its hand-written prose, or nothing."""
    prose, source = Path(config.docs_dir) / f"index.{page.language}.md", f"{page.address}index.md"
    if prose.is_file():
        return File.generated(config, source, abs_src_path=str(prose), inclusion=InclusionLevel.NOT_IN_NAV)
    return File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _guide_file(address: str, view: GuideView, config: MkDocsConfig) -> File:
    """The file of a page of the guide under the name that it has on the disk, so that links between them hold there."""
    path = Path(config.config_file_path).parent / view.source
    name = path.relative_to(config.docs_dir).as_posix()
    text = filled(path.read_text(encoding="utf-8-sig"), view.filled)
    file = File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = f"{address}index.html", address
    return file
