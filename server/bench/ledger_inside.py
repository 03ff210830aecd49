"""Books of a million entries inside one process, on a database of its own; run by bench.ledger.

`measure <entries>` fills the books and prints rows of [name, milliseconds, SQL queries, the baseline's milliseconds] as JSON on
its last line; `post <number> <seconds> spread|in_one_row` posts captures as fast as it can and prints how many that were.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from itertools import islice
from unittest.mock import patch
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from almanac.kit import ids  # noqa: E402
from almanac.ledger import actions, guards, queries, writing  # noqa: E402
from almanac.ledger.actions import credit, debit  # noqa: E402
from almanac.ledger.models import Account, Entry, Posting, Role  # noqa: E402
from bench.copying import store  # noqa: E402
from bench.figures import median_ms, timed  # noqa: E402
from bench.processes import ready  # noqa: E402

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
DAYS, BATCH, BUSINESSES, STAFF = 365, 20_000, 50, 200
JUNE, JULY = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
ENTRY = ("id", "key", "kind", "happened_at", "relates_to_id")
POSTING = ("id", "entry_id", "account_id", "amount", "happened_at")


def fill(size: int) -> None:
    """A year of captures with their fees, refunds of one in twelve, and payouts; balances are built from them."""
    key: Callable[[UUID], str] = (lambda value: value.hex) if connection.vendor == "sqlite" else str
    held = Account.objects.bulk_create(
        [
            Account(role=Role.CLEARING, holder="stripe", currency="GBP"),
            Account(role=Role.FEES, holder="stripe", currency="GBP"),
            Account(role=Role.BANK, currency="GBP"),
            *(
                Account(role=role, holder=f"business:{number}", currency="GBP")
                for number in range(BUSINESSES)
                for role in (Role.REVENUE, Role.TAX, Role.COMMISSION)
            ),
            *(Account(role=Role.PAYABLE, holder=f"staff:{number}", currency="GBP") for number in range(STAFF)),
        ]
    )
    accounts = {(each.role, each.holder): key(each.pk) for each in held}
    likes = Entry(subject="order:1", currency="GBP", created_at=BEGIN), Posting()
    guards.take_down(connection)
    rows = _rows(size, accounts, key)
    for _ in range(0, size, BATCH):
        entries, postings = [], []
        for entry, legs in islice(rows, BATCH):
            entries.append(entry)
            postings += [(key(ids.new_id()), entry[0], account, amount, entry[3]) for account, amount in legs]
        with transaction.atomic():
            store(likes[0], ENTRY, entries)
            store(likes[1], POSTING, postings)
    guards.put_up(connection)


Row = tuple[tuple[str, str, str, str, str | None], list[tuple[str, int]]]


def _rows(size: int, accounts: dict[tuple[str, str], str], key: Callable[[UUID], str]) -> Iterator[Row]:
    dice = random.Random(20260601)
    clearing, fees, bank = accounts["clearing", "stripe"], accounts["fees", "stripe"], accounts["bank", ""]
    at, captured = BEGIN, ""
    step = timedelta(days=DAYS) / size
    for number in range(size):
        at += step
        stamp, entry = at.strftime("%Y-%m-%d %H:%M:%S+00:00"), key(ids.new_id())
        which = number % 25
        owner = f"business:{dice.randrange(BUSINESSES)}"
        amount = dice.randrange(1_000, 20_000)
        tax = amount // 6
        revenue, taxes = accounts["revenue", owner], accounts["tax", owner]
        if which == 24:
            yield (entry, f"po:{number}", "payout", stamp, None), [(bank, amount), (clearing, -amount)]
        elif which % 2:
            yield (entry, f"f:{number}", "fee", stamp, None), [(fees, amount // 50), (clearing, -(amount // 50))]
        elif which == 22:
            legs = [(revenue, 900), (taxes, 100), (clearing, -1_000)]
            yield (entry, f"r:{number}", "refund", stamp, captured), legs
        elif which % 6:
            yield (
                (entry, f"c:{number}", "capture", stamp, None),
                [(clearing, amount), (revenue, tax - amount), (taxes, -tax)],
            )
            captured = entry
        else:
            share = (amount - tax) // 5
            yield (
                (entry, f"c:{number}", "capture", stamp, None),
                [
                    (clearing, amount),
                    (taxes, -tax),
                    (accounts["commission", owner], -share),
                    (accounts["payable", f"staff:{dice.randrange(STAFF)}"], share + tax - amount),
                ],
            )


def measure(size: int) -> list[list[object]]:
    """The report of a month among all entries, beside adding the same up in Python; balances of an instant; all laws."""
    fill(size)
    actions.rebuild_balances()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    assert _as_rows(queries.turnover(JUNE, JULY)) == _added_up()
    rows: list[list[object]] = [
        _row("turnover of a month by kind, role and holder", lambda: queries.turnover(JUNE, JULY), reference=_added_up),
        _row("balance of one account at an instant", lambda: queries.balance_at(Role.CLEARING, "GBP", JULY, "stripe")),
    ]
    seconds = timed(_nothing_broken)
    return [*rows, ["all laws looked at", seconds * 1000, 0, None]]


def _row(name: str, call: Callable[[], object], *, reference: Callable[[], object] | None = None) -> list[object]:
    with CaptureQueriesContext(connection) as captured:
        call()
    beside = median_ms(reference, times=3) if reference else None
    return [name, median_ms(call, times=7), len(captured), beside]


def _nothing_broken() -> None:
    assert queries.broken_laws() == []


Sums = dict[tuple[str, str, str], tuple[int, int]]


def _as_rows(found: list[queries.Turnover]) -> Sums:
    return {(each.kind, each.role, each.holder): (each.debits, each.credits) for each in found}


def _added_up() -> Sums:
    """The same as a program would that reads the entries of the month and adds."""
    sums: dict[tuple[str, str, str], list[int]] = {}
    month = Posting.objects.filter(entry__happened_at__gte=JUNE, entry__happened_at__lt=JULY)
    for kind, role, holder, amount in month.values_list(
        "entry__kind", "account__role", "account__holder", "amount"
    ).iterator():
        found = sums.setdefault((kind, role, holder), [0, 0])
        found[amount < 0] += abs(amount)
    return {place: (debits, credits) for place, (debits, credits) in sums.items()}


def post_many(number: int, seconds: float, how: str) -> int:
    """Captures of one business, each in a transaction of its own, until the time is up; how many that were."""
    connection.ensure_connection()
    ready()
    done, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        with transaction.atomic():
            actions.post(
                key=f"bench:{how}:{number}:{done}",
                kind="capture",
                currency="GBP",
                legs=[
                    debit(Role.CLEARING, 12_000, "stripe"),
                    credit(Role.REVENUE, 10_000, "business:1"),
                    credit(Role.TAX, 2_000, "business:1"),
                ],
                happened_at=BEGIN,
                now=BEGIN,
                subject=f"order:{number}:{done}",
            )
        done += 1
    return done


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        with patch.object(writing, "SHARDS", 1) if sys.argv[4] == "in_one_row" else nullcontext():
            print(json.dumps(post_many(int(sys.argv[2]), float(sys.argv[3]), sys.argv[4])))
