"""The settings of mkdocs.yml that commands follow without MkDocs are those that MkDocs would read."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from macros.terms.load.settings import SiteSettings, site_settings
from tests.conftest import ROOT

VARIABLES = ("TERMS_URL", "TERMS_REPOSITORY", "REPOSITORY_URL", "TERMS_EDIT")


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERMS_URL": "https://terms.example/folder", "TERMS_EDIT": "edit/next/docs/"},
        {"TERMS_URL": "https://terms.example/", "REPOSITORY_URL": "https://git.example/other"},
        {"TERMS_REPOSITORY": "https://git.example/first", "REPOSITORY_URL": "https://git.example/second"},
    ],
)
def test_the_settings_of_the_real_site_are_those_of_mkdocs(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    config = load_config(str(ROOT / "mkdocs.yml"))
    found, problems = site_settings(ROOT, environment)
    assert problems == []
    told = (found.name, found.base, found.repository, found.edit)
    assert told == (config.site_name, config.site_url, config.repo_url, config.edit_uri)


def read(folder: Path, text: bytes) -> tuple[SiteSettings, list[str]]:
    """The settings of a file, and what is told of it."""
    (folder / "mkdocs.yml").write_bytes(text)
    found, problems = site_settings(folder, {"SET": "https://set.example"})
    return found, [f"{each.path}:{each.line}: {each.message}" for each in problems]


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("", "/"),
        ("site_url:", "/"),
        ("site_url: !ENV SET", "https://set.example/"),
        ("site_url: !ENV UNSET", "/"),
        ("site_url: !ENV [UNSET, SET, 'https://else.example/']", "https://set.example/"),
        ("site_url: !ENV [UNSET, 'https://else.example/x/']", "https://else.example/x/"),
        ("site_url: !ENV [[UNSET], null]", "/"),
        ("markdown_extensions: [{x: !!python/name:os.system }]", "/"),
    ],
)
def test_an_address_is_found_wherever_it_is_typed(typed: str, base: str, tmp_path: Path) -> None:
    found, told = read(tmp_path, typed.encode())
    assert (found.base, told) == (base, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            b"a: 1\nsite_url: terms.example",
            "mkdocs.yml:2: site_url: expected an address such as https://terms.example/",
        ),
        (b"a: [1", "mkdocs.yml:1: expected valid YAML, found "),
        (b"a: \xff", "mkdocs.yml:1: expected a text in UTF-8, found other bytes; save the file as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_followed_is_told_at_its_line(text: bytes, told: str, tmp_path: Path) -> None:
    (said,) = read(tmp_path, text)[1]
    assert said.startswith(told)
