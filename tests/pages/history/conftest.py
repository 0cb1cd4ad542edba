"""The same watching browser on another site: eight versions of one contract in three languages, with its draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import serve


@pytest.fixture(scope="session")
def base_url(history_built: Path) -> Iterator[str]:
    """Where `page.goto("/fr/exemple/services/")` leads."""
    yield from serve(history_built)
