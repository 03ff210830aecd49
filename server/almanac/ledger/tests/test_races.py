"""Real processes at one card and at one key, on both databases: nothing is spent twice, and nothing is written twice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from almanac.outbox.tests.processes import Database, wait_until

pytestmark = pytest.mark.race
TIMES = 200 if os.environ.get("ALMANAC_SOAK") == "1" else 40
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


def load(database: Database, amount: int) -> None:
    loading = database.python("almanac.ledger.tests.process", "load", "now", str(amount))
    assert loading.wait(timeout=60) == 0, database.complaints


def test_a_gift_card_is_never_overspent(database: Database, tmp_path: Path) -> None:
    there = TIMES * PROCESSES // 2
    load(database, there)
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


def test_what_is_there_stays_there_for_who_looked(database: Database, tmp_path: Path) -> None:
    there = TIMES * PROCESSES + 1  # half of them come too late, and one finds a single penny
    load(database, there)
    said = race(database, tmp_path, "spend_looking")
    assert sum(int(each) for lines in said for each in lines) == there
    assert sorted(each for lines in said for each in lines)[0] == "1"
    assert database.rows("SELECT amount FROM ledger_balance WHERE has_floor") == [(0,)]


@pytest.mark.parametrize("command", ["give_back", "give_back_blindly"])
def test_no_more_goes_back_than_came_in(database: Database, tmp_path: Path, command: str) -> None:
    there = TIMES * PROCESSES // 2
    load(database, there)
    said = race(database, tmp_path, command)
    assert sum(map(len, said)) == there
    assert database.rows("SELECT COUNT(*) FROM ledger_entry WHERE kind = 'refund'") == [(there,)]
    assert database.rows(ODD_ENTRIES) == database.rows(ODD_BALANCES) == []


def test_an_entry_is_reversed_once_whoever_wants_to(database: Database, tmp_path: Path) -> None:
    said = race(database, tmp_path, "reverse")
    done = sorted(line for lines in said for line in lines if line.startswith("reversed"))
    assert done == sorted(f"reversed {number}" for number in range(TIMES))
    assert database.rows("SELECT COUNT(*) FROM ledger_entry WHERE reverses_id IS NOT NULL") == [(TIMES,)]
    assert database.rows("SELECT account_id FROM ledger_balance GROUP BY account_id HAVING SUM(amount) <> 0") == []
    assert database.rows(ODD_ENTRIES) == database.rows(ODD_BALANCES) == []


def test_one_of_those_that_say_different_things_under_one_key_is_believed(database: Database, tmp_path: Path) -> None:
    said = race(database, tmp_path, "differ")
    assert sorted(int(each) for lines in said for each in lines) == list(range(TIMES))
    assert database.rows("SELECT COUNT(*) FROM ledger_entry") == [(TIMES,)]
    won = sum((1 + number) * len(lines) for number, lines in enumerate(said))
    assert database.rows("SELECT SUM(amount) FROM ledger_posting WHERE amount > 0") == [(won,)]
    assert database.rows(ODD_ENTRIES) == database.rows(ODD_BALANCES) == []


def test_calls_of_many_entries_never_wait_in_a_circle(database: Database, tmp_path: Path) -> None:
    said = race(database, tmp_path, "batches")
    assert [len(lines) for lines in said] == [TIMES] * PROCESSES
    assert database.rows("SELECT COUNT(*) FROM ledger_entry") == [(TIMES // 2 * 8,)]
    assert database.rows(ODD_ENTRIES) == database.rows(ODD_BALANCES) == []
