"""A site without what people wrote for it in MkDocs' Markdown and without scripts: a way out when MkDocs ends."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.frontend import Frontend
from macros.making import made
from macros.ordering import Commission
from macros.page_names import no_size
from macros.parts import file_at
from macros.placing import place_whole
from macros.sources import look
from macros.terms.names import SEARCH
from macros.theme import theme


def placed(of: Commission, folder: Path) -> int:
    """Write every page that the engine makes, and the files beside them; how many pages that is.

    Raises BuildFailedError.
    """
    site = made(of)
    place_whole(site, of, folder)
    _remove_scripts(site.around.frontend, folder)
    shown = theme(of.root, site.around, look(of.root))
    for page in site.prose:
        path = folder / file_at(page.address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shown(page, no_size))
    return sum(1 for _ in folder.rglob("*.html"))


def _remove_scripts(frontend: Frontend, folder: Path) -> None:
    """Take away what only scripts ask for."""
    for each in (frontend.script, frontend.early_script, frontend.search):
        (folder / each.address).unlink()
    shutil.rmtree(folder / SEARCH)
