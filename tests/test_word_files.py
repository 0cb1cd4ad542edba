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


@pytest.fixture
def drafted(history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site of a contract with eight versions and a draft."""
    monkeypatch.setenv("TERMS_DRAFTS", "1")
    own_cache(history)
    return build(history / "mkdocs.yml", tmp_path / "out")


def test_each_version_and_each_redline_has_its_file_beside_its_page(drafted: Path, history: Path) -> None:
    for page in drafted.glob(f"*/{SERVICES}/*/index.html"):
        name = page.parent.name
        is_text = re.fullmatch(r"\d{4}-\d\d-\d\d", name) and (page.parent / "terms.md").exists()
        assert (page.parent / "terms.docx").exists() == bool(is_text), page
        assert ('terms.docx"' in page.read_text(encoding="utf-8")) == (bool(is_text) or name == "review"), page
    redlines = list(drafted.glob(f"*/{SERVICES}/changes/*--*/index.html"))
    assert any("--draft" in each.parent.name for each in redlines)
    for page in redlines:
        assert (page.parent / "redline.docx").exists()
        assert 'redline.docx"' in page.read_text(encoding="utf-8")
    kept = history / ".cache/site"
    again = {each: each.stat().st_mtime_ns for each in kept.rglob("*")}
    assert {each.with_suffix(".pdf") for each in drafted.rglob("*.docx")} == set(drafted.rglob("*.pdf"))
    build(history / "mkdocs.yml", drafted.parent / "again")
    assert {each: each.stat().st_mtime_ns for each in kept.rglob("*")} == again

    file = (drafted / "en" / SERVICES / "2026-06-01/terms.docx").read_bytes()
    document = Document(io.BytesIO(file))
    assert document.sections[0].header.paragraphs[0].text.endswith("\tversion 2026-06-01")
    foot = document.sections[0].footer.paragraphs[0].text
    sealed = (drafted / "en" / SERVICES / "2026-06-01/index.html").read_text(encoding="utf-8")
    digest = foot.split()[1]
    assert f"<code>{digest}</code>" in sealed
    assert "The French text prevails. This translation is a courtesy." in foot

    redline = (drafted / "fr" / SERVICES / "changes/2025-11-15--2026-06-01/redline.docx").read_bytes()
    before = (drafted / "fr" / SERVICES / "2025-11-15/terms.docx").read_bytes()
    after = (drafted / "fr" / SERVICES / "2026-06-01/terms.docx").read_bytes()
    assert paragraphs(redline, "reject") == paragraphs(before, "accept") != paragraphs(after, "accept")
    assert paragraphs(redline, "accept") == paragraphs(after, "accept")
    dates = {each.get(f"{W}date") for each in part(redline).iter() if each.get(f"{W}date")}
    assert dates == {"2026-06-01T00:00:00Z"}
    assert part(redline, "word/settings.xml").find(f"{W}trackRevisions") is not None

    arabic = next(drafted.glob(f"ar/{SERVICES}/2*/terms.docx")).read_bytes()
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
