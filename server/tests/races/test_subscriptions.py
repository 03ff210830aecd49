"""Two changes of one subscription at the same instant, by real processes: one of them is done as it was planned, or both are, one
after the other; money goes back once, and no visit is without its time. On SQLite and on PostgreSQL."""

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
ROUNDS = 2 * SOAK
FIRST = at(10, day=7)  # Monday 9 March 2026; nine visits, the last one on 4 May
CANCEL = {"kind": "cancel", "from_on": "2026-03-23"}
PAUSE = {"kind": "pause", "from_on": "2026-04-06"}
MOVE = {"kind": "move", "from_on": "2026-03-16", "starts_at": at(14, day=15)}
SKIP = {"kind": "pause", "from_on": "2026-03-16", "until_on": "2026-03-17"}
SKIP_LATER = {"kind": "pause", "from_on": "2026-04-20", "until_on": "2026-04-21"}


@pytest.fixture
def changers(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd before a shop without subscriptions; whatever was switched off is on again afterwards."""
    rivals.ask("forget_coupons")
    yield rivals
    rivals.everyone("with_series_locks")
    rivals.ask("forget_subscriptions")
    rivals.ask("forget_coupons")


Change = dict[str, Any]


def raced(changers: Crowd, *wishes: Change) -> tuple[list[Change], list[dict[str, Any]], dict[str, Any]]:
    """Everybody wants one of these changes, planned before anybody begins: who won, all answers, and what stands then."""
    shop = changers.ask("open_shop", people=2)
    made = changers.ask("subscribe", service=shop["service"], start=FIRST, staff=shop["staff"][0])
    key = made["subscription"]
    plans = [{**wish, **changers.ask("plan_change", subscription=key, **wish)} for wish in wishes]
    commands = [
        {
            "do": "change_subscription",
            "subscription": key,
            **wishes[rival % len(wishes)],
            "token": plans[rival % len(wishes)]["token"],
        }
        for rival in range(changers.size)
    ]
    race = changers.race(commands)
    won = [
        plans[rival % len(wishes)]
        for rival, answer in enumerate(race)
        if answer["won"] and not answer["result"]["refused"]
    ]
    found = changers.ask("look_at_subscription", **made)
    clean = changers.ask("inspect")
    changers.ask("forget_subscriptions")
    return won, race, {**found, "clean": clean == CLEAN}


def right(won: list[Change], found: dict[str, Any]) -> bool:
    """As the plans said that were carried out, and nothing else."""
    off = sum(plan["visits"] for plan in won if plan["kind"] != "move")
    assert sorted(found["changes"]) == sorted(plan["kind"] for plan in won)
    assert sorted(found["refunds"]) == sorted(plan["refund"] for plan in won if plan["refund"])
    assert found["standing"] == 9 - off
    assert (found["orphans"], found["broken"], found["clean"]) == (0, [], True)
    return True


def test_all_cancel_the_rest_at_once_and_one_does(changers: Crowd) -> None:
    for _ in range(ROUNDS):
        won, race, found = raced(changers, CANCEL)
        fine(race)
        assert [plan["refund"] for plan in won] == [7 * PRICE]
        assert right(won, found)
        assert found["state"] == "active"  # two visits before that day are still to come


@pytest.mark.parametrize("wishes", [(CANCEL, PAUSE), (MOVE, CANCEL), (MOVE, SKIP)], ids=["two", "moved", "skipped"])
def test_of_two_changes_of_the_same_visits_one_is_done(changers: Crowd, wishes: tuple[Change, ...]) -> None:
    for _ in range(ROUNDS):
        won, race, found = raced(changers, *wishes)
        fine(race)
        assert len(won) == 1, race
        assert right(won, found)
        assert found["state"] == "active"


def test_changes_of_different_visits_are_both_done_one_after_the_other(changers: Crowd) -> None:
    for _ in range(ROUNDS):
        won, race, found = raced(changers, SKIP, SKIP_LATER)
        fine(race)
        assert len(won) == 2, race
        assert right(won, found)
        assert found["refunds"] == [PRICE, PRICE]


def test_without_the_locks_they_get_in_each_others_way(changers: Crowd, vendor: str) -> None:
    changers.everyone("without_series_locks")
    for _ in range(10 if vendor == "postgresql" else 1):
        _, race, found = raced(changers, MOVE, CANCEL)
        assert found["broken"] == []  # the books have guards of their own
        if any("error" in answer for answer in race):
            return
    assert vendor == "sqlite", "they were needed"  # there who writes is alone anyway
