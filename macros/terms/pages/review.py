"""The review of a new version: what it changes for a client who accepted an earlier one, and the client's answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.locales import translator
from macros.terms.model import Version
from macros.terms.pages.acceptance import answered, form, receipt_address
from macros.terms.pages.change_views import RedlineView
from macros.terms.pages.model import Page
from macros.terms.pages.redlines import end, redline_view
from macros.terms.pages.refusing import refusal_right
from macros.terms.pages.review_views import Form, RefusalRight, ReviewView, Summary
from macros.terms.pages.shelf import Shelf
from macros.terms.pages.takeaway import redline_files, text_files
from macros.terms.render import html
from macros.terms.render.terms_json import API
from macros.terms.status import predecessor


def review_pages(shelf: Shelf, accepted: Version | None) -> Iterator[Page]:
    """The page for a client who accepted a version; without one, that which asks which it was; in every language."""
    for language in shelf.languages if shelf.document.versions else ():
        yield _page(shelf, accepted, language)


def _page(shelf: Shelf, accepted: Version | None, language: str) -> Page:
    address, say = shelf.review_address(language, accepted), translator(language)
    title = shelf.titled(shelf.shown(shelf.asked(accepted) or shelf.document.versions[-1], language))
    named = say("Review and accept: {title}", title=title)
    view = _view(shelf, accepted, language)
    sent_to = {each.accept.url for each in view.forms if each.accept.url}
    return Page(
        address=address,
        language=language,
        template="review",
        title=f"{named}, {accepted.name}" if accepted else named,
        description=say("What changes, from when, the text with its changes, the files to keep, and your answer."),
        canonical=address,
        translations={each: shelf.review_address(each, accepted) for each in shelf.languages},
        switch={each: shelf.review_address(each, accepted) for each in shelf.languages},
        indexed=False,
        posts_to=min(sent_to, default=""),
        view=view,
    )


def _view(shelf: Shelf, accepted: Version | None, language: str) -> ReviewView:
    target, versions = shelf.asked(accepted), shelf.document.versions
    shown = target or versions[-1]
    text = shelf.shown(shown, language)
    about = answered(shelf, target, language) if target else None
    redline, redline_address = _redline(shelf, accepted, language)
    refusal = refusal_right(shelf, target, language, accepted) if target and target is not accepted else None
    still = _still(shelf, accepted, language)
    return ReviewView(
        document=shelf.document.id,
        publisher=shelf.publisher,
        publisher_address=shelf.publisher_address(language),
        contract=text.front.title,
        contract_language=text.language,
        changes=shelf.changes_address(language),
        review=shelf.review_address(language),
        api=f"{API}{shelf.document.id}.json",
        prevailing=shelf.binding_address(shown) if text.language != text.front.binding else "",
        binding=text.front.binding,
        accepted=end(shelf, accepted, language) if accepted else None,
        fate=shelf.fate(accepted or shown, language),
        target=end(shelf, target, language) if target else None,
        answered=about,
        starts=tuple(end(shelf, each, language) for each in reversed(versions)),
        summaries=tuple(_summaries(shelf, accepted, language)),
        refusal=refusal,
        still=still,
        redline=redline,
        redline_address=redline_address,
        files=text_files(about.read.address, language) if about else (),
        redline_files=redline_files(redline_address, language),
        forms=tuple(_forms(shelf, accepted, language, refusal, still)),
        receipt=receipt_address(shelf, target, language, "accept") if target else "",
        built=shelf.built,
    )


def _redline(shelf: Shelf, accepted: Version | None, language: str) -> tuple[RedlineView | None, str]:
    """What is asked for beside what was accepted, in the language or the binding one, and the redline's own page."""
    target = shelf.asked(accepted)
    if target is None or accepted is None or accepted is target:
        return None, ""
    both = accepted.text(language) and target.text(language)
    read = language if both else shelf.document.binding
    paired = any(old is accepted and new is target for old, new in shelf.pairs)
    view = redline_view(shelf, accepted, target, read, at=shelf.review_address(language, accepted))
    return view, shelf.redline_address(accepted, target, read) if paired and view else ""


def _summaries(shelf: Shelf, accepted: Version | None, language: str) -> Iterator[Summary]:
    """The author's words on every version since the one that was accepted, the latest first; else on the last."""
    each = shelf.asked(accepted)
    while each and (accepted is None or each.day > accepted.day):
        text = shelf.announced(each, language)
        if text.front.summary:
            words = html.markdown(text.front.summary, text.language, translator(language))
            yield Summary(version=each.name, change=text.front.change, words=words, language=text.language)
        each = predecessor(shelf.document, each) if accepted else None


def _still(shelf: Shelf, accepted: Version | None, language: str) -> tuple[str, date] | None:
    """The version in force, where another is asked for, and the last day to refuse it after an earlier one."""
    current = shelf.current
    if current is None or accepted is None or current.day <= accepted.day or shelf.asked(accepted) is current:
        return None
    right = refusal_right(shelf, current, language, accepted)
    return (current.name, right.until) if right and right.until and not right.over else None


def _forms(
    shelf: Shelf,
    accepted: Version | None,
    language: str,
    refusal: RefusalRight | None,
    still: tuple[str, date] | None,
) -> Iterator[Form]:
    """The form to accept by; those to refuse by, as long as the contract lets a client refuse."""
    target = shelf.asked(accepted)
    if target is None or accepted is target or shelf.document.accept.mode == "none":
        return
    before = accepted.name if accepted else ""
    yield form(shelf, target, language, "accept", before=before)
    if refusal and not refusal.over:
        yield form(shelf, target, language, "refuse", before=before, until=refusal.until)
    if still and shelf.current:
        yield form(shelf, shelf.current, language, "refuse", before=before, until=still[1])
