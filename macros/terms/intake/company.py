"""A new publisher's facts as variables/<publisher>.yml holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.terms.intake.facts import Facts, found_facts
from macros.terms.intake.model import Block, plain
from macros.terms.intake.proposal import quoted
from macros.terms.intake.writing import clean

HEAD = "# Found in {}: check each fact against the company's own papers.\n"


def company(blocks: Sequence[Block], publisher: str) -> Facts:
    """The facts that the blocks of a file state of their publisher."""
    return found_facts([" ".join(clean(each).split()) for each in _said(blocks)], publisher)


def _said(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield plain(block).replace("\n", " ")
        yield from _said(block.blocks)


def file_of(facts: Facts, origin: str) -> str:
    """The file of variables."""
    lines = [line for group, values in facts.groups.items() for line in (f"{group}:", *(map(_line, values.items())))]
    return HEAD.format(origin) + "\n".join(lines) + "\n"


def _line(fact: tuple[str, object]) -> str:
    return f"  {fact[0]}: {_value(fact[1])}"


def _value(value: object) -> str:
    """A value on one line: words in quotation marks, so that digits stay words."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_value(each)}' for key, each in value.items())}}}"
    return quoted(value) if isinstance(value, str) else str(value)
