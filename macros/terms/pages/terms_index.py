"""The alphabetical index of a language: every defined term and clause title in force, and where each stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from macros.locales import translator
from macros.terms.names import TERMS_INDEX
from macros.terms.pages.index_views import IndexEntry, IndexLetter, IndexPlace, TermsIndexView
from macros.terms.pages.model import Page
from macros.terms.search.folding import WORD, fold
from macros.terms.search.model import IndexPage

# Under this sign stands what begins with no letter.
OTHERS = "#"


def terms_index_pages(clauses: Mapping[str, Sequence[IndexPage]], languages: Sequence[str]) -> Iterator[Page]:
    """The index in every language of the site, empty where nothing is in force in it."""
    addresses = {language: f"{language}/{TERMS_INDEX}/" for language in languages}
    for language, address in addresses.items():
        say = translator(language)
        found = [page for page in clauses.get(language, ()) if page.filed.status == "in-force" and page.clause]
        yield Page(
            address=address,
            language=language,
            template="terms_index",
            title=say("Alphabetical index of terms and clauses"),
            description=say("Every defined term and every clause of the contracts in force, in alphabetical order."),
            canonical=address,
            translations=addresses,
            switch=addresses,
            view=TermsIndexView(letters=tuple(_letters(found))),
        )


def _letters(found: Sequence[IndexPage]) -> Iterator[IndexLetter]:
    entries: defaultdict[str, list[IndexPage]] = defaultdict(list)
    for page in found:
        if order := _order(page.title):
            entries[order].append(page)
    for letter, group in groupby(sorted(entries), lambda order: order[0] if order[0].isalpha() else OTHERS):
        yield IndexLetter(letter=letter.upper(), entries=tuple(_entry(entries[order]) for order in group))


def _order(title: str) -> str:
    """The words of a title as they are sorted: without accents, capitals and signs."""
    return " ".join(WORD.findall(fold(title)))


def _entry(pages: Sequence[IndexPage]) -> IndexEntry:
    """What is called alike in several contracts, as the first writes it that does not write it all in capitals."""
    written = [page.title for page in pages]
    return IndexEntry(
        title=next((each for each in written if not each.isupper()), written[0]),
        places=tuple(
            IndexPlace(
                address=f"{page.filed.language}/{page.filed.document}/#{page.term or page.clause}",
                label=page.label,
                definition=bool(page.term),
                contract=page.filed.title,
            )
            for page in pages
        ),
    )
