"""A site without what people wrote for it in MkDocs' Markdown and without scripts: a way out when MkDocs ends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros.making import made
from macros.ordering import Commission
from macros.page_names import no_size
from macros.parts import file_at
from macros.placing import place
from macros.sources import look
from macros.terms.names import SEARCH
from macros.theme import theme


def placed(commission: Commission, folder: Path) -> int:
    """Write every page that the engine makes, and the files beside them; how many pages that is.

    Raises FaultyProjectError, JobError or PagefindError.
    """
    site = made(commission)
    frontend = site.around.frontend
    scripts = {each.address for each in (frontend.script, frontend.early_script, frontend.search)}
    files = [each for each in site.files if each.address not in scripts and not each.address.startswith(f"{SEARCH}/")]
    place(replace(site, files=tuple(files)), folder)
    shown = theme(commission.root, site.around, look(commission.root))
    for page in site.prose:
        path = folder / file_at(page.address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shown(page, no_size))
    return sum(1 for _ in folder.rglob("*.html"))
