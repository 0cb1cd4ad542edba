"""Word files of real texts and of two small ones that differ in every way, for the tests that read them back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pypandoc

from macros.terms.compare import compare
from macros.terms.compare.readings import side
from macros.terms.compare.sides import markdown
from macros.terms.load import load
from macros.terms.model import Reading
from macros.terms.reading import read_all
from macros.terms.render.docx_file import Imprint, docx_file
from tests.conftest import ROOT
from tests.engine.docx_reader import styled, words

IMPRINT = Imprint(
    title="Conditions générales d'ACME",
    author="ACME & Fils",
    language="fr",
    head=("ACME · Conditions générales", "version 2026-05-19"),
    foot="SHA-256 0123",
    page="page",
    day=date(2026, 5, 19),
)
A = """# Titre

Une **phrase** qui introduit, voir [2](#prix-et-delais) et [le site](https://a.example/x).

## 1. Objet {#objet}

Le Prestataire fournit un accès. Le Client en use.

- premier point
- second point

(a) alpha
(b) bêta

| Offre | Prix |
| --- | --- |
| Une | 5 € |

Client
: celui qui signe.

## 2. Prix et délais {#prix-et-delais}

Le Client paie le prix dans les trente jours de la facture, par virement bancaire, sans aucune retenue.

## 3. Secret {#secret}

Les parties gardent secrètes les informations échangées, pendant cinq ans après la fin du contrat conclu.
"""
B = """# Titre

Une **phrase** qui introduit, voir [3](#prix-et-delais) et [le site](https://a.example/x).

## 1. Secret {#secret}

Les parties gardent secrètes les informations échangées, pendant cinq ans après la fin du contrat conclu.

## 2. Objet {#objet}

Le Prestataire fournit un accès.

Le Client en use.

- premier point
- deuxième point
- dernier point

(a) alpha
(c) bêta

| Offre | Prix |
| --- | --- |
| Une | 6 € |
| Deux | 9 € |

Client
: celui qui signe.

## 3. Prix et délais {#prix-et-delais}

Le Client paie le prix dans les quinze jours de la facture, par virement bancaire, sans aucune retenue.
"""


def tracked(old: str, new: str) -> bytes:
    return docx_file(compare(markdown(old), markdown(new)), IMPRINT)


def sides(old: str, new: str) -> tuple[list[tuple[str, str]], ...]:
    """The paragraphs of a redline with their styles: accepted, as the new text has them, rejected, as the old has.

    Without the title that a file is given where its text prints none.
    """
    file = tracked(old, new)
    found = (file, "accept"), (tracked(new, new), "accept"), (file, "reject"), (tracked(old, old), "accept")
    return tuple([each for each in styled(*one) if each[1] != IMPRINT.title] for one in found)


@cache
def readings(site: str) -> dict[str, Reading]:
    library, _ = load(ROOT / site)
    return dict(read_all(library, date(2026, 11, 22)))


def of_readings(old: Reading, new: Reading, imprint: Imprint = IMPRINT) -> bytes:
    return docx_file(compare(side(old), side(new)), imprint)


def versions(site: str) -> list[tuple[Reading, Reading]]:
    """Every two texts of a document in one language."""
    found = [each for path, each in sorted(readings(site).items()) if re.search(r"/(fr|en)\.md$", path)]
    return [
        (old, new)
        for old, new in combinations(found, 2)
        if old.text.language == new.text.language and Path(old.text.path).parts[:-2] == Path(new.text.path).parts[:-2]
    ]


def by_pandoc(file: bytes, choice: str, folder: Path) -> list[str]:
    path = folder / f"{choice}.docx"
    path.write_bytes(file)
    said = pypandoc.convert_file(str(path), "json", format="docx", extra_args=[f"--track-changes={choice}"])
    return words([" ".join(_strings(json.loads(said)))])


def _strings(node: Any) -> Iterator[str]:
    """The words of Pandoc's own tree, those of the title included."""
    if isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        elif node.get("t") in {"Code", "CodeBlock"}:
            yield node["c"][1]
        elif node.get("t") == "Span" and "anchor" in node["c"][0][1]:
            return
        else:
            yield from _strings(list(node.values()))
    elif isinstance(node, list):
        for each in node:
            yield from _strings(each)
