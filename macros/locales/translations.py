"""One entry of a catalogue to what is wrong with its translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import c2py
from string import Formatter

from babel.messages.catalog import Catalog, Message

COUNT = "count"
# Far enough for every rule of plurals: none tells numbers apart by more than their last three digits.
NUMBERS = range(1001)


def translation_faults(entry: Message, catalog: Catalog) -> Iterator[str]:
    """Somebody has translated the message, in every form, and read it; its names are those that are filled in."""
    texts, said = forms(entry), f'"{english(entry)}"'
    empty = [f"msgstr[{form}]" for form, text in enumerate(texts) if not text]
    if not any(texts):
        yield f"expected a translation of {said}, found none; write it after msgstr"
    elif empty:
        found = len(texts) - len(empty)
        yield f"expected {len(texts)} plural forms of {said}, found {found}; write {', '.join(empty)}"
    if entry.fuzzy:
        yield f"expected a translation that someone read, found a guess for {said}; correct it, and take fuzzy out"
    id_ = entry.id if isinstance(entry.id, str) else tuple(entry.id)
    rules = _wanted(id_, catalog.num_plurals, catalog.plural_expr)
    for text, (needs, may) in zip(texts, rules, strict=True):
        if text:
            yield from _placeholders(text, needs, may)


def forms(entry: Message) -> list[str]:
    """The translation of a message, or its plural forms; empty where nobody wrote one."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def english(message: Message) -> str:
    """The words of the source, the singular of those that are counted."""
    return message.id if isinstance(message.id, str) else message.id[0]


def _placeholders(text: str, needs: frozenset[str], may: frozenset[str]) -> Iterator[str]:
    norm, advice = f"expected {_in_braces(needs)}", "write the names in braces as the English message does"
    try:
        found = _names(text)
    except ValueError as error:
        yield f'{norm}, found braces that do not pair in "{text}" ({error}); {advice}'
        return
    if not needs <= found <= may:
        yield f'{norm}, found {_in_braces(found)} in "{text}"; {advice}'


def _names(message: str) -> frozenset[str]:
    """What stands between the braces of a message; raises ValueError where they are not closed."""
    parts = [each[1:] for each in Formatter().parse(message)]
    return frozenset(
        f"{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}"
        for name, spec, conversion in parts
        if name is not None
    )


def _in_braces(found: frozenset[str]) -> str:
    """Names as a message writes them, in the order of the alphabet: "{date}, {version}"."""
    return ", ".join(f"{{{each}}}" for each in sorted(found)) or "no name in braces"


def _wanted(message: str | Sequence[str], forms: int, rule: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """For each form of a message's translation: the names that it needs, and those that it may have."""
    if isinstance(message, str):
        yield _names(message), _names(message)
        return
    singular, plural = map(_names, message)
    both, form_of = singular | plural, c2py(rule)
    for form in range(forms):
        numbers = {number for number in NUMBERS if form_of(number) == form}
        # Where English says "changed in", nothing is said of none, and French has one form for none and one.
        alone = len(numbers if COUNT in singular else numbers - {0}) <= 1
        yield both - {COUNT} if alone else both, both | {COUNT}
