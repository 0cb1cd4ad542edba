"""Lists marked (a), a), i. or (1), which CommonMark does not have: a block rule for markdown-it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock

# With brackets a list may start anywhere, as originals do; a bare "x." only at its beginning,
# since a paragraph may well begin with an initial. As in CommonMark, only the first mark of a
# series may interrupt a paragraph: wrapped words may well begin with "(b)".
MARK = re.compile(r"\((?:[a-z]{1,2}|[A-Z]|[ivxl]{1,6}|\d{1,3})\)|(?:[a-z]|[A-Z]|[ivxl]{1,6})\)|(?:[a-z]|[ivxl]{1,6})\.")
BARE_START = frozenset({"a.", "i."})
INTERRUPTS = frozenset({"(a)", "(A)", "(i)", "(1)", "a)", "A)", "i)"})
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark at the beginning of a line, and the column where the words after it begin."""

    text: str
    indent: int

    @property
    def style(self) -> str:
        """What stands around the letters: "()", ")" or "."."""
        return WORDS.sub("", self.text)


def lettered_lists(parser: MarkdownIt) -> None:
    """Teach the parser lettered lists, before its own lists see the line."""
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}
    parser.block.ruler.before("list", "lettered_list", _rule, alternatives)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or state.sCount[start] < state.blkIndent:
        return _ends_item(state, start) if silent else False
    mark = _mark(state, start)
    if mark is None or (mark.style == "." and mark.text not in BARE_START):
        return False
    if silent:
        return state.parentType != "paragraph" or mark.text in INTERRUPTS
    _list(state, start, end, mark)
    return True


def _ends_item(state: StateBlock, line: int) -> bool:
    """Whether an outer list's next mark ends the paragraph of the item before it."""
    return state.parentType == "paragraph" and _mark(state, line) is not None


def _mark(state: StateBlock, line: int) -> Mark | None:
    begin, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    match = MARK.match(state.src, begin, end)
    if match is None or (match.end() < end and state.src[match.end()] not in " \t"):
        return None
    words = match.end()
    while words < end and state.src[words] in " \t":
        words += 1
    if words == end:
        words = match.end() + 1
    return Mark(text=match[0], indent=state.sCount[line] + words - begin)


def _list(state: StateBlock, start: int, end: int, first: Mark) -> None:
    opening = state.push("lettered_list_open", "ol", 1)
    opening.map = lines = [start, start]
    before, state.parentType = state.parentType, "list"
    index, line, tight, mark = len(state.tokens) - 1, start, True, first
    while True:
        tight = _item(state, line, end, mark) and tight
        line = state.line
        following = _following(state, line, end, first.style)
        if following is None:
            break
        tight = tight and not state.isEmpty(line - 1)
        mark = following
    state.push("lettered_list_close", "ol", -1)
    lines[1] = state.line = line
    state.parentType = before
    if tight:
        _hide_paragraphs(state, index)


def _following(state: StateBlock, line: int, end: int, style: str) -> Mark | None:
    """The next item's mark, where the line goes on with a list of the same style."""
    if line >= end or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return None
    mark = _mark(state, line)
    return mark if mark is not None and mark.style == style else None


def _item(state: StateBlock, line: int, end: int, mark: Mark) -> bool:
    """Parse one item as a block of its own; whether no blank line stands inside it."""
    opening = state.push("list_item_open", "li", 1)
    opening.markup, opening.map = mark.text, [line, line]
    saved = (state.tight, state.tShift[line], state.sCount[line], state.blkIndent, state.listIndent)
    shift = mark.indent - state.sCount[line]
    state.listIndent, state.blkIndent, state.tight = state.blkIndent, mark.indent, True
    state.tShift[line] += shift
    state.sCount[line] = mark.indent
    state.md.block.tokenize(state, line, end)
    tight = state.tight
    (state.tight, state.tShift[line], state.sCount[line], state.blkIndent, state.listIndent) = saved
    opening.map[1] = state.line
    state.push("list_item_close", "li", -1)
    return tight


def _hide_paragraphs(state: StateBlock, index: int) -> None:
    level = state.tokens[index].level + 2
    for token in state.tokens[index + 1 :]:
        if token.level == level and token.type in {"paragraph_open", "paragraph_close"}:
            token.hidden = True
