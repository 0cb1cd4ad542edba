"""A build publishes what was meant, the same bytes each time, or nothing at all."""

from __future__ import annotations

import errno
import hashlib
import re
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from macros.__main__ import main
from macros.stopping import BuildFailedError
from tests.conftest import ROOT, build, copy_site


def written(folder: Path) -> dict[str, str]:
    """The digest of every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_address_of_the_design_is_there_and_no_other(tiny: Path, tmp_path: Path) -> None:
    files = written(build(tiny / "mkdocs.yml", tmp_path / "out"))
    named = {name for name in files if not name.startswith(("assets/", "search/"))}
    pages = {f"{language}/{path}index.html" for language in ("fr", "en") for path in PATHS} | {"index.html", "404.html"}
    beside = {f"{address}terms.{kind}" for address in TEXTS for kind in ("docx", "json", "md", "pdf", "txt", "xml")}
    styles = {f"{address}print.css" for address in TEXTS}
    dated = {f"{language}/{path}{name}" for language in ("fr", "en") for path in DATED for name in NEWS}
    api = {f"api/v1/{name}.json" for name in API}
    assert named == pages | beside | styles | dated | api | {
        *(f"embed/v1/{each.name}" for each in (ROOT / "overrides/embed/v1").glob("*.js")),
        "_redirects", "en/opensearch.xml", "favicon.svg", "fr/opensearch.xml", "licences.txt", "robots.txt",
        "sitemap.xml",
    }  # fmt: skip


PATHS = (
    "",
    "acme/",
    "acme/policy/",
    "acme/policy/2025-03-01/",
    "acme/policy/2025-03-01/receipt/",
    "acme/policy/changes/",
    "acme/policy/review/",
    "acme/policy/review/2025-03-01/",
    "acme/terms/",
    "acme/terms/2026-01-01/",
    "acme/terms/2026-01-01/receipt/",
    "acme/terms/changes/",
    "acme/terms/review/",
    "acme/terms/review/2026-01-01/",
    "terms-index/",
)
DATED, NEWS = ("", "acme/policy/", "acme/terms/"), ("feed.xml", "calendar.ics")
API = (
    "acme/policy", "acme/terms", "document.schema", "index", "index.schema", "receipt.schema", "redline.schema",
    "terms.schema",
)  # fmt: skip
TEXTS = ("fr/acme/policy/2025-03-01/", "fr/acme/terms/2026-01-01/", "en/acme/terms/2026-01-01/")


def test_two_builds_of_one_tree_are_the_same_bytes(tmp_path: Path) -> None:
    first = build(copy_site("tiny", tmp_path / "a") / "mkdocs.yml", tmp_path / "one")
    second = build(copy_site("tiny", tmp_path / "b") / "mkdocs.yml", tmp_path / "two")
    assert written(first) == written(second)


def test_two_builds_of_the_real_site_are_the_same_bytes(built: Path, tmp_path: Path) -> None:
    root = Path(__file__).parents[1]
    assert written(build(root / "mkdocs.yml", tmp_path / "again")) == written(built)


def test_the_served_text_is_the_one_whose_digest_the_page_shows(tiny: Path, tmp_path: Path) -> None:
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    for address in TEXTS:
        digest = hashlib.sha256((site / address / "terms.md").read_bytes()).hexdigest()
        assert digest in (site / address / "index.html").read_text(encoding="utf-8")


def test_no_french_text_appears_in_english(tiny: Path, tmp_path: Path) -> None:
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    page = (site / "en/acme/policy/index.html").read_text(encoding="utf-8")
    assert "traite vos données" not in page
    assert "This text does not exist in English yet." in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_mistake_leaves_the_old_site_as_it_was(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tiny), "build"]) == 0
    before = written(tiny / "site")
    text = tiny / "docs/acme/policy/2025-03-01/fr.md"
    text.write_text(text.read_text(encoding="utf-8").replace("company.name", "company.nom"), encoding="utf-8")
    assert main(["--project", str(tiny), "build"]) == 1
    assert "docs/acme/policy/2025-03-01/fr.md:12: expected a known variable" in capsys.readouterr().err
    assert written(tiny / "site") == before
    assert not (tiny / ".site-new").exists()


def test_a_page_that_still_shows_an_expression_is_never_published(tiny: Path, tmp_path: Path) -> None:
    (tiny / "docs/index.fr.md").write_text("# Accueil\n\n&#123;&#123; oubli }}\n", encoding="utf-8")
    (tiny / "docs/index.en.md").write_text("# Home\n\n<!-- {{ '{{' }} -->\n", encoding="utf-8")
    with pytest.raises(BuildFailedError) as caught:
        build(tiny / "mkdocs.yml", tmp_path / "out")
    assert {problem.path for problem in caught.value.problems} == {"en/index.html", "fr/index.html"}


def test_a_contract_may_print_the_signs_of_an_expression(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (tiny / "docs/acme/policy/2025-03-01/fr.md").read_text(encoding="utf-8")
    (tiny / "docs/acme/policy/draft").mkdir()
    drafted = (
        re.sub(r"(?m)^(effective|recorded):.*\n", "", text) + "\nLe modèle écrit \\{\\{ nom \\}\\} et {\\% si %\\}.\n"
    )
    (tiny / "docs/acme/policy/draft/fr.md").write_text(drafted, encoding="utf-8")
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    assert "écrit {{ nom }} et {% si" in (site / "fr/acme/policy/draft/index.html").read_text(encoding="utf-8")


def test_a_hand_written_page_uses_the_filters_and_facts_of_contracts(tiny: Path, tmp_path: Path) -> None:
    words = "# Accueil\n\nCapital : {{ publishers.acme.company.capital | money }}\n"
    (tiny / "docs/index.fr.md").write_text(words, encoding="utf-8")
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    assert "Capital : 5\u202f000,00\u00a0€" in (site / "fr/index.html").read_text(encoding="utf-8")


def test_an_unknown_variable_in_a_hand_written_page_stops_the_build(tiny: Path, tmp_path: Path) -> None:
    (tiny / "docs/index.fr.md").write_text("# Accueil\n\n{{ inconnu }}\n", encoding="utf-8")
    with pytest.raises(BuildFailedError) as caught:
        build(tiny / "mkdocs.yml", tmp_path / "out")
    (problem,) = caught.value.problems
    said = "expected every expression to give words, found UndefinedError: 'inconnu' is undefined"
    assert (problem.path, problem.line, problem.message) == ("fr/index.md", 3, said)


@pytest.mark.parametrize("key", ["publishers: {}", "render_macros: false"])
def test_a_hand_written_page_cannot_shadow_variables_or_escape_them(key: str, tiny: Path, tmp_path: Path) -> None:
    (tiny / "docs/index.fr.md").write_text(f"---\n{key}\n---\n\n# Accueil\n", encoding="utf-8")
    with pytest.raises(BuildFailedError) as caught:
        build(tiny / "mkdocs.yml", tmp_path / "out")
    (problem,) = caught.value.problems
    said = f"expected only description, title, found {key.split(':', maxsplit=1)[0]}; take it out"
    assert (problem.path, problem.line, problem.message) == ("docs/index.fr.md", 1, said)


@pytest.mark.parametrize("clock", ["demain", "2026-02-30"])
def test_a_clock_that_is_no_day_is_told(
    clock: str, tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERMS_TODAY", clock)
    assert main(["--project", str(tiny), "build"]) == 1
    said = f"TERMS_TODAY: expected a date such as 2026-05-19, found '{clock}'\n"
    assert capsys.readouterr().err == said


def test_a_folder_without_a_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(tmp_path), "build"]) == 1
    said = f"{tmp_path}: expected a project, a folder with mkdocs.yml, found none there\n"
    assert capsys.readouterr().err == said


def test_a_full_disk_leaves_the_old_site_as_it_was(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--project", str(tiny), "build"]) == 0
    before = written(tiny / "site")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "terms.md")

    monkeypatch.setattr("mkdocs.utils.write_file", full)
    assert main(["--project", str(tiny), "build"]) == 1
    said = "terms.md: expected to write the site, found: No space left on device\n"
    assert capsys.readouterr().err == said
    assert written(tiny / "site") == before


def test_before_its_first_version_a_document_says_when_it_begins(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERMS_TODAY", "2025-12-31")
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    page = (site / "fr/acme/terms/index.html").read_text(encoding="utf-8")
    assert "La prochaine entre en vigueur le 1er janvier 2026." in page
    version = (site / "fr/acme/terms/2026-01-01/index.html").read_text(encoding="utf-8")
    assert 'data-status="upcoming"' in version
    assert "Ce texte n&#39;est pas celui en vigueur et ne constitue pas une offre." in version


def test_a_document_whose_versions_are_all_withdrawn_says_so(tiny: Path, tmp_path: Path) -> None:
    words = ["withdraw", "acme/terms", "2026-01-01", "--reason", "Publiée trop tôt."]
    assert main(["--project", str(tiny), *words]) == 0
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    page = (site / "fr/acme/terms/index.html").read_text(encoding="utf-8")
    assert "Aucune version de ce contrat n&#39;est en vigueur." in page
    assert '<a href="2026-01-01/">version 2026-01-01</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    version = (site / "fr/acme/terms/2026-01-01/index.html").read_text(encoding="utf-8")
    assert 'data-status="withdrawn"' in version
    assert "Retirée le 22 novembre 2026" in version
    assert "Publiée trop tôt." in version
    assert "Retirée" in (site / "fr/acme/index.html").read_text(encoding="utf-8")


def test_a_revised_translation_keeps_its_first_address(tiny: Path, tmp_path: Path) -> None:
    folder = tiny / "docs/acme/terms/2026-01-01"
    first = (folder / "en.md").read_text(encoding="utf-8")
    (folder / "en.r2.md").write_text(first.replace("anyone who buys", "whoever buys"), encoding="utf-8")
    accept = ["translation", "accept", "acme/terms", "en", "--all", "--version", "2026-01-01"]
    assert main(["--project", str(tiny), *accept]) == 0
    assert main(["--project", str(tiny), "publish", "acme/terms", "--translation", "en"]) == 0
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    assert "whoever buys" in (site / "en/acme/terms/2026-01-01/terms.md").read_text(encoding="utf-8")
    assert "anyone who buys" in (site / "en/acme/terms/2026-01-01/r1/terms.md").read_text(encoding="utf-8")


def test_a_project_without_contracts_builds_an_empty_catalogue(tiny: Path, tmp_path: Path) -> None:
    import shutil

    shutil.rmtree(tiny / "docs/acme")
    (tiny / "variables/acme.yml").unlink()
    site = build(tiny / "mkdocs.yml", tmp_path / "out")
    assert "No contract is published here yet." in (site / "en/index.html").read_text(encoding="utf-8")


def test_mkdocs_may_reload_a_preview_by_its_inline_script_and_no_published_page(tiny: Path, tmp_path: Path) -> None:
    def policy(command: Literal["build", "serve"]) -> str:
        config = load_config(str(tiny / "mkdocs.yml"), site_dir=str(tmp_path / command))
        config.plugins.on_startup(command=command, dirty=False)
        mkdocs_build(config)
        page = (tmp_path / command / "fr/index.html").read_text(encoding="utf-8")
        return page.partition('"Content-Security-Policy" content="')[2].partition('"')[0]

    assert policy("serve") == "form-action 'self'"
    assert policy("build").startswith("default-src 'none'; script-src 'self' 'sha256-")


def test_settings_without_the_plugin_are_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tiny / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("  - terms\n", ""), encoding="utf-8")
    assert main(["--project", str(tiny), "build"]) == 1
    assert "mkdocs.yml:1: expected the plugin terms, found none; name it under plugins" in capsys.readouterr().err
    assert not (tiny / "site").exists()
