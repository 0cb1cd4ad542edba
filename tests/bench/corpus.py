"""A whole project of any size, made of the five real contracts: the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

from macros.terms.ledger import FILE, HEAD, chained, written
from macros.terms.load import load
from macros.terms.load.text_records import FRONT_MATTER
from macros.terms.model import Entry, Reading
from macros.terms.names import SEALED
from macros.terms.publish import record, with_seal
from macros.terms.reading import read
from macros.terms.status import in_force
from tests.bench.mutate import Mutation
from tests.bench.mutate.outline import SENTENCE_END, few, prose
from tests.bench.mutate.wording import SENTENCES, delete_sentences, reword

ROOT = Path(__file__).parents[2]
LAST_YEAR = 2026
# What no edit may touch: expressions, ids and the targets of links; a character of Unicode's private use stands for it.
KEPT = re.compile(r"\{\{.*?\}\}|\{#[^}\n]*\}|\]\([^)\n]*\)")
FIRST_PRIVATE = 0xE000
PRIVATE = re.compile("[\ue000-\uf8ff]")
DATES = re.compile(r"^(effective|recorded): .*$", re.MULTILINE)
COMPANY = re.compile(r"(?<=^company:\n  name: ).*$", re.MULTILINE)
DAYS = re.compile(r"(?:\b[^\W\d][\w-]* \(\d+\)|\b\d+)(?= (?:(?:calendar|business|working) )?(?:jours|days)\b)")
SPELT: Mapping[str, Mapping[int, str]] = {
    "fr": {8: "huit", 10: "dix", 15: "quinze", 30: "trente", 45: "quarante-cinq", 60: "soixante"},
    "en": {8: "eight", 10: "ten", 15: "fifteen", 30: "thirty", 45: "forty-five", 60: "sixty"},
}
ADDED: Mapping[str, Sequence[str]] = {
    "fr": SENTENCES,
    "en": (
        "The Client is told of it in writing at least forty-five (45) days in advance.",
        "This provision also applies to affiliated companies, insofar as they benefit from the services.",
        "No compensation is due for a delay of less than three (3) business days.",
        "Evidence to the contrary may be given by any means.",
        "Failing an agreement within that period, the more diligent party may refer the matter to a mediator.",
    ),
}
SUMMARY = {"fr": "Des délais et des formulations changent.", "en": "Periods and wordings change."}


def corpus(folder: Path, contracts: int = 50, versions: int = 20, languages: Sequence[str] = ("fr", "en")) -> Path:
    """The root of the project written into a new folder: contracts × versions × languages, without ledgers.

    Each contract has a publisher of its own; versions begin on 1 January, the last one in LAST_YEAR.
    """
    originals = sorted(ROOT.glob("docs/*/*/????-??-??"))
    for number in range(contracts):
        _contract(folder, originals[number % len(originals)], number + 1, versions, languages)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    spoken = f"languages: [{', '.join(languages)}]"
    (folder / "mkdocs.yml").write_text(re.sub(r"languages: \[.*\]", spoken, config), encoding="utf-8")
    return folder


def recorded(root: Path, day: date) -> Path:
    """The same project with every version in its ledger and under its seal, as published texts are."""
    library, problems = load(root)
    for publisher, document in library.documents():
        entries: list[Entry] = []
        for version in document.versions:
            readings = {each.path: with_seal(read(each, publisher.variables, day)) for each in version.texts}
            for reading in readings.values():
                path = root / reading.text.path
                path.with_suffix(SEALED).write_text(reading.canonical, encoding="utf-8", newline="\n")
            entries.append(chained(record(document.binding, version, readings, day), entries))
        _write(root / document.folder / FILE, HEAD.format(document=document.id) + "".join(map(written, entries)))
    if problems:
        raise ValueError(problems[0])
    return root


def readings_in_force(root: Path, day: date) -> list[Reading]:
    """The texts of a project that count on a day, each read; raises ValueError where a text has faults."""
    library, problems = load(root)
    found = [
        read(text, publisher.variables, day)
        for publisher, document in library.documents()
        if (version := in_force(document, day))
        for text in filter(None, map(version.text, document.languages))
    ]
    if faults := [*problems, *(fault for reading in found for fault in reading.faults)]:
        raise ValueError(faults[0])
    return found


def _contract(root: Path, original: Path, number: int, versions: int, languages: Sequence[str]) -> None:
    """One contract with its publisher's facts, the company's name numbered as the folder is."""
    old, document = original.parts[-3:-1]
    publisher = f"{old}-{number:03}"
    facts = (ROOT / "variables" / f"{old}.yml").read_text(encoding="utf-8")
    _write(root / "variables" / f"{publisher}.yml", COMPANY.sub(rf"\g<0> {number}", facts, count=1))
    folder = root / "docs" / publisher / document
    record = (original.parent / "document.yml").read_text(encoding="utf-8")
    record = re.sub(r"(?m)^publisher: .*$", f"publisher: {publisher}", record)
    _write(folder / "document.yml", re.sub(r"(?m)^languages: .*$", f"languages: [{', '.join(languages)}]", record))
    for language in languages:
        _versions(folder, original / f"{language}.md", language, number, versions)


def _versions(folder: Path, original: Path, language: str, number: int, versions: int) -> None:
    """Every version of one text; those of one day are edited by one kind of edit in every language."""
    text = original.read_text(encoding="utf-8")
    match = FRONT_MATTER.match(text)
    assert match is not None
    body, head = text[match.end() :], match["head"]
    for version in range(versions):
        day = f"{LAST_YEAR - versions + 1 + version}-01-01"
        dated = DATES.sub(rf"\1: {day}", head)
        if version:
            body = _edited(body, language, Random(f"{number} {version}"))
            dated += f"\nchange: material\nsummary: {SUMMARY[language]}"
        _write(folder / day / f"{language}.md", f"---\n{dated}\n---\n{body}")


def _edited(body: str, language: str, rng: Random) -> str:
    """The text with another number of days, and a few paragraphs reworded, or with a sentence more or less."""
    kept = KEPT.findall(body)
    places = iter(range(FIRST_PRIVATE, FIRST_PRIVATE + len(kept)))
    lines = _other_days(KEPT.sub(lambda _: chr(next(places)), body).split("\n"), language, rng)
    edit: Mutation = rng.choice((reword, delete_sentences, _adding(ADDED[language])))
    changed = "\n".join(edit(lines, rng))
    return PRIVATE.sub(lambda each: kept[ord(each[0]) - FIRST_PRIVATE], changed)


def _other_days(lines: Sequence[str], language: str, rng: Random) -> list[str]:
    """The lines with another number of days in one of them, spelt and in figures."""
    number, spelt = rng.choice([*SPELT[language].items()])
    share = rng.random()
    found = [i for i, line in enumerate(lines) if ("jours" in line or "days" in line) and DAYS.search(line)]
    result = list(lines)
    if found:
        place = found[int(share * len(found))]
        result[place] = DAYS.sub(f"{spelt} ({number})", result[place], count=1)
    return result


def _adding(sentences: Sequence[str]) -> Mutation:
    """The edit that gives a few paragraphs one of these sentences more."""

    def add(lines: Sequence[str], rng: Random) -> list[str]:
        result = list(lines)
        for place in few(prose(lines), rng):
            said = SENTENCE_END.split(result[place])
            said.insert(rng.randint(1, len(said)), rng.choice(sentences))
            result[place] = " ".join(said)
        return result

    return add


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
