"""Every Word file of both sites in LibreOffice itself: it opens them, and either choice about the changes is right.

Run as `python -m tests.office` where LibreOffice is installed (`make office` installs it).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from macros.terms.model import Reading
from macros.terms.site import Setting
from tests.conftest import ROOT
from tests.engine.docx_files import IMPRINT, of_readings
from tests.engine.docx_reader import words
from tests.libreoffice import Read, read_all
from tests.whole import examine, site

SITES = {"real": ROOT, "history": ROOT / "tests/sites/history"}
TODAY = date(2026, 11, 22)
REDLINE = re.compile(r"(\w+)/(.+)/changes/(.+)--(.+)/redline\.docx")


def main() -> int:
    """0 where LibreOffice reads in every file what it says."""
    wrong = total = changes = 0
    for name, root in SITES.items():
        start = perf_counter()
        files, texts = _files(root)
        made = perf_counter() - start
        with TemporaryDirectory() as folder:
            found = read_all(files, Path(folder))
        for address, said in _judged(files, texts, found):
            read = found.get(address)
            print(
                f"{name} {address}: {said or 'ok'} ({len(files[address]):,} B, {read.changes if read else 0} changes)"
            )
            total, wrong, changes = total + 1, wrong + bool(said), changes + (read.changes if read else 0)
        print(f"{name}: made with the site in {made:.1f} s, read in {perf_counter() - start - made:.1f} s")
    print(f"{total} files, {changes:,} changes, {wrong} wrong")
    return int(wrong > 0)


def _files(root: Path) -> tuple[dict[str, bytes], dict[str, str]]:
    """The Word files of a site with its drafts, those of the drafts themselves added; and its plain texts."""
    library, readings, problems = examine(root, TODAY)
    assert not problems, problems
    made = site(
        Setting(today=TODAY, base="https://terms.example/", drafts=True, languages=library.languages), library, readings
    )
    files = {each.address: each.make() for each in made.exports if each.address.endswith(".docx")}
    texts = {each.address: each.content.decode() for each in made.assets if each.address.endswith("/terms.txt")}
    return files | _drafts(readings), texts


def _drafts(readings: Mapping[str, Reading]) -> dict[str, bytes]:
    """What the Word file of each draft would be, to hold redlines against."""
    return {
        f"{path.stem}/{'/'.join(path.parts[1:3])}/draft/terms.docx": of_readings(
            each, each, replace(IMPRINT, title=each.text.front.title, language=path.stem)
        )
        for path, each in ((Path(name), each) for name, each in readings.items())
        if path.parts[3] == "draft"
    }


def _judged(
    files: Mapping[str, bytes], texts: Mapping[str, str], found: Mapping[str, Read]
) -> Iterator[tuple[str, str]]:
    """Each file's address with what is wrong with it, or ""."""
    for address in files:
        redline = REDLINE.fullmatch(address)
        if address not in found:
            yield address, "LibreOffice could not open it"
        elif redline:
            language, document, old, new = redline.groups()
            sides = (f"{language}/{document}/{each}/terms.docx" for each in (old, new))
            yield address, _redline(found[address], *(found[each] for each in sides))
        else:
            yield address, _text(found[address], texts.get(address.replace(".docx", ".txt")))


def _redline(read: Read, old: Read, new: Read) -> str:
    if read.accepted != new.accepted:
        return "accepting every change does not give the new text"
    return "" if read.rejected == old.accepted else "rejecting every change does not give the old text"


def _text(read: Read, plain: str | None) -> str:
    if read.changes or read.accepted != read.rejected:
        return "a text has changes"
    # A text that prints no title is given one.
    said, expected = words(list(read.accepted)), words([plain or "\n".join(read.accepted)])
    return "" if said[-len(expected) :] == expected else "it does not say what the plain text says"


if __name__ == "__main__":
    sys.exit(main())
