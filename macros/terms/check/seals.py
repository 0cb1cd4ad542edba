"""The rule that what was published never changes: each text is rendered anew and compared with its seal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest

from macros.terms.ledger import digest, founding, seals
from macros.terms.model import Document, Entry, Library, Problem, Reading, Text
from macros.terms.names import SEALED
from macros.terms.render.marked import differences

# So many differences are shown of a text; the rest are counted.
SHOWN = 3


def sealed_texts(library: Library, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Every published text still reads, byte for byte, as it was sealed."""
    for _publisher, document in library.documents():
        known = seals(document)
        for version in document.versions:
            for text in version.texts:
                seal, reading = known.get((version.name, text.name)), readings[text.path]
                # Also where the publisher's facts cannot be read, which is told once, and not of each text.
                if seal and not reading.faults and not reading.filled.faults:
                    yield from _judge(document, reading, seal)


def _judge(document: Document, reading: Reading, seal: str) -> Iterator[Problem]:
    text = reading.text
    if text.sealed is None or digest(text.sealed) != seal:
        copy = text.path.removesuffix(".md") + SEALED
        found = "none" if text.sealed is None else f"another text, {digest(text.sealed)}"
        norm = f"expected the copy of the text as it was sealed, {seal}"
        advice = f"bring it back: git checkout -- {copy}"
        yield Problem(path=copy, line=1, message=f"{norm}, found {found}; {advice}")
    found = digest(reading.canonical)
    if found != seal:
        differences = list(_differences(text.sealed or "", reading)) if text.sealed else []
        line = differences[0][0] if differences else 1
        message = "\n    ".join(
            [_norm(document, text, seal, found), *_shown(differences), *_ways_out(document, reading, differences)]
        )
        yield Problem(path=text.path, line=line, message=message)
    elif entry := founding(document).get(text.version):
        yield from _facts(entry, text)


def _facts(entry: Entry, text: Text) -> Iterator[Problem]:
    """What the ledger says of a version is what its front matter says, which is sealed."""
    if text.language != text.front.binding:
        return
    said = {"effective": text.front.effective, "recorded": text.front.recorded, "corrects": text.front.corrects}
    for key, value in said.items():
        if getattr(entry, key) != value:
            norm = f"{key}: expected {getattr(entry, key) or 'unstated'}, as the ledger says"
            yield Problem(path=text.path, line=1, message=f"{norm}, found {value or 'unstated'}; bring back either")


def _norm(document: Document, text: Text, seal: str, found: str) -> str:
    other = next((" (that of another text)" for each in seals(document).values() if each == found), "")
    return (
        f"expected {text.name} of version {text.version} as it was sealed, sha256 {seal}, "
        f"found sha256 {found}{other}; what was published never changes"
    )


def _differences(sealed: str, reading: Reading) -> Iterator[tuple[int, str]]:
    """The lines of the file that read otherwise, each with its words marked."""
    before, after = sealed.split("\n"), reading.canonical.split("\n")
    offset = _body_offset(reading)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            for line, (old, new) in enumerate(zip_longest(before[a:b], after[c:d], fillvalue=""), c):
                if old != new:
                    spaces = " (only spaces differ)" if old.split() == new.split() else ""
                    yield min(line, len(after) - 1) + offset + 1, differences(old, new) + spaces


def _body_offset(reading: Reading) -> int:
    """How many lines lower than in the canonical text the body stands in the file."""
    text = reading.text
    head = text.head.count("\n") + 3
    return len(text.body) - len(text.body.lstrip("\n")) - head - 1


def _shown(differences: list[tuple[int, str]]) -> Iterator[str]:
    if differences:
        yield "sealed [-then-], found {+now+}:"
    for line, words in differences[:SHOWN]:
        yield f"line {line}: {words}"
    if len(differences) > SHOWN:
        yield f"and {len(differences) - SHOWN} more lines"


def _ways_out(document: Document, reading: Reading, differences: list[tuple[int, str]]) -> Iterator[str]:
    """A fact that moved on needs its day; what the text itself says is taken back, or published as a new version."""
    lines = {line for line, _ in differences}
    printed = [(line, facts) for line, facts in _printed(reading) if line in lines]
    used = sorted({fact for _, facts in printed for fact in facts})
    if used:
        file = f"variables/{document.id.split('/', maxsplit=1)[0]}.yml"
        said = f"{', '.join(used)} {'is' if len(used) == 1 else 'are'} printed otherwise there"
        yield f"{said}: give a new value in {file} a from: later than this version, or bring the filter back"
    if not lines or lines - {line for line, facts in printed if facts}:
        back = f"either take the change back (git checkout -- {reading.text.path})"
        yield f"{back}, or keep it for a new version: terms draft {document.id}"


def _printed(reading: Reading) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lines of the expressions that print what the sealed text does not say, and the facts of each."""
    text = reading.filled.text
    for each in reading.filled.expressions:
        words = re.escape(_with_letters(text, each.start, each.end))
        if not re.search(rf"(?<!\w){words}(?!\w)", reading.text.sealed or ""):
            yield text.count("\n", 0, each.start) + 1, each.facts


def _with_letters(text: str, start: int, end: int) -> str:
    """text[start:end] with the letters right before and after it: a plural's s may follow a fact."""
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
