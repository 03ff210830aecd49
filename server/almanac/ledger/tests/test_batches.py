"""Several entries in one call: all or none, each key once; and what is there to be taken, looked at under a lock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection
from django.test.utils import CaptureQueriesContext

from almanac.ledger import actions, locks, queries, writing
from almanac.ledger.actions import Leg, Movement, credit, debit
from almanac.ledger.errors import BelowNothing, BooksBusy, EntryMismatch, MalformedEntry, OutsideTransaction
from almanac.ledger.models import Account, Balance, Entry, Posting, Role
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.locks import contention

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
CARD = "gift_card:1"


def movement(key: str, *legs: Leg, **changed: Any) -> Movement:
    facts: dict[str, Any] = {"kind": "capture", "currency": "GBP", "happened_at": NOW} | changed
    return Movement(key=key, legs=legs or (debit(Role.BANK, 5), credit(Role.REVENUE, 5, "business:1")), **facts)


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Account, Entry, Posting, Balance))


def load(amount: int) -> Entry:
    return actions.post_all(
        [movement("load", debit(Role.BANK, amount), credit(Role.GIFT_CARD, amount, CARD))], now=NOW
    )[0]


def test_all_are_written_in_the_order_they_were_asked_for() -> None:
    found = actions.post_all([movement("b"), movement("a"), movement("c", currency="EUR")], now=NOW)
    assert [entry.key for entry in found] == ["b", "a", "c"]
    assert queries.balance(Role.BANK, "GBP") == 10
    assert queries.broken_laws() == []
    assert actions.post_all([], now=NOW) == []


def test_those_that_are_there_are_the_answer_and_the_others_are_written() -> None:
    (first,) = actions.post_all([movement("b")], now=NOW)
    found = actions.post_all([movement("a"), movement("b"), movement("a")], now=NOW)
    assert [entry.key for entry in found] == ["a", "b", "a"]
    assert found[1] == first
    assert found[0] == found[2]
    assert queries.balance(Role.BANK, "GBP") == 10


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ([movement("a"), movement("x", debit(Role.BANK, 5), credit(Role.TAX, 4))], MalformedEntry),
        ([movement("a"), movement("a", kind="fee")], EntryMismatch),
        ([movement("a"), movement("there", kind="fee")], EntryMismatch),
        ([movement("a"), movement("x", debit(Role.GIFT_CARD, 1, CARD), credit(Role.REVENUE, 1))], BelowNothing),
        ([movement(f"k{number}") for number in range(501)], MalformedEntry),
    ],
)
def test_one_that_is_refused_takes_all_with_it(wrong: list[Movement], error: type[Exception]) -> None:
    actions.post_all([movement("there")], now=NOW)
    before = everything()
    with pytest.raises(error):
        actions.post_all(wrong, now=NOW)
    assert everything() == before


def test_what_is_loaded_in_the_same_call_may_be_spent_in_it() -> None:
    spent = movement("a", debit(Role.GIFT_CARD, 5, CARD), credit(Role.REVENUE, 5, "business:1"), kind="redeem")
    loaded = movement("b", debit(Role.BANK, 5), credit(Role.GIFT_CARD, 5, CARD))
    actions.post_all([spent, loaded], now=NOW)
    assert queries.balance(Role.GIFT_CARD, "GBP", CARD) == 0
    assert queries.broken_laws() == []


def test_many_entries_take_as_many_statements_as_two() -> None:
    def statements(*keys: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            actions.post_all([movement(key) for key in keys], now=NOW)
        return len(captured)

    # Parts of balances are drawn at random: after so many entries none is missing (one time in ten billion).
    actions.post_all([movement(f"first{number}") for number in range(400)], now=NOW)
    assert statements("a", "b") == statements(*(f"k{number}" for number in range(60)))


def test_who_is_short_says_of_what() -> None:
    load(10)
    with pytest.raises(BelowNothing) as refused:
        actions.post_all([movement("a", debit(Role.GIFT_CARD, 11, CARD), credit(Role.REVENUE, 11))], now=NOW)
    short = refused.value
    assert (short.role, short.holder, short.currency, short.available) == (Role.GIFT_CARD, CARD, "GBP", 10)
    assert str(short) == "gift_card:gift_card:1:GBP holds 10"


def test_what_is_there_is_told_under_a_lock() -> None:
    assert locks.lock_available(Role.GIFT_CARD, CARD, "GBP") == 0
    load(10)
    with CaptureQueriesContext(connection) as captured:
        assert locks.lock_available(Role.GIFT_CARD, CARD, "GBP") == 10
    assert len(captured) == 1
    assert ("FOR UPDATE" in captured[0]["sql"]) is (connection.vendor == "postgresql")
    with pytest.raises(MalformedEntry):
        locks.lock_available(Role.REVENUE, "business:1", "GBP")


def test_what_is_there_is_not_told_outside_a_transaction(transactional_db: None) -> None:
    with pytest.raises(OutsideTransaction):
        locks.lock_available(Role.GIFT_CARD, CARD, "GBP")


@pytest.mark.parametrize(
    ("said", "is_busy"),
    [
        (psycopg.errors.DeadlockDetected(), True),
        (psycopg.errors.LockNotAvailable(), True),
        (psycopg.errors.SerializationFailure(), True),
        (psycopg.errors.QueryCanceled(), True),
        (psycopg.errors.DiskFull(), False),
    ],
)
def test_books_that_others_hold_are_no_time_that_others_took(
    said: psycopg.Error, is_busy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("refused by the database") from said

    monkeypatch.setattr(writing, "_add_to_balances", refuse)
    with pytest.raises(OperationalError) as told, contention():
        actions.post_all([movement("a")], now=NOW)
    assert isinstance(told.value, BooksBusy) is is_busy
    with pytest.raises(SlotTaken), contention():  # the same words about something else
        raise IntegrityError from psycopg.errors.ExclusionViolation()
