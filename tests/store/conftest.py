"""A store on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.store import Store, close, open_store


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """An empty store on each database."""
    opened = open_store(database)
    yield opened
    close(opened)
