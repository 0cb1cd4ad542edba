"""Files that take long are made once, by several processes; one that fails is named, and nothing is left half made."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from macros import exports
from macros.exports import ExportError, built_exports
from macros.terms.check import examine
from macros.terms.pages.model import Export
from macros.terms.site import site
from tests.conftest import TODAY

MANY = 40


def words(text: str, trace: Path | None = None) -> bytes:
    if trace is not None:
        (trace / f"{text}-{os.getpid()}").touch()
    return text.encode()


def refuse(text: str) -> bytes:
    message = f"no paper\nfor {text}"
    raise ValueError(message)


def die() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def export(name: str, make: Callable[[], bytes] | None = None) -> Export:
    return Export(address=f"en/{name}.pdf", inputs=(name,), make=make or partial(words, name))


def test_many_are_made_by_other_processes_in_order_and_then_taken_from_the_cache(tmp_path: Path) -> None:
    trace, cache = tmp_path / "trace", tmp_path / "cache"
    trace.mkdir()
    names = [f"n{at}" for at in range(MANY)]
    asked = [export(name, partial(words, name, trace)) for name in names]
    assert [(each.address, each.content) for each in built_exports(asked, cache)] == [
        (f"en/{name}.pdf", name.encode()) for name in names
    ]
    makers = {each.name.split("-")[1] for each in trace.iterdir()}
    assert str(os.getpid()) not in makers
    stamps = {each: each.stat().st_mtime_ns for each in cache.iterdir()}
    list(built_exports([*asked, export("one more")], cache))
    assert {each: each.stat().st_mtime_ns for each in cache.iterdir() if each in stamps} == stamps
    assert len(list(cache.iterdir())) == MANY + 1
    assert len(list(trace.iterdir())) == MANY


def test_a_few_are_made_here(tmp_path: Path) -> None:
    assert [each.content for each in built_exports([export("a"), export("b")], tmp_path)] == [b"a", b"b"]


@pytest.mark.parametrize("many", [0, MANY])
def test_each_that_fails_is_named_with_its_reason(tmp_path: Path, many: int) -> None:
    good = [export(f"n{at}") for at in range(many)]
    with pytest.raises(ExportError) as found:
        list(built_exports([*good, export("a", partial(refuse, "a")), export("b", partial(refuse, "b"))], tmp_path))
    line = "en/{0}.pdf: expected a file to take away, found ValueError (test_exports.py) no paper for {0}; mend"
    lines = re.sub(r"(\.py):\d+", r"\1", str(found.value)).split("\n")
    assert [each.split(" what ")[0] for each in lines] == [line.format("a"), line.format("b")]
    assert len(list(tmp_path.iterdir())) == many
    assert not list(tmp_path.glob("*.part"))


def test_a_process_that_dies_is_named_by_its_file_and_takes_no_other_along(tmp_path: Path) -> None:
    good = [export(f"n{at}") for at in range(MANY)]
    with pytest.raises(ExportError) as found:
        list(built_exports([*good[:9], export("dead", die), *good[9:], export("no", partial(refuse, "x"))], tmp_path))
    lines = str(found.value).split("\n")
    assert lines[0].startswith(
        "en/dead.pdf: expected a file to take away, found nothing: the process that made it died"
    )
    assert lines[1].startswith("en/no.pdf: ")
    assert len(lines) == 2
    assert len(list(tmp_path.iterdir())) == MANY


def test_what_a_file_is_made_of_decides_whether_it_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(built_exports([export("a")], tmp_path))
    list(built_exports([Export(address="en/a.pdf", inputs=("a", ""), make=partial(words, "b"))], tmp_path))
    assert sorted(each.read_text() for each in tmp_path.iterdir()) == ["a", "b"]
    monkeypatch.setattr(exports, "version", lambda _: "another")
    exports._engine.cache_clear()
    try:
        list(built_exports([export("a")], tmp_path))
    finally:
        exports._engine.cache_clear()
    assert len(list(tmp_path.iterdir())) == 3


def keys(root: Path) -> dict[str, str]:
    """Every file of a project's site by its address, with the name under which it is kept."""
    day = date.fromisoformat(TODAY)
    library, readings, problems = examine(root, day)
    assert problems == []
    made = site(library, readings, today=day, base="https://terms.example/", drafts=True)
    return {each.address: exports._key(each) for each in made.exports}


def test_a_changed_text_has_only_its_own_files_made_again(history: Path) -> None:
    before = keys(history)
    assert len(set(before.values())) == len(before)
    draft = history / "docs/exemple/services/draft/fr.md"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(f"{text.rstrip()}\n\nUne phrase de plus.\n", encoding="utf-8")
    after = keys(history)
    changed = {each for each in before if before[each] != after[each]}
    assert changed == {each for each in before if each.startswith("fr/") and "--draft/" in each} != set()
