"""The report of a pull request as the one comment that GitHub shows under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from macros.locales import Translator, translator
from macros.terms.model import Problem
from macros.terms.render.github_redline import html_words, words
from macros.terms.render.github_text import NAMED, Part, fixed, text_parts
from macros.terms.report.model import ChangedDocument, ChangedFact, Report, Translation

# The first line, by which the comment is found again to bring it up to date.
MARK = "<!-- clausier-report -->"
# GitHub takes a comment of 65,536 characters; what would not fit is in the preview.
LIMIT = 65_000


def github_report(report: Report, language: str, preview: str = "") -> str:
    """The comment; what it says of a text is in that text's language. preview: the root of its pages, or ""."""
    say = translator(language)
    head = [MARK, f"## {say('What this change does to the contracts')}", _standing(report, say, preview)]
    if not report.documents and not report.facts:
        head.append(say("No text of a contract reads otherwise than before."))
    parts = [*map(fixed, head), *_documents(report, say, preview), *_facts(report.facts, say)]
    return "\n\n".join(_fitting(parts, say)) + "\n"


def _fitting(parts: Sequence[Part], say: Translator) -> list[str]:
    """The parts, without redlines from where on there is no room for them."""
    left_out = f"*{say('There is no room here for this redline: read it in the preview.')}*"
    # A redline that is left out costs two lines of its own, and is said only once.
    room = LIMIT - sum(len(text) + 2 for text, may_go in parts if not may_go) - len(left_out) - 2
    used = list(accumulate(len(text) + 2 if may_go else 0 for text, may_go in parts))
    kept = [
        text if not may_go or total <= room else left_out for (text, may_go), total in zip(parts, used, strict=True)
    ]
    return [text for place, text in enumerate(kept) if text != left_out or left_out not in kept[:place]]


def _standing(report: Report, say: Translator, preview: str) -> str:
    """How the whole project stands: findings, what it is compared with, where to look at it."""
    found = [
        say.plural("{count} error", "{count} errors", count=report.errors),
        say.plural("{count} new warning", "{count} new warnings", count=report.fresh),
        say("{count} in all", count=report.warnings),
    ]
    stands = "❌" if report.errors else "✅"
    said = f"{stands} {', '.join(found)} · {say('compared with {revision}', revision=report.revision)}"
    return f"{said} · [{say('preview')}]({preview})" if preview else said


def _documents(report: Report, say: Translator, preview: str) -> Iterator[Part]:
    for document in report.documents:
        yield fixed(f"### {words(document.publisher)}")
        yield from map(fixed, _acts(document, say))
        for text in document.texts:
            yield from text_parts(text, preview)
        work = [*_translations(document.translations, say), *_refusals(document, say)]
        if work:
            summary = html_words(say("For those who work on {document}", document=document.id))
            yield fixed("\n\n".join([f"<details><summary>{summary}</summary>", *work, "</details>"]))


def _acts(document: ChangedDocument, say: Translator) -> Iterator[str]:
    if document.gone:
        yield f"❌ {say('This document was removed: what was published never disappears.')}"
    for each in document.disturbed:
        named = {"version": each.version, "text": each.text}
        said = (
            say("Version {version} ({text}) was removed: what was published never disappears.", **named)
            if each.gone
            else say("Version {version} ({text}) reads otherwise: what was published never changes.", **named)
        )
        yield f"❌ {said}"
    for version in document.published:
        yield say("Publishes version {version}.", version=version)


def _translations(found: Sequence[Translation], say: Translator) -> Iterator[str]:
    if found:
        rows = [
            f"| {each.language} | {each.clauses - len(each.stale) - len(each.unreviewed)} of {each.clauses} "
            f"| {_few(each.stale)} | {_few(each.unreviewed)} |"
            for each in found
        ]
        head = f"| {say('Translation')} | {say('up to date')} | {say('changed since')} | {say('never reviewed')} |"
        yield "\n".join([head, "| --- | --- | --- | --- |", *rows])


def _few(names: Sequence[str]) -> str:
    more = f" … ({len(names)})" if len(names) > NAMED else ""
    return ", ".join(f"`{each.removeprefix('#')}`" for each in names[:NAMED]) + more if names else "–"


def _refusals(document: ChangedDocument, say: Translator) -> Iterator[str]:
    if not document.has_draft:
        return
    if not document.refusals:
        yield f"✅ {say('Nothing stands in the way of publishing this draft.')}"
        return
    said = say.plural(
        "Publishing this draft waits for {count} thing:",
        "Publishing this draft waits for {count} things:",
        count=len(document.refusals),
    )
    yield "\n".join([said, "", *map(_refusal, document.refusals)])


def _refusal(problem: Problem) -> str:
    return f"- `{problem.path}:{problem.line}`: {words(problem.message)}"


def _facts(facts: Sequence[ChangedFact], say: Translator) -> Iterator[Part]:
    if not facts:
        return
    yield fixed(f"### {say('Shared facts that changed')}")
    columns = f"| {say('Fact')} | {say('Before')} | {say('Now')} | {say('Drafts that print it')} |"
    rows = [f"| `{each.name}` | {words(each.old)} | {words(each.new)} | {_places(each, say)} |" for each in facts]
    yield fixed("\n".join([columns, "| --- | --- | --- | --- |", *rows]))


def _places(fact: ChangedFact, say: Translator) -> str:
    """The drafts that print a fact, those that the change itself does not edit marked."""
    drafts: dict[tuple[str, str, bool], list[str]] = {}
    for place in fact.places:
        clause_name = words(place.clause) or say("Before the first clause")
        drafts.setdefault((place.document, place.language, place.touched), []).append(clause_name)
    said = [
        f"`{document}` {language}{'' if touched else ' ⚠️ ' + say('not edited here')}: {', '.join(clauses)}"
        for (document, language, touched), clauses in drafts.items()
    ]
    return "<br>".join(said) or say("none")
