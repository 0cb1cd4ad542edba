"""The append-only list of what was published: digests, entries, and the chain that holds them together."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from macros.terms.model import Document, Entry

FILE = "ledger.yml"
HEAD = "# What was published of {document}, and the digest of each text. Commands append to it; nobody edits it.\n"
# Acts that bring a version into being; the others speak of one that is there.
PUBLISHING = frozenset({"record", "publish", "correct"})
# Control characters, line ends and marks of order that YAML takes between quotation marks only as escapes.
ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def digest(canonical: str) -> str:
    """The SHA-256 of a canonical text in hexadecimal, as sha256sum prints it of terms.md."""
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def restoring(path: str) -> str:
    """What to do where something published is gone or reads otherwise."""
    return f"bring it back as it was (git checkout -- {path}): what was published never changes"


def seals(document: Document) -> Mapping[tuple[str, str], str]:
    """The digest of every published text, by version and name of text."""
    return {(entry.version, name): sealed for entry in document.ledger for name, sealed in sorted(entry.texts.items())}


def founding(document: Document) -> Mapping[str, Entry]:
    """The entry that brought each version into being, by version."""
    return {entry.version: entry for entry in reversed(document.ledger) if entry.action in PUBLISHING}


def chained(entry: Entry, before: Sequence[Entry]) -> Entry:
    """The entry with its chain, to be appended after those before it."""
    return replace(entry, chain=_chain(entry, before[-1].chain if before else ""))


def broken(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Every entry whose chain is not that of its own words and of the entry before it."""
    before = ""
    for entry in entries:
        if entry.chain != _chain(entry, before):
            yield entry
        before = entry.chain


def _chain(entry: Entry, before: str) -> str:
    said = json.dumps(_fields(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{said}".encode()).hexdigest()


def _fields(entry: Entry) -> dict[str, object]:
    """An entry as its file holds it, without its chain; keys in the order of writing."""
    publishing = entry.action in PUBLISHING
    return {
        "action": entry.action,
        "version": entry.version,
        **({"effective": str(entry.effective or "unstated")} if publishing or entry.effective else {}),
        "recorded": str(entry.recorded),
        **({"change": entry.change} if publishing or entry.change else {}),
        **({"corrects": entry.corrects} if entry.corrects else {}),
        **({"reason": entry.reason} if entry.reason else {}),
        **({"texts": dict(sorted(entry.texts.items()))} if entry.texts else {}),
    }


def written(entry: Entry) -> str:
    """The lines of YAML that an entry adds to its file."""
    lines: list[str] = []
    for key, value in {**_fields(entry), "chain": entry.chain}.items():
        if isinstance(value, Mapping):
            lines += [f"{key}:", *(f"  {name}: {_quoted(each)}" for name, each in value.items())]
        else:
            lines.append(f"{key}: {value if key in {'action', 'change'} else _quoted(value)}")
    return "- " + "\n  ".join(lines) + "\n"


def _quoted(value: object) -> str:
    """Words as YAML between quotation marks; JSON's escapes are YAML's too, which asks for a few more."""
    return ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(str(value), ensure_ascii=False))
