"""The {names} in messages, and which of them a translation has to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import c2py
from string import Formatter

COUNT = "count"
# Far enough for every rule of plurals: none tells numbers apart by more than their last three digits.
NUMBERS = range(1001)


def names(message: str) -> frozenset[str]:
    """What stands between the braces of a message; raises ValueError where they are not closed."""
    parts = [each[1:] for each in Formatter().parse(message)]
    return frozenset(
        f"{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}"
        for name, spec, conversion in parts
        if name is not None
    )


def in_braces(found: frozenset[str]) -> str:
    """Names as a message writes them, in the order of the alphabet: "{date}, {version}"."""
    return ", ".join(f"{{{each}}}" for each in sorted(found)) or "no name in braces"


def wanted(message: str | Sequence[str], forms: int, rule: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """For each form of a message's translation: the names that it needs, and those that it may have."""
    if isinstance(message, str):
        yield names(message), names(message)
        return
    singular, plural = map(names, message)
    both, form_of = singular | plural, c2py(rule)
    for form in range(forms):
        numbers = {number for number in NUMBERS if form_of(number) == form}
        # Where English says "changed in", nothing is said of none, and French has one form for none and one.
        alone = len(numbers if COUNT in singular else numbers - {0}) <= 1
        yield both - {COUNT} if alone else both, both | {COUNT}
