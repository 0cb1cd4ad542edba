"""Proves what is searched: texts in force and to come, earlier versions apart from them, never a draft."""

from __future__ import annotations

import gzip
import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from macros import pagefind
from macros.__main__ import main
from macros.pagefind import built_indexes
from macros.terms.pages.model import Asset, Site
from macros.terms.site import Setting
from tests.conftest import TODAY, copy_site, own_cache
from tests.whole import examine, site

SYNONYMS = "variables/synonyms.yml"


def made(root: Path, *, drafts: bool = True) -> Site:
    """The site of a project on the day of the tests."""
    library, readings, problems = examine(root, date.fromisoformat(TODAY))
    assert problems == []
    return site(
        Setting(
            today=date.fromisoformat(TODAY), base="https://example.org/", drafts=drafts, languages=library.languages
        ),
        library,
        readings,
    )


@pytest.fixture(scope="module")
def eight_versions(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a contract with eight versions, in three languages."""
    return made(copy_site("history", tmp_path_factory.mktemp("searched") / "site"))


def read(assets: tuple[Asset, ...], address: str) -> object:
    """The data of a file that the search reads."""
    return json.loads(next(each.content for each in assets if each.address == address))


def checked(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code of `terms check`, and what it said."""
    code = main(["--project", str(root), "check"])
    said = capsys.readouterr()
    return code, (said.err or said.out).splitlines()


def test_texts_in_force_and_to_come_are_searched_and_earlier_ones_apart_from_them(eight_versions: Site) -> None:
    found = eight_versions
    versions = {
        index.address: Counter(path.split("/")[2] for path in index.pages)
        for index in found.indexes
        if index.language == "fr"
    }
    assert set(versions["search/fr/"]) == {"2026-06-01", "2027-01-01"}
    assert set(versions["search/fr/archive/"]) == {
        "2023-02-01", "2024-02-29", "2024-10-01", "2024-10-15", "2025-03-30", "2025-11-15",
    }  # fmt: skip
    assert {index.language for index in found.indexes} == {"fr", "en", "ar"}
    assert "draft" not in versions["search/fr/"]


def test_every_clause_is_one_page_of_the_index(eight_versions: Site) -> None:
    found = eight_versions
    index = next(each for each in found.indexes if each.address == "search/en/")
    names = [path.split("/")[3] for path in index.pages if "/2026-06-01/" in path]
    assert "duree-resiliation.html" in names
    assert any(name.startswith("definitions.term--") for name in names)
    assert len(names) == len(set(names))


def test_a_result_says_what_became_of_its_version(eight_versions: Site) -> None:
    assets = eight_versions.assets
    current = read(assets, "search/fr/texts.json")
    earlier = read(assets, "search/fr/archive/texts.json")
    assert isinstance(current, dict)
    assert isinstance(earlier, dict)
    versions = current["exemple/services"]["versions"]
    assert versions["2026-06-01"] == {"standing": "", "status": "in-force"}
    assert versions["2027-01-01"]["standing"].endswith("compter du 1er janvier 2027")
    assert (
        earlier["exemple/services"]["versions"]["2023-02-01"]["standing"]
        == "Version 2023-02-01, en vigueur du 1er février 2023 au 28 février 2024"
    )


def test_what_is_indexed_is_the_same_bytes_on_every_machine(eight_versions: Site, tmp_path: Path) -> None:
    indexes = eight_versions.indexes
    one, two = ({each.address: each.content for each in built_indexes(indexes, tmp_path / name)} for name in "ab")
    assert one == two
    assert "search/fr/pagefind-entry.json" in one
    assert sum(address.startswith("search/fr/fragment/") for address in one) == len(indexes[0].pages)


def test_the_documents_of_the_clauses_are_listed_by_the_names_that_pagefind_gives_them(
    eight_versions: Site, tmp_path: Path
) -> None:
    assets = tuple(built_indexes(eight_versions.indexes, tmp_path / "cache"))
    listed = read(assets, "search/ar/clauses.json")
    assert isinstance(listed, dict)
    names = {f"search/ar/fragment/ar_{name}.pf_fragment" for name in listed["exemple/services"].split()}
    assert names == {each.address for each in assets if each.address.startswith("search/ar/fragment/")}
    fragment = gzip.decompress(next(each.content for each in assets if each.address in names))
    assert b"/exemple/services/" in fragment


def test_what_was_indexed_before_is_not_indexed_again(
    eight_versions: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexes = eight_versions.indexes
    first = list(built_indexes(indexes, tmp_path / "cache"))
    monkeypatch.setattr(pagefind, "get_executable", lambda: Path("/nowhere"))
    assert list(built_indexes(indexes, tmp_path / "cache")) == first


def test_a_failing_binary_is_said_in_one_line_and_the_old_site_stays(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_cache(tiny)
    monkeypatch.setattr(pagefind, "get_executable", lambda: Path("/nowhere/pagefind"))
    assert main(["--project", str(tiny), "build"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "expected Pagefind's binary to run, found: No such file or directory"
    )
    assert not (tiny / "site").exists()
    monkeypatch.setattr(pagefind, "get_executable", lambda: Path("/bin/false"))
    assert main(["--project", str(tiny), "build"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("expected Pagefind to index the clauses, found: ")
    assert not (tiny / "site").exists()


def test_a_site_without_a_published_text_has_no_index_and_builds(tiny: Path) -> None:
    for document in ("policy", "terms"):
        folder = tiny / "docs/acme" / document
        version = next(each for each in folder.iterdir() if each.is_dir() and each.name[0] == "2")
        shutil.rmtree(folder / "draft", ignore_errors=True)
        version.rename(folder / "draft")
        (folder / "ledger.yml").unlink()
        for sealed in (folder / "draft").glob("*.sealed.md"):
            sealed.unlink()
        for text in (folder / "draft").glob("*.md"):
            lines = text.read_text(encoding="utf-8").splitlines(keepends=True)
            text.write_text(
                "".join(each for each in lines if not each.startswith(("recorded:", "effective:"))), encoding="utf-8"
            )
    found = made(tiny)
    assert found.indexes == ()
    assert main(["--project", str(tiny), "build"]) == 0
    page = (tiny / "site/fr/terms-index/index.html").read_text(encoding="utf-8")
    assert "Aucun contrat n&#39;est encore publié dans cette langue." in page
    words = json.loads((tiny / "site/search/fr/words.json").read_text(encoding="utf-8"))
    assert words["indexed"] == words["earlier"] == []
    assert "pagefind" not in page


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("de:\n  - [Kündigung, Auflösung]\n", 1, "expected a language of the site (fr, en), found de"),
        ("fr:\n  - [RGPD]\n", 2, "fr.0: expected a list of two words or more"),
        ("fr:\n  - RGPD\n", 2, "fr.0: expected a list of two words or more"),
        ("fr: RGPD\n", 1, "fr: expected a list of groups of words"),
        ("fr:\n  - [RGPD, vie privée]\n  - [Vies privées, secret]\n", 3, "fr: expected every word in one group"),
        ("- fr\n", 1, "expected a mapping of languages to groups of words"),
        ("fr: [[a, b]\n", 2, "expected valid YAML"),
    ],
)
def test_a_mistake_among_the_synonyms_is_told_at_its_line(
    tiny: Path, capsys: pytest.CaptureFixture[str], text: str, line: int, said: str
) -> None:
    (tiny / SYNONYMS).write_text(text, encoding="utf-8")
    code, lines = checked(tiny, capsys)
    assert code == 1
    assert lines[0].startswith(f"{SYNONYMS}:"), lines
    assert f"{SYNONYMS}:{line}: {said}" in lines[0], lines


def test_the_kind_of_a_contract_is_one_that_the_site_has_words_for(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tiny / "docs/acme/terms/document.yml"
    record.write_text(record.read_text(encoding="utf-8") + "kind: terms-of-services\n", encoding="utf-8")
    code, lines = checked(tiny, capsys)
    assert code == 1
    assert "kind" in lines[0]
    assert "terms-of-service" in lines[0]
