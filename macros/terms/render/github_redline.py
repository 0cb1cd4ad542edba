"""One clause of a redline as GitHub's Markdown: a paragraph for each passage that differs, <ins> and <del> in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from macros.terms.compare.changes import worded
from macros.terms.markdown_text import escape
from macros.terms.model import Change, Passage, Redline, Run, spelt
from macros.terms.render.redline_inline import FactName, is_seen, plain

TAGS = {"delete": "del", "insert": "ins"}
ONE_SIDED = {"added": "insert", "removed": "delete"}
# Before what was moved: unchanged words of it are not marked.
MOVED = {"moved-to": "→ ", "moved-from": "← "}
# Signs with which GitHub would call people, or link to issues and commits.
CALLS = re.compile(r"@|(?<!&)#")
LABEL = re.compile(r"[^\W_]")


def clause(redline: Redline, change: Change, fact_name: FactName) -> Iterator[str]:
    """The paragraphs of a clause that differ, "…" for each stretch of those that do not; none where it only moved."""
    if change.kind == "moved" and not change.deleted + change.inserted:
        return
    passages = [each for each in redline.passages_of(change) if each.kind != "rule"]
    for differs, found in groupby(passages, _differs):
        yield from (_passage(each, fact_name) for each in found) if differs else iter(["…"])


def words(text: str) -> str:
    """Words that GitHub shows as they are: no Markdown, nobody called."""
    return _uncalled(escape(text, "-").replace("\\<", "&lt;").replace(">", "&gt;"))


def html_words(text: str) -> str:
    """The same where no Markdown is read: in an element that is alone on its line."""
    return _uncalled(html.escape(text, quote=False))


def words_of_markdown(text: str) -> str:
    """Markdown as it is, but that it calls nobody and holds no HTML."""
    return _uncalled(text.replace("<", "&lt;"))


def _uncalled(text: str) -> str:
    return CALLS.sub(lambda match: f"&#{ord(match[0])};", text)


def _differs(passage: Passage) -> bool:
    if passage.state == "moved-from":
        return any(run.kind != "moved" and _is_told(run) for run in passage.words)
    return passage.state != "kept" or any(map(_is_told, worded(passage)))


def _is_told(run: Run) -> bool:
    return is_seen(run) and not run.own_date


def _passage(passage: Passage, fact_name: FactName) -> str:
    if op := ONE_SIDED.get(passage.state):
        said = " ".join(filter(None, (_label(passage.lead), plain(spelt(passage.words)))))
        return _marked(op, words(said))
    if arrow := MOVED.get(passage.state):
        return arrow + "".join(
            words(_spaced(run.text)) if run.kind == "moved" else _marked(run.op, words(_spaced(run.text)))
            for run in passage.words
        )
    return "".join([*_lead(passage.lead), *_words(passage.words, fact_name)]).strip()


def _label(lead: Sequence[Run], without: str = "") -> str:
    """What a heading, an item or a numbered paragraph prints before its words, "" where that is only a sign."""
    said = spelt(lead, without).strip(" \t\r\n>|#")
    return said if LABEL.search(said) else ""


def _lead(lead: Sequence[Run]) -> Iterator[str]:
    old, new = _label(lead, "insert"), _label(lead, "delete")
    if old == new:
        yield f"{words(new)} " if new else ""
    else:
        yield from (_marked(op, words(said)) + " " for op, said in (("delete", old), ("insert", new)) if said)


def _words(runs: Sequence[Run], fact_name: FactName) -> Iterator[str]:
    """The runs one after the other; what a variable made differ is followed by its name."""
    for run in runs:
        if run.op == "delete" and not _is_told(run):
            continue
        said = words(_spaced(run.text))
        if run.op == "equal" or not _is_told(run):
            yield said
            continue
        yield _marked(run.op, said)
        if run.op == "insert" and run.facts:
            yield f" <sub>({words(', '.join(dict.fromkeys(map(fact_name, run.facts))))})</sub>"


def _spaced(text: str) -> str:
    """Words without marks of Markdown, the spaces at both ends kept."""
    said = plain(text)
    before, after = " " * text[:1].isspace(), " " * (text[-1:].isspace() and bool(said))
    return f"{before}{said}{after}"


def _marked(op: str, said: str) -> str:
    return f"<{TAGS[op]}>{said}</{TAGS[op]}>" if said.strip() else said
