"""Golden cases of the rules of drafting, a file for each rule: title, body, and what the rule finds, by line.

A title begins with the language, and may give the day: "fr 2026-03-01: an expired certificate". The body is typed as
in a draft; nothing expected means that the rule has nothing to say. `python -m tests.drafting_cases` writes every
expected output anew; read the difference before you keep it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from markdown_it.utils import read_fixture_file

from macros.terms.check.drafting.rules import RULES
from macros.terms.check.drafting.wording import Wording
from macros.terms.model import Document, FrontMatter, Numbering, Publisher, Text
from macros.terms.paragraphs import paragraphs
from macros.terms.reading import read

FOLDER = Path(__file__).parent / "drafting"
DAY = date(2026, 3, 1)
TODAY = date(2026, 2, 1)
COMPANY = {
    "name": "Exemple Services",
    "legal_form": "société par actions simplifiée",
    "legal_form_short": "SAS",
    "capital": {"amount": 62734, "currency": "EUR"},
    "address": {"street": "10 rue des Prairies", "postcode": "75020", "city": "Paris", "country": "FR"},
    "registry_city": "Paris",
    "siren": "794223461",
    "vat": "FR31794223461",
    "phone": "+33146088370",
    "email": "contact@exemple.fr",
}
WORDS = frozenset({"débridage"})
PUBLISHER = Publisher(id="exemple", variables={"company": COMPANY}, documents=())


def found(rule: str, title: str, body: str) -> str:
    """What a rule finds in a body, a line for each."""
    language, _, day = title.partition(":")[0].partition(" ")
    return "\n".join(f"{each.line}: {each.message}" for each in RULES[rule].find(_wording(body, language, day)))


def _wording(body: str, language: str, day: str) -> Wording:
    effective = date.fromisoformat(day) if day else DAY
    front = FrontMatter(
        title="Conditions générales",
        effective=effective,
        recorded=TODAY,
        binding=language,
        numbering=Numbering(clauses=("Article {n}.", "{n}.{m}."), annexes=("Annexe {n}.",)),
    )
    path = f"docs/exemple/terms/draft/{language}.md"
    text = Text(path=path, language=language, revision=1, front=front, head="", body=body)
    reading = read(text, PUBLISHER.variables, TODAY)
    assert not reading.faults, reading.faults
    return Wording(
        publisher=PUBLISHER,
        document=Document(id="exemple/terms", binding=language, languages=(language,), versions=()),
        reading=reading,
        binding=reading,
        day=effective,
        today=TODAY,
        paragraphs=paragraphs(reading),
        words=WORDS,
    )


def cases(rule: str) -> list[tuple[str, str, str]]:
    """The cases of a rule: title, body, what it finds."""
    path = FOLDER / f"{rule}.md"
    return [(title.strip(), given, expected.strip("\n")) for _, title, given, expected in read_fixture_file(path)]


def regenerate() -> None:
    """Write every expected output anew."""
    for rule in RULES:
        parts = [f"{title}\n.\n{given}.\n{found(rule, title, given)}\n.\n" for title, given, _ in cases(rule)]
        (FOLDER / f"{rule}.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    regenerate()
