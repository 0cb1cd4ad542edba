"""One entry of a catalogue to what is wrong with its translation."""

from __future__ import annotations

from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from macros.locales.placeholders import in_braces, names, wanted


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
    rules = wanted(id_, catalog.num_plurals, catalog.plural_expr)
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
    norm, advice = f"expected {in_braces(needs)}", "write the names in braces as the English message does"
    try:
        found = names(text)
    except ValueError as error:
        yield f'{norm}, found braces that do not pair in "{text}" ({error}); {advice}'
        return
    if not needs <= found <= may:
        yield f'{norm}, found {in_braces(found)} in "{text}"; {advice}'
