"""Pandoc's words to runs, by a table of its kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from macros.terms.intake.model import Run, said

# What Pandoc gives has a shape that its own manual tells, and no types.
Node = Mapping[str, Any]
Content = Sequence[Any]
# Figures set high or low count as such: 10⁶ is not 106, and m² no m2.
HIGH, LOW = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# A line that ends where the file's own line does, which may be nothing but the width of the page.
SOFT = "\v"
PLAIN = Run(text="")
THROUGH: Mapping[str, int] = {"Cite": 1, "Quoted": 1, "Span": 1, "SmallCaps": -1, "Underline": -1}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What stands beside the words of a file: its footnotes in order, and what was met on the way."""

    notes: list[Sequence[Node]] = field(default_factory=list)
    met: set[str] = field(default_factory=set)


def runs(nodes: Sequence[Node], notes: Notes, style: Run = PLAIN) -> tuple[Run, ...]:
    """The runs of a few of Pandoc's inlines, neighbours set alike joined."""
    joined: list[Run] = []
    for each in (run for node in nodes for run in _runs(node, notes, style)):
        if joined and replace(joined[-1], text="") == replace(each, text=""):
            joined[-1] = replace(each, text=joined[-1].text + each.text)
        else:
            joined.append(each)
    return tuple(joined)


def _runs(node: Node, notes: Notes, style: Run) -> Iterator[Run]:
    kind, content = str(node["t"]), node.get("c", ())
    if kind in WORDS:
        yield replace(style, text=WORDS[kind](content))
    elif kind in THROUGH:
        yield from runs(content if THROUGH[kind] < 0 else content[THROUGH[kind]], notes, style)
    elif kind in FIGURES:
        found = runs(content, notes, style)
        figures = said(found).isdecimal()
        yield from (replace(run, text=run.text.translate(FIGURES[kind])) if figures else run for run in found)
    elif kind in STYLES:
        yield from runs(content, notes, STYLES[kind](style))
    elif kind == "Link":
        yield from runs(content[1], notes, replace(style, target=str(content[2][0])))
    elif kind == "Note":
        notes.notes.append(content)
        yield replace(style, text=f"[{len(notes.notes)}]")
    else:
        yield from _met(kind, content, notes, style)


def _met(kind: str, content: Content, notes: Notes, style: Run) -> Iterator[Run]:
    """Words of what a contract takes none of: struck words stay, a picture leaves what it says of itself."""
    notes.met.add(kind)
    if kind == "Strikeout":
        yield from runs(content, notes, style)
    elif kind == "Image" and (caption := said(runs(content[1], notes))).strip():
        yield replace(style, text=f"{caption} ")


FIGURES = {"Superscript": HIGH, "Subscript": LOW}
STYLES: Mapping[str, Callable[[Run], Run]] = {
    "Strong": lambda run: replace(run, strong=True),
    "Emph": lambda run: replace(run, emphasis=True),
}
WORDS: Mapping[str, Callable[[Any], str]] = {
    "Str": str,
    "Space": lambda _: " ",
    "SoftBreak": lambda _: SOFT,
    "LineBreak": lambda _: "\n",
    "Code": lambda content: str(content[1]),
    "Math": lambda content: " ".join(str(content[1]).replace("\\ ", " ").split()),
}
