"""What GitHub shows to those who propose or report: forms that it accepts, owners of files that exist, true links."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.terms.load.yaml_text import read_yaml
from tests.conftest import ROOT

GITHUB = ROOT / ".github"
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("clause-error-*.yml"))
SITE = re.search(r'TERMS_URL, "(?P<url>[^"]+)"', (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
LINK = re.compile(r"https?://[^\s)>\"]+")
WORDS = {"type": "string", "minLength": 1}
FLAG = {"enum": ["true", "false"]}  # our YAML reads true as a word
# What the elements of a form may say: docs.github.com, "Syntax for GitHub's form schema".
ATTRIBUTES: dict[str, tuple[list[str], dict[str, Any]]] = {
    "markdown": (["value"], {"value": WORDS}),
    "input": (["label"], dict.fromkeys(("label", "description", "placeholder", "value"), WORDS)),
    "textarea": (["label"], dict.fromkeys(("label", "description", "placeholder", "value", "render"), WORDS)),
    "dropdown": (
        ["label", "options"],
        {
            "label": WORDS,
            "description": WORDS,
            "multiple": FLAG,
            "options": {"type": "array", "minItems": 1, "uniqueItems": True, "items": WORDS},
        },
    ),
}


def closed(required: list[str], properties: dict[str, Any]) -> dict[str, Any]:
    """A mapping of these keys and no others."""
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def element(kind: str) -> dict[str, Any]:
    """An element of a form; only words alone ask nothing."""
    asks = {} if kind == "markdown" else {
        "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"},
        "validations": closed([], {"required": FLAG}),
    }  # fmt: skip
    return closed(["type", "attributes"], {"type": {"const": kind}, "attributes": closed(*ATTRIBUTES[kind]), **asks})


FORM = closed(
    ["name", "description", "body"],
    {
        **dict.fromkeys(("name", "description", "title"), WORDS),
        "labels": {"type": "array", "items": WORDS},
        "body": {"type": "array", "minItems": 1, "items": {"oneOf": [element(kind) for kind in ATTRIBUTES]}},
    },
)
LINKS = {"type": "array", "items": closed(["name", "url", "about"], dict.fromkeys(("name", "url", "about"), WORDS))}


def data(path: Path) -> Any:
    """What a YAML file says."""
    return read_yaml(path.read_text(encoding="utf-8")).value


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_is_one_that_github_accepts(path: Path) -> None:
    form = data(path)
    assert list(Draft202012Validator(FORM).iter_errors(form)) == []
    ids = [each["id"] for each in form["body"] if "id" in each]
    labels = [each["attributes"]["label"] for each in form["body"] if "id" in each]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)


def test_the_forms_ask_the_same_in_each_language() -> None:
    asked = [[(each["type"], each.get("id"), each.get("validations")) for each in data(path)["body"]] for path in FORMS]
    assert len({data(path)["name"] for path in FORMS}) == len(FORMS) == 2
    assert asked[0] == asked[1]


def test_the_chooser_of_forms_is_one_that_github_accepts() -> None:
    chooser = closed(["blank_issues_enabled", "contact_links"], {"blank_issues_enabled": FLAG, "contact_links": LINKS})
    assert list(Draft202012Validator(chooser).iter_errors(data(GITHUB / "ISSUE_TEMPLATE/config.yml"))) == []


def test_every_link_leads_to_a_page_of_the_site(built: Path) -> None:
    assert SITE
    pages = [*GITHUB.glob("ISSUE_TEMPLATE/*.yml"), GITHUB / "pull_request_template.md"]
    links = {link for page in pages for link in LINK.findall(page.read_text(encoding="utf-8")) if "…" not in link}
    assert len(links) == 6
    for link in links:
        assert link.startswith(SITE["url"])
        assert (built / link.removeprefix(SITE["url"]) / "index.html").is_file()


def test_every_owner_owns_files_that_are_there() -> None:
    lines = (GITHUB / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    for pattern, *owners in [line.split() for line in lines if line and not line.startswith("#")]:
        assert owners
        assert all(owner.startswith("@") for owner in owners)
        assert any(ROOT.glob(pattern.strip("/"))), f"nothing is called {pattern}"
