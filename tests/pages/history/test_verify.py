"""Proves that anyone can recompute a digest: each is true, and the commands that the page prints work."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.history.places import (
    EARLIER_TRANSLATION,
    LANGUAGES,
    UNTRANSLATED,
    VERSIONS,
    WITHDRAWN,
    WORDS,
    address,
)
from tests.pages.places import fact

SITE = "https://history.example"
UNEQUAL = "terms.md: FAILED\nsha256sum: WARNING: 1 computed checksum did NOT match\n"


def served(page: Page, where: str) -> bytes:
    """The text that stands beside a page."""
    response = page.request.get(f"{where}terms.md")
    assert response.ok
    return response.body()


def digest_of(page: Page, where: str) -> str:
    """The digest of the text that stands beside a page."""
    return hashlib.sha256(served(page, where)).hexdigest()


def unfolded(page: Page, where: str, language: str) -> Locator:
    """The two commands of a page, the first to compute and the second to compare."""
    page.goto(where)
    seal = fact(page, WORDS[language].digest)
    expect(seal.get_by_role("code")).to_have_text([re.compile("^[0-9a-f]{64}$")])
    seal.get_by_text(WORDS[language].verify).click()
    commands = seal.locator("pre")
    expect(commands).to_have_count(2)
    for command in commands.all():
        expect(command).to_be_visible()
    return commands


def run(command: str, folder: Path) -> str:
    """What a shell in the folder prints, to people and on both channels."""
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    ).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digest_is_that_of_the_text_beside_the_page(page: Page, language: str) -> None:
    pages = [address(version, language) for version in VERSIONS if (version, language) != (UNTRANSLATED, "ar")]
    if language == "en":
        pages.append(EARLIER_TRANSLATION)
    digests = {where: digest_of(page, where) for where in pages}
    assert len(set(digests.values())) == len(pages)
    for where, digest in digests.items():
        assert f"<code>{digest}</code>" in page.request.get(where).text()


@pytest.mark.parametrize(
    ("where", "language"),
    [
        (address(WITHDRAWN), "fr"),
        (EARLIER_TRANSLATION, "en"),
        (address("2027-01-01", "ar"), "ar"),
    ],
)
def test_the_commands_hold_for_the_text_and_for_no_other(page: Page, tmp_path: Path, where: str, language: str) -> None:
    commands = unfolded(page, where, language)
    digest = digest_of(page, where)
    expect(commands).to_have_text(
        [f"curl -s {SITE}{where}terms.md | sha256sum", f'echo "{digest} terms.md" | sha256sum --check']
    )
    compute, compare = commands.all_inner_texts()
    text = tmp_path / "terms.md"
    text.write_bytes(served(page, where))
    assert run(compare, tmp_path) == "terms.md: OK\n"
    assert run(compute.replace(f"curl -s {SITE}{where}", "cat "), tmp_path) == f"{digest}  -\n"
    text.write_bytes(text.read_bytes() + b" ")
    assert run(compare, tmp_path) == UNEQUAL


def test_the_page_of_the_contract_verifies_the_version_in_force(page: Page) -> None:
    commands = unfolded(page, address(), "fr")
    expect(commands.first).to_have_text(f"curl -s {SITE}{address('2026-06-01')}terms.md | sha256sum")
    expect(commands.last).to_contain_text(digest_of(page, address("2026-06-01")))


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_it_unfolds_without_javascript(page: Page) -> None:
    expect(unfolded(page, address(), "fr").first).to_be_visible()
