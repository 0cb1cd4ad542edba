"""Proves that nothing moves while pages of changes and of answers are loaded, whatever their scripts show."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench.painting import painted
from tests.compressing import serving

PLACE = "/fr/exemple/services"
KINDS = (
    f"{PLACE}/changes/",
    f"{PLACE}/changes/2024-02-29--2027-01-01/",
    f"{PLACE}/review/2023-02-01/",
    f"{PLACE}/2026-06-01/receipt/",
    f"{PLACE}/draft/",
)


@pytest.fixture(scope="module")
def sent(history_built: Path) -> Iterator[str]:
    """Where the site is served compressed."""
    with serving(history_built) as address:
        yield address


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_is_loaded(browser: Browser, sent: str, width: int) -> None:
    found = {each: painted(browser, sent + each, width=width) for each in KINDS}
    assert {each: page.moved for each, page in found.items() if page.shift} == {}
