"""What the outbox's tests share: an empty registry and a clock that stands where the test puts it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from almanac.kit import clock
from almanac.outbox import registry
from almanac.outbox.tests import factories
from almanac.outbox.tests.processes import Database, temporary_databases
from tests.databases import raced_on


class Clock:
    """The time as the test says."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 9, 10, tzinfo=UTC)

    def forward(self, **amount: float) -> datetime:
        self.now += timedelta(**amount)
        return self.now


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock()
    monkeypatch.setattr(clock, "now", lambda: standing.now)
    return standing


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> factories.Handlers:
    """A registry of its own: nothing that the product registered follows a test's events."""
    for name in ("_specs", "_reactions", "_schedule"):
        monkeypatch.setattr(registry, name, {})
    return factories.Handlers()


@pytest.fixture(params=raced_on())
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database that other processes can open, with the outbox's tables in it."""
    yield from temporary_databases(request.param, tmp_path)
