"""Pagefind's binary: index pages in a temporary folder to the files that a browser searches in."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from pagefind_bin import get_executable

from macros.terms.names import SEARCH
from macros.terms.pages.model import Asset, Index

ENTRY = "pagefind-entry.json"
# Of what the binary writes, what a search reads; the rest are interfaces that these pages do not use.
READ = (ENTRY, "*.pf_meta", "index/*", "fragment/*")
# An index of earlier versions is read together with the one of its language, which brings these.
PROGRAM = ("pagefind.js", "wasm.{wasm}.pagefind")
SIGNATURE = b"pagefind_dcd"
FIRST = frozenset({ENTRY, "exact.json", "pagefind.js", "texts.json", "words.json"})


# What Pagefind adds to the address of its first file where index.js gives it a tag, in the place of the time.
TAG = "?ts=1"


class PagefindError(Exception):
    """The binary did not run, or did not like what it was given; its own words are the message."""


def built_indexes(indexes: Sequence[Index], cache: Path) -> Iterator[Asset]:
    """The files of every index; those of pages that were indexed before come from the cache folder."""
    folders = [cache / _key(index) for index in indexes]
    _index([(index, folder) for index, folder in zip(indexes, folders, strict=True) if not folder.is_dir()])
    for index, folder in zip(indexes, folders, strict=True):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            yield Asset(address=index.address + path.relative_to(folder).as_posix(), content=path.read_bytes())


def search_starts(language: str, addresses: Iterable[str]) -> list[str]:
    """What a search in a language asks for before it can answer: a page asks for all of it at once."""
    folder = f"{SEARCH}/{language}/"
    names = {each.removeprefix(folder) for each in addresses if each.startswith(folder)}
    first = sorted(name for name in names if name in FIRST or name.startswith("wasm."))
    return [f"{folder}{name}{TAG if name == ENTRY else ''}" for name in first]


def _key(index: Index) -> str:
    """The digest of all that decides what comes out."""
    digest = hashlib.sha256(repr((version("pagefind_bin"), index.language, index.merged)).encode())
    for path, page in index.pages.items():
        digest.update(f"{path}\0{page}\0".encode())
    return digest.hexdigest()


def _index(wanted: Sequence[tuple[Index, Path]]) -> None:
    """Run the binary over each index's pages, all at the same time, and keep what it wrote."""
    if not wanted:
        return
    with tempfile.TemporaryDirectory() as name:
        runs = []
        for number, (index, folder) in enumerate(wanted):
            source, made = Path(name, str(number)), Path(name, f"{number}.out")
            _write(index, source)
            runs.append((index, folder, made, _started(source, made)))
        failures = [message for _, _, _, run in runs if (message := _ended(run))]
        if failures:
            raise PagefindError("; ".join(failures))
        for index, folder, made, _ in runs:
            _keep(index, made, folder)


def _write(index: Index, source: Path) -> None:
    folders = {str(Path(path).parent) for path in index.pages}
    for folder in sorted(folders):
        (source / folder).mkdir(parents=True)
    for path, page in index.pages.items():
        (source / path).write_text(page, encoding="utf-8")


def _started(source: Path, made: Path) -> subprocess.Popen[str]:
    command = [str(get_executable()), "--site", str(source), "--output-path", str(made), "--keep-index-url", "--silent"]
    try:
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603  # the binary of a pinned package, and folders of ours
    except OSError as error:
        raise PagefindError(f"expected Pagefind's binary to run, found: {error.strerror}") from error


def _ended(run: subprocess.Popen[str]) -> str:
    """What the binary said where it failed, "" where it did not."""
    said, _ = run.communicate()
    return f"expected Pagefind to index the clauses, found: {said.strip() or run.returncode}" if run.returncode else ""


def _keep(index: Index, made: Path, folder: Path) -> None:
    """Put what a search reads into the cache at once, or not at all; another build may do the same meanwhile."""
    entry = json.loads((made / ENTRY).read_text(encoding="utf-8"))
    wasm = entry["languages"][index.language]["wasm"] or "unknown"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".part-", ignore_cleanup_errors=True) as name:
        part = Path(name, "made")
        for pattern in (*READ, *(each.format(wasm=wasm) for each in (() if index.merged else PROGRAM))):
            for path in made.glob(pattern):
                kept = part / path.relative_to(made)
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, kept)
        (part / "clauses.json").write_text(json.dumps(_clauses(part), separators=(",", ":"), sort_keys=True))
        if not folder.is_dir():
            part.rename(folder)


def _clauses(made: Path) -> dict[str, str]:
    """The names that Pagefind gives to the clauses of each document: what counts and filters results."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((made / "fragment").iterdir()):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
        publisher, document = fragment["url"].strip("/").split("/")[:2]
        found[f"{publisher}/{document}"].append(path.stem.split("_", 1)[1])
    return {document: " ".join(names) for document, names in found.items()}
