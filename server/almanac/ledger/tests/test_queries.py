"""What can be asked of the books: balances of many and of an instant, the turnover of a month, the statement of an account."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.ledger import actions, queries
from almanac.ledger.actions import Leg, Movement, credit, debit
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import Total, Turnover

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 8, 1, tzinfo=UTC)
JUNE, JULY, AUGUST = (datetime(2026, month, 1, tzinfo=UTC) for month in (6, 7, 8))
CARD, OTHER_CARD, SHOP = "gift_card:1", "gift_card:2", "business:1"


def movement(key: str, day: int, *legs: Leg, kind: str = "capture", currency: str = "GBP") -> Movement:
    """Of a day counted from the first of June."""
    at = JUNE.replace(month=6 + day // 31, day=1 + day % 31 if day < 30 else 1)
    return Movement(key, kind, currency, legs, at, subject="order:1")


@pytest.fixture(autouse=True)
def books() -> list[Entry]:
    """Two cards sold in June, one in euros too; one spent in June and at the first instant of July."""
    return actions.post_all(
        [
            movement("a", 2, debit(Role.BANK, 500), credit(Role.GIFT_CARD, 500, CARD), kind="gift_card_sale"),
            movement("b", 3, debit(Role.BANK, 70), credit(Role.GIFT_CARD, 70, OTHER_CARD), kind="gift_card_sale"),
            movement("c", 9, debit(Role.GIFT_CARD, 200, CARD), credit(Role.REVENUE, 200, SHOP), kind="redeem"),
            movement("d", 31, debit(Role.GIFT_CARD, 100, CARD), credit(Role.REVENUE, 100, SHOP), kind="redeem"),
            movement(
                "e",
                2,
                debit(Role.BANK, 9),
                credit(Role.GIFT_CARD, 9, CARD),
                kind="gift_card_sale",
                currency="EUR",
            ),
        ],
        now=NOW,
    )


def test_balances_of_many_in_one_statement() -> None:
    with CaptureQueriesContext(connection) as captured:
        found = queries.balances_of(Role.GIFT_CARD, [CARD, OTHER_CARD, "gift_card:3"])
    assert found == {(CARD, "GBP"): 200, (CARD, "EUR"): 9, (OTHER_CARD, "GBP"): 70}
    assert len(captured) == 1
    assert queries.total_of(Role.GIFT_CARD) == {"EUR": 9, "GBP": 270}
    assert queries.total_of(Role.DISPUTES) == {}


def test_an_entry_and_all_of_a_subject_in_as_many_statements_as_one() -> None:
    with CaptureQueriesContext(connection) as captured:
        found = queries.entry("a")
        assert found is not None
        assert sorted(each.amount for each in found.postings.all()) == [-500, 500]
        assert {each.account.role for each in found.postings.all()} == {"bank", "gift_card"}
    with CaptureQueriesContext(connection) as all_of_them:
        found_about = list(queries.entries_about("order:1"))
        assert sum(posting.amount for each in found_about for posting in each.postings.all()) == 0
    assert [each.key for each in found_about] == ["a", "e", "b", "c", "d"]
    assert len(all_of_them) == len(captured) == 3
    assert queries.entry("nothing") is None


def test_an_instant_sees_what_happened_before_it() -> None:
    assert queries.balance_at(Role.GIFT_CARD, "GBP", JUNE, CARD) == 0
    assert queries.balance_at(Role.GIFT_CARD, "GBP", JULY, CARD) == 300
    assert (
        queries.balance_at(Role.GIFT_CARD, "GBP", AUGUST, CARD) == queries.balance(Role.GIFT_CARD, "GBP", CARD) == 200
    )
    assert queries.balances_at(JULY) == [
        Total(Role.BANK, "EUR", 9),
        Total(Role.GIFT_CARD, "EUR", 9),
        Total(Role.BANK, "GBP", 570),
        Total(Role.GIFT_CARD, "GBP", 370),
        Total(Role.REVENUE, "GBP", 200),
    ]


def test_the_turnover_of_a_month_is_by_kind_role_and_holder() -> None:
    assert queries.turnover(JULY, AUGUST) == [
        Turnover("redeem", Role.GIFT_CARD, CARD, "GBP", debits=100, credits=0),
        Turnover("redeem", Role.REVENUE, SHOP, "GBP", debits=0, credits=100),
    ]
    june = queries.turnover(JUNE, JULY)
    assert Turnover("gift_card_sale", Role.BANK, "", "GBP", debits=570, credits=0) in june
    assert len(june) == 7
    assert queries.totals(JULY, AUGUST) == [Total(Role.GIFT_CARD, "GBP", -100), Total(Role.REVENUE, "GBP", 100)]


def test_a_statement_runs_from_what_stood_before() -> None:
    def lines(since: datetime, until: datetime) -> list[tuple[str, int, int]]:
        found = queries.statement(Role.GIFT_CARD, CARD, "GBP", since, until)
        return [(line.entry.key, line.amount, line.balance) for line in found]

    assert lines(JUNE, AUGUST) == [("a", 500, 500), ("c", -200, 300), ("d", -100, 200)]
    assert lines(JULY, AUGUST) == [("d", -100, 200)]
    assert lines(AUGUST, NOW.replace(month=9)) == []
