"""What a pull request changes in one text, as parts of the comment that GitHub shows under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.locales import Translator, translator
from macros.terms.formats import written_date
from macros.terms.model import Change
from macros.terms.names import DRAFT
from macros.terms.render.github_redline import clause, html_words, words, words_of_markdown
from macros.terms.render.identity import fact_name
from macros.terms.render.redline_sections import FOLLOWING, kind_in_words
from macros.terms.report.model import ChangedText

# So many clauses or drafts are named; the rest are counted.
NAMED = 8

# A part of the comment, and whether it may be left out where there is no room.
Part = tuple[str, bool]


def fixed(text: str) -> Part:
    """A part that stays whatever the room."""
    return text, False


def text_parts(text: ChangedText, preview: str) -> Iterator[Part]:
    """The table of the clauses that changed, then the redline of each."""
    say = translator(text.language)
    title = f"[{words(text.title)}]({preview}{text.address})" if preview else words(text.title)
    binding = f" ({say('binding text')})" if text.binding else ""
    yield fixed(f"#### {title} · {text.language}{binding}")
    if text.unread:
        yield fixed(f"❌ {say('This text cannot be read as it stands: correct its mistakes first.')}")
        return
    if text.redline is None:
        yield fixed(say("A new text: nothing to compare it with."))
        return
    yield fixed(" · ".join([_ends(text, say), *_since(text, say, preview)]))
    yield from map(fixed, _told(text, say))
    changes = [each for each in text.redline.changes if each.kind not in FOLLOWING]
    rows = [f"| {words(_name(each, say))} | {words(kind_in_words(each, say))} | {_counts(each)} |" for each in changes]
    rows += _followed(text.redline.changes, say)
    columns = f"| {say('Clause')} | {say('Change')} | {say('Words deleted and added')} |"
    yield fixed("\n".join([columns, "| --- | --- | ---: |", *rows]) if rows else say("Only the title differs."))
    for change in changes:
        shown = list(clause(text.redline, change, lambda fact: fact_name(fact, say)))
        if any(each != "…" for each in shown):
            yield _details(f"{_name(change, say)} · {kind_in_words(change, say)}", shown)


def _told(text: ChangedText, say: Translator) -> Iterator[str]:
    """From when, and what clients are told of the change."""
    if text.effective:
        day = written_date(text.effective, language=text.language)
        draft = text.new == DRAFT
        yield (
            say("It is proposed to take effect on {date}.", date=day)
            if draft
            else say("Version that applies from {date}.", date=day)
        )
    if text.summary.strip():
        yield "\n".join(f"> {line}".rstrip() for line in words_of_markdown(text.summary).strip().split("\n"))


def _followed(changes: Sequence[Change], say: Translator) -> Iterator[str]:
    """A row for all the clauses that only follow others: numbers, and references to them."""
    names = [words(_name(each, say)) for each in changes if each.kind in FOLLOWING]
    if names:
        few = "; ".join(names) if len(names) <= NAMED else f"{names[0]} … {names[-1]}"
        said = say.plural("{count} clause", "{count} clauses", count=len(names))
        yield f"| {said}: {few} | {say('only numbers, or references to them')} | – |"


def _counts(change: Change) -> str:
    """How many words were deleted and inserted."""
    return f"−{change.deleted} +{change.inserted}" if change.deleted or change.inserted else "–"


def _ends(text: ChangedText, say: Translator) -> str:
    """Which two texts are compared."""
    if text.old == text.new == DRAFT:
        return say("the draft, before and after this change")
    if text.old == text.new:
        return say("version {version}, before and after this change", version=text.new)
    return say("from {old} to {new}", old=_named(text.old, say), new=_named(text.new, say))


def _named(version: str, say: Translator) -> str:
    return say("the draft") if version == DRAFT else say("version {version}", version=version)


def _since(text: ChangedText, say: Translator, preview: str) -> Iterator[str]:
    if text.since:
        version, count = text.since
        yield say.plural(
            "in all, the draft changes {count} clause of version {version}",
            "in all, the draft changes {count} clauses of version {version}",
            count=count,
            version=version,
        )
    if preview and text.redline_address:
        yield f"[{say('See every word that changed')}]({preview}{text.redline_address})"


def _name(change: Change, say: Translator) -> str:
    return change.clause.heading or (f"#{change.clause.id}" if change.clause.id else say("Before the first clause"))


def _details(summary: str, paragraphs: Sequence[str]) -> Part:
    return "\n\n".join([f"<details><summary>{html_words(summary)}</summary>", *paragraphs, "</details>"]), True
