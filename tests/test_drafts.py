"""Drafts are shown in previews and nowhere else; those of real companies say whose proposals they are."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.conftest import ROOT, build, once
from tests.test_check import edit

DOCUMENTS = (
    "boostmymail/boost-my-mail",
    "dropcloud/wesend",
    "optima-dsi/cloud-azure",
    "rezosocial/jitsi",
    "rezosocial/nextcloud",
)
PROPOSED = {
    "fr": ("Proposition des éditeurs de ce site\u00a0; non publiée par la société.", "À vérifier par la société"),
    "en": ("A proposal by the editors of this site; not published by the company.", "(not changed here):"),
}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as a preview shows it."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("TERMS_DRAFTS", "1")
            build(ROOT / "mkdocs.yml", folder)

    return once(tmp_path_factory, "preview", make)


@pytest.mark.parametrize("language", PROPOSED)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_preview_shows_the_editors_proposal_as_such(document: str, language: str, preview: Path) -> None:
    page = (preview / f"{language}/{document}/draft/index.html").read_text(encoding="utf-8")
    for words in PROPOSED[language]:
        assert words in page
    assert f'data-status="draft" lang="{language}"' in page
    assert '<meta name="robots" content="noindex">' in page
    prevailing = f'fr/{document}/draft/" hreflang="fr">Read the French text</a>'
    assert (prevailing in page) == (language != "fr")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_production_shows_no_draft_and_no_way_to_one(document: str, built: Path) -> None:
    for language in PROPOSED:
        assert not (built / f"{language}/{document}/draft").exists()
        for page in ("", "changes/"):
            shown = (built / f"{language}/{document}/{page}index.html").read_text(encoding="utf-8")
            # The draft's file, in the repository, is where readers propose changes.
            assert "/draft/" not in re.sub(r"https://git\.example/[^\"]*", "", shown)


def test_no_page_or_file_of_production_names_a_draft(built: Path) -> None:
    named = [path for path in built.rglob("*") if "draft" in path.name]
    assert named == []
    assert "draft" not in (built / "sitemap.xml").read_text(encoding="utf-8")


def test_netlify_shows_drafts_in_previews_only() -> None:
    settings = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
    contexts = settings["context"]
    shown = {name for name, each in contexts.items() if each.get("environment", {}).get("TERMS_DRAFTS") == "1"}
    assert shown == {"deploy-preview", "branch-deploy"}
    assert "TERMS_DRAFTS" not in settings["build"]["environment"]
    assert "TERMS_DRAFTS" not in settings["build"]["command"]


def test_a_draft_equal_to_the_last_version_has_no_page(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--project", str(tiny), "draft", "acme/terms"]) == 0
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    assert not (build(tiny / "mkdocs.yml", tmp_path / "same") / "fr/acme/terms/draft").exists()
    edit("docs/acme/terms/draft/fr.md", "Le Client paie", "Le Client règle")(tiny)
    assert (build(tiny / "mkdocs.yml", tmp_path / "other") / "fr/acme/terms/draft").exists()


def test_a_document_may_have_only_a_draft(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny / "docs/acme/charter"
    (folder / "draft").mkdir(parents=True)
    (folder / "document.yml").write_text("publisher: acme\nbinding: fr\nlanguages: [fr]\n", encoding="utf-8")
    words = "---\ntitle: Charte\nbinding: fr\nnumbering: {clauses: ['{n}.']}\n---\n\n## But {#but}\n\nLe {{ version.effective | date }}.\n"
    (folder / "draft/fr.md").write_text(words, encoding="utf-8")
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    page = (build(tiny / "mkdocs.yml", tmp_path / "one") / "fr/acme/charter/draft/index.html").read_text(
        encoding="utf-8"
    )
    assert "Le […]." in page
    monkeypatch.delenv("TERMS_DRAFTS")
    assert not (build(tiny / "mkdocs.yml", tmp_path / "two") / "fr/acme/charter").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("binding: fr", "recorded: 2026-11-22\nbinding: fr", "recorded: expected only in a published version"),
        ("binding: fr", "effective: unstated\nbinding: fr", "effective: expected the day that the draft proposes"),
        ("change: material", "change: minor", "change: expected material or editorial, found 'minor'"),
        ("summary: |\n", "summary: |\n  ## Titre\n\n", "summary: expected paragraphs and lists, found a heading"),
        ("summary: |\n", "summary: |\n  <b>Mot</b>\n\n", "summary: expected words and Markdown, found HTML"),
        (
            "summary: |\n",
            "summary: |\n  Voir [13](#duree).\n\n",
            "summary: expected a link that leads somewhere from every page, found #duree; name the clause in words",
        ),
        ("change: material", "proposed_by: me", "proposed_by: expected publisher or editors, found 'me'"),
    ],
)
def test_what_a_draft_may_not_say_is_told(
    old: str, new: str, said: str, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:

    edit("docs/exemple/services/draft/fr.md", old, new)(history)
    assert main(["--project", str(history), "check"]) == 1
    assert f": {said}" in capsys.readouterr().err
