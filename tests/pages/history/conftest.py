"""The same watching browser on another site: eight versions of one contract in three languages, with its draft."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import build, copy_site, once, serve


@pytest.fixture(scope="session")
def history_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the history site as a preview shows it, drafts included."""
    return once(tmp_path_factory, "history-site", lambda folder: _preview(tmp_path_factory, folder))


def _preview(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> None:
    root = copy_site("history", tmp_path_factory.mktemp("history") / "site")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TERMS_DRAFTS", "1")
        build(root / "mkdocs.yml", folder)


@pytest.fixture(scope="session")
def base_url(history_built: Path) -> Iterator[str]:
    """Where `page.goto("/fr/exemple/services/")` leads."""
    yield from serve(history_built)
