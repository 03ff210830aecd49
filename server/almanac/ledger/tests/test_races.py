"""Real processes at one card and at one key, on both databases: nothing is spent twice, and nothing is written twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from almanac.outbox.tests.processes import Database, wait_until

pytestmark = pytest.mark.race
TIMES = 400 if os.environ.get("ALMANAC_SOAK") == "1" else 40
PROCESSES = 4
ODD_ENTRIES = (
    "SELECT entry_id FROM ledger_posting GROUP BY entry_id HAVING SUM(amount) <> 0 OR COUNT(*) < 2 "
    "UNION SELECT id FROM ledger_entry WHERE id NOT IN (SELECT entry_id FROM ledger_posting)"
)
ODD_BALANCES = (
    "SELECT ledger_account.id FROM ledger_account WHERE "
    "(SELECT COALESCE(SUM(amount), 0) FROM ledger_posting WHERE account_id = ledger_account.id) <> "
    "(SELECT COALESCE(SUM(amount), 0) FROM ledger_balance WHERE account_id = ledger_account.id)"
)


def race(database: Database, folder: Path, command: str) -> list[list[str]]:
    """What each of the processes wrote; all of them begin at once."""
    go = folder / "go"
    racing = [
        database.python("almanac.ledger.tests.process", command, str(go), f"w{number}", str(TIMES))
        for number in range(PROCESSES)
    ]
    wait_until(lambda: len(list(folder.glob("go-w*"))) == PROCESSES)
    go.touch()
    said = [process.communicate(timeout=240)[0].splitlines() for process in racing]
    assert [process.returncode for process in racing] == [0] * PROCESSES, database.complaints
    return said


def test_a_gift_card_is_never_overspent(database: Database, tmp_path: Path) -> None:
    there = TIMES * PROCESSES // 2
    loading = database.python("almanac.ledger.tests.process", "load", "now", str(there))
    assert loading.wait(timeout=60) == 0, database.complaints
    said = race(database, tmp_path, "spend")
    assert sum(map(len, said)) == there
    assert database.rows("SELECT COUNT(*) FROM ledger_entry WHERE kind = 'redeem'") == [(there,)]
    assert database.rows("SELECT amount FROM ledger_balance WHERE has_floor") == [(0,)]
    assert database.rows(ODD_ENTRIES) == database.rows(ODD_BALANCES) == []


def test_a_movement_that_all_report_at_once_is_written_once(database: Database, tmp_path: Path) -> None:
    said = race(database, tmp_path, "repeat")
    assert said == [said[0]] * PROCESSES
    assert database.rows("SELECT COUNT(*) FROM ledger_entry") == [(TIMES,)]
    assert database.rows("SELECT COUNT(*) FROM ledger_posting") == [(3 * TIMES,)]
    assert database.rows("SELECT SUM(amount) FROM ledger_balance WHERE amount > 0") == [(3 * TIMES,)]
    assert database.rows(ODD_ENTRIES) == database.rows(ODD_BALANCES) == []
