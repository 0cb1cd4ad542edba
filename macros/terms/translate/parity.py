"""Where a translation says something else than the binding text, as far as structure and figures can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from macros.terms.clauses import every
from macros.terms.counting import roman
from macros.terms.definitions import words_of
from macros.terms.front_matter import line_of
from macros.terms.model import Clause, Problem, Reading
from macros.terms.translate.saying import said_otherwise
from macros.terms.translate.shape import Piece, shape
from macros.terms.translate.sources import OPENING
from macros.terms.translate.stretches import Stretch, Stretches, gap

# What a version is by law.
LEGAL = ("binding", "effective", "notice_days", "refusal", "corrects")
NUMBER = re.compile(r"\b(?:\d+|[IVXLC]+|[A-Z])\b", re.IGNORECASE)


def parity(binding: Reading, translation: Reading, clauses: frozenset[str]) -> Iterator[Problem]:
    """Every difference in these clauses and in their order, each with its place in both texts."""
    pair = _Pair(binding, translation)
    yield from pair.front()
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
        self.languages = binding.text.language, translation.text.language
        self.their_words, self.our_words = Stretches(binding), Stretches(translation)
        self.usual = self.our_words.words / max(self.their_words.words, 1)

    def front(self) -> Iterator[Problem]:
        """What gives a version its legal effect is the same in every language."""
        theirs, ours = self.binding.text, self.translation.text
        # A draft that translates the last version has no dates of its own yet.
        for name in LEGAL if theirs.version == ours.version else LEGAL[:1]:
            expected, found = getattr(theirs.front, name), getattr(ours.front, name)
            if expected != found:
                norm = f"{name}: expected {expected or 'none'}, as in {theirs.path}:{line_of(theirs.head, name)}"
                advice = "write the same in both"
                yield self._problem(line_of(ours.head, name), norm, str(found or "none"), advice)

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
        if list(self.theirs) == list(self.ours):
            # A clause too many or too few gives those after it other numbers.
            for id_ in self.common:
                yield from self._heading(self.theirs[id_], self.ours[id_])

    def _heading(self, theirs: Clause, ours: Clause) -> Iterator[Problem]:
        """The same level, the same number, a title in both or in neither."""
        alike = (
            (f"at level {theirs.level}", f"level {ours.level}", theirs.level == ours.level),
            (
                f"with the number {theirs.label or 'none'}",
                ours.label or "none",
                _same_number(theirs.label, ours.label),
            ),
            (f"with {_title(theirs)}", _title(ours), bool(theirs.title) == bool(ours.title)),
        )
        for expected, found, same in alike:
            if not same and theirs.id:
                norm = f"expected #{theirs.id} {expected}, as in {self._their(theirs.line)}"
                yield self._problem(ours.line, norm, found, "correct its heading")

    def clause(self, id_: str) -> Iterator[Problem]:
        """One clause: its shape, then what each of its stretches says."""
        theirs, ours = list(shape(self.theirs[id_].blocks)), list(shape(self.ours[id_].blocks))
        before, after = self.their_words.of(id_, theirs), self.our_words.of(id_, ours)
        size = len(before) - len(after)
        if size > 0:
            at = gap(before, after, self.usual)
            yield self._missing(before[at : at + size], after[at - 1].line if at else self.ours[id_].line)
            del before[at : at + size]
        elif size < 0:
            at = gap(after, before, 1 / self.usual)
            yield self._foreign(after[at : at - size], before[at - 1].line if at else self.theirs[id_].line)
            del after[at : at - size]
        elif found := next(((a, b) for a, b in zip_longest(theirs, ours) if _differ(a, b)), None):
            yield self._shape(id_, *found)
        for their, our in zip(before, after, strict=True):
            for expected, what, advice in said_otherwise(their, our, self.languages, self.usual):
                yield self._problem(our.line, f"expected {expected}, as in {self._their(their.line)}", what, advice)

    def _missing(self, missing: Sequence[Stretch], our_line: int) -> Problem:
        norm = f"expected {', '.join(each.kind for each in missing)} after this, as in {self._their(missing[0].line)}"
        return self._problem(our_line, norm, "none", "translate what is missing")

    def _foreign(self, foreign: Sequence[Stretch], their_line: int) -> Problem:
        norm = f"expected nothing more after what {self._their(their_line)} says"
        return self._problem(
            foreign[0].line, norm, ", ".join(each.kind for each in foreign), "take it out, or write it there too"
        )

    def _shape(self, id_: str, theirs: Piece | None, ours: Piece | None) -> Problem:
        end = f"the end of #{id_}"
        their_line = theirs.line if theirs else self.theirs[id_].line
        our_line = ours.line if ours else self.ours[id_].line
        norm = f"expected {theirs.name if theirs else end}, as in {self._their(their_line)}"
        return self._problem(our_line, norm, ours.name if ours else end, "give both clauses one shape")

    def _their(self, line: int) -> str:
        return f"{self.binding.text.path}:{line}"

    def _problem(self, line: int, norm: str, found: str, advice: str) -> Problem:
        return Problem(path=self.translation.text.path, line=line, message=f"{norm}, found {found}; {advice}")


def _same_number(theirs: str, ours: str) -> bool:
    """Whether two labels say the same number, whatever words and figures their languages write: "Annexe B", "2"."""
    before, after = ([_values(each) for each in NUMBER.findall(label)] for label in (theirs, ours))
    return len(before) == len(after) and all(a & b for a, b in zip(before, after, strict=True))


def _values(number: str) -> frozenset[int]:
    """What a number in figures, letters or Roman figures may stand for."""
    if number.isdecimal():
        return frozenset({int(number)})
    letters = number.upper()
    figures = {roman(letters)} if set(letters) <= set("IVXLC") else set()
    return frozenset(figures | ({ord(letters) - ord("A") + 1} if len(letters) == 1 else set()))


def _title(clause: Clause) -> str:
    return f"the title “{words_of(clause.title)}”" if clause.title else "no title"


def _by_id(reading: Reading) -> Mapping[str, Clause]:
    return {clause.id or OPENING: clause for clause, _ in every(reading.tree)}


def _differ(theirs: Piece | None, ours: Piece | None) -> bool:
    return theirs is None or ours is None or theirs.form != ours.form
