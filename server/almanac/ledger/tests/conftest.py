"""What the ledger's races share, and how a test may commit to the books."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from almanac.ledger import guards
from almanac.outbox.tests.processes import Database, temporary_databases
from tests.databases import raced_on


@pytest.fixture(params=raced_on())
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database that other processes can open."""
    yield from temporary_databases(request.param, tmp_path)


@pytest.fixture(scope="module")
def _guarded_afterwards(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    yield
    with django_db_blocker.unblock():
        guards.put_up(connection)


@pytest.fixture
def committed_books(_guarded_afterwards: None, transactional_db: None) -> Iterator[None]:
    """A test that commits entries. The flush after it would be refused, so the guard is down for that."""
    guards.put_up(connection)
    yield
    guards.take_down(connection)
