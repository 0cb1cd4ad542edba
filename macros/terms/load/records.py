"""The data of one file to what the model holds; judged by its schema first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from macros.terms.ledger import restoring
from macros.terms.load.files import MARKED, Files
from macros.terms.model import Accept, Data, Dated, Entry, Place, Problem, Refusal, Translated
from macros.terms.model.answering import Mode
from macros.terms.names import CODES, as_date
from macros.terms.schema import judge
from macros.terms.search.folding import roots


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """What document.yml says; empty where it cannot be read."""

    binding: str = ""
    languages: tuple[str, ...] = ()
    notice_days: int = 0
    refusal: Refusal | None = None
    accept: Accept = field(default_factory=Accept)
    kind: str = ""


def document_record(files: Files, path: Path) -> DocumentRecord:
    """What a document says of itself, and the defaults of its next version."""
    if not path.is_file():
        norm = "expected document.yml with publisher, binding and languages"
        files.problem(path, 1, f"{norm}, found no such file; add it")
        return DocumentRecord()
    value, data = files.record(path, "document")
    folder, publisher = path.parent.parent.name, value.get("publisher")
    if isinstance(publisher, str) and publisher != folder:
        norm = f"publisher: expected {folder}, the name of the folder"
        files.problem(path, data.line(("publisher",)), f"{norm}, found {publisher}")
    binding, listed = str(value.get("binding", "")), value.get("languages")
    languages = tuple(map(str, listed)) if isinstance(listed, list) else ()
    foreign = [each for each in languages if each not in files.languages]
    if foreign:
        norm = f"languages: expected languages of the site ({', '.join(files.languages)})"
        message = f"{norm}, found {', '.join(foreign)}; add to the languages in mkdocs.yml, or take out here"
        files.problem(path, data.line(("languages",)), message)
    if binding and languages and binding not in languages:
        norm = f"binding: expected one of the languages ({', '.join(languages)})"
        files.problem(path, data.line(("binding",)), f"{norm}, found {binding}")
    notice = value.get("notice_days")
    return DocumentRecord(
        binding=binding,
        languages=languages,
        notice_days=notice if isinstance(notice, int) else 0,
        refusal=refusal(value.get("refusal"), data.line(("refusal",))),
        accept=_accept(files, path, data, value.get("accept")),
        kind=str(value.get("kind", "")),
    )


def refusal(value: object, line: int = 1) -> Refusal | None:
    """The right to refuse a new version, None where there is none or its schema has found it beyond reading."""
    days = value.get("days") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(days, int) or isinstance(days, bool) or days < 0:
        return None
    return Refusal(days=days, clause=str(value.get("clause", "")), line=line)


def _accept(files: Files, path: Path, data: Data, value: object) -> Accept:
    """Where acceptances go; an address is there where it is asked for, and nowhere else."""
    given = value if isinstance(value, dict) else {}
    mode, url = given.get("mode", "netlify"), str(given.get("url", ""))
    if (mode == "url") != bool(url) and mode in get_args(Mode):
        norm = "accept: expected url, the address that receives acceptances, with mode: url and only there"
        files.problem(path, data.line(("accept",)), f"{norm}, found mode: {mode} {'with' if url else 'without'} url")
    return Accept(mode=mode, url=url) if mode in get_args(Mode) else Accept(mode="none")


def ledger_record(files: Files, path: Path, text: str | None = None) -> tuple[Entry, ...]:
    """The entries of a ledger, from its file or its text; none where there is no ledger or it cannot be read."""
    told = len(files.problems)
    data = files.yaml(path, text, unseen=True) if text is not None or path.is_file() else None
    files.problems.extend(judge(data, "ledger", files.name(path)) if data else ())
    files.problems[told:] = map(_unedited, files.problems[told:])
    if data is None or len(files.problems) > told or not isinstance(data.value, list):
        return ()
    return tuple(_entry(each, data.line((index,))) for index, each in enumerate(data.value))


def _unedited(problem: Problem) -> Problem:
    """What is wrong with a ledger is not corrected in it by hand, which would break its chain."""
    said, folder = problem.message.rpartition("; ")[0] or problem.message, problem.path.rpartition("/")[0]
    advice = restoring(problem.path)
    if MARKED in said:
        side = f"take the whole folder as it was published first (git checkout --ours -- {folder}, or --theirs)"
        advice = f"{side}; terms check then says how the other version is entered"
    return replace(problem, message=f"{said}; {advice}")


def _entry(value: dict[str, Any], line: int) -> Entry:
    fields = {**value, "line": line}
    fields |= {key: as_date(value[key]) for key in ("recorded", "effective") if key in value}
    return Entry(**fields)


def variables_record(files: Files, path: Path) -> Mapping[str, object]:
    """A publisher's facts, empty where they cannot be read; dated lists are tuples of Dated."""
    if not path.is_file():
        files.problem(path, 1, "expected the publisher's facts, found no such file; add it with company.name")
        return {}
    value, data = files.record(path, "variables")
    return {key: _fact(files, path, data, (key,), part) for key, part in value.items()}


def _fact(files: Files, path: Path, data: Data, place: Place, value: object) -> object:
    if isinstance(value, dict) and value and CODES.issuperset(value):
        return Translated(words={key: str(words) for key, words in value.items()})
    if isinstance(value, dict):
        return {key: _fact(files, path, data, (*place, key), part) for key, part in value.items()}
    if isinstance(value, list):
        return _dated(files, path, data, place, value)
    return as_date(str(value)) or value if re.search(r"(?:^|_)date$", str(place[-1])) else value


def _dated(files: Files, path: Path, data: Data, place: Place, values: list[object]) -> tuple[Dated, ...]:
    """The values of a variable in order of date; two may not begin on one day."""
    made: list[Dated] = []
    for index, each in enumerate(values):
        period = each if isinstance(each, dict) else {}
        since = as_date(str(period.get("from"))) or date.min
        if made and date.min < since <= made[-1].since:
            norm = f"{'.'.join(map(str, place))}: expected dates in order, each after the one before"
            files.problem(path, data.line((*place, index)), f"{norm}, found {since} after {made[-1].since}")
        made.append(Dated(value=_fact(files, path, data, place, period.get("value")), since=since))
    return tuple(made)


def glossary_record(files: Files, path: Path) -> Mapping[str, tuple[str, ...]]:
    """The chosen translations of terms, one or several of each; empty where they cannot be read."""
    value, _ = files.record(path, "glossary")
    return {term: tuple(map(str, chosen if isinstance(chosen, list) else [chosen])) for term, chosen in value.items()}


def synonyms_record(files: Files, path: Path) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Groups of words that mean the same, by language; empty where they cannot be read."""
    value, data = files.record(path, "synonyms")
    _judge_languages(files, path, data, value)
    for language, groups in value.items():
        _judge_groups(files, path, data, language, groups)
    return {
        language: tuple(tuple(map(str, group)) for group in groups if isinstance(group, list))
        for language, groups in value.items()
        if isinstance(groups, list)
    }


def words_record(files: Files, path: Path) -> Mapping[str, frozenset[str]]:
    """The words that a speller allows, by language, in small letters; empty where they cannot be read."""
    value, data = files.record(path, "words")
    _judge_languages(files, path, data, value)
    return {
        language: frozenset(str(word).lower() for word in words)
        for language, words in value.items()
        if isinstance(words, list)
    }


def _judge_languages(files: Files, path: Path, data: Data, found: Iterable[str]) -> None:
    for language in found:
        if language not in files.languages:
            norm = f"expected a language of the site ({', '.join(files.languages)})"
            message = f"{norm}, found {language}; add it in mkdocs.yml, or take it out"
            files.problem(path, data.line((language,)), message)


def _judge_groups(files: Files, path: Path, data: Data, language: str, groups: object) -> None:
    """A word that stands in two groups means two things: nobody could say which one is searched."""
    seen: dict[str, int] = {}
    for index, group in enumerate(groups if isinstance(groups, list) else ()):
        for word in group if isinstance(group, list) else ():
            folded = " ".join(roots(str(word)))
            if seen.setdefault(folded, index) != index:
                message = f"{language}: expected every word in one group, found {word} in another too; join the groups"
                files.problem(path, data.line((language, index)), message)
