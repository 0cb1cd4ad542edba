"""Whether a defined term is translated by the words that the glossary chose, everywhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from macros.terms.definitions import definitions, forms
from macros.terms.model import Definition, Problem, Reading
from macros.terms.translate.sources import NO_WORDS, named, typed_lines

Glossary = Mapping[str, Sequence[str]]
# What a term is explained by in its own language: "wilful misconduct (dol)".
EXPLAINED = re.compile(r"\s*\([^()]*\)$")


class _Term(NamedTuple):
    """A defined term of the binding text and the one of the translation that defines the same."""

    theirs: str
    ours: str


def terminology(
    binding: Reading, translation: Reading, glossary: Glossary, path: str, clauses: frozenset[str]
) -> Iterator[Problem]:
    """Every defined term of which the glossary, at path, says something else; every clause that has it otherwise.

    A title that has it may be translated freely: its capitals say nothing.
    """
    chosen = {_plain(term): [EXPLAINED.sub("", each) for each in words] for term, words in glossary.items()}
    their_lines, our_lines = typed_lines(binding), typed_lines(translation)
    terms = list(_pairs(binding, translation))
    every = [form for term in terms for form in forms(term.theirs)]
    for term in terms:
        words = _chosen(term.theirs, chosen)
        if term.theirs == term.ours:
            words = words or {_plain(term.ours)}
        if not words.intersection(map(_plain, forms(term.ours))):
            yield _unchosen(binding, translation, term, sorted(words), path)
            continue
        theirs, ours = (
            _pattern(forms(term.theirs), longer=every),
            _pattern([form for each in words for form in forms(each)], re.IGNORECASE),
        )
        for id_ in clauses & our_lines.keys():
            their_line = _first(theirs, [each for each in their_lines.get(id_, []) if not each[1].startswith("#")])
            if their_line and not _first(ours, our_lines[id_]):
                norm = f"expected “{term.ours}” in {named(id_)}, for {term.theirs} in {binding.text.path}:{their_line}"
                message = f"{norm}, found it nowhere in the clause; use the term that is defined"
                yield Problem(path=translation.text.path, line=our_lines[id_][0][0], message=message)


def _pairs(binding: Reading, translation: Reading) -> Iterator[_Term]:
    """The defined terms of both texts, in order; none where one defines more than the other."""
    theirs, ours = _defined(binding), _defined(translation)
    if [len(each) for each in theirs] == [len(each) for each in ours]:
        for before, after in zip(theirs, ours, strict=True):
            yield from (_Term(a.term, b.term) for a, b in zip(before, after, strict=True))


def _defined(reading: Reading) -> list[list[Definition]]:
    """The defined terms of a text, those of one definition together."""
    return [list(each) for _, each in groupby(definitions(reading.tree), lambda each: each.id)]


def _chosen(term: str, chosen: Mapping[str, Sequence[str]]) -> set[str]:
    """What the glossary chose for a term, in small letters; for its singular if it has no plural."""
    return {_plain(each) for form in forms(term) for each in chosen.get(_plain(form), ())}


def _plain(term: str) -> str:
    return term.casefold().replace("’", "'")


def _unchosen(binding: Reading, translation: Reading, term: _Term, words: Sequence[str], path: str) -> Problem:
    line = _first(_pattern([term.ours]), [each for lines in typed_lines(translation).values() for each in lines])
    if words:
        norm = f"expected {term.theirs} as {path} translates it ({' or '.join(words)})"
        message = f"{norm}, found “{term.ours}”; use the chosen words, or choose these in the glossary"
    else:
        norm = f"expected {path} to translate the defined term {term.theirs} of {binding.text.path}"
        message = f"{norm}, found none; add {term.theirs.lower()}: {term.ours.lower()}"
    return Problem(path=translation.text.path, line=line or 1, message=message)


def _pattern(words: Sequence[str], flags: int = 0, *, longer: Sequence[str] = ()) -> re.Pattern[str]:
    """What finds words as its group "said", and passes over the longer terms that hold them."""
    own = {each for each in words if each}
    holding = {each for each in longer if each not in own and any(one in each for one in own)}
    passed = f"(?:{_spaced(holding)})|" if holding else ""
    return re.compile(rf"(?<![\w-])(?:{passed}(?P<said>{_spaced(own)}))(?![\w-])", flags)


def _spaced(words: Collection[str]) -> str:
    """What finds any of some words, the longest first, whatever the spaces and apostrophes between them."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.sub("['’]", "['’]", re.escape(each).replace("\\ ", r"\s+")) for each in longest)


def _first(pattern: re.Pattern[str], lines: Sequence[tuple[int, str]]) -> int:
    """The number of the line where words of the pattern begin, 0 where there are none; words go over line ends."""
    words = "\n".join(NO_WORDS.sub(" ", line) for _, line in lines)
    match = next((each for each in pattern.finditer(words) if each["said"]), None)
    return lines[words.count("\n", 0, match.start())][0] if match else 0
