"""What goes back of a capture: parts of it, never more than came in, whoever writes and in whatever order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.ledger import actions, guards, queries
from almanac.ledger.actions import Leg, Movement, credit, debit
from almanac.ledger.errors import BeyondCapture, EntryMismatch, MalformedEntry
from almanac.ledger.models import Entry, Posting, Role
from almanac.ledger.writing import Draft, write

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
ORDER = "order:1"


def post(key: str, *legs: Leg, **changed: Any) -> Entry:
    facts: dict[str, Any] = {"kind": "refund", "currency": "GBP", "subject": ORDER} | changed
    return actions.post(key=key, legs=legs, happened_at=NOW, now=NOW, **facts)


@pytest.fixture
def capture() -> Entry:
    """120.00 by card."""
    return post(
        "charge",
        debit(Role.CLEARING, 12_000, "stripe"),
        credit(Role.REVENUE, 10_000, "business:1"),
        credit(Role.TAX, 2_000, "business:1"),
        kind="capture",
    )


def refund(key: str, amount: int, of: Entry | None, out_of: Role = Role.CLEARING) -> Entry:
    holder = "stripe" if out_of is Role.CLEARING else ""
    return post(key, debit(Role.REVENUE, amount, "business:1"), credit(out_of, amount, holder), relates_to=of)


def refused(key: str, amount: int, of: Entry, *, available: int, out_of: Role = Role.CLEARING) -> None:
    """Refused without a trace, and it says how much is left."""
    before = Entry.objects.count(), Posting.objects.count()
    with pytest.raises(BeyondCapture) as said:
        refund(key, amount, of, out_of)
    assert (said.value.key, said.value.available) == (of.key, available)
    assert (Entry.objects.count(), Posting.objects.count()) == before


def test_parts_go_back_until_nothing_is_left(capture: Entry) -> None:
    refund("r1", 5_000, capture)
    refused("r2", 7_001, capture, available=7_000)
    last = refund("r2", 7_000, capture)
    refused("r3", 1, capture, available=0)
    assert (last.relates_to, refund("r2", 7_000, capture)) == (capture, last)  # told a second time
    assert queries.balance(Role.CLEARING, "GBP", "stripe") == 0
    assert queries.broken_laws() == []


def test_each_capture_has_its_own_limit(capture: Entry) -> None:
    other = post("other", debit(Role.CLEARING, 500, "stripe"), credit(Role.REVENUE, 500, "business:1"), kind="capture")
    refund("r1", 12_000, capture)
    refused("r2", 501, other, available=500)
    refund("r2", 500, other)


def test_what_failed_may_go_back_again(capture: Entry) -> None:
    first = refund("r1", 12_000, capture)
    failed = actions.reverse(entry=first, key="r1:failed", happened_at=NOW, now=NOW)
    assert failed.relates_to == capture
    refund("r2", 12_000, capture)
    refused("r3", 1, capture, available=0)


def test_a_capture_that_was_taken_back_whole_gives_nothing_more_and_the_other_way_round(capture: Entry) -> None:
    part = refund("r1", 1, capture)
    with pytest.raises(BeyondCapture):
        actions.reverse(entry=capture, key="gone", happened_at=NOW, now=NOW)
    actions.reverse(entry=part, key="r1:failed", happened_at=NOW, now=NOW)
    actions.reverse(entry=capture, key="gone", happened_at=NOW, now=NOW)
    refused("r2", 1, capture, available=0)


def test_what_came_by_card_and_goes_back_in_cash_does_not_go_back_twice(capture: Entry) -> None:
    refund("r1", 10_000, capture, Role.TILL)
    refused("r2", 2_001, capture, available=2_000)
    refund("r2", 2_000, capture)


def test_what_came_in_cash_does_not_leave_from_the_provider() -> None:
    cash = post("cash", debit(Role.TILL, 500), credit(Role.REVENUE, 500, "business:1"), kind="cash")
    refused("r1", 1, cash, available=0)
    refused("r1", 501, cash, available=500, out_of=Role.BANK)
    refund("r1", 500, cash, Role.BANK)


def test_what_came_later_to_what_went_out_is_not_held_back() -> None:
    lost = post("dispute", debit(Role.DISPUTES, 500, "stripe"), credit(Role.CLEARING, 500, "stripe"), kind="dispute")
    won = post("won", debit(Role.CLEARING, 200, "stripe"), credit(Role.DISPUTES, 200, "stripe"), relates_to=lost)
    assert won.relates_to == lost
    assert queries.broken_laws() == []


def test_a_relation_is_to_what_is_there_and_gives_back_nothing_itself(capture: Entry) -> None:
    part = refund("r1", 5, capture)
    with pytest.raises(MalformedEntry):
        refund("r2", 5, part)
    with pytest.raises(MalformedEntry):
        refund("r2", 5, Entry(key="nowhere", kind="capture", currency="GBP", happened_at=NOW))
    with pytest.raises(MalformedEntry):
        post("r2", debit(Role.REVENUE, 5), credit(Role.CLEARING, 5), currency="EUR", relates_to=capture)
    with pytest.raises(EntryMismatch):
        refund("r1", 5, None)


def test_refunds_of_one_call_are_looked_at_together(capture: Entry) -> None:
    def parts(*amounts: int) -> list[Movement]:
        return [
            Movement(
                f"r{number}",
                "refund",
                "GBP",
                [debit(Role.REVENUE, amount, "business:1"), credit(Role.CLEARING, amount, "stripe")],
                NOW,
                relates_to=capture,
            )
            for number, amount in enumerate(amounts)
        ]

    with pytest.raises(BeyondCapture):
        actions.post_all(parts(6_000, 6_001), now=NOW)
    assert len(actions.post_all(parts(6_000, 6_000), now=NOW)) == 2


def test_the_database_alone_keeps_to_it(capture: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("almanac.ledger.writing._keep_to_captures", lambda drafts: None)

    def is_refused(amount: int, of: Entry, out_of: Role = Role.CLEARING, **changed: Any) -> None:
        legs = debit(Role.REVENUE, amount), credit(out_of, amount, "stripe" if out_of is Role.CLEARING else "")
        with pytest.raises(IntegrityError, match=guards.RELATED), transaction.atomic():
            post("refused", *legs, relates_to=of, **changed)

    first = refund("r1", 7_000, capture)
    is_refused(5_001, capture)
    is_refused(5_001, capture, Role.BANK)
    is_refused(1, first)
    is_refused(1, capture, currency="EUR")
    is_refused(1, Entry(key="nowhere", kind="capture", currency="GBP", happened_at=NOW))
    with pytest.raises(IntegrityError, match=guards.RELATED), transaction.atomic():
        actions.reverse(entry=capture, key="gone", happened_at=NOW, now=NOW)
    refund("r2", 5_000, capture)
    actions.reverse(entry=first, key="r1:failed", happened_at=NOW, now=NOW)
    refund("r3", 7_000, capture)
    is_refused(1, capture)
    assert queries.broken_laws() == []


def test_the_database_alone_wants_a_reversal_to_be_the_opposite(
    capture: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("almanac.ledger.writing._keep_to_captures", lambda drafts: None)
    written = actions.reverse(entry=capture, key="gone", happened_at=NOW, now=NOW)
    other = post("k", debit(Role.BANK, 5), credit(Role.REVENUE, 5))
    for number, (reverses, legs) in enumerate(
        [
            (other, [credit(Role.BANK, 4), debit(Role.REVENUE, 4)]),
            (other, [credit(Role.BANK, 5), debit(Role.REVENUE, 4), debit(Role.TAX, 1)]),
            (written, [debit(Role.CLEARING, 12_000, "stripe"), credit(Role.REVENUE, 12_000)]),
        ]
    ):
        draft = Draft(
            Entry(key=f"b{number}", kind="x", currency="GBP", happened_at=NOW, created_at=NOW, reverses=reverses), legs
        )
        with pytest.raises(IntegrityError, match=guards.REVERSED), transaction.atomic():
            write([draft])


def test_many_refunds_take_as_many_statements_as_one(capture: Entry) -> None:
    def statements(key: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            refund(key, 1, capture)
        return len(captured)

    refund("r", 1, capture)
    one = statements("r0")
    for number in range(1, 40):
        refund(f"r{number}", 1, capture)
    assert min(statements(f"last{number}") for number in range(4)) <= one  # by chance one opens a part of a balance
