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
FEW = 5  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK
WEEKS = 5  # in the month of a series


@pytest.fixture
def holders(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd before an empty shop; whatever was switched off is on again afterwards."""
    rivals.ask("forget_passes")
    yield rivals
    rivals.everyone("with_pass_lock")
    rivals.ask("forget_passes")
    rivals.ask("forget_subscriptions")


def race_for(holders: Crowd, shop: dict[str, Any], number: int, *, visits: int, months: int = 0) -> tuple[str, Any]:
    """Everybody books a clean of their own, or one each week, with visits of the one pass."""
    held = holders.ask("open_pass", service=shop["service"], visits=visits)["pass"]
    ready = [
        holders.ask(
            "fill_with_pass",
            service=shop["service"],
            start=at(8, day=7 + number),
            staff=shop["staff"][rival],
            held=held,
            months=months,
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
        assert holders.ask("look_at_pass", held=held) == {"used": visits, "left": 0, "standing": visits, "broken": []}
        assert holders.ask("inspect") == CLEAN
        holders.ask("forget_passes")


@pytest.mark.parametrize(("visits", "winners"), [(WEEKS, 1), (2 * WEEKS - 1, 1), (2 * WEEKS, 2)])
def test_the_last_visits_are_used_by_one_series(holders: Crowd, visits: int, winners: int) -> None:
    """Whoever is slower has booked none of its dates, also where some of them would have been left."""
    shop = holders.ask("open_shop", people=holders.size)
    for number in range(2 * SOAK):
        held, race = race_for(holders, shop, number, visits=visits, months=1)
        fine(race)
        assert won(race) == winners, race
        used = winners * WEEKS
        found = holders.ask("look_at_pass", held=held)
        assert found == {"used": used, "left": visits - used, "standing": used, "broken": []}
        assert holders.ask("inspect") == CLEAN
        holders.ask("forget_passes")
        holders.ask("forget_subscriptions")


def test_what_is_undone_takes_no_visit_that_somebody_was_faster_with(holders: Crowd) -> None:
    """A series that was called off stands again with all of its visits, or not at all; others book with what came back."""
    shop = holders.ask("open_shop", people=holders.size)
    for number in range(FEW * SOAK):
        held = holders.ask("open_pass", service=shop["service"], visits=WEEKS)["pass"]
        ready = [
            holders.ask(
                "fill_with_pass",
                service=shop["service"],
                start=at(8, day=7 + number),
                staff=shop["staff"][rival],
                held=held,
                months=0 if rival else 1,
            )
            for rival in range(holders.size)
        ]
        made = holders.ask("book_with_pass", **ready[0])
        key = {"subscription": made["subscription"], "from_on": "2026-03-01"}
        off = holders.ask("plan_change", kind="cancel", **key)
        holders.ask("change_subscription", kind="cancel", token=off["token"], **key)
        undo = {"kind": "undo", "token": holders.ask("plan_change", kind="undo", **key)["token"], **key}
        commands = [{"do": "book_with_pass", **basket} for basket in ready[1:]]
        race = holders.race([{"do": "change_subscription", **undo}, *commands])
        fine(race)
        undone = race[0]["won"] and not race[0]["result"]["refused"]
        assert won(race) == (1 if undone else WEEKS), race
        found = holders.ask("look_at_pass", held=held)
        assert found == {"used": WEEKS, "left": 0, "standing": WEEKS, "broken": []}
        assert holders.ask("inspect") == CLEAN
        holders.ask("forget_passes")
        holders.ask("forget_subscriptions")


def test_without_the_lock_the_database_refuses(holders: Crowd) -> None:
    """The lock makes it polite; the numbers of the visits keep it right."""
    shop = holders.ask("open_shop", people=holders.size)
    holders.everyone("without_pass_lock")
    said: list[str] = []
    for number in range(FEW):
        held, race = race_for(holders, shop, number, visits=1)
        said += [answer["result"]["refused"] for answer in race if answer["won"]]
        assert holders.ask("look_at_pass", held=held)["used"] == 1
        holders.ask("forget_passes")
    assert any(one.startswith("database") for one in said) or "price_changed" in said
