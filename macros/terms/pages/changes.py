"""A document's changelog: which version applied when, and what each one changed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.locales import translator
from macros.terms.ledger import digest
from macros.terms.model import Version
from macros.terms.names import DRAFT
from macros.terms.pages.change_map import change_map
from macros.terms.pages.changed import changed, changed_clauses, changed_facts
from macros.terms.pages.model import Page
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.timeline import timeline
from macros.terms.pages.views import ChangesView, PeriodRow, VersionRow
from macros.terms.render import html
from macros.terms.status import periods


def changes_pages(shelf: Shelf) -> Iterator[Page]:
    """The changelog in each language of the site, where anything was published."""
    versions = shelf.document.versions
    for language in shelf.languages if versions else ():
        text = shelf.shown(shelf.current or versions[-1], language)
        address = shelf.changes_address(language)
        say = translator(language)
        yield Page(
            address=address,
            language=language,
            template="changes",
            title=say("Changes: {title}", title=shelf.titled(text)),
            description=say("Every version of this contract, when it applied and what it changed."),
            canonical=address,
            translations=shelf.in_every_language(f"{shelf.path}changes/"),
            switch=shelf.in_every_language(f"{shelf.path}changes/"),
            view=_view(shelf, language),
        )


def _view(shelf: Shelf, language: str) -> ChangesView:
    document = shelf.document
    text = shelf.shown(shelf.current or document.versions[-1], language)
    stated = {each.name for each in document.versions if each.texts[0].front.effective}
    return ChangesView(
        publisher=shelf.publisher,
        publisher_address=shelf.publisher_address(language),
        title=text.front.title,
        title_language=text.language,
        current=shelf.address(language) if shelf.current else "",
        draft=shelf.address(language, DRAFT) if shelf.draft else "",
        binding=document.binding,
        built=shelf.built,
        versions=tuple(_row(shelf, each, language) for each in reversed(document.versions)),
        periods=tuple(
            PeriodRow(
                version=each.version,
                stated=each.version in stated,
                address=shelf.address(language, each.version),
                since=each.since,
                until=each.until,
            )
            for each in periods(document)
        ),
        timeline=timeline(shelf, language),
        map=change_map(shelf, language),
    )


def _row(shelf: Shelf, version: Version, language: str) -> VersionRow:
    text, announced = shelf.shown(version, language), shelf.announced(version, language).front
    found = changed(shelf, shelf.before(version, text.language), version, text.language)
    return VersionRow(
        version=version.name,
        address=shelf.address(language, version.name),
        language=text.language,
        status=shelf.status(version),
        again=shelf.again(version),
        effective=text.front.effective,
        recorded=text.front.recorded,
        change=announced.change,
        summary=html.markdown(announced.summary, text.language, translator(language)),
        digest=digest(shelf.readings[text.path].canonical),
        facts=changed_facts(*found, text.language) if found else (),
        changed=changed_clauses(*found, text.language) if found else (),
        redline=found[1] if found else "",
        fate=shelf.fate(version, language),
    )
