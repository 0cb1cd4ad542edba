"""Numbers and references written into the text: what is read is what is sealed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from macros.terms.model import Fault
from macros.terms.parse.numbering import Numbered

# Without words a reference reads as the number, with {title} as the title, else as it is typed.
REFERENCE = re.compile(r"(?<![\\!])\[(?P<words>[^\[\]]*)\]\(#(?P<id>[^\s()]*)\)")
AUTOMATIC = frozenset({"", "{title}"})
UNRESOLVED = "…"


def resolve(filled: str, numbered: Sequence[Numbered], faults: list[Fault]) -> str:
    """The text with labels in its headings and words in its references, line for line."""
    clauses = {each.heading.id: each for each in numbered if each.heading.id}
    lines = filled.split("\n")
    for each in numbered:
        lines[each.heading.line - 1] = _written(each)
    for number, text in enumerate(lines, 1):
        if "](#" in text:
            lines[number - 1] = _line(text, number, clauses, faults)
    return "\n".join(lines)


def no_clause(name: str, line: int, clauses: Collection[str]) -> Fault:
    """What is told of a reference to a clause that is none of the text's."""
    nearest = get_close_matches(name, clauses, n=1)
    hint = f"; did you mean #{nearest[0]}?" if nearest else ""
    return Fault(line=line, message=f"expected a reference to a clause of this text, found #{name}{hint}")


def _written(each: Numbered) -> str:
    """A heading line in its one canonical form."""
    braces = f"{{#{each.heading.id}}}" if each.heading.level > 1 else ""
    parts = ("#" * each.heading.level, each.label, each.heading.title, braces)
    return " ".join(part for part in parts if part)


def _line(text: str, line: int, clauses: Mapping[str, Numbered], faults: list[Fault]) -> str:
    def words(match: re.Match[str]) -> str:
        target = clauses.get(match["id"])
        said = UNRESOLVED
        if target is None:
            faults.append(no_clause(match["id"], line, clauses))
        elif match["words"].strip() not in AUTOMATIC:
            said = match["words"]
        elif match["words"].strip() == "{title}":
            said = target.heading.title or said
        else:
            said = target.number or said
        if target is not None and said == UNRESOLVED:
            norm = "expected a clause with the number or title that the reference prints"
            faults.append(Fault(line=line, message=f"{norm}, found none on #{match['id']}; type the words"))
        return f"[{said}](#{match['id']})"

    return REFERENCE.sub(words, text)
