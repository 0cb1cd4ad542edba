"""Proves that pages are as light as the build says, as a host sends them, and that nothing on them moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.budgets import FONTS, READ
from tests.bench.painting import painted
from tests.compressing import serving
from tests.pages.places import CONTRACTS, EVERY_KIND_OF_PAGE, Contract

WIDTHS = (360, 1440)
BESIDE = ("/fr/guide/messages/", "/fr/terms-index/", "/fr/rezosocial/nextcloud/review/")


@pytest.fixture(scope="module")
def sent(built: Path) -> Iterator[str]:
    """Where the site is served compressed."""
    with serving(built) as address:
        yield address


@pytest.mark.parametrize("contract", CONTRACTS, ids=str)
def test_a_contract_is_within_its_budget_on_the_line(browser: Browser, sent: str, contract: Contract) -> None:
    found = painted(browser, sent + contract.address, width=1440)
    assert found.bytes <= READ.whole
    assert found.requests <= READ.requests
    assert 0 < found.fonts <= FONTS


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_while_a_page_is_loaded(browser: Browser, sent: str, width: int) -> None:
    found = {each: painted(browser, sent + each, width=width) for each in (*EVERY_KIND_OF_PAGE, *BESIDE)}
    assert {each: page.moved for each, page in found.items() if page.shift} == {}
