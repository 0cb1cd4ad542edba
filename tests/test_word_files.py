"""Word files stand where the design says, are offered on their pages, and are made again only when a text changes."""

from __future__ import annotations

import io
import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from tests.conftest import ROOT, build, own_cache
from tests.engine.docx_reader import W, paragraphs, part

SERVICES = "exemple/services"
REDLINE = "fr/acme/terms/changes/2026-01-01--draft/redline.docx"


def test_each_version_and_each_redline_has_its_file_beside_its_page(history_built: Path) -> None:
    for page in history_built.glob(f"*/{SERVICES}/*/index.html"):
        name = page.parent.name
        is_text = re.fullmatch(r"\d{4}-\d\d-\d\d", name) and (page.parent / "terms.md").exists()
        assert (page.parent / "terms.docx").exists() == bool(is_text), page
        assert ('terms.docx"' in page.read_text(encoding="utf-8")) == (bool(is_text) or name == "review"), page
    redlines = list(history_built.glob(f"*/{SERVICES}/changes/*--*/index.html"))
    assert any("--draft" in each.parent.name for each in redlines)
    for page in redlines:
        assert (page.parent / "redline.docx").exists()
        assert 'redline.docx"' in page.read_text(encoding="utf-8")
    assert {each.with_suffix(".pdf") for each in history_built.rglob("*.docx")} == set(history_built.rglob("*.pdf"))


def test_files_are_made_again_only_when_a_text_changes(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    kept = own_cache(tiny)
    draft_of_terms(tiny, "Le Client paie")
    first = words_of(build(tiny / "mkdocs.yml", tmp_path / "out"))
    before = times(kept)
    assert words_of(build(tiny / "mkdocs.yml", tmp_path / "again")) == first
    assert times(kept) == before
    draft_of_terms(tiny, "Le Client règle")
    changed = words_of(build(tiny / "mkdocs.yml", tmp_path / "changed"))
    assert {name for name in changed if changed[name] != first[name]} == {REDLINE}


def draft_of_terms(root: Path, words: str) -> None:
    """Make the draft of the smallest project say some words at one place."""
    text = (root / "docs/acme/terms/2026-01-01/fr.md").read_text(encoding="utf-8")
    text = re.sub(r"^(effective|recorded): .*\n", "", text, flags=re.MULTILINE)
    path = root / "docs/acme/terms/draft/fr.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace("Le Client paie", f"Dès lors, {words}"), encoding="utf-8")


def words_of(site: Path) -> dict[str, bytes]:
    """Each Word file of a site."""
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*.docx")}


def times(kept: Path) -> dict[Path, int]:
    """When each thing that is kept of a site was written."""
    return {each: each.stat().st_mtime_ns for each in (kept / "site").rglob("*")}


def test_a_word_file_says_what_its_page_says_and_a_redline_accepts_and_rejects(history_built: Path) -> None:
    file = (history_built / "en" / SERVICES / "2026-06-01/terms.docx").read_bytes()
    document = Document(io.BytesIO(file))
    assert document.sections[0].header.paragraphs[0].text.endswith("\tversion 2026-06-01")
    foot = document.sections[0].footer.paragraphs[0].text
    sealed = (history_built / "en" / SERVICES / "2026-06-01/index.html").read_text(encoding="utf-8")
    digest = foot.split()[1]
    assert f"<code>{digest}</code>" in sealed
    assert "The French text prevails. This translation is a courtesy." in foot

    redline = (history_built / "fr" / SERVICES / "changes/2025-11-15--2026-06-01/redline.docx").read_bytes()
    before = (history_built / "fr" / SERVICES / "2025-11-15/terms.docx").read_bytes()
    after = (history_built / "fr" / SERVICES / "2026-06-01/terms.docx").read_bytes()
    assert paragraphs(redline, "reject") == paragraphs(before, "accept") != paragraphs(after, "accept")
    assert paragraphs(redline, "accept") == paragraphs(after, "accept")
    dates = {each.get(f"{W}date", "")[:10] for each in part(redline).iter() if each.get(f"{W}date")}
    assert dates == {"2026-06-01"}
    assert part(redline, "word/settings.xml").find(f"{W}trackRevisions") is not None

    arabic = next(history_built.glob(f"ar/{SERVICES}/2*/terms.docx")).read_bytes()
    assert part(arabic).find(f".//{W}pPr/{W}bidi") is not None
    assert part(arabic).find(f".//{W}rPr/{W}rtl") is not None


def test_a_file_carries_nothing_of_the_library_that_wrote_it() -> None:
    from macros.terms.render.docx_template import template

    with ZipFile(io.BytesIO(template("fr"))) as parts:
        said = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
        assert not [name for name in parts.namelist() if "thumbnail" in name or "customXml" in name]
    assert "Macintosh" not in said
    assert len(template("fr")) < 16_000


def test_netlify_says_what_a_word_file_is() -> None:
    headers = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    (rule,) = [each for each in headers if each["for"] == "/*.docx"]
    assert rule["values"]["Content-Type"].endswith("wordprocessingml.document")
