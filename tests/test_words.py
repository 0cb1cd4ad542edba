"""Every word of the interface exists in every language; no catalogue keeps what nothing says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.locales import SOURCE_LANGUAGE, catalogue
from macros.terms.names import LANGUAGES
from macros.terms.render.identity import ROWS
from macros.terms.render.redline_sections import KINDS

ROOT = Path(__file__).parents[1]
SAID = re.compile(r"""(?:\bt|translate|say|translator\(\w+\)|words_in\(language\))\(\s*(?:"([^"]+)"|'([^']+)')""")
PLACE = re.compile(r"\{(\w+)\}")


def said() -> set[str]:
    """Every English sentence that a template or module has translated."""
    sources = [*ROOT.glob("overrides/**/*.html"), *ROOT.glob("macros/**/*.py")]
    found = {a or b for path in sources for a, b in SAID.findall(path.read_text(encoding="utf-8"))}
    return found | {label for label, _, _ in ROWS} | set(KINDS.values())


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != SOURCE_LANGUAGE])
def test_a_catalogue_holds_every_sentence_and_no_other(language: str) -> None:
    assert set(catalogue(language)) == said()


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != SOURCE_LANGUAGE])
def test_a_translation_fills_in_the_same_names(language: str) -> None:
    for english, translated in catalogue(language).items():
        assert set(PLACE.findall(translated)) == set(PLACE.findall(english)), english
