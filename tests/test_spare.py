"""The site before the last becomes the next one: what is the same is not written again, and nothing else published."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis.strategies import binary, dictionaries, lists, sampled_from

from macros.__main__ import main
from macros.cache import Cache
from macros.making import Made, made
from macros.ordering import Commission, commission
from macros.parts import Written
from macros.spare import Spare
from macros.swapping import put_in_place
from tests.conftest import copy_site, files, own_cache, telephone

BEFORE = ".cache/before"
KEPT = "fr/acme/terms/2026-01-01/terms.md"


def states(root: Path) -> dict[str, tuple[int, int]]:
    """By address, which file of the disk each file of the site is, and when it was written."""
    site = root / "site"
    found = {each: each.stat() for each in site.rglob("*") if each.is_file()}
    return {path.relative_to(site).as_posix(): (each.st_ino, each.st_mtime_ns) for path, each in found.items()}


def built(root: Path) -> dict[str, bytes]:
    """Every file of the site, built."""
    assert main(["--project", str(root), "build"]) == 0
    return files(root)


@pytest.fixture
def site(tiny: Path) -> Path:
    """A project that was built twice: it has a site, and the one before it."""
    own_cache(tiny)
    built(tiny)
    telephone(tiny)
    built(tiny)
    assert (tiny / BEFORE).is_dir()
    return tiny


def whole(root: Path) -> dict[str, bytes]:
    """Every file of the site as a machine that has nothing would build it."""
    shutil.rmtree(root / ".cache/site")
    shutil.rmtree(root / BEFORE)
    return built(root)


def test_what_is_the_same_is_not_written_again(site: Path) -> None:
    first, contents = states(site), files(site)
    telephone(site)
    built(site)
    assert set(first.values()).isdisjoint(states(site).values())
    path = site / "variables/acme.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('8370"', '8372"'), encoding="utf-8")
    after = built(site)
    third = states(site)
    written = {each for each in third if third[each] != first.get(each)}
    assert written == {each for each in after if after[each] != contents.get(each)}
    assert 0 < len(written) < len(after) / 2
    assert after == whole(site)


def emptied(folder: Path) -> None:
    """A file without its words."""
    (folder / KEPT).write_bytes(b"")


def forged(folder: Path) -> None:
    """Other words of the same length, and the date of before."""
    path = folder / KEPT
    date, content = path.stat(), path.read_bytes()
    path.write_bytes(content[:-2] + b"!\n")
    os.utime(path, ns=(date.st_atime_ns, date.st_mtime_ns))


def added(folder: Path) -> None:
    """A page of somebody else's."""
    (folder / "fr/else").mkdir()
    (folder / "fr/else/index.html").write_text("else", encoding="utf-8")


def removed(folder: Path) -> None:
    """A text less."""
    (folder / KEPT).unlink()


def closed(folder: Path) -> None:
    """A folder that only its owner may read."""
    (folder / "fr").chmod(0o700)


def linked(folder: Path) -> None:
    """A link in the place of a file."""
    (folder / KEPT).unlink()
    (folder / KEPT).symlink_to("/etc/passwd")


def led_elsewhere(folder: Path) -> None:
    """A link to a folder of somebody else's."""
    (folder / "else").symlink_to("/etc")


def gone(folder: Path) -> None:
    """Nothing at all."""
    shutil.rmtree(folder)


@pytest.mark.parametrize("harm", [emptied, forged, added, removed, closed, linked, led_elsewhere, gone])
def test_what_somebody_did_to_a_site_is_not_published_again(site: Path, harm: Callable[[Path], None]) -> None:
    before = files(site)
    harm(site / BEFORE)
    assert built(site) == before
    harm(site / "site")
    built(site)
    assert built(site) == before
    assert not any(each.is_symlink() for each in (site / "site").rglob("*"))
    assert {oct(each.stat().st_mode & 0o777) for each in (site / "site").rglob("*")} == {"0o644", "0o755"}


def test_a_cache_that_lost_what_the_next_site_needs_is_made_anew(site: Path) -> None:
    telephone(site)
    cache = Cache(folder=site / ".cache/site")
    before = {each for each, is_record in cache.names() if not is_record}
    made(commission(site))
    for each in {name for name, is_record in cache.names() if not is_record} - before:
        (cache.folder / each[:2] / each[2:]).unlink()
    assert built(site) == whole(site)


def test_a_build_that_fails_keeps_the_site_and_the_one_before_it(site: Path) -> None:
    before, spare = files(site), states(site)
    (site / "variables/acme.yml").write_text("broken", encoding="utf-8")
    assert main(["--project", str(site), "build"]) == 1
    assert files(site) == before
    assert states(site) == spare
    assert (site / BEFORE).is_dir()


ADDRESSES = sampled_from(("a", "b/c", "b/d/e", "b/d/f/g", "h/index.html", "h/i/index.html"))
SITES = dictionaries(ADDRESSES, binary(max_size=2), min_size=1)


@given(sites=lists(SITES, min_size=1, max_size=6))
def test_every_site_is_whole_whatever_the_ones_before_it_were(
    sites: list[dict[str, bytes]], a_commission: Commission
) -> None:
    with TemporaryDirectory() as name:
        root = Path(name)
        cache, page = root / "cache", b"index.html"
        of = replace(a_commission, cache=cache)
        for contents in sites:
            kept = Cache(folder=cache)
            written = [Written(address=a, digest=kept.add(c), size=len(c)) for a, c in contents.items()]
            (root / "new").mkdir()
            (root / "new/index.html").write_bytes(page)
            spare = Spare(root / "before", cache)
            spare.place_whole(_made(cache, written), of, root / "new")
            spare.keep(root / "site", put_in_place(root / "new", root / "site"))
            found = {
                each.relative_to(root / "site").as_posix(): each.read_bytes()
                for each in (root / "site").rglob("*")
                if each.is_file()
            }
            assert found == {**contents, "index.html": page}
            assert all(any(each.iterdir()) for each in (root / "site").rglob("*") if each.is_dir())


def _made(cache: Path, files: list[Written]) -> Made:
    return Made(cache=cache, around=None, files=tuple(files), prose=(), publishers=())  # type: ignore[arg-type]  # not used


@pytest.fixture(scope="module")
def a_commission(tmp_path_factory: pytest.TempPathFactory) -> Commission:
    """What a site is made for, whichever: nothing here is made of it."""
    return commission(copy_site("tiny", tmp_path_factory.mktemp("spare") / "tiny"))
