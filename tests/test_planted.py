"""Two good contracts without a remark, and every mistake that the contract checks promise to find, planted in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.terms.check import drafting
from macros.terms.check.drafting import judged
from macros.terms.check.drafting.rules import RULES
from macros.terms.load import load
from macros.terms.model import Document, Library, Problem, Publisher, Text
from macros.terms.reading import read
from tests.conftest import TODAY, copy_site

FOLDER = Path(__file__).parent / "planted"
DAY = date.fromisoformat(TODAY)
FACTS = """
company:
  name: Kerbonne Hébergement
  legal_form: société par actions simplifiée
  legal_form_short: SAS
  capital: {amount: 150000, currency: EUR}
  address: {street: 4 quai de la Fosse, postcode: "44000", city: Nantes, country: FR}
  registry_city: Nantes
  siren: "824561930"
  vat: FR47824561930
  email: contact@kerbonne.example
  phone: "+33240123456"
hosting:
  country: FR
jurisdiction:
  city: Nantes
"""
DOCUMENT = "publisher: kerbonne\nbinding: {language}\nlanguages: [{language}]\n"
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A change of a good contract for the worse.

    also: words of the good contract at whose lines the rule may speak as well. alone: why the mistake cannot stand
    beside the others, empty where it can.
    """

    language: str
    what: str
    old: str
    new: str
    rule: str
    also: tuple[str, ...] = ()
    alone: str = ""

    @property
    def id(self) -> str:
        """The mistake as the tests name it."""
        return f"{self.rule}: {self.language}: {self.what}"


def _mistakes() -> Iterator[Mistake]:
    for each in yaml.safe_load((FOLDER / "mistakes.yml").read_text(encoding="utf-8")):
        yield Mistake(language=each.pop("in"), also=tuple(each.pop("also", ())), **each)


MISTAKES = list(_mistakes())


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The two contracts, each the draft of a document of one publisher, and how a spoilt one is judged."""

    library: Library
    publisher: Publisher
    documents: dict[str, Document]
    texts: dict[str, Text]

    def body(self, language: str) -> str:
        """The words of the good contract, a line for each of the file."""
        return self.texts[language].body

    def judge(self, language: str, body: str) -> list[Problem]:
        """What the check tells of the contract with other words."""
        reading = read(replace(self.texts[language], body=body), self.publisher.variables, DAY)
        assert not reading.faults, reading.faults
        return list(judged(self.library, self.publisher, self.documents[language], {language: reading}, DAY))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """The tiny project with both good contracts."""
    root = copy_site("tiny", tmp_path_factory.mktemp("planted") / "tiny")
    (root / "variables" / "kerbonne.yml").write_text(FACTS, encoding="utf-8")
    for language in LANGUAGES:
        folder = root / "docs" / "kerbonne" / f"contract-{language}"
        (folder / "draft").mkdir(parents=True)
        (folder / "document.yml").write_text(DOCUMENT.format(language=language), encoding="utf-8")
        (folder / "draft" / f"{language}.md").write_bytes((FOLDER / f"{language}.md").read_bytes())
    library, problems = load(root)
    assert not problems
    (publisher,) = [each for each in library.publishers if each.id == "kerbonne"]
    documents = {each.binding: each for each in publisher.documents}
    texts = {key: each.draft.texts[0] for key, each in documents.items() if each.draft}
    return Bench(library=library, publisher=publisher, documents=documents, texts=texts)


@pytest.fixture(scope="module")
def remarks(bench: Bench) -> dict[str, list[Problem]]:
    """What the check tells of each good contract."""
    return {language: bench.judge(language, bench.body(language)) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_contract_gets_no_remark(remarks: dict[str, list[Problem]], language: str) -> None:
    assert [f"{each.line}: {each.message} [{each.rule}]" for each in remarks[language]] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.id)
def test_a_mistake_is_found_where_it_stands(
    bench: Bench, remarks: dict[str, list[Problem]], mistake: Mistake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "RULES", {mistake.rule: RULES[mistake.rule]})  # the others take most of the time
    good = bench.body(mistake.language)
    assert good.count(mistake.old) == 1, "the words to spoil stand once in the good contract"
    spoilt, (lines,) = _spoilt(good, [mistake])
    known = {each.message for each in remarks[mistake.language]}
    told = [each for each in bench.judge(mistake.language, spoilt) if each.message not in known]
    assert lines & {each.line for each in told}, f"expected on one of the lines {sorted(lines)}, found {told}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_mistakes_that_can_stand_together_are_found_together(bench: Bench, language: str) -> None:
    good = bench.body(language)
    planted = _compatible([each for each in MISTAKES if each.language == language], good)
    assert len(planted) >= 40
    spoilt, places = _spoilt(good, planted)
    told = {(each.rule, each.line) for each in bench.judge(language, spoilt)}
    pairs = zip(planted, places, strict=True)
    assert [each.id for each, lines in pairs if told.isdisjoint((each.rule, line) for line in lines)] == []


def _compatible(mistakes: list[Mistake], good: str) -> list[Mistake]:
    """Mistakes in the order of their places, none in words that another one takes."""
    kept, end = [], 0
    for mistake in sorted(mistakes, key=lambda each: good.index(each.old)):
        start = good.index(mistake.old)
        if start >= end and not mistake.alone:
            kept.append(mistake)
            end = start + len(mistake.old)
    return kept


def _spoilt(good: str, mistakes: Sequence[Mistake]) -> tuple[str, list[set[int]]]:
    """A contract with mistakes, given in the order of their places; the lines at which each of them may be told."""
    starts = [good.index(each.old) for each in mistakes]
    edits = list(zip(starts, mistakes, strict=True))
    spoilt = good
    for start, each in reversed(edits):
        spoilt = spoilt[:start] + each.new + spoilt[start + len(each.old) :]

    def line(at: int, beyond: int = 0) -> int:
        """The line in the spoilt contract of a place of the good one, and so many characters further on."""
        moved = sum(len(each.new) - len(each.old) for start, each in edits if start + len(each.old) <= at)
        return spoilt.count("\n", 0, at + moved + beyond) + 1

    places = []
    for start, each in edits:
        head, tail = _shared(each.old, each.new)
        changed = range(line(start, head), line(start, max(head, len(each.new) - tail)) + 1)
        places.append({*changed, *(line(good.index(words)) for words in each.also)})
    return spoilt, places


def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at their beginning, and then at their end."""
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - head) if old[-1 - at] != new[-1 - at]), shortest - head)
    return head, tail


def test_the_mistakes_are_many_and_of_every_rule() -> None:
    assert {each.rule for each in MISTAKES} == set(RULES)
    assert len({each.id for each in MISTAKES}) == len(MISTAKES) >= 60
    for language in LANGUAGES:
        told = {each.rule for each in MISTAKES if each.language == language}
        assert told == {rule for rule in RULES if RULES[rule].speaks(language)}
