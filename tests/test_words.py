"""Every word of the interface is found by Babel, and exists in every language in the form that fits."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from macros.locales import translator
from macros.locales.extraction import ROOT, messages, template
from macros.terms.formats import written_date

SAID = re.compile(r"""(?:\bt|translate|say|translator\(\w+\)|words_in\(\w+\))\(\s*(?:"([^"]+)"|'([^']+)')""")
COUNTED = re.compile(r"""(?:\bt|translate|say|self)\.plural\(\s*"([^"]+)",\s*"([^"]+)",""")
UNNAMED = re.compile(r"""(?:\bt|translate|say|translator\(\w+\)|words_in\(\w+\)|\.plural)\(\s*([^"'\s)][^,)]*)""")
# The words of the tables that extraction knows, and the name that a macro gives to what it hands on.
IN_TABLES = {"label", "row.label", "KINDS[change.kind]", "key"}
DAYS = "{count} day", "{count} days"
CHANGED = "Changed in {version}", "Changed {count} times, last in {version}"


def sources() -> list[str]:
    paths = [*ROOT.glob("overrides/**/*.html"), *ROOT.glob("macros/**/*.py")]
    return [path.read_text(encoding="utf-8") for path in paths if path.parent != ROOT / "macros/locales"]


def test_babel_finds_every_word_that_a_template_or_module_says() -> None:
    found = {message for _, message in messages()}
    said = {a or b for source in sources() for a, b in SAID.findall(source)}
    assert len(said) > 100
    assert said <= found
    assert {pair for source in sources() for pair in COUNTED.findall(source)} <= found


def test_no_word_comes_from_where_babel_does_not_look() -> None:
    rooms = ("overrides", "macros/terms/pages", "macros/terms/render")
    paths = [path for room in rooms for path in (ROOT / room).rglob("*") if path.suffix in {".html", ".py"}]
    found = {each for path in paths for each in UNNAMED.findall(path.read_text(encoding="utf-8"))}
    assert found <= IN_TABLES


def test_babel_reads_f_strings_and_what_is_called_at_once(tmp_path: Path) -> None:
    module = tmp_path / "macros/page.py"
    module.parent.mkdir()
    module.write_text(
        "def page(say):\n"
        "    table = 'ab'.translate(TABLE)\n"
        "    return f\"{say('In an f-string')}\" + translator('fr')('At once') + say.plural('one', 'many', count=2)\n",
        encoding="utf-8",
    )
    page = tmp_path / "overrides/page.html"
    page.parent.mkdir()
    page.write_text(
        '{{ words_in(language)("By language") }}{{ t.plural("{count} a", "{count} b", count=n) }}', encoding="utf-8"
    )
    found = {message for place, message in messages(tmp_path) if place.endswith(("/page.py", "/page.html"))}
    assert found == {"In an f-string", "At once", ("one", "many"), "By language", ("{count} a", "{count} b")}


def test_a_word_of_several_files_is_one_message() -> None:
    (message,) = (each for each in template() if each.id == ("{count} day", "{count} days"))
    assert [place for place, _ in message.locations] == ["overrides/components/contract.html"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 days", "1 day", "2 days", "3 days", "11 days", "100 days"]),
        ("fr", ["0 jour", "1 jour", "2 jours", "3 jours", "11 jours", "100 jours"]),
        (
            "ar",
            [
                "\u20680\u2069 يوم",
                "يوم واحد",
                "يومان",
                "\u20683\u2069 أيام",
                "\u206811\u2069 يومًا",
                "\u2068100\u2069 يوم",
            ],
        ),
    ],
)
def test_a_noun_has_the_form_of_its_number(language: str, said: list[str]) -> None:
    say = translator(language)
    assert [say.plural(*DAYS, count=count) for count in (0, 1, 2, 3, 11, 100)] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Changed in V", "Changed 2 times, last in V"]),
        ("fr", ["Modifiée par la version V", "Modifiée 2 fois, la dernière par la version V"]),
        ("ar", ["غيّرته النسخة \u2068V\u2069", "تغيّر مرتين، آخرهما في النسخة \u2068V\u2069"]),
    ],
)
def test_a_form_fills_in_names_beside_its_number(language: str, said: list[str]) -> None:
    say = translator(language)
    assert [say.plural(*CHANGED, count=count, version="V") for count in (1, 2)] == said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "1 January 2027"), ("fr", "1er janvier 2027"), ("ar", "1 يناير 2027")]
)
def test_a_date_reads_as_its_language_writes_it(language: str, said: str) -> None:
    assert written_date(date(2027, 1, 1), language=language) == said
