"""Two readings to a Redline: the clauses that differ, and how. Dates of the version itself never count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.terms.clauses import every
from macros.terms.model import Change, Clause, Expression, FrontMatter, Node, Numbering, Reading, Redline
from macros.terms.parse import parse
from macros.terms.parse.references import AUTOMATIC, REFERENCE

# Kinds that leave the wording as it was: what an editorial change may consist of.
NEUTRAL = frozenset({"reference", "renumbered", "typography", "variable"})
OWN_DATES = "version."
QUOTES = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("«»“”„", '"'), **dict.fromkeys("–—‑", "-")})
SPACES = re.compile(r"\s+")
# Spaces that only typography sets: beside quotes and brackets, before signs; never between the figures of an amount.
LOOSE_SPACES = re.compile(r"""\s+(?=[:;!?%€"')\]])|(?<=["'(\[])\s+|(?<!\d)\s+(?=[,.])""")
CELLS = frozenset({"cell", "heading-cell"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """A clause in one of the two texts: the one above it, its Markdown with variables by name, what they print."""

    clause: Clause
    parent: str
    source: str
    facts: Mapping[str, str]


def compare(old: Reading, new: Reading) -> Redline:
    """What became of each clause; what stands before the first one counts as a clause without id."""
    before, after = _sides(old), _sides(new)
    under = {id_ for id_, side in after.items() if id_ in before and before[id_].parent == side.parent}
    staying = _staying([each for each in before if each in under], [each for each in after if each in under])
    changes = [change for id_, side in after.items() if (change := _change(before.get(id_), side, id_ in staying))]
    removed = [Change(kind="removed", old=side.clause, new=None) for id_, side in before.items() if id_ not in after]
    return Redline(changes=(*changes, *removed))


def wording(clause: Clause) -> str:
    """The words of a clause itself, title first, what stands under it in clauses of their own left out."""
    words = f"{_words(clause.title, printed=True)} {_words(clause.blocks, printed=True)}"
    return SPACES.sub(" ", words).strip()


def _staying(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The clauses that did not change places among each other; those under another clause than before are left out."""
    matches = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return frozenset(before[match.a + index] for match in matches for index in range(match.size))


def _change(old: _Side | None, new: _Side, staying: bool) -> Change | None:
    if old is None:
        return Change(kind="added", old=None, new=new.clause)
    kind, facts = _kind(old, new)
    if old.parent != new.parent or not staying:
        kind = "moved-edited" if kind == "edited" else "moved"
    return Change(kind=kind, old=old.clause, new=new.clause, facts=facts) if kind else None


def _kind(old: _Side, new: _Side) -> tuple[str, tuple[str, ...]]:
    """How the clause itself differs, "" where it does not, and the variables that made it differ."""
    if _typed(old.clause) != _typed(new.clause):
        before, after = _named(old), _named(new)
        if _content(before) != _content(after) or _reworded(old, new):
            return "edited", ()
        facts = tuple(name for name, value in new.facts.items() if old.facts.get(name, value) != value)
        if facts:
            return "variable", facts
        if _typed(before) != _typed(after):
            return "typography", ()
    elif _reworded(old, new):
        return "edited", ()
    elif old.clause.label == new.clause.label and wording(old.clause) != wording(new.clause):
        return "reference", ()
    return "renumbered" if old.clause.label != new.clause.label else "", ()


def _content(clause: Clause) -> str:
    """The words without typography: kinds of quotes, dashes and spaces, marks of lists, capitals of titles."""
    return _plain(_words(clause.title).casefold() + " " + _words(clause.blocks))


def _plain(typed: str) -> str:
    words = SPACES.sub(" ", unicodedata.normalize("NFC", typed).translate(QUOTES))
    return LOOSE_SPACES.sub("", words).strip()


def _reworded(old: _Side, new: _Side) -> bool:
    """Whether references read otherwise because of the words typed in them, not of the clause they lead to."""
    before, after = (
        [
            _plain(words)
            for match in REFERENCE.finditer(side.source)
            if (words := match["words"].strip()) not in AUTOMATIC
        ]
        for side in (old, new)
    )
    return before != after and wording(old.clause) != wording(new.clause)


def _typed(clause: Clause) -> str:
    """The words and marks exactly as typed, references by where they lead."""
    return repr([_shape(each) for each in (*clause.title, *clause.blocks)])


def _shape(node: Node) -> object:
    if node.kind == "link" and node.target.startswith("#"):
        return node.target
    return (node.kind, node.text, node.mark, node.target, [_shape(each) for each in node.children])


def _words(nodes: Sequence[Node], *, printed: bool = False) -> str:
    """The words of nodes, a space at the end of every block; a reference reads as printed, or as where it leads."""
    return "".join(_node_words(node, printed=printed) for node in nodes)


def _node_words(node: Node, *, printed: bool) -> str:
    if node.kind == "link" and node.target.startswith("#") and not printed:
        return node.target
    inner = node.text + _words(node.children, printed=printed)
    if node.kind == "link" and not printed:
        return f"{inner} ({node.target})"
    if node.kind in CELLS and not printed:
        return f"{inner} | "
    return inner if node.kind in {"text", "strong", "emphasis", "link", "code"} else f"{inner} "


def _sides(reading: Reading) -> dict[str, _Side]:
    """Every clause of a reading by its id, in order."""
    clauses = list(every(reading.tree))
    facts, lines = _facts(reading), _by_name(reading).split("\n")
    ends = [clause.line - 1 for clause, _ in clauses[1:]] + [len(lines)]
    return {
        clause.id: _Side(
            clause=clause,
            parent=parent,
            source="\n".join(lines[clause.line - 1 : end]),
            facts=facts.get(clause.id, {}),
        )
        for (clause, parent), end in zip(clauses, ends, strict=True)
    }


def _by_name(reading: Reading) -> str:
    """The text with the name of each variable in place of its value, line for line."""
    text, done = "", 0
    for expression in reading.filled.expressions:
        name = "".join(character if character.isalnum() else "." for character in expression.source)
        text += reading.filled.text[done : expression.start] + name
        done = expression.end
    return text + reading.filled.text[done:]


def _named(side: _Side) -> Clause:
    """The clause with its variables by name, read by itself: its references keep where they lead."""
    front = FrontMatter(title="", effective=None, recorded=None, binding="", numbering=Numbering())
    tree = parse(side.source, front)[1]
    return list(every(tree))[1 if side.clause.id else 0][0]


def _facts(reading: Reading) -> dict[str, dict[str, str]]:
    """For each clause, what each of its expressions prints; those of the version's own dates alone are left out."""
    starts = [(clause.line, clause.id) for clause, _ in every(reading.tree)]
    found: dict[str, dict[str, str]] = {}
    for expression in reading.filled.expressions:
        if expression.facts and all(fact.startswith(OWN_DATES) for fact in expression.facts):
            continue
        line = reading.filled.text.count("\n", 0, expression.start) + 1
        id_ = [each for start, each in starts if start <= line][-1]
        found.setdefault(id_, {})[_name(expression)] = reading.filled.text[expression.start : expression.end]
    return found


def _name(expression: Expression) -> str:
    return ", ".join(expression.facts) or expression.source
