"""Pagefind's binary: index pages in a temporary folder to the files that a browser searches in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from zipfile import ZipFile

from pagefind_bin import get_executable

from macros.cache import key
from macros.stopping import BuildFailedError
from macros.terms.names import SEARCH
from macros.terms.pages.model import Asset, Index

# Of what the binary writes, what a search reads; the rest are interfaces that these pages do not use.
ENTRY, PROGRAM = "pagefind-entry.json", "pagefind.js"
FOLDERS = ("", "fragment/", "index/")
# What a fragment begins with, inside gzip's own frame.
SIGNATURE = b"pagefind_dcd"
GZIP = 31
# What is fetched before a search can answer. Pagefind asks for its first file with the time, or with this tag.
FIRST = ("exact.json", f"{ENTRY}?ts=1", PROGRAM, "texts.json", "wasm.{language}.pagefind")
# Where files are written in memory, if there is room for so many bytes a page, its blocks and its part of the index.
MEMORY, ROOM = Path("/dev/shm"), 16_384  # noqa: S108  # a folder of one's own is made in it
# One binary at a time: it uses two cores by itself, and side by side two hold twice the memory. What is done
# before and after it, for other indexes, goes on meanwhile.
RUNNING = Lock()


class PagefindError(BuildFailedError):
    """The binary did not run, or did not like what it was given; its own words are the message."""


def built_indexes(indexes: Sequence[Index], cache: Path) -> Iterator[Asset]:
    """The files of every index; those of pages that were indexed before come from the cache folder."""
    kept = [cache / f"{_key(index)}.zip" for index in indexes]
    cache.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        made = [
            pool.submit(_index, index, path) for index, path in zip(indexes, kept, strict=True) if not path.exists()
        ]
    for each in made:
        each.result()
    for index, path in zip(indexes, kept, strict=True):
        with ZipFile(path) as files:
            for name in files.namelist():
                yield Asset(address=index.address + name, content=files.read(name))


def search_starts(language: str, *, indexed: bool) -> list[str]:
    """What a search in a language asks for before it can answer: a page asks for all of it at once."""
    names = (*FIRST, "words.json") if indexed else ("words.json",)
    return [f"{SEARCH}/{language}/{name.format(language=language)}" for name in names]


def _key(index: Index) -> str:
    """The digest of all that decides what comes out: the pages, the binary, and this file."""
    made_by = version("pagefind_bin"), Path(__file__).read_bytes()
    return key(*made_by, index.language, index.merged, *chain.from_iterable(index.pages.items()))


def _index(index: Index, kept: Path) -> None:
    """Run the binary over an index's pages, and keep what a search reads of what it writes: all of it, or nothing."""
    with TemporaryDirectory(dir=_in_memory(len(index.pages))) as name:
        source, made = Path(name, "pages"), Path(name, "made")
        _write(index, source)
        _run(source, made)
        part = kept.with_suffix(f".{os.getpid()}.part")
        with ZipFile(part, "w") as files:
            for path, content in _read(index, made).items():
                files.writestr(path, content)
    part.replace(kept)


def _in_memory(pages: int) -> Path | None:
    """Where thousands of small files cost least, None for the usual place."""
    try:
        roomy = shutil.disk_usage(MEMORY).free > pages * ROOM * (os.cpu_count() or 1)
    except OSError:
        return None
    return MEMORY if roomy and os.access(MEMORY, os.W_OK) else None


def _write(index: Index, source: Path) -> None:
    for folder in sorted({path.rpartition("/")[0] for path in index.pages}):
        (source / folder).mkdir(parents=True)
    for path, page in index.pages.items():
        (source / path).write_text(page, encoding="utf-8")


def _run(source: Path, made: Path) -> None:
    command = [str(get_executable()), "--site", str(source), "--output-path", str(made), "--keep-index-url", "--silent"]
    try:
        with RUNNING:
            run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # the binary of a pinned package, and folders of ours
    except OSError as error:
        raise PagefindError(f"expected Pagefind's binary to run, found: {error.strerror}") from error
    if run.returncode:
        said = f"{run.stdout}{run.stderr}".strip() or f"exit code {run.returncode}"
        raise PagefindError(f"expected Pagefind to index the clauses, found: {said}")


def _read(index: Index, made: Path) -> dict[str, bytes]:
    """What a search reads, by path; an index that is merged into another is read by the program of that one."""
    found = {
        f"{folder}{path.name}": path.read_bytes()
        for folder in FOLDERS
        for path in sorted((made / folder).iterdir())
        if path.is_file()
    }
    wanted = {ENTRY} if index.merged else {ENTRY, PROGRAM}
    needed = {path: each for path, each in found.items() if "/" in path or path in wanted or path.endswith(".pf_meta")}
    if not index.merged:
        needed |= _stemmer(found, index.language)
    return needed | {"clauses.json": json.dumps(_clauses(needed), separators=(",", ":"), sort_keys=True).encode()}


def _stemmer(found: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """The program that knows a language's endings, under that name also where Pagefind knows none of the language's.

    So every page can ask for it without knowing which languages Pagefind knows.
    """
    entry = json.loads(found[ENTRY])
    known = entry["languages"][language]["wasm"] or "unknown"
    entry["languages"][language]["wasm"] = language
    return {
        ENTRY: json.dumps(entry, separators=(",", ":"), sort_keys=True).encode(),
        f"wasm.{language}.pagefind": found[f"wasm.{known}.pagefind"],
    }


def _clauses(files: Mapping[str, bytes]) -> dict[str, str]:
    """The names that Pagefind gives to the clauses of each document: what counts and filters results."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, content in files.items():
        if path.startswith("fragment/"):
            fragment = json.loads(zlib.decompress(content, GZIP)[len(SIGNATURE) :])
            publisher, document = fragment["url"].strip("/").split("/")[:2]
            found[f"{publisher}/{document}"].append(Path(path).stem.partition("_")[2])
    return {document: " ".join(names) for document, names in found.items()}
