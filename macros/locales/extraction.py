"""The sources of the site to the messages that they say: English words, and the files that say them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from macros.terms.render.identity import ROWS
from macros.terms.render.redline_sections import KINDS

ROOT = Path(__file__).parents[2]
# Babel's names of the extractors; a template that Jinja cannot read is an error, else its messages would be dropped.
PYTHON, JINJA = "macros.locales.extraction:python_calls", "jinja2.ext:babel_extract"
LOUD = {"silent": "false"}
Found = tuple[int, str, tuple[str | None, ...], list[str]]
# What is called with an English message, or with a singular and a plural: Babel's keywords.
KEYWORDS: Mapping[str, tuple[int, ...]] = {
    "t": (1,),
    "say": (1,),
    "translate": (1,),
    "translator()": (1,),
    "plural": (1, 2),
}
# Files without such a call are not parsed: the check runs at every build.
SPEAKS = re.compile(rb"\b(?:t|say|translate|translator|plural)\(")
# Messages that wait in a table until something says them.
TABLES: Mapping[str, Iterable[str]] = {
    "macros/terms/render/identity.py": tuple(label for label, *_ in ROWS),
    "macros/terms/render/redline_sections.py": tuple(KINDS.values()),
}
# Jinja's extractor sees calls of a plain name only: these are called by one before it reads.
PLAIN_NAMES = ((re.compile(rb"\bwords_in\(\w+\)\("), b"t("), (re.compile(rb"\bt\.plural\("), b"plural("))


def template(root: Path = ROOT) -> Catalog:
    """Every message of the sources, as the catalogue of no language; a place is a file, without its line."""
    catalog = Catalog()
    for place, message in messages(root):
        catalog.add(message, locations=[(place, 0)])
    return catalog


def messages(root: Path = ROOT) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Each file with each message that it says: words, or their singular and plural."""
    for path in sorted((root / "macros").rglob("*.py")):
        source = path.read_bytes()
        found = extract(PYTHON, BytesIO(source), KEYWORDS) if SPEAKS.search(source) else ()
        yield from ((path.relative_to(root).as_posix(), message) for _, message, _, _ in found)
    for path in sorted((root / "overrides").rglob("*.html")):
        source = path.read_bytes()
        for pattern, plain in PLAIN_NAMES:
            source = pattern.sub(plain, source)
        found = extract(JINJA, BytesIO(source), KEYWORDS, options=LOUD)
        yield from ((path.relative_to(root).as_posix(), message) for _, message, _, _ in found)
    for place, words in TABLES.items():
        yield from ((place, each) for each in words)


def python_calls(file: IO[bytes], keywords: Collection[str], _: Collection[str], options: object) -> Iterator[Found]:
    """The calls of a Python file, for Babel: its own reader sees no `translator(language)("words")`, and looks
    into f-strings from Python 3.12 on only.
    """
    del options
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and (name := _name(node.func)) in keywords:
            yield node.lineno, name, tuple(_words(each) for each in node.args), []


def _name(called: ast.expr) -> str:
    """The last name of what is called; "translator()" is what translator returned."""
    if isinstance(called, ast.Call):
        return f"{_name(called.func)}()"
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _words(argument: ast.expr) -> str | None:
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else None
