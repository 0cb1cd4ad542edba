"""A project with a draft in two languages and nothing wrong in it, of which one file at a time is another."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

TINY = ROOT / "tests/sites/tiny"
DRAFT = "docs/acme/terms/draft"


def _tiny(path: str) -> str:
    return (TINY / path).read_text(encoding="utf-8")


def _draft(language: str) -> str:
    published = _tiny(f"docs/acme/terms/2026-01-01/{language}.md").replace("recorded: 2025-12-01\n", "")
    return published.replace("effective: 2026-01-01\n", "effective: 2027-01-01\nsummary: |\n  Le préavis change.\n")


# Every file that a person writes and the engine reads, with words that are right.
FILES: Mapping[str, str] = {
    f"{DRAFT}/fr.md": _draft("fr"),
    f"{DRAFT}/en.md": _draft("en"),
    f"{DRAFT}/en.freshness.yml": "definitions: 5f4f7378a29f20c8955f7dd87ce62ec860b675b8261fd4ff4b4677ac0c9bc93f\n",
    "docs/acme/terms/document.yml": "publisher: acme\nbinding: fr\nlanguages: [fr, en]\n",
    "docs/acme/terms/ledger.yml": "[]\n",
    "docs/guide/index.fr.md": "---\ntitle: Guide\ndescription: Guide\norder: 1\n---\n\nGuide\n",
    "docs/index.fr.md": "Bienvenue\n",
    "mkdocs.yml": "plugins:\n  - terms:\n      languages: [fr, en]\n",
    "netlify.toml": "Content-Security-Policy = \"form-action 'self'\"\n",
    "overrides/embed/v1/scripts.txt": "# Scripts\n",
    "variables/acme.yml": _tiny("variables/acme.yml"),
    "variables/glossary/fr-en.yml": "client: [client, customer]\n",
    "variables/synonyms.yml": "fr: [[durée, période]]\n",
    "variables/words.yml": "fr: [numérique]\n",
}
NAMES = tuple(FILES)


@cache
def project() -> Path:
    """The project's folder, in memory where the machine has a place for that."""
    memory = Path("/dev/shm")
    root = Path(tempfile.mkdtemp(prefix="terms-fuzz-", dir=memory if os.access(memory, os.W_OK) else None))
    for name, words in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    return root


@contextmanager
def changed(name: str, content: bytes) -> Iterator[Path]:
    """The project while one file holds other bytes."""
    path = project() / name
    path.write_bytes(content)
    try:
        yield project()
    finally:
        path.write_text(FILES[name], encoding="utf-8")
