"""Where a translation says something else than the binding text, as far as structure and figures can tell."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from macros.terms.clauses import every
from macros.terms.model import Clause, Problem, Reading
from macros.terms.parse.references import REFERENCE
from macros.terms.translate.figures import differences
from macros.terms.translate.shape import Piece, shape
from macros.terms.translate.sources import OPENING, typed_lines

# A paragraph that misses a sentence: it has fewer, and so much less of the words than the text around it.
# What is not translated: values, addresses, names and quotations.
NO_WORDS = re.compile(r"\{\{.*?\}\}|\{#[^{}]*\}|\]\([^()\s]*\)|\([^()]*\)|«[^»]*»|“[^”]*”|https?://\S+")
WORD, PHRASE = re.compile(r"[^\W\d_]{2,}"), 5
SENTENCE, SHORTER = re.compile(r"[^\s.;!?][.;!?](?=\s|$)"), 0.85


def parity(binding: Reading, translation: Reading, clauses: frozenset[str]) -> Iterator[Problem]:
    """Every difference in these clauses and in their order, each with its place in both texts."""
    pair = _Pair(binding, translation)
    yield from pair.order()
    for id_ in pair.common:
        if id_ in clauses:
            yield from pair.clause(id_)


class _Pair:
    """A binding text and its translation, by clause."""

    def __init__(self, binding: Reading, translation: Reading) -> None:
        self.binding, self.translation = binding, translation
        self.theirs, self.ours = _by_id(binding), _by_id(translation)
        self.common = [id_ for id_ in self.theirs if id_ in self.ours]
        self.their_lines, self.our_lines = typed_lines(binding), typed_lines(translation)
        self.their_facts, self.our_facts = _facts(binding), _facts(translation)
        self.usual = _words(self.our_lines) / max(_words(self.their_lines), 1)

    def order(self) -> Iterator[Problem]:
        """The same clauses in the same order, one under the other alike."""
        for id_, clause in self.theirs.items():
            if id_ not in self.ours:
                yield self._problem(
                    1, f"expected the clause #{id_} of {self._their(clause.line)}", "none", "translate it"
                )
        for id_, clause in self.ours.items():
            if id_ not in self.theirs:
                norm = f"expected only the clauses of {self.binding.text.path}"
                yield self._problem(clause.line, norm, f"#{id_}", "take it out, or write it there too")
        for theirs, ours in zip(self.common, [id_ for id_ in self.ours if id_ in self.theirs], strict=True):
            if theirs != ours:
                norm = f"expected #{theirs} here, in the order of {self._their(self.theirs[theirs].line)}"
                yield self._problem(self.ours[ours].line, norm, f"#{ours}", "bring the clauses into one order")
                break
        for id_ in self.common:
            if self.theirs[id_].level != self.ours[id_].level:
                norm = f"expected #{id_} at level {self.theirs[id_].level}, as in {self._their(self.theirs[id_].line)}"
                yield self._problem(self.ours[id_].line, norm, f"level {self.ours[id_].level}", "correct its heading")

    def clause(self, id_: str) -> Iterator[Problem]:
        """One clause: its shape, then what each of its lines says."""
        theirs, ours = list(shape(self.theirs[id_].blocks)), list(shape(self.ours[id_].blocks))
        found = next((pair for pair in zip_longest(theirs, ours) if _differ(*pair)), None)
        if found:
            yield self._shape(id_, *found)
        their_lines, our_lines = self.their_lines.get(id_, []), self.our_lines.get(id_, [])
        if found or len(their_lines) != len(our_lines):
            their_lines, our_lines = [_joined(their_lines)], [_joined(our_lines)]
        for (their_line, their_words), (our_line, our_words) in zip(their_lines, our_lines, strict=True):
            yield from self._line(their_line, their_words, our_line, our_words)

    def _shape(self, id_: str, theirs: Piece | None, ours: Piece | None) -> Problem:
        end = f"the end of #{id_}"
        their_line = theirs.line if theirs else self.theirs[id_].line
        our_line = ours.line if ours else self.ours[id_].line
        norm = f"expected {theirs.name if theirs else end}, as in {self._their(their_line)}"
        return self._problem(our_line, norm, ours.name if ours else end, "give both clauses one shape")

    def _line(self, their_line: int, theirs: str, our_line: int, ours: str) -> Iterator[Problem]:
        """Variables, references, figures and sentences of a line that both texts have."""
        languages = self.binding.text.language, self.translation.text.language
        differing = (
            ("the variable", _apart(_on(self.their_facts, their_line, theirs), _on(self.our_facts, our_line, ours))),
            ("the reference", _apart(_references(theirs), _references(ours))),
            ("", differences(theirs, languages[0], ours, languages[1])),
        )
        for kind, (missing, foreign) in differing:
            if missing or foreign:
                norm = f"expected {_listed(kind, missing)}, as in {self._their(their_line)}"
                yield self._problem(our_line, norm, _listed(kind, foreign), "translate the line anew")
        yield from self._sentences(their_line, theirs, our_line, ours)
        said = set(_phrases(theirs))
        for phrase in _phrases(ours):
            if phrase in said:
                norm = f"expected a translation of {self._their(their_line)}"
                yield self._problem(our_line, norm, f"its own words: {phrase}", "translate them")

    def _sentences(self, their_line: int, theirs: str, our_line: int, ours: str) -> Iterator[Problem]:
        """A line that has fewer sentences, and so few words that one of them must be missing."""
        expected, found = len(SENTENCE.findall(theirs)), len(SENTENCE.findall(ours))
        if found < expected and len(ours.split()) < SHORTER * self.usual * len(theirs.split()):
            norm = f"expected {expected} sentences, as in {self._their(their_line)}"
            yield self._problem(our_line, norm, f"{found}, and few words", "see which of them is missing")

    def _their(self, line: int) -> str:
        return f"{self.binding.text.path}:{line}"

    def _problem(self, line: int, norm: str, found: str, advice: str) -> Problem:
        return Problem(path=self.translation.text.path, line=line, message=f"{norm}, found {found}; {advice}")


def _by_id(reading: Reading) -> Mapping[str, Clause]:
    return {clause.id or OPENING: clause for clause, _ in every(reading.tree)}


def _differ(theirs: Piece | None, ours: Piece | None) -> bool:
    return theirs is None or ours is None or theirs.form != ours.form


def _joined(lines: Sequence[tuple[int, str]]) -> tuple[int, str]:
    return (lines[0][0] if lines else 1), "\n".join(words for _, words in lines)


def _facts(reading: Reading) -> Mapping[int, Sequence[str]]:
    """The facts that the expressions of each line of a file use, by its number."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    text = reading.filled.text
    for each in reading.filled.expressions:
        found[text.count("\n", 0, each.start) + 1] += each.facts
    return found


def _on(facts: Mapping[int, Sequence[str]], line: int, words: str) -> Counter[str]:
    """The facts of a typed stretch that begins at a line."""
    return Counter(fact for at in range(line, line + words.count("\n") + 1) for fact in facts.get(at, ()))


def _words(lines: Mapping[str, Sequence[tuple[int, str]]]) -> int:
    return sum(len(line.split()) for each in lines.values() for _, line in each)


def _references(words: str) -> Counter[str]:
    return Counter(f"#{match['id']}" for match in REFERENCE.finditer(words))


def _apart(theirs: Counter[str], ours: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    return theirs - ours, ours - theirs


def _phrases(words: str) -> Iterator[str]:
    """The sentences, and parts of sentences, that are long enough to be of one language; no names in brackets."""
    plain = NO_WORDS.sub(" ", words)
    for phrase in re.split(r"[.;:,!?|\n]", plain):
        if len(WORD.findall(phrase)) >= PHRASE:
            yield " ".join(phrase.split())


def _listed(kind: str, said: Counter[str]) -> str:
    """What is said, as a message lists it."""
    if not said:
        return "none"
    return f"{kind} {', '.join(sorted(said.elements()))}".lstrip()
