"""The guide in each language that has one: how a contract is changed, for those who know contracts and not Git."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.terms.addresses import guide
from macros.terms.model import Guide
from macros.terms.names import DEVELOPERS
from macros.terms.pages.model import Page
from macros.terms.pages.views import GuideView

FIRST = "index"


def guide_pages(guides: Sequence[Guide], languages: Sequence[str], known: Mapping[str, str]) -> Iterator[Page]:
    """A page for each file of the guide and that for developers.

    One that lacks a language leads to the first page in it, else to its home. known is what
    the build fills into the examples for developers; the guide's show what stands between braces.
    """
    firsts = {each.language: guide(each.language, FIRST) for each in guides if each.name == FIRST}
    for page in guides:
        translations = {
            each.language: guide(each.language, each.name)
            for language in languages
            for each in guides
            if (each.name, each.language) == (page.name, language)
        }
        address = guide(page.language, page.name)
        contents = tuple(
            (each.title, guide(each.language, each.name))
            for each in guides
            if each.language == page.language and (each.name == DEVELOPERS) == (page.name == DEVELOPERS)
        )
        yield Page(
            address=address,
            language=page.language,
            template="guide",
            title=page.title,
            description=page.description,
            canonical=address,
            translations=translations,
            switch={**firsts, **translations},
            view=GuideView(source=page.path, contents=contents, filled=known if page.name == DEVELOPERS else {}),
        )
