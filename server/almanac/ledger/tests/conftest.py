"""What the ledger's races share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from almanac.outbox.tests.processes import Database, temporary_databases
from tests.databases import raced_on


@pytest.fixture(params=raced_on())
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database that other processes can open."""
    yield from temporary_databases(request.param, tmp_path)
