"""What templates may use beside MkDocs' own: the page, its view, words, dates, sizes and links."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from macros.frontend import Frontend
from macros.locales import translator
from macros.making import Made
from macros.mkdocs_files import linker
from macros.settings import shows_drafts
from macros.terms.addresses import guide
from macros.terms.formats import language_name, written_date, written_size
from macros.terms.names import DEVELOPERS
from macros.terms.pages.guide import FIRST
from macros.terms.pages.model import Page
from macros.terms.pages.version_names import version_name


def page_context(  # noqa: PLR0913  # the page, and what the build made around it
    made: Made, page: Page | None, language: str, *, url: str, frontend: Frontend | None, config: MkDocsConfig
) -> dict[str, Any]:
    """The names that a template may use on a page of ours, or on a hand-written one."""
    first, developers = guide(language, FIRST), f"{language}/{DEVELOPERS}/"
    return {
        "terms": page,
        "view": page.view if page else None,
        "t": translator(language),
        "words_in": translator,
        "day": partial(written_date, language=language),
        "version_name": partial(version_name, language=language),
        "language_name": partial(language_name, language=language),
        "size": lambda address: written_size(made.sizes[address], language=language),
        "languages": made.languages,
        "searched": made.searched,
        "searched_earlier": made.earlier,
        "search_starts": made.search_starts[language],
        "frontend": frontend,
        "guide": first if first in made.addresses else "",
        "developers": developers if developers in made.addresses else "",
        "preview": shows_drafts(),
        "link": linker(url, config),
        "root": urlsplit(config.site_url or "/").path,
    }
