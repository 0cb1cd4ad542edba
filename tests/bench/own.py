"""The engines of this environment: `python -m tests.bench.own NAME`, for this project's redline or the word LCS."""

from __future__ import annotations

import sys

from tests.bench.answering import answer
from tests.bench.ops import TOKEN, from_opcodes
from tests.bench.peers import Diff, Spell


def redline() -> tuple[Diff, Spell]:
    """This project's, from two texts in Markdown."""
    from macros.terms.compare import compare
    from macros.terms.compare.sides import markdown

    return (
        lambda old, new: compare(markdown(old), markdown(new)),
        lambda made: {"ops": [[op.op, op.text, op.kind] for op in made.ops]},
    )


def word_lcs() -> tuple[Diff, Spell]:
    """The longest common sequence of words of the whole texts: the fewest words marked, if nothing may move."""
    from rapidfuzz.distance import Indel

    def diff(old: str, new: str) -> list[list[str]]:
        before, after = TOKEN.findall(old), TOKEN.findall(new)
        ids = {token: place for place, token in enumerate(dict.fromkeys(before + after))}
        codes = Indel.opcodes([ids[token] for token in before], [ids[token] for token in after])
        places = [(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in codes]
        return from_opcodes(places, before, after)

    return diff, lambda made: {"ops": made}


OWN = {engine.__name__: engine for engine in (redline, word_lcs)}

if __name__ == "__main__":
    answer(*OWN[sys.argv[1]]())
