"""A file of any of the formats that can be brought in to the blocks in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.terms.intake import docx, html, markdown, pdf
from macros.terms.intake.contents import without_contents
from macros.terms.intake.limits import limited
from macros.terms.intake.model import Block, Taken, UnreadableError

FORMATS: Mapping[str, Callable[[bytes], Taken]] = {
    ".docx": docx.take,
    ".htm": html.take,
    ".html": html.take,
    ".markdown": markdown.take,
    ".md": markdown.take,
    ".pdf": pdf.take,
}
LARGEST = 50_000_000


def take(path: Path) -> Taken:
    """The blocks of a file; raises UnreadableError."""
    if path.suffix.lower() not in FORMATS:
        message = f"expected a file that ends in {', '.join(FORMATS)}, found {path.suffix or 'no ending'}"
        raise UnreadableError(f"{message}; save it in one of these formats")
    return taken_from(_content(path), path.suffix.lower())


def taken_from(content: bytes, suffix: str) -> Taken:
    """The blocks of the content of a file of a format; raises UnreadableError where there are no words in it."""
    if not content.strip():
        raise UnreadableError("expected a text, found an empty file")
    with limited():
        found = FORMATS[suffix](content)
    if not any(_has_words(block) for block in found.blocks):
        raise UnreadableError("expected a text, found no word in the file; check that it is the contract")
    return without_contents(found)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableError("expected a file, found a folder; name the file in it")
        size = path.stat().st_size
        if size > LARGEST:
            norm = f"expected a file of at most {LARGEST // 1_000_000} MB"
            raise UnreadableError(f"{norm}, found {size // 1_000_000} MB; take out its pictures")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("expected a file to bring in, found none there; check its name") from error
    except OSError as error:
        raise UnreadableError(f"expected a file that can be read, found: {error.strerror}") from error


def _has_words(block: Block) -> bool:
    return any(run.text.strip() for run in block.runs) or any(map(_has_words, block.blocks))
