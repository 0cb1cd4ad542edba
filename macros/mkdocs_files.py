"""Pages and files of the engine as MkDocs' own: what it renders, and what it serves as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from macros.terms.load.library import is_publisher_folder
from macros.terms.names import DEVELOPERS, GUIDE, LANGUAGES
from macros.terms.pages.embedding import filled
from macros.terms.pages.model import Asset, Page
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


def add_pages(files: Files, pages: Iterable[Page], config: MkDocsConfig) -> dict[str, Page]:
    """Give MkDocs a file for every page; the pages by the name that MkDocs knows them by."""
    made = {}
    for page in pages:
        file = _page_file(page, config)
        made[file.src_uri] = page
        files.append(file)
    return made


def add_assets(files: Files, assets: Iterable[Asset], config: MkDocsConfig) -> None:
    """Give MkDocs files to copy; a source that ends in .md it would take for a page to render."""
    for asset in assets:
        file = File.generated(config, f"{asset.address}.asset", content=asset.content)
        file.dest_uri = file.url = asset.address
        files.append(file)


def _page_file(page: Page, config: MkDocsConfig) -> File:
    """The file that MkDocs makes a page of: empty, but for the home page's hand-written prose."""
    prose = Path(config.docs_dir) / f"index.{page.language}.md"
    if page.template == "catalogue" and prose.is_file():
        source = f"{page.address}index.md"
        return File.generated(config, source, abs_src_path=str(prose), inclusion=InclusionLevel.NOT_IN_NAV)
    if isinstance(page.view, GuideView):
        return _guide_file(page.address, page.view, config)
    if not page.address.endswith(".html"):
        return File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    source = page.address.replace(".html", ".md")
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = file.url = page.address
    return file


def _guide_file(address: str, view: GuideView, config: MkDocsConfig) -> File:
    """The file of a page of the guide under the name that it has on the disk, so that links between them hold there."""
    path = Path(config.config_file_path).parent / view.source
    name = path.relative_to(config.docs_dir).as_posix()
    text = filled(path.read_text(encoding="utf-8-sig"), view.filled)
    file = File.generated(config, name, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri, file.url = f"{address}index.html", address
    return file


def linker(url: str, config: MkDocsConfig) -> Callable[[str], str]:
    """From addresses of the site to links: relative, but absolute on the page shown at any address."""
    if url == "404.html":
        root = urlsplit(config.site_url or "/").path
        return lambda address: root + address
    return lambda address: get_relative_url(address, url)
