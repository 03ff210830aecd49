"""Posting and reversing: what is written, what is refused, and that a refusal leaves nothing behind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from almanac.ledger import actions, queries
from almanac.ledger.actions import Leg, credit, debit
from almanac.ledger.errors import AlreadyReversed, BelowNothing, EntryMismatch, MalformedEntry, OutsideTransaction
from almanac.ledger.models import Account, Balance, Entry, Posting, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 8, 9, tzinfo=UTC)
CARD = "gift_card:1"


def post(key: str = "stripe:charge:1", *legs: Leg, **changed: Any) -> Entry:
    """A captured 120.00 with 20.00 of tax, unless told otherwise."""
    usual = (debit(Role.CLEARING, 12_000, "stripe"), credit(Role.REVENUE, 10_000), credit(Role.TAX, 2_000))
    facts: dict[str, Any] = {"kind": "capture", "currency": "GBP", "happened_at": NOW, "now": NOW} | changed
    return actions.post(key=key, legs=legs or usual, **facts)


def load(amount: int = 5_000) -> Entry:
    """Somebody bought a gift card."""
    return post("card", debit(Role.BANK, amount), credit(Role.GIFT_CARD, amount, CARD))


def everything() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Account, Entry, Posting, Balance))


def test_a_movement_stands_on_each_account_in_its_own_direction() -> None:
    post()
    post("stripe:fee:1", debit(Role.FEES, 200, "stripe"), credit(Role.CLEARING, 200, "stripe"), kind="fee")
    assert queries.balance(Role.CLEARING, "GBP", "stripe") == 11_800
    assert queries.balance(Role.REVENUE, "GBP") == 10_000
    assert queries.balance(Role.TAX, "GBP") == 2_000
    assert queries.balance(Role.FEES, "GBP", "stripe") == 200
    assert queries.balance(Role.TAX, "EUR") == 0
    assert queries.broken_laws() == []


def test_the_same_movement_is_written_once() -> None:
    first = post(subject="order:1")
    before = everything()
    assert post(subject="order:1", happened_at=datetime(2026, 6, 9, tzinfo=UTC)) == first  # told a second time
    assert everything() == before
    assert queries.balance(Role.TAX, "GBP") == 2_000


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "refund"},
        {"subject": "order:2"},
        {"currency": "EUR"},
    ],
)
def test_another_movement_under_the_same_key_is_refused(changed: dict[str, Any]) -> None:
    post()
    before = everything()
    with pytest.raises(EntryMismatch):
        post(**changed)
    with pytest.raises(EntryMismatch):
        post("stripe:charge:1", debit(Role.BANK, 5), credit(Role.TAX, 5))
    assert everything() == before


@pytest.mark.parametrize(
    "legs",
    [
        [debit(Role.BANK, 5)],
        [debit(Role.BANK, 5), credit(Role.TAX, 0)],
        [debit(Role.BANK, 5), credit(Role.TAX, 4)],
        [debit(Role.BANK, 5), credit(Role.BANK, 5)],
        [debit(Role.BANK, 10**15 + 1), credit(Role.TAX, 10**15 + 1)],
        [debit(Role.PAYABLE, 5, "x" * 81), credit(Role.TAX, 5)],
        [Leg(Role.PAYABLE, 1, str(number)) for number in range(200)] + [credit(Role.TAX, 200)],
    ],
)
def test_what_could_never_be_right_is_refused(legs: list[Leg]) -> None:
    with pytest.raises(MalformedEntry):
        post("k", *legs)
    assert everything() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    "changed",
    [
        {"currency": "gbp"},
        {"currency": "£"},
        {"key": ""},
        {"key": "k" * 201},
        {"subject": "s" * 81},
        {"kind": ""},
        {"kind": "k" * 41},
    ],
)
def test_an_entry_has_a_currency_a_key_and_a_short_subject(changed: dict[str, str]) -> None:
    with pytest.raises(MalformedEntry):
        post(**changed)
    assert everything() == (0, 0, 0, 0)


def test_a_direction_is_said_by_its_word() -> None:
    with pytest.raises(MalformedEntry):
        debit(Role.BANK, -1)
    with pytest.raises(MalformedEntry):
        credit(Role.BANK, -1)


def test_legs_on_one_account_are_added_up() -> None:
    post("k", debit(Role.BANK, 12), credit(Role.TAX, 1), credit(Role.TAX, 1), credit(Role.REVENUE, 10))
    assert Posting.objects.count() == 3
    assert queries.balance(Role.TAX, "GBP") == 2


def test_legs_of_nothing_are_left_out() -> None:
    post("k", debit(Role.BANK, 5), credit(Role.REVENUE, 5), credit(Role.TAX, 0))
    assert Posting.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_an_entry_belongs_in_the_transaction_of_what_it_records() -> None:
    with pytest.raises(OutsideTransaction):
        post()
    assert everything() == (0, 0, 0, 0)


def test_nobody_spends_what_is_not_there_and_a_refusal_leaves_nothing() -> None:
    load(5_000)
    post("spent", debit(Role.GIFT_CARD, 3_000, CARD), credit(Role.REVENUE, 3_000))
    before = everything()
    with pytest.raises(BelowNothing) as refused:
        post("again", debit(Role.GIFT_CARD, 2_001, CARD), credit(Role.PAYABLE, 2_001, "staff:1"))
    assert refused.value.available == 2_000
    assert everything() == before
    post("the rest", debit(Role.GIFT_CARD, 2_000, CARD), credit(Role.PAYABLE, 2_000, "staff:1"))
    assert queries.balance(Role.GIFT_CARD, "GBP", CARD) == 0
    assert queries.broken_laws() == []


def test_a_reversal_is_the_exact_opposite_once() -> None:
    first = post(subject="order:1")
    back = actions.reverse(entry=first, key="back", happened_at=NOW, now=NOW)
    assert (back.kind, back.subject, back.reverses) == ("capture", "order:1", first)
    assert queries.balance(Role.CLEARING, "GBP", "stripe") == queries.balance(Role.TAX, "GBP") == 0
    assert actions.reverse(entry=first, key="back", happened_at=NOW, now=NOW) == back
    with pytest.raises(AlreadyReversed):
        actions.reverse(entry=first, key="back again", happened_at=NOW, now=NOW)
    with pytest.raises(AlreadyReversed):
        actions.reverse(entry=back, key="back of back", happened_at=NOW, now=NOW)
    assert queries.broken_laws() == []


def test_what_was_spent_from_a_card_can_no_more_be_taken_off_it() -> None:
    loaded = load(5_000)
    post("spent", debit(Role.GIFT_CARD, 1, CARD), credit(Role.REVENUE, 1))
    before = everything()
    with pytest.raises(BelowNothing):
        actions.reverse(entry=loaded, key="back", happened_at=NOW, now=NOW)
    assert everything() == before


def test_writing_takes_as_many_statements_for_many_legs_as_for_two() -> None:
    def statements(key: str, number: int) -> int:
        legs = [credit(Role.PAYABLE, 7, f"staff:{each}") for each in range(number)]
        with CaptureQueriesContext(connection) as captured, transaction.atomic():
            post(key, debit(Role.BANK, 7 * number), *legs)
        return len(captured)

    few, many = statements("few", 1), statements("many", 150)
    assert few == many
    assert statements("again", 150) < many  # accounts are there


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_balances_are_built_anew_from_the_postings(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "REBUILT_AT_ONCE", at_once)
    load()
    post()
    Balance.objects.filter(account__role=Role.TAX).update(amount=5)
    Balance.objects.filter(account__role=Role.BANK).delete()
    assert [law.split(":")[0] for law in queries.broken_laws()] == ["law 4", "law 4"]
    assert actions.rebuild_balances() == 2
    assert queries.broken_laws() == []
    assert queries.balance(Role.BANK, "GBP") == 5_000
    assert actions.rebuild_balances() == 0
    post("more", debit(Role.BANK, 5), credit(Role.TAX, 5))
    assert queries.balance(Role.BANK, "GBP") == 5_005


def test_a_balance_that_forgot_its_floor_is_held_to_it_and_mended() -> None:
    load(5_000)
    Balance.objects.filter(has_floor=True).update(has_floor=False)
    assert [law.split(":")[0] for law in queries.broken_laws()] == ["law 5"]
    with pytest.raises(BelowNothing):
        post("k", debit(Role.GIFT_CARD, 5_001, CARD), credit(Role.REVENUE, 5_001))
    assert actions.rebuild_balances() == 1
    assert queries.broken_laws() == []
    assert queries.balance(Role.GIFT_CARD, "GBP", CARD) == 5_000


def test_what_came_back_is_a_reversal_where_it_is_the_opposite_and_else_gives_back_to_the_same() -> None:
    first = post()
    usual = [debit(Role.TAX, 2_000), debit(Role.REVENUE, 10_000), credit(Role.CLEARING, 12_000, "stripe")]
    gone = post("refund:1", *usual, kind="refund", relates_to=first)
    facts: dict[str, Any] = {"entry": gone, "happened_at": NOW, "now": NOW}
    legs = [debit(Role.CLEARING, 12_000, "stripe"), credit(Role.TAX, 2_000), credit(Role.SUSPENSE, 10_000, "payment:1")]
    back = actions.take_back(key="refund:1:failed", legs=legs, **facts)
    assert (back.kind, back.relates_to, back.reverses) == ("refund", first, None)
    assert actions.take_back(key="refund:1:failed", legs=legs, **facts) == back
    again = post("refund:2", *usual, kind="refund", relates_to=first)
    legs[1:] = [credit(Role.TAX, 1_500), credit(Role.REVENUE, 10_000), credit(Role.TAX, 500)]
    opposite = actions.take_back(key="refund:2:failed", legs=legs, **facts | {"entry": again})
    assert (opposite.relates_to, opposite.reverses) == (first, again)
    assert queries.broken_laws() == []
