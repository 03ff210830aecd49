"""Packages of visits raced by real processes: the last visit is used once, whoever presses at the same instant; who was slower
is told so and has booked nothing. On SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.test_coupons import fine
from tests.races.test_races import CLEAN

pytestmark = pytest.mark.race
ROUNDS = 5 * SOAK


@pytest.fixture
def holders(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd before an empty shop; whatever was switched off is on again afterwards."""
    rivals.ask("forget_passes")
    yield rivals
    rivals.everyone("with_pass_lock")
    rivals.ask("forget_passes")


def race_for(holders: Crowd, shop: dict[str, Any], number: int, *, visits: int) -> tuple[str, Any]:
    """Everybody books a clean of their own with a visit of the one pass."""
    held = holders.ask("open_pass", service=shop["service"], visits=visits)["pass"]
    ready = [
        holders.ask(
            "fill_with_pass",
            service=shop["service"],
            start=at(8, day=7 + number),
            staff=shop["staff"][rival],
            held=held,
        )
        for rival in range(holders.size)
    ]
    return held, holders.race([{"do": "book_with_pass", **basket} for basket in ready])


def won(race: list[dict[str, Any]]) -> int:
    return sum(1 for answer in race if answer["won"] and not answer["result"]["refused"])


@pytest.mark.parametrize("visits", [1, 2])
def test_the_last_visits_are_used_once(holders: Crowd, visits: int) -> None:
    shop = holders.ask("open_shop", people=holders.size)
    for number in range(ROUNDS):
        held, race = race_for(holders, shop, number, visits=visits)
        fine(race)
        assert won(race) == visits, race
        assert holders.ask("look_at_pass", held=held) == {"used": visits, "left": 0, "broken": []}
        assert holders.ask("inspect") == CLEAN
        holders.ask("forget_passes")


def test_without_the_lock_the_database_refuses(holders: Crowd) -> None:
    """The lock makes it polite; the numbers of the visits keep it right."""
    shop = holders.ask("open_shop", people=holders.size)
    holders.everyone("without_pass_lock")
    said: list[str] = []
    for number in range(ROUNDS):
        held, race = race_for(holders, shop, number, visits=1)
        said += [answer["result"]["refused"] for answer in race if answer["won"]]
        assert holders.ask("look_at_pass", held=held)["used"] == 1
        holders.ask("forget_passes")
    assert any(one.startswith("database") for one in said) or "price_changed" in said
