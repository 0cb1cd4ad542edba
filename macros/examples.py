"""The examples of hand-written pages: code that is shown as it is typed, and edits with what changes in them marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

CODE = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
EDIT = re.compile(r'<pre><code class="language-diff">(?P<lines>.*?)\n?</code></pre>', re.DOTALL)
BLOCK = re.compile(r"<pre><code")
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WORDS = re.compile(r"(\s+)")
BRACES = {"{": "&#123;", "}": "&#125;"}
# The sign before a line, and the element that says the same.
MARKS = {"-": "del", "+": "ins"}


def shown(html: str) -> str:
    """The HTML of a page whose examples can be read: braces that nothing fills, edits marked, blocks that scroll."""
    marked = EDIT.sub(lambda match: _edit(match["lines"].split("\n")), html)
    plain = CODE.sub(lambda match: re.sub(r"[{}]", lambda brace: BRACES[brace[0]], match[0]), marked)
    tables = TABLE.sub(lambda match: f'<div class="terms-table" tabindex="0">{match[0]}</div>', plain)
    return BLOCK.sub('<pre tabindex="0"><code', tables)


def _edit(lines: Sequence[str]) -> str:
    """The lines of an edit as HTML; the sign before each stays, for those who see no colour, and is not copied."""
    head = [f"<b>{lines[0].strip('@ ')}</b>"] if lines[0].startswith("@@") else []
    return f'<pre class="terms-edit"><code>{"".join([*head, *_lines(lines[len(head) :])])}</code></pre>'


def _lines(lines: Sequence[str]) -> Iterator[str]:
    """Each line; where as many come as go, only the words that differ are marked."""
    runs = [(sign, [line[1:] for line in run]) for sign, run in groupby(lines, lambda line: line[:1] or " ")]
    for at, (sign, run) in enumerate(runs):
        other = runs[at + 1 : at + 2] if sign == "-" else runs[at - 1 : at] if at else []
        paired = [words for mark, words in other if {sign, mark} == set(MARKS) and len(words) == len(run)]
        for line, beside in zip(run, paired[0] if paired else [""] * len(run), strict=True):
            said = _marked(line, beside, MARKS[sign]) if sign in MARKS and line else line
            yield f'<span class="terms-line"><i>{sign}</i>{said or " "}</span>'


def _marked(line: str, other: str, mark: str) -> str:
    """A line with the words marked that the other does not have at the same place, counted from either end."""
    words, others = WORDS.split(line), WORDS.split(other)
    head = _shared(words, others)
    end = len(words) - _shared(words[head:][::-1], others[head:][::-1])
    changed = "".join(words[head:end])
    said = changed.replace(changed.strip(), f"<{mark}>{changed.strip()}</{mark}>", 1) if changed.strip() else changed
    return "".join([*words[:head], said, *words[end:]])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
