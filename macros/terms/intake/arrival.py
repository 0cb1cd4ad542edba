"""Texts that are brought in to the files that a project gains by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.terms.intake.facts import Facts, file_of, found_facts
from macros.terms.intake.goal import Goal
from macros.terms.intake.ids import Before
from macros.terms.intake.model import Taken
from macros.terms.intake.proposal import Place, Proposal, proposed, quoted
from macros.terms.model import Numbering, Problem

VARIABLES = "variables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was taken out of one file, the day of its version, the name of the file."""

    taken: Taken
    day: date
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Files to write by their path in the project, the texts among them, and what to look at."""

    files: Mapping[str, bytes]
    texts: Sequence[Proposal]
    remarks: Sequence[Problem]


def arrival(  # noqa: PLR0913  # each is another thing that the words of the command decide
    found: Goal,
    given: Sequence[Given],
    *,
    language: str,
    today: date,
    before: Before | None,
    known: Mapping[str, object] | None,
) -> Arrival:
    """The files of a document that gains versions, oldest first; known are its publisher's facts, None if it is new."""
    facts = found_facts(given[-1].taken.blocks, found.publisher_id) if known is None else None
    variables = facts.groups if facts else known or {}
    binding = found.document.binding if found.document else language
    texts: list[Proposal] = []
    for each in given:
        place = Place(
            path=f"{found.folder}/{each.day}/{language}.md",
            language=language,
            binding=binding,
            day=each.day,
            today=today,
            origin=each.origin,
            name=found.document_id,
        )
        texts.append(proposed(each.taken, place, variables, before))
        before = Before(tree=texts[-1].reading.tree)
    files = {text.reading.text.path: text.content.encode() for text in texts}
    if found.document is None:
        files[f"{found.folder}/document.yml"] = _document(
            found, language, texts[-1].reading.text.front.numbering
        ).encode()
    if facts:
        files[_variables(found)] = file_of(facts, given[-1].origin).encode()
    return Arrival(files=files, texts=texts, remarks=sorted({*_remarks(texts), *_unsure(facts, found)}))


def _variables(found: Goal) -> str:
    return f"{VARIABLES}/{found.publisher_id}.yml"


def _document(found: Goal, language: str, numbering: Numbering) -> str:
    """The file of a new document, which its next drafts start from."""
    series = {"clauses": numbering.clauses, "annexes": numbering.annexes}
    lines = (f"  {name}: [{', '.join(map(quoted, each))}]" for name, each in series.items() if each)
    numbered = "\n".join(["numbering:", *lines]) + "\n" if any(series.values()) else ""
    return f"publisher: {found.publisher_id}\nbinding: {language}\nlanguages: [{language}]\n{numbered}"


def _remarks(texts: Sequence[Proposal]) -> Iterator[Problem]:
    for text in texts:
        yield from (Problem(path=text.reading.text.path, line=line, message=said) for line, said in text.remarks)


def _unsure(facts: Facts | None, found: Goal) -> Iterator[Problem]:
    """The facts of a new publisher are an offer: one remark says which were found, others what was not."""
    if facts is None:
        return
    path = _variables(found)
    names = ", ".join(f"{group}.{key}" for group, values in facts.groups.items() for key in values)
    yield Problem(path=path, line=1, message=f"facts found in the text: {names}; check each, add those that miss")
    yield from (Problem(path=path, line=3, message=said) for said in facts.unsure)
