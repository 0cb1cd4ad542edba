"""The words of a passage to HTML: what was deleted and inserted marked, the rest as the text prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import pairwise

from macros.terms.definitions import Marker
from macros.terms.markdown_text import escape as as_markdown
from macros.terms.model import Node, Run
from macros.terms.parse import words
from macros.terms.render.html_nodes import Html
from macros.terms.words.markup import bare

# Characters that no text has say in the Markdown where a marked run begins, which one it is, and where it ends.
FIRST, END = 0x100000, "\U0010fffd"
PRIVATE = re.compile("([\U00100000-\U0010fffd])")
TARGET = re.compile(r"\]\((?P<target>[^()\s]*)\)")
SEEN = re.compile(r"[^\s*_`\\\[\]|]")
TAGS = {"delete": "del", "insert": "ins"}
# What became of all words of a passage that is on one side only.
OPS = {"added": "insert", "moved-to": "insert", "removed": "delete", "moved-from": "delete"}

FactName = Callable[[str], str]


class Marked(Html):
    """The writer of passages: its words may begin and end marked runs, which never cross an element."""

    def __init__(self, *, language: str, translate: Callable[..., str], fact_name: FactName) -> None:
        super().__init__(language=language, translate=translate, marker=Marker(()))
        self.fact_name = fact_name
        self.runs: Sequence[Run] = ()
        self.open: Run | None = None

    def words(self, runs: Sequence[Run], *, whole: bool) -> str:
        """The runs of a passage; whole says that all of it is of one side, and printed as that side prints it."""
        self.runs, self.open = runs, None
        return self.nodes(words("".join(_sources(runs, whole=whole))))

    def typed(self, runs: Sequence[Run]) -> str:
        """The runs as they are typed, marks of Markdown included."""
        return "".join(escape(run.text) if run.op == "equal" else marked(run, escape(run.text)) for run in runs)

    def text(self, node: Node) -> str:
        """Words, each piece in the run to which it belongs."""
        return "".join(self._pieces(node))

    def code(self, node: Node) -> str:
        """Words in code."""
        return f"<code>{''.join(self._pieces(node))}</code>"

    def _pieces(self, node: Node) -> Iterator[str]:
        for piece in PRIVATE.split(node.text):
            if PRIVATE.fullmatch(piece):
                closing, self.open = self.open, None if piece == END else self.runs[ord(piece) - FIRST]
                if piece == END and closing and closing.op == "insert" and closing.facts and not closing.own_date:
                    yield f' <small class="terms-fact">{escape(self.facts(closing.facts))}</small>'
            elif piece:
                said = super().text(Node(kind="text", text=piece))
                yield marked(self.open, said) if self.open else said

    def facts(self, facts: Sequence[str]) -> str:
        """The names of facts, as readers call them."""
        return ", ".join(dict.fromkeys(map(self.fact_name, facts)))

    def node(self, node: Node) -> str:
        """A node by the table of its kind; words, also those of code, may hold marked runs."""
        own = {"text": self.text, "code": self.code}.get(node.kind)
        return own(node) if own else super().node(node)


def marked(run: Run, html: str) -> str:
    """HTML of a run in the element that says what became of it."""
    tag = TAGS[run.op]
    kind = f' class="terms-{run.kind}"' if run.kind != "text" else ""
    return f"<{tag}{kind}>{html}</{tag}>"


def is_seen(run: Run) -> bool:
    """Whether a reader of the page sees that the run was deleted or inserted: spaces and marks of Markdown are not."""
    return run.op != "equal" and (run.kind != "typography" or SEEN.search(bare(run.text)) is not None)


def plain(text: str) -> str:
    """Words without marks of Markdown."""
    return " ".join(bare(text).split())


def _sources(runs: Sequence[Run], *, whole: bool) -> Iterator[str]:
    """The runs as Markdown, each between the characters that mark it where it is seen."""
    for place, (run, following) in enumerate(pairwise([*runs, Run("equal", "")])):
        if run.op == "delete" and not whole and not is_seen(run):
            # Spaces that others replace are not told; where none does, words must not run into each other.
            replaced = following.op == "insert" and not is_seen(following)
            yield "" if replaced or not run.text[:1].isspace() else enclosed(place, " ")
        else:
            yield _source(place, run, whole=whole)


def _source(place: int, run: Run, *, whole: bool) -> str:
    text = unmarked(run.text)
    if run.op == "equal" or (not whole and not is_seen(run)):
        return text
    link = TARGET.fullmatch(text)
    if link:
        # The words of a link stand where they stood; where it leads is said after them.
        return (text if run.op == "insert" else "") + enclosed(place, as_markdown(f" ({link['target']})"))
    if run.op == "delete" and not whole:
        text = as_markdown(bare(text).replace("\n", " "))
    return enclosed(place, text)


def unmarked(text: str) -> str:
    """Markdown of a run without characters that mark where another begins, and without pictures."""
    return PRIVATE.sub("\ufffd", text).replace("![", r"\![")


def enclosed(place: int, text: str) -> str:
    """Markdown between the characters that mark it as the run of a place."""
    return f"{chr(FIRST + min(place, 0xFFF0))}{text}{END}"
