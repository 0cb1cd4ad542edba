"""The same watching browser on a site of odd contracts: ids as pages have them, words and lists of any length."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import serve


@pytest.fixture(scope="session")
def base_url(odd_built: Path) -> Iterator[str]:
    """Where `page.goto("/fr/etrange/page/")` leads."""
    yield from serve(odd_built)
