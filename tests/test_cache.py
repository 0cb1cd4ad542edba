"""The cache is never wrong: whatever was kept is what was made, or it counts as absent; edits in any order are seen."""

from __future__ import annotations

import os
import pickle
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from hypothesis.strategies import sampled_from

from macros import sources
from macros.cache import Cache, key
from macros.making import made
from macros.ordering import commission
from macros.terms.model import Fault
from tests.conftest import ROOT, copy_site, telephone

DRAFT = "docs/acme/terms/draft/fr.md"
DAYS = ("2026-11-22", "2026-12-31", "2027-02-01")


class Evil:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.system, ("touch /tmp/evil",)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(folder=tmp_path / "cache")


def test_a_content_is_kept_under_its_digest(cache: Cache) -> None:
    digest = cache.add(b"words")
    assert cache.content(digest) == b"words"
    assert cache.content("0" * 64) is None


@pytest.mark.parametrize("harm", [b"", b"wor", b"swords", b"w0rds"])
def test_what_is_not_what_it_was_counts_as_absent_and_is_kept_anew(cache: Cache, harm: bytes) -> None:
    digest = cache.add(b"words")
    cache.remember("a" * 64, Fault(line=1, message="words"))
    for path in (each for each in cache.folder.rglob("*") if each.is_file()):
        path.write_bytes(harm)
    assert cache.content(digest) is None
    assert cache.recall("a" * 64) is None
    assert cache.made("b" * 64, lambda: b"words") == b"words"
    assert cache.content(digest) == b"words" or len(harm) == len(b"words")


def test_what_nobody_used_for_long_is_taken_out_once_a_day(cache: Cache) -> None:
    used, old, new = cache.add(b"used"), cache.add(b"old"), cache.add(b"new")
    cache.remember("a" * 64, Fault(line=1, message="old"))
    for each in (used, old, "a" * 64):
        for path in cache.folder.glob(f"{each[:2]}/{each[2:]}*"):
            os.utime(path, (0, 0))
    assert cache.content(used) == b"used"
    cache.prune()
    assert [cache.content(each) for each in (used, old, new)] == [b"used", None, b"new"]
    assert cache.recall("a" * 64) is None
    os.utime(next(cache.folder.glob(f"{new[:2]}/{new[2:]}")), (0, 0))
    cache.prune()
    assert cache.content(new) == b"new"


def test_a_record_holds_nouns_and_nothing_that_runs(cache: Cache) -> None:
    noun = {("fr", True): (Fault(line=1, message="é"), date(2026, 11, 22), frozenset({"a"}))}
    cache.remember("a" * 64, noun)
    assert cache.recall("a" * 64) == noun
    cache.remember("b" * 64, Evil())
    assert cache.recall("b" * 64) is None
    assert not Path("/tmp/evil").exists()  # where the record would have written


def test_a_record_that_is_no_pickle_counts_as_absent(cache: Cache) -> None:
    cache.remember("a" * 64, pickle.dumps(1))
    assert cache.recall("a" * 64) == pickle.dumps(1)
    assert cache.recall("c" * 64) is None


def test_parts_of_a_key_are_told_apart() -> None:
    assert len({key("a", "b"), key("ab"), key("ab", ""), key("", "ab"), key("a", b"b", ""), key(1, "")}) == 6


def files(root: Path, cache: Path, day: str) -> dict[str, bytes]:
    """Every file that is made of a project on a day, by its address."""
    whole = commission(root)
    setting = replace(whole.setting, today=date.fromisoformat(day), drafts=True)
    found = made(replace(whole, cache=cache, setting=setting))
    kept = Cache(folder=cache)
    return {each.address: kept.content(each.digest) or b"lost" for each in found.files}


def draft(root: Path) -> None:
    """Begin a draft, or throw it away."""
    if (root / DRAFT).exists():
        shutil.rmtree((root / DRAFT).parent)
        return
    text = (root / "docs/acme/terms/2026-01-01/fr.md").read_text(encoding="utf-8")
    (root / DRAFT).parent.mkdir()
    (root / DRAFT).write_text(re.sub(r"(?m)^(recorded|effective): .*\n", "", text), encoding="utf-8")


def sentence(root: Path) -> None:
    """Add a sentence to the draft that there is."""
    if (root / DRAFT).exists():
        _add(root / DRAFT, "\n\nUne phrase, de {{ company.name }}.\n")


def template(root: Path) -> None:
    """Print one more line at the foot of every page."""
    _add(root / "overrides/components/footer.html", "<p>Et encore.</p>\n")


def styles(root: Path) -> None:
    """Change what every page looks like."""
    _add(root / "overrides/components/footer.css", ".terms-foot { margin: 1px }\n")


def name(root: Path) -> None:
    """Call the site by another name."""
    path = root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("site_name: ", "site_name: O", 1), encoding="utf-8")


def _add(path: Path, words: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(words)


EDITS = (draft, sentence, telephone, template, styles, name)


class Editing(RuleBasedStateMachine):
    """Edits in any order, each followed by a build from the cache and one without any."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.root = copy_site("tiny", Path(self.folder.name) / "tiny")
        (self.root / "overrides").unlink()
        shutil.copytree(ROOT / "overrides", self.root / "overrides")
        self.day = DAYS[0]
        self.fresh = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(edit=sampled_from(EDITS))
    def edit(self, edit: Callable[[Path], None]) -> None:
        edit(self.root)
        self.compare()

    @rule(day=sampled_from(DAYS))
    def another_day(self, day: str) -> None:
        self.day = day
        self.compare()

    def compare(self) -> None:
        """What comes from the cache is what is made without it."""
        self.fresh += 1
        fresh = Path(self.folder.name) / f"fresh-{self.fresh}"
        assert files(self.root, Path(self.folder.name) / "kept", self.day) == files(self.root, fresh, self.day)
        shutil.rmtree(fresh)


def test_what_comes_from_the_cache_is_what_would_be_made_after_any_edits() -> None:
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=3,
            stateful_step_count=5,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_code_words_and_libraries_decide_on_every_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "macros/locales/fr").mkdir(parents=True)
    (tmp_path / "macros/render.py").write_text("one")
    (tmp_path / "macros/locales/fr/terms.po").write_text("un")
    monkeypatch.setattr(sources, "ENGINE", tmp_path / "macros")

    def engine() -> str:
        sources.engine.cache_clear()
        return sources.engine()

    try:
        keys = [engine()]
        (tmp_path / "macros/render.py").write_text("two")
        keys.append(engine())
        (tmp_path / "macros/locales/fr/terms.po").write_text("deux")
        keys.append(engine())
        monkeypatch.setattr(sources, "version", lambda name: f"{name} 99")
        keys.append(engine())
    finally:
        sources.engine.cache_clear()
    assert len(set(keys)) == 4
