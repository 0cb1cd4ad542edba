"""Catalogues follow the sources by `make messages`; what is missing, guessed or broken in them is told by its line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.locales.catalogues import faults
from macros.locales.po import LOCALES, compiled, name, path
from macros.locales.update import main, updated

Spoil = Callable[[str], str]
FRENCH_HEAD = "fr, utf-8, nplurals=2; plural=(n > 1);"
PAIRS = "correct the line"
ADVICE = "write the names in braces as the English message does"
QUOTED = 'expected a keyword and a text in double quotes (a quote in it as \\"), or a comment'
ENTRY = "expected msgid, then msgstr, or msgid_plural and a msgstr[0], msgstr[1]… for each form"


def swap(old: str, new: str) -> Spoil:
    """A change of the one place that reads so."""

    def spoil(text: str) -> str:
        assert text.count(old) == 1, old
        return text.replace(old, new)

    return spoil


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A copy of the catalogues, free to be spoilt."""
    folder = tmp_path / "locales"
    for file in LOCALES.glob("*/LC_MESSAGES/terms.po"):
        copy = folder / file.relative_to(LOCALES)
        copy.parent.mkdir(parents=True)
        shutil.copyfile(file, copy)
    return folder


def found(folder: Path) -> list[tuple[str, int, str]]:
    return [(each.path, each.line, each.message) for each in faults(folder)]


def line_of(text: str, start: str) -> int:
    """The line that begins so, from 1; that of the whole file where nothing is asked for."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if start and line.startswith(start)), 1)


def test_the_catalogues_say_every_message_and_no_other() -> None:
    assert found(LOCALES) == []


SPOILT: dict[str, tuple[str, Spoil, str, str]] = {
    "untranslated": (
        "fr",
        swap('msgstr "Contrats"', 'msgstr ""'),
        'msgid "Contracts"',
        'expected a translation of "Contracts", found none; write it after msgstr',
    ),
    "absent": (
        "fr",
        swap('msgid "Timeline"\nmsgstr "Chronologie"\n', ""),
        "",
        (
            'expected an entry for "Timeline" (overrides/components/timeline.html), found none; '
            "run make messages, then translate it"
        ),
    ),
    "said by nothing": (
        "fr",
        swap('msgid "Contracts"', 'msgid "Pacts"\nmsgstr "Pactes"\n\nmsgid "Contracts"'),
        'msgid "Pacts"',
        'expected a message of the sources, found "Pacts", which nothing says; run make messages',
    ),
    "guessed": (
        "fr",
        swap('msgid "Contracts"', '#, fuzzy\nmsgid "Contracts"'),
        'msgid "Contracts"',
        'expected a translation that someone read, found a guess for "Contracts"; correct it, and take fuzzy out',
    ),
    "another name": (
        "fr",
        swap('"En vigueur depuis le {date}"', '"En vigueur depuis le {jour}"'),
        'msgid "In force since {date}"',
        f'expected {{date}}, found {{jour}} in "En vigueur depuis le {{jour}}"; {ADVICE}',
    ),
    "a name left out": (
        "ar",
        swap('"نافذة منذ {date}"', '"نافذة"'),
        'msgid "In force since {date}"',
        f'expected {{date}}, found no name in braces in "نافذة"; {ADVICE}',
    ),
    "a name too many": (
        "fr",
        swap('msgstr "Contrats"', 'msgstr "Contrats {date}"'),
        'msgid "Contracts"',
        f'expected no name in braces, found {{date}} in "Contrats {{date}}"; {ADVICE}',
    ),
    "an open brace": (
        "fr",
        swap('"En vigueur depuis le {date}"', '"En vigueur depuis le {date"'),
        'msgid "In force since {date}"',
        (
            'expected {date}, found braces that do not pair in "En vigueur depuis le {date" '
            f"(expected '}}' before end of string); {ADVICE}"
        ),
    ),
    "a name dressed up": (
        "fr",
        swap('"En vigueur depuis le {date}"', '"En vigueur depuis le {date.year!r:>9}"'),
        'msgid "In force since {date}"',
        'expected {date}, found {date.year!r:>9} in "En vigueur depuis le {date.year!r:>9}"; ' + ADVICE,
    ),
    "a number left out": (
        "fr",
        swap('"{count} jours"', '"jours"'),
        'msgid "{count} day"',
        f'expected {{count}}, found no name in braces in "jours"; {ADVICE}',
    ),
    "a number left out of none and one": (
        "fr",
        swap('"{count} jour"', '"un jour"'),
        'msgid "{count} day"',
        f'expected {{count}}, found no name in braces in "un jour"; {ADVICE}',
    ),
    "too few forms": (
        "ar",
        swap('msgstr[5] "{count} يومًا"\n', ""),
        'msgid "{count} day"',
        'expected 6 plural forms of "{count} day", found 5; write msgstr[5]',
    ),
    "too many forms": (
        "fr",
        swap('msgstr[1] "{count} jours"\n', 'msgstr[1] "{count} jours"\nmsgstr[2] "{count} jours"\n'),
        'msgid "{count} day"',
        f"{ENTRY}, found: msg has more translations than num_plurals of catalog; correct the entry",
    ),
    "another plural": (
        "fr",
        swap('msgid_plural "{count} days"', 'msgid_plural "{count} Days"'),
        'msgid "{count} day"',
        (
            'expected the singular and plural of the sources, found others for "{count} day"; '
            "run make messages, then translate it"
        ),
    ),
    "an open quote": (
        "fr",
        swap('msgstr "Contrats"', 'msgstr "Contrats'),
        'msgstr "Contrats',
        f'{QUOTED}, found: msgstr "Contrats; {PAIRS}',
    ),
    "a quote in a text": (
        "fr",
        swap('msgstr "Contrats"', 'msgstr "Des "Contrats""'),
        'msgstr "Des',
        f'{QUOTED}, found: msgstr "Des "Contrats""; {PAIRS}',
    ),
    "a conflict": (
        "fr",
        swap('msgstr "Contrats"', '<<<<<<< HEAD\nmsgstr "Contrats"'),
        "<<<<<<<",
        f"{QUOTED}, found: <<<<<<< HEAD; {PAIRS}",
    ),
    "no msgstr": (
        "fr",
        swap('msgstr "Contrats"\n', ""),
        'msgid "Contracts"',
        f"{ENTRY}, found: missing msgstr for msgid 'Contracts'; correct the entry",
    ),
    "another language": (
        "fr",
        swap("Language: fr", "Language: de"),
        "",
        f"expected a head that says {FRENCH_HEAD} found de, utf-8, nplurals=2; plural=(n > 1); run make messages",
    ),
    "another rule": (
        "fr",
        swap("plural=(n > 1)", "plural=(n != 1)"),
        "",
        f"expected a head that says {FRENCH_HEAD} found fr, utf-8, nplurals=2; plural=(n != 1); run make messages",
    ),
    "no rule": (
        "fr",
        swap("nplurals=2", "nplurals=deux"),
        "",
        (
            "expected the head that make messages writes, found another "
            "(invalid literal for int() with base 10: 'deux'); copy that of another catalogue"
        ),
    ),
}


@pytest.mark.parametrize(("language", "spoil", "start", "message"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_catalogue_is_told_by_its_line(
    locales: Path, language: str, spoil: Spoil, start: str, message: str
) -> None:
    file = path(language, locales)
    text = spoil(file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    assert found(locales) == [(name(language), line_of(text, start), message)]


def test_text_in_another_encoding_is_told_by_its_line(locales: Path) -> None:
    file = path("fr", locales)
    text = file.read_text(encoding="utf-8")
    before, _, after = text.partition('"Identité"')
    file.write_bytes(before.encode() + '"Identité"'.encode("latin-1") + after.encode())
    message = "expected text in UTF-8, found another encoding; save the file in UTF-8"
    assert found(locales) == [("macros/locales/fr/LC_MESSAGES/terms.po", before.count("\n") + 1, message)]


def test_a_language_without_its_catalogue_is_told(locales: Path) -> None:
    path("fr", locales).unlink()
    message = "expected a catalogue, found none; run make messages, then translate it"
    assert found(locales) == [("macros/locales/fr/LC_MESSAGES/terms.po", 1, message)]


def test_every_fault_of_every_catalogue_is_told_in_order(locales: Path) -> None:
    for language, spoils in {
        "fr": [swap('msgstr "Contrats"', 'msgstr ""'), swap('msgstr "Avant"', 'msgstr ""')],
        "ar": [swap('msgstr "قبل"', 'msgstr "{قبل}"')],
    }.items():
        text = path(language, locales).read_text(encoding="utf-8")
        for spoil in spoils:
            text = spoil(text)
        path(language, locales).write_text(text, encoding="utf-8")
    problems = found(locales)
    assert [each[0].split("/")[2] for each in problems] == ["ar", "fr", "fr"]
    assert problems == sorted(problems)


@pytest.mark.parametrize("case", ["untranslated", "guessed"])
def test_what_nobody_translated_or_read_is_said_in_english(locales: Path, case: str) -> None:
    file = path("fr", locales)
    file.write_text(SPOILT[case][1](file.read_text(encoding="utf-8")), encoding="utf-8")
    assert compiled("fr", locales).gettext("Contracts") == "Contracts"
    assert compiled("fr", locales).gettext("Before") == "Avant"


def test_make_messages_changes_nothing_where_the_sources_have_not(locales: Path) -> None:
    assert main([], locales) == 0
    for language in ("fr", "ar"):
        assert path(language, locales).read_bytes() == path(language).read_bytes(), "run make messages"


def test_a_changed_message_keeps_its_translation_as_a_guess_and_another_goes() -> None:
    before = path("fr").read_text(encoding="utf-8")
    before = swap('msgid "All contracts"', 'msgid "All the contracts"')(before)
    before = swap('msgid "Timeline"', 'msgid "Something else altogether"')(before)
    after = updated(before, "fr")
    assert '#, fuzzy\nmsgid "All contracts"\nmsgstr "Tous les contrats"\n' in after
    assert 'msgid "Timeline"\nmsgstr ""\n' in after
    assert "All the contracts" not in after
    assert "Something else altogether" not in after
    assert updated(after, "fr") == after


@pytest.mark.parametrize("case", ["another language", "another rule", "too few forms", "said by nothing"])
def test_make_messages_rights_the_head_and_the_number_of_forms(case: str) -> None:
    language, spoil, _, _ = SPOILT[case]
    after = updated(spoil(path(language).read_text(encoding="utf-8")), language)
    committed = path(language).read_text(encoding="utf-8")
    assert after == committed.replace('msgstr[5] "{count} يومًا"', 'msgstr[5] ""' if case == "too few forms" else "")


def test_a_comment_of_a_translator_stays() -> None:
    before = swap('msgid "Timeline"', '# Not "échéancier".\nmsgid "Timeline"')(path("fr").read_text(encoding="utf-8"))
    after = updated(before, "fr")
    assert '# Not "échéancier".\n#: overrides/components/timeline.html\n' in after
    assert updated(after, "fr") == after


def test_a_language_begins_with_every_message_to_translate(locales: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["de"], locales) == 0
    text = path("de", locales).read_text(encoding="utf-8")
    assert text.startswith("# The words of the site in German. ")
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n' in text
    count = text.count("\nmsgid ") - 1
    assert f"{name('de')}: {count} messages, {count} to translate, 0 to read again\n" in capsys.readouterr().out
    assert [each[0] for each in found(locales)] == [name("de")] * count
    assert main([], locales) == 0
    assert path("de", locales).read_text(encoding="utf-8") == text


def test_a_folder_begins_a_language(locales: Path) -> None:
    (locales / "nl").mkdir()
    assert main([], locales) == 0
    assert path("nl", locales).is_file()


@pytest.mark.parametrize("language", ["en", "zz", "de_DE", "../de"])
def test_what_is_no_language_to_translate_to_is_refused(
    locales: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([language], locales) == 2
    norm = "expected the code of a language other than English, such as de"
    assert capsys.readouterr().err == f"{norm}, found {language}\n"


def test_make_messages_leaves_a_broken_catalogue_alone(locales: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = path("fr", locales)
    text = SPOILT["an open quote"][1](file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    assert main([], locales) == 1
    assert file.read_text(encoding="utf-8") == text
    line = line_of(text, 'msgstr "Contrats')
    assert capsys.readouterr().err == f'{name("fr")}:{line}: {QUOTED}, found: msgstr "Contrats; {PAIRS}\n'


def test_no_line_of_the_sites_french_ends_before_a_colon() -> None:
    french = compiled("fr")
    assert french.gettext("Draft: not published") == "Projet\u00a0: non publié"
    assert french.gettext("Changes: {count}") == "Modifications\u00a0: {count}"
