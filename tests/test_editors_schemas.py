"""Every file that people edit names the schema by which their editor and `terms check` judge it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.terms.load.yaml_text import read_yaml
from macros.terms.schema import SCHEMAS, judge
from tests.conftest import ROOT

EDITED = [*ROOT.glob("docs/*/*/document.yml"), *ROOT.glob("variables/*.yml"), *ROOT.glob("variables/glossary/*.yml")]
HEADER = re.compile(r"# yaml-language-server: \$schema=(?P<schema>\S+)")
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMED = {"document.yml": "document", "synonyms.yml": "synonyms", "words.yml": "words"}


def schema_of(path: Path) -> str:
    """The name of the schema by which a file is judged: that of its folder where it has none of its own."""
    return NAMED.get(path.name, path.parent.name)


@pytest.mark.parametrize("path", EDITED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_that_people_edit_names_its_schema_and_is_valid_by_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    header = HEADER.fullmatch(text.split("\n", 1)[0])
    assert header, "expected # yaml-language-server: $schema=… on the first line"
    assert (path.parent / header["schema"]).resolve() == SCHEMAS / f"{schema_of(path)}.schema.json"
    assert list(judge(read_yaml(text), schema_of(path), path.name)) == []


def test_the_readme_shows_a_new_contract_s_own_file_as_it_may_be_copied() -> None:
    (shown,) = re.findall(r"^```yaml\n(# yaml-language-server.*?)^```$", README, re.MULTILINE | re.DOTALL)
    header, _, settings = shown.partition("\n")
    assert f"{header}\n" in (ROOT / "docs/rezosocial/nextcloud/document.yml").read_text(encoding="utf-8")
    assert list(judge(read_yaml(settings), "document", "README.md")) == []


def test_no_ledger_invites_to_be_edited() -> None:
    for path in ROOT.glob("docs/*/*/ledger.yml"):
        assert "yaml-language-server" not in path.read_text(encoding="utf-8")
