"""A document's pages: each version at its own address, the one in force at the document's, the draft beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

from macros.locales import translator
from macros.terms.ledger import digest
from macros.terms.model import Reading, Text, Version
from macros.terms.names import DRAFT
from macros.terms.pages.apparatus import apparatus
from macros.terms.pages.changed import changed, changed_clauses, changed_facts
from macros.terms.pages.editions import FORMATS, edition, machine_files
from macros.terms.pages.model import Asset, Page
from macros.terms.pages.notice import pending_pages, untranslated_page
from macros.terms.pages.proposing import proposing
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.takeaway import text_files
from macros.terms.pages.version_names import applies
from macros.terms.pages.views import ContractView, Revision
from macros.terms.render import html
from macros.terms.render.json_ld import json_ld, lasting, other_files, standing_on
from macros.terms.render.print_style import forward, print_style
from macros.terms.render.text import text as plain_text
from macros.terms.status import periods


def version_pages(shelf: Shelf, version: Version) -> Iterator[Page]:
    """A version, or the draft, at its own address in every language of the site, with its texts' earlier revisions."""
    yield from _version_pages(shelf, version, f"{shelf.path}{version.name}/")
    yield from _earlier_revisions(shelf, version)


def current_pages(shelf: Shelf) -> Iterator[Page]:
    """What stands at the document's own address: the version in force, or that there is none."""
    if shelf.current:
        yield from _version_pages(shelf, shelf.current, shelf.path)
    elif shelf.document.versions:
        yield from pending_pages(shelf)


def version_assets(shelf: Shelf, version: Version) -> Iterator[Asset]:
    """A version's text in each format and its print style; a draft has the style only."""
    for text in version.texts:
        reading = shelf.readings[text.path]
        address = shelf.permalink(version, text)
        if version is not shelf.draft:
            yield Asset(address=f"{address}terms.md", content=reading.canonical.encode())
            yield Asset(address=f"{address}terms.txt", content=plain_text(reading.tree).encode())
            yield from machine_files(edition(shelf, version, text))
        yield _print_style(shelf, version, reading)


def _version_pages(shelf: Shelf, version: Version, path: str) -> Iterator[Page]:
    """A version in each language, as text or as the notice that there is none."""
    for language in shelf.languages:
        text = version.text(language)
        if text is None:
            yield untranslated_page(shelf, version, language, path)
        else:
            yield replace(
                _contract(shelf, version, text, f"{language}/{path}"),
                translations=shelf.in_its_languages(version, path),
                switch=shelf.in_every_language(path),
                indexed=shelf.status(version) == "in-force",
            )


def _earlier_revisions(shelf: Shelf, version: Version) -> Iterator[Page]:
    """The revisions of courtesy translations that a later one replaced."""
    for text in version.texts:
        if version.text(text.language) is not text:
            page = _contract(shelf, version, text, shelf.permalink(version, text))
            yield replace(page, switch=shelf.in_every_language(f"{shelf.path}{version.name}/"), indexed=False)


def _contract(shelf: Shelf, version: Version, text: Text, address: str) -> Page:
    front, view = text.front, _view(shelf, version, text, address)
    unpublished = translator(text.language)("A draft: not published, not in force and not an offer.")
    return Page(
        address=address,
        language=text.language,
        template="contract",
        title=shelf.titled(text),
        description=f"{front.title}, {shelf.publisher}. {applies(front, language=text.language) or unpublished}",
        canonical=view.standing.current if view.digest and view.standing.current else address,
        modified=front.recorded,
        print_style=_print_style(shelf, version, shelf.readings[text.path]),
        data=_data(shelf, version, view, front.title) if view.digest else None,
        view=view,
    )


def _view(shelf: Shelf, version: Version, text: Text, address: str) -> ContractView:
    reading, say = shelf.readings[text.path], translator(text.language)
    tree, draft = reading.tree, version.name == DRAFT
    found = changed(shelf, shelf.before(version, text.language), version, text.language)
    around = apparatus(shelf, version, text, address)
    return ContractView(
        document=shelf.document.id,
        publisher=shelf.publisher,
        publisher_address=shelf.publisher_address(text.language),
        version=version.name,
        status=shelf.status(version),
        again=shelf.again(version),
        effective=text.front.effective,
        recorded=text.front.recorded,
        language=text.language,
        binding=text.front.binding,
        prevailing=shelf.binding_address(version) if text.language != text.front.binding else "",
        stale=len(around.stale),
        heading=html.titles(tree, text.language) or escape(text.front.title),
        body=html.body(tree, text.language, say, around),
        contents=html.contents(tree.clauses),
        permalink=shelf.permalink(version, text),
        digest="" if draft else digest(reading.canonical),
        source=text.front.source,
        notice_days=text.front.notice_days,
        summary=html.markdown(text.front.summary, text.language, say),
        proposed_by=text.front.proposed_by,
        revisions=_revisions(shelf, version, text.language),
        facts=changed_facts(*found, text.language) if found and draft else (),
        changed=changed_clauses(*found, text.language) if found and draft else (),
        redline=found[1] if found else "",
        comparisons=shelf.comparisons_with(version, text.language),
        complete=shelf.complete,
        propose=proposing(shelf, version, text.language).page,
        files=() if draft else text_files(shelf.permalink(version, text), text.language),
        review=shelf.review_address(text.language) if version is shelf.asked() else "",
        refusal=text.front.refusal,
        standing=shelf.standing(version, text.language),
    )


def _revisions(shelf: Shelf, version: Version, language: str) -> tuple[Revision, ...]:
    """Every revision of a text in a language, where there is more than one."""
    texts = [text for text in version.texts if text.language == language]
    return tuple(
        Revision(
            number=text.revision,
            address=shelf.permalink(version, text),
            digest=digest(shelf.readings[text.path].canonical),
        )
        for text in texts
        if len(texts) > 1
    )


def _data(shelf: Shelf, version: Version, view: ContractView, title: str) -> Mapping[str, object]:
    """What machines learn from the page; a text that does not say when it takes effect claims no day in force."""
    before = shelf.before(version, view.language)
    text = before.text(view.language) if before else None
    return {
        **json_ld(view, title, shelf.base, _permalinks(shelf, version)),
        **lasting([each for each in periods(shelf.document) if each.version == version.name and view.effective]),
        **standing_on(shelf.base + shelf.permalink(before, text) if before and text else ""),
        **other_files(shelf.base + view.permalink, FORMATS),
    }


def _permalinks(shelf: Shelf, version: Version) -> dict[str, str]:
    """The permanent address of a version in each language that it has a text in, the binding one first."""
    languages = sorted(shelf.languages, key=lambda each: each != shelf.document.binding)
    return {each: shelf.permalink(version, text) for each in languages if (text := version.text(each))}


def _print_style(shelf: Shelf, version: Version, reading: Reading) -> Asset:
    say = translator(reading.text.language)
    dated = say("version {version}", version=version.name)
    proved = f"{dated} · {forward(f'SHA-256 {digest(reading.canonical)[:16]}…', reading.text.language)}"
    running = (
        f"{shelf.publisher} · {reading.text.front.title}",
        say("A draft: not published, not in force and not an offer.") if version.name == DRAFT else proved,
    )
    return print_style(shelf.permalink(version, reading.text), running, say("page"))
