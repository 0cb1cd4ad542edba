"""What holds the project together: schemas, locks, the macros module, Netlify's settings."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[1]
LOCKS = sorted([*ROOT.glob("requirements*.txt"), *ROOT.glob("tests/*/requirements.txt")])


@pytest.mark.parametrize("path", sorted(ROOT.glob("variables/schema/*.json")), ids=lambda path: path.name)
def test_a_schema_is_a_schema(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_lock_holds_names_versions_and_hashes_and_no_address(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    entry = re.compile(r"[a-z0-9.-]+==[\w.]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not entry.fullmatch(line)] == []


@pytest.mark.parametrize("folder", ["bench", "hosting"])
def test_a_lock_of_npm_holds_hashes_and_no_address(folder: str) -> None:
    packages = json.loads((ROOT / "tests" / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {name: each for name, each in packages.items() if name and not each.get("inBundle")}
    assert installed
    assert [name for name, each in installed.items() if not each["integrity"].startswith("sha512-")] == []
    assert [name for name, each in packages.items() if "resolved" in each] == []


def test_the_macros_module_is_light_enough_to_import_alone() -> None:
    command = "import sys, macros; sys.exit(any(name in sys.modules for name in ('mkdocs', 'babel', 'yaml')))"
    assert subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=False).returncode == 0
    assert callable(importlib.import_module("macros").define_env)


def test_netlify_allows_no_inline_script_and_no_other_host() -> None:
    headers = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    policy = next(rule["values"]["Content-Security-Policy"] for rule in headers if rule["for"] == "/*")
    assert re.match("default-src 'none'; script-src 'self' 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'self'", policy)
    assert "unsafe" not in policy.replace("'wasm-unsafe-eval'", "")
    assert "http" not in policy


def test_pages_bring_the_same_policy_for_hosts_that_send_none() -> None:
    headers = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))["headers"]
    sent = next(rule["values"]["Content-Security-Policy"] for rule in headers if rule["for"] == "/*")
    template = (ROOT / "overrides/main.html").read_text(encoding="utf-8")
    (brought,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="(.+?)">\n', template)
    # No browser reads who may frame a page from the page itself.
    without_tags = re.sub(r"{% if terms.+?{% endif %}|{%.+?%}", "", brought)
    assert f"{without_tags}; frame-ancestors 'none'" == sent


def test_make_help_explains_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", "")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"make ([a-z-]+)", said)) == set(phony[1].split())
