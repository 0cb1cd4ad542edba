"""Golden cases as readable text: title, input and expected output apart by lines of one dot.

`python -m tests.golden` writes every expected output anew; read the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from markdown_it.utils import read_fixture_file

from macros.terms.fill import fill
from macros.terms.model import FrontMatter, Numbering
from macros.terms.parse import parse
from macros.terms.reading import facts_on
from macros.terms.render import html, text

FOLDER = Path(__file__).parent / "engine" / "golden"
FRONT = FrontMatter(
    title="Titre",
    effective=date(2026, 3, 1),
    recorded=date(2026, 2, 1),
    binding="fr",
    numbering=Numbering(clauses=("Article {n}.", "{n}.{m}.", "{n}.{m}.{k}"), annexes=("Annexe {n:I}", "{n:a}-{m}")),
)
VARIABLES = {
    "company": {
        "name": "ACME *SAS* & Co_ <b>",
        "capital": {"amount": 62734, "currency": "EUR"},
        "siren": "794223461",
        "phone": "+33252321111",
        "website": "https://www.exemple.fr/",
        "email": "contact@exemple.fr",
        "country": "FR",
    },
    "version": {"effective": FRONT.effective, "recorded": FRONT.recorded},
}


def with_faults(body: str, faults: object) -> str:
    """The output, then each fault on a line of its own."""
    assert isinstance(faults, tuple)
    return "\n".join([body.strip("\n"), *(f"! {fault.line}: {fault.message}" for fault in faults)]).strip("\n")


def filled(source: str) -> str:
    """What fill makes of a body."""
    result = fill(source, facts_on(VARIABLES, date(2026, 3, 1), "fr"), language="fr")
    return with_faults(result.text, result.faults)


def canonical(source: str) -> str:
    """What parse makes of a filled body."""
    body, _, faults = parse(source, FRONT)
    return with_faults(body, faults)


def plain(source: str) -> str:
    """What a body reads as plain text."""
    return text.text(parse(source, FRONT)[1]).strip("\n")


def page(source: str) -> str:
    """What a body is in HTML."""
    return html.body(parse(source, FRONT)[1], "fr", lambda words, **names: words.format(**names)).strip("\n")


RENDERERS: Mapping[str, Callable[[str], str]] = {
    "canonical": canonical,
    "fill": filled,
    "html": page,
    "text": plain,
}


def cases(name: str) -> list[tuple[str, str, str]]:
    """The cases of a file: title, input, expected output."""
    path = FOLDER / f"{name}.md"
    return [(title, given, expected.strip("\n")) for _, title, given, expected in read_fixture_file(path)]


def regenerate() -> None:
    """Write every expected output anew."""
    for name, render in RENDERERS.items():
        parts = [f"{title.strip()}\n.\n{given}.\n{render(given)}\n.\n" for title, given, _ in cases(name)]
        (FOLDER / f"{name}.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    regenerate()
