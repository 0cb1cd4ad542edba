"""What happened to a document, and what will: one item per act of its ledger, one more when a version takes effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.locales import translator
from macros.terms.formats import written_date
from macros.terms.ledger import PUBLISHING
from macros.terms.model import Entry, Version
from macros.terms.pages.refusing import refusal_right
from macros.terms.pages.shelf import Shelf
from macros.terms.render import html
from macros.terms.render.xml import words
from macros.terms.status import predecessor


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of news in a language: id never changes, summary is HTML, redline the address of one or ""."""

    id: str
    kind: str
    day: date
    title: str
    summary: str
    address: str
    redline: str
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day to keep in mind, and the one on which it was made known."""

    id: str
    day: date
    known: date
    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where news are told in a language: the address below which their files stand, the page that they are about."""

    address: str
    page: str
    title: str
    language: str


def news(shelf: Shelf, language: str) -> tuple[Item, ...]:
    """What happened until today, the latest first."""
    items = [each for entry in shelf.document.ledger for each in _items(shelf, entry, language)]
    return tuple(sorted(items, key=lambda each: (each.day, each.id), reverse=True))


def deadlines(shelf: Shelf, language: str) -> tuple[Deadline, ...]:
    """The days on which versions take effect, on which notice of them and the time to refuse them ends, in order.

    None that is not stated.
    """
    found = [each for entry in shelf.document.ledger for each in _deadlines(shelf, entry, language)]
    return tuple(sorted(found, key=lambda each: (each.day, each.id)))


def _items(shelf: Shelf, entry: Entry, language: str) -> Iterator[Item]:
    version = shelf.document.version(entry.version)
    if version is None or entry.recorded > shelf.today:
        return
    if entry.action == "translate":
        languages = {name.partition(".")[0] for name in entry.texts}
        if language in languages:
            name = "-".join(["translation", *sorted(entry.texts)])
            yield _item(shelf, version, language, kind=name, day=entry.recorded)
    elif entry.action == "withdraw":
        yield _item(shelf, version, language, kind="withdrawal", day=entry.recorded, reason=entry.reason)
    elif entry.action in PUBLISHING:
        yield from _published(shelf, version, entry, language)


def _published(shelf: Shelf, version: Version, entry: Entry, language: str) -> Iterator[Item]:
    """A version when it became known and, where that was before its day, when it takes effect."""
    announced = entry.effective is not None and entry.effective > entry.recorded
    yield _item(shelf, version, language, kind="announcement" if announced else "publication", day=entry.recorded)
    ended = shelf.document.endings.get(version.name, date.max)
    if entry.effective and announced and entry.effective <= min(shelf.today, ended - timedelta(days=1)):
        yield _item(shelf, version, language, kind="effect", day=entry.effective)


def _item(  # noqa: PLR0913  # whose, in which language, what, when and why
    shelf: Shelf, version: Version, language: str, *, kind: str, day: date, reason: str = ""
) -> Item:
    text, say = shelf.shown(version, language), translator(language)
    told = text if kind.startswith("translation") else shelf.announced(version, language)
    old = predecessor(shelf.document, version)
    both = old is not None and old.text(language) and version.text(language)
    return Item(
        id=f"{shelf.document.id}/{version.name}/{language}/{kind}",
        kind=kind.partition("-")[0],
        day=day,
        title=say("{name}: {what}", name=shelf.titled(text), what=_said(shelf, version, language, kind)),
        # A reason is words, as pages show it; a summary is Markdown.
        summary=f"<p>{words(reason)}</p>" if reason else html.markdown(told.front.summary, text.language, say),
        address=shelf.address(language, version.name),
        redline=shelf.redline_address(old, version, language) if old and both else "",
        publisher=shelf.publisher,
    )


def _said(shelf: Shelf, version: Version, language: str, kind: str) -> str:
    """What happened, in words."""
    say, front = translator(language), shelf.shown(version, language).front
    if kind.startswith("translation"):
        return say("translation of version {version} published", version=version.name)
    if kind == "withdrawal":
        return say("version {version} withdrawn", version=version.name)
    if front.effective is None:
        return say("version {version}, effective date not stated", version=version.name)
    day = written_date(front.effective, language=language)
    if kind == "announcement":
        return say("new version, takes effect on {date}", date=day)
    return say("version in force from {date}", date=day)


def _deadlines(shelf: Shelf, entry: Entry, language: str) -> Iterator[Deadline]:
    version = shelf.document.version(entry.version)
    if version is None or entry.action not in PUBLISHING or entry.effective is None or entry.recorded > shelf.today:
        return
    # What ends on or before its own day never took effect; what is withdrawn needs no refusal.
    ended = shelf.document.endings.get(version.name, date.max)
    if ended <= entry.effective:
        return
    say, days = translator(language), shelf.shown(version, language).front.notice_days

    def deadline(kind: str, what: str, day: date) -> Deadline:
        said = f"{say('version {version}', version=version.name)}{say(', ')}{what}"
        return Deadline(
            id=f"{shelf.document.id}/{version.name}/{language}/{kind}",
            day=day,
            known=entry.recorded,
            title=say("{name}: {what}", name=shelf.titled(shelf.shown(version, language)), what=said),
            address=shelf.address(language, version.name),
        )

    yield deadline("effect", say("takes effect"), entry.effective)
    # Only a change of substance is announced so long before: nothing counts for a correction, or for a text found.
    replaced = predecessor(shelf.document, version)
    if days and replaced and entry.action == "publish" and entry.change == "material":
        ends = say.plural("notice of {count} day ends", "notice of {count} days ends", count=days)
        yield deadline("notice", ends, entry.recorded + timedelta(days=days))
    refusal = refusal_right(shelf, version, language)
    if refusal and refusal.until and refusal.until < ended and replaced:
        yield deadline("refusal", say("last day to refuse it"), refusal.until)
