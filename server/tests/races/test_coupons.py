"""Coupons raced by real processes: the last use is spent once, a use given back is spent once more, and nobody has an order at
the lower price without a use. On SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.journeys import PRICE
from tests.races.test_journeys import unheard
from tests.races.test_races import CLEAN

pytestmark = pytest.mark.race
FEW = 6  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK
LOWER = PRICE * 9 // 10
REFUSES = ("coupon_use_", "sales_couponuse.coupon_id")  # PostgreSQL's words and SQLite's


@pytest.fixture
def buyers(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd before a shop without coupons; whatever was switched off is on again afterwards."""
    rivals.ask("forget_coupons")
    yield rivals
    rivals.ask("forget_coupons")
    rivals.everyone("with_coupon_lock")


def fine(race: list[dict[str, Any]]) -> None:
    """Nobody was told an error, and no lock was so much as seen."""
    assert [answer["error"] for answer in race if "error" in answer] == []
    assert unheard(race) == []


def baskets(buyers: Crowd, shop: dict[str, Any], number: int, people: list[str]) -> list[dict[str, Any]]:
    """Everybody's basket, each with a time and a cleaner of its own."""
    return [
        buyers.ask(
            "fill_with_coupon",
            service=shop["service"],
            start=at(8, day=7 + number),
            staff=shop["staff"][rival],
            person=who,
        )
        for rival, who in enumerate(people)
    ]


def booked(race: list[dict[str, Any]]) -> list[str]:
    """The orders that were placed."""
    return [answer["result"]["order"] for answer in race if answer["won"] and not answer["result"]["refused"]]


@pytest.mark.parametrize("limit", [1, 3])
def test_the_last_use_is_spent_once(buyers: Crowd, limit: int) -> None:
    shop = buyers.ask("open_shop", people=buyers.size)
    for number in range(ROUNDS):
        buyers.ask("open_coupon", service=shop["service"], limit=limit)
        people = [f"p{number}-{rival}" for rival in range(buyers.size)]
        ready = baskets(buyers, shop, number, people)
        race = buyers.race([{"do": "book_with_coupon", **basket, "total": LOWER} for basket in ready])
        fine(race)
        assert len(booked(race)) == limit, race
        assert buyers.ask("uses") | {"people": None} == {
            "live": limit,
            "numbers": list(range(1, limit + 1)),
            "people": None,
            "agree": True,
        }
        assert buyers.ask("inspect") == CLEAN
        buyers.ask("forget_coupons")


def test_one_customer_in_many_tabs_has_one(buyers: Crowd) -> None:
    shop = buyers.ask("open_shop", people=buyers.size)
    for number in range(ROUNDS):
        buyers.ask("open_coupon", service=shop["service"], limit=None, each=1)
        ready = baskets(buyers, shop, number, ["same"] * buyers.size)
        race = buyers.race([{"do": "book_with_coupon", **basket, "total": LOWER} for basket in ready])
        fine(race)
        assert len(booked(race)) == 1, race
        assert buyers.ask("uses")["agree"]
        buyers.ask("forget_coupons")


def test_what_is_given_back_is_spent_once_more_and_no_oftener(buyers: Crowd) -> None:
    """Two orders with the last two uses are called off while six others want them."""
    shop = buyers.ask("open_shop", people=buyers.size)
    for number in range(ROUNDS):
        buyers.ask("open_coupon", service=shop["service"], limit=2)
        people = [f"q{number}-{rival}" for rival in range(buyers.size)]
        ready = baskets(buyers, shop, number, people)
        first = buyers.race([{"do": "book_with_coupon", **basket, "total": LOWER} for basket in ready[:2]])
        fine(first)
        race = buyers.race(
            [{"do": "call_off", "order": order} for order in booked(first)]
            + [{"do": "book_with_coupon", **basket, "total": LOWER} for basket in ready[2:]]
        )
        fine(race)
        again = len(booked(race[2:]))
        assert again <= 2
        stands = buyers.ask("uses")
        assert (stands["live"], stands["agree"]) == (again, True)
        assert set(stands["numbers"]) <= {1, 2}
        buyers.ask("forget_coupons")


class TestGuardsOff:
    """What each guard is for: as many uses as there may be while either stands, and more when both are gone."""

    LIMIT = 1

    def run(self, buyers: Crowd) -> tuple[int, list[dict[str, Any]]]:
        """Everybody spends the one use; the most that were written down."""
        shop = buyers.ask("open_shop", people=1)
        most, answers = 0, []
        for _ in range(FEW * 2):
            coupon = buyers.ask("open_coupon", service=shop["service"], limit=self.LIMIT)
            orders = buyers.ask("place_orders", service=shop["service"], count=buyers.size)
            answers += buyers.race([{"do": "spend", **coupon, "order": order, "person": order} for order in orders])
            most = max(most, buyers.ask("uses")["live"])
            buyers.ask("forget_coupons")
        return most, answers

    def test_with_both_there_is_one(self, buyers: Crowd) -> None:
        most, answers = self.run(buyers)
        fine(answers)
        assert most == self.LIMIT

    def test_without_the_lock_the_database_refuses(self, buyers: Crowd) -> None:
        buyers.everyone("without_coupon_lock")
        most, answers = self.run(buyers)
        assert most == self.LIMIT
        said = [answer["error"] for answer in answers if "error" in answer]
        assert any(words in one for one in said for words in REFUSES), "it was needed"

    def test_without_lock_and_numbers_it_is_spent_twice(self, buyers: Crowd) -> None:
        buyers.everyone("without_coupon_lock")
        buyers.ask("without_use_numbers")
        try:
            assert self.run(buyers)[0] > self.LIMIT
        finally:
            buyers.ask("forget_coupons")
            buyers.ask("with_use_numbers")
