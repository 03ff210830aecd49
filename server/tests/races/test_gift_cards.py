"""Gift cards raced by real processes: the last of it is spent once, whoever presses at the same instant; who was slower is told
so and has booked nothing. On SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.journeys import PRICE
from tests.races.test_coupons import fine
from tests.races.test_races import CLEAN

pytestmark = pytest.mark.race
FEW = 5  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK


@pytest.fixture
def holders(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd before an empty shop; whatever was switched off is on again afterwards."""
    rivals.ask("forget_coupons")
    yield rivals
    rivals.everyone("with_card_guards")
    rivals.ask("mend_cards")
    rivals.ask("forget_coupons")


def race_for(holders: Crowd, shop: dict[str, Any], number: int, *, on_card: int, wanted: int) -> tuple[str, Any]:
    """Everybody books a clean of their own, paid by the one card as far as they saw it reach."""
    card = holders.ask("open_card", service=shop["service"], amount=on_card)["card"]
    ready = [
        holders.ask(
            "fill_with_card",
            service=shop["service"],
            start=at(8, day=7 + number),
            staff=shop["staff"][rival],
            card=card,
        )
        for rival in range(holders.size)
    ]
    method = "gift_card" if wanted == PRICE else "pay_on_site"
    race = holders.race(
        [
            {"do": "book_with_card", **basket, "total": PRICE, "card": card, "amount": wanted, "method": method}
            for basket in ready
        ]
    )
    return card, race


def won(race: list[dict[str, Any]]) -> int:
    return sum(1 for answer in race if answer["won"] and not answer["result"]["refused"])


@pytest.mark.parametrize(("on_card", "wanted"), [(PRICE, PRICE), (1_500, 1_500)])
def test_the_last_of_it_is_spent_once(holders: Crowd, on_card: int, wanted: int) -> None:
    shop = holders.ask("open_shop", people=holders.size)
    for number in range(ROUNDS):
        card, race = race_for(holders, shop, number, on_card=on_card, wanted=wanted)
        fine(race)
        assert won(race) == 1, race
        assert holders.ask("look_at_card", card=card) == {"left": 0, "spent": wanted, "times": 1, "broken": []}
        assert holders.ask("inspect") == CLEAN
        holders.ask("forget_coupons")


class TestGuardsOff:
    """What each guard is for: the lock makes it polite, the floor of the books keeps it right, without both it is spent twice."""

    def run(self, holders: Crowd) -> tuple[int, list[dict[str, Any]]]:
        """The most that was spent of one card of the price of a clean."""
        shop = holders.ask("open_shop", people=holders.size)
        most, answers = 0, []
        for number in range(FEW):
            card, race = race_for(holders, shop, number, on_card=PRICE, wanted=PRICE)
            answers += race
            most = max(most, holders.ask("look_at_card", card=card)["spent"])
            holders.ask("forget_coupons")
        return most, answers

    def test_without_the_lock_the_books_refuse(self, holders: Crowd) -> None:
        holders.everyone("without_card_lock")
        most, answers = self.run(holders)
        assert most == PRICE
        said = [answer["error"] for answer in answers if "error" in answer]
        assert any("BelowNothing" in one for one in said), "it was needed"

    def test_without_lock_and_floor_it_is_spent_twice(self, holders: Crowd) -> None:
        holders.everyone("without_card_lock")
        holders.everyone("without_floor")
        assert self.run(holders)[0] > PRICE
