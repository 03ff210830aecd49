"""Two sessions at one entry: neither adds to what the other seals, though neither sees what the other has not committed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from uuid import UUID

import psycopg
import pytest

from almanac.kit import ids
from almanac.ledger.guards import SEALED
from almanac.outbox.tests.processes import Database

pytestmark = pytest.mark.race
AT = "2026-01-01 00:00:00+00:00"
Session = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def books(database: Database) -> Database:
    if database.url.startswith("sqlite"):
        pytest.skip("SQLite lets one session write at a time")
    return database


@pytest.fixture
def sessions(books: Database) -> Iterator[tuple[Session, Session]]:
    with psycopg.connect(books.url) as one, psycopg.connect(books.url) as other:
        yield one, other


@pytest.fixture
def accounts(sessions: tuple[Session, Session]) -> tuple[UUID, UUID, UUID]:
    made = ids.new_id(), ids.new_id(), ids.new_id()
    for role, account in zip(("bank", "revenue", "tax"), made, strict=True):
        sessions[0].execute("INSERT INTO ledger_account VALUES (%s, %s, '', 'GBP')", [account, role])
    sessions[0].commit()
    return made


def add(session: Session, entry: UUID, account: UUID, amount: int) -> None:
    session.execute(
        "INSERT INTO ledger_posting (id, entry_id, account_id, amount, happened_at) VALUES (%s, %s, %s, %s, %s)",
        [ids.new_id(), entry, account, amount, AT],
    )


def seal(session: Session, entry: UUID) -> None:
    session.execute(
        "INSERT INTO ledger_entry (id, key, kind, subject, currency, happened_at, created_at) "
        "VALUES (%s, 'k', 'capture', '', 'GBP', %s, %s)",
        [entry, AT, AT],
    )


def waits(call: Future[None]) -> bool:
    with pytest.raises(TimeoutError):
        call.result(timeout=0.5)
    return True


def test_what_was_added_elsewhere_before_the_seal_is_gone(
    books: Database, sessions: tuple[Session, Session], accounts: tuple[UUID, UUID, UUID]
) -> None:
    mine, theirs = sessions
    entry = ids.new_id()
    add(mine, entry, accounts[0], 5)
    add(mine, entry, accounts[1], -5)
    add(theirs, entry, accounts[2], 1)
    with ThreadPoolExecutor() as pool:
        sealing = pool.submit(seal, mine, entry)
        assert waits(sealing)
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            theirs.commit()
        sealing.result(timeout=10)
    mine.commit()
    assert books.rows("SELECT COUNT(*), SUM(amount) FROM ledger_posting") == [(2, 0)]


def test_what_is_added_elsewhere_after_the_seal_is_refused(
    books: Database, sessions: tuple[Session, Session], accounts: tuple[UUID, UUID, UUID]
) -> None:
    mine, theirs = sessions
    entry = ids.new_id()
    add(mine, entry, accounts[0], 5)
    add(mine, entry, accounts[1], -5)
    seal(mine, entry)
    with ThreadPoolExecutor() as pool:
        adding = pool.submit(add, theirs, entry, accounts[2], 1)
        assert waits(adding)
        mine.commit()
        with pytest.raises(psycopg.errors.CheckViolation, match=SEALED):
            adding.result(timeout=10)
    theirs.rollback()
    assert books.rows("SELECT COUNT(*), SUM(amount) FROM ledger_posting") == [(2, 0)]
