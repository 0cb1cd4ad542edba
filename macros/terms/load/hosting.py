"""What netlify.toml lets pages do, beside what documents ask for: a form that a host forbids would fail in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from macros.terms.load.files import Files
from macros.terms.model import Document

FILE = "netlify.toml"
FORM_ACTION = re.compile(r"form-action ([^;\"]*)")


def judge_hosting(files: Files, documents: Iterable[Document]) -> None:
    """Every address that takes acceptances is one that the host's policy lets forms send to."""
    path = files.root / FILE
    text = files.text(path) if path.is_file() else None
    policies = list(_policies(text or ""))
    for document in documents:
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(document.accept.url))
        for line, allowed in policies if document.accept.url else ():
            if not {origin, document.accept.url} & set(allowed.split()):
                norm = f"Content-Security-Policy: expected form-action to allow {origin}"
                found = f"{norm}, where {document.folder}/document.yml sends acceptances, found {allowed}"
                files.problem(path, line, f"{found}; write form-action {allowed} {origin}")


def _policies(text: str) -> Iterator[tuple[int, str]]:
    """Where each policy speaks of forms, and what it allows."""
    for line, words in enumerate(text.split("\n"), 1):
        match = FORM_ACTION.search(words) if not words.lstrip().startswith("#") else None
        if match:
            yield line, match[1].strip()
