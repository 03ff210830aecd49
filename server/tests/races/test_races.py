"""Nothing is double-booked: real processes race over every way to take time, on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd

pytestmark = pytest.mark.race
CLEAN = {"overlaps": 0, "oversold": 0, "astray": 0, "miscounted": 0, "unclaimed": 0, "idle_claims": 0}
NEVER_SAID = ("locked", "deadlock", "could not serialize", "timeout")


def check(rivals: Crowd, answers: list[dict[str, Any]]) -> None:
    """No error reached anybody, no lock or deadlock was so much as seen, and every loser was told other times."""
    assert [answer["error"] for answer in answers if "error" in answer] == []
    said = [cause for answer in answers for cause in answer["causes"]]
    assert [cause for cause in said if any(words in cause for words in NEVER_SAID)] == []
    assert all(answer["alternatives"] for answer in answers if not answer["won"])
    assert rivals.ask("inspect") == CLEAN


def test_one_slot_has_one_winner_whichever_way_they_come(rivals: Crowd) -> None:
    world = rivals.ask("build", people=1)
    common = {"service": world["service"], "staff": world["staff"]}
    answers: list[dict[str, Any]] = []
    for number in range(25 * SOAK):
        start = at(0, day=7 + number)
        ways = [
            {"do": "hold", **common, "start": start, "owner": f"one {number} {rival}"}
            if rival % 2
            else {"do": "reserve", **common, "starts": [start], "customer": world["customer"]}
            for rival in range(rivals.size)
        ]
        race = rivals.race(ways)
        assert [answer["won"] for answer in race].count(True) == 1, race
        answers += race
    check(rivals, answers)


def test_every_way_to_take_time_at_once_never_overlaps(rivals: Crowd) -> None:
    """Holds, direct bookings, series, two services by two people, moves and cancellations, starting 15 minutes apart."""
    world = rivals.ask("build", people=3)
    dice = random.Random(20260302)
    answers: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []  # visits that may be moved or cancelled next
    for number in range(25 * SOAK):
        race = rivals.race([_any_way(world, made, dice, number, rival) for rival in range(rivals.size)])
        for answer in race:
            if answer["won"] and "visits" in answer["result"]:
                made.append(answer["result"])
        answers += race
    assert sum(answer["won"] for answer in answers) > len(answers) // 8
    check(rivals, answers)


def _any_way(
    world: dict[str, Any], made: list[dict[str, Any]], dice: random.Random, number: int, rival: int
) -> dict[str, Any]:
    day = number % (20 * SOAK)  # as full at every size: where nothing is free any more, nobody fights
    start = at(8, day=7 + day) + dice.randrange(-6, 7) * 900
    staff = dice.sample(world["staff"], k=3)
    common = {"service": world["service"], "staff": staff}
    roll = dice.random()
    if roll < 0.1 and made:
        return {"do": "cancel", "appointment": made.pop(dice.randrange(len(made)))["appointments"][0]}
    if roll < 0.3 and made:
        return {"do": "move", "visit": made.pop(dice.randrange(len(made)))["visits"][0], "staff": staff, "start": start}
    if roll < 0.5:
        return {"do": "hold", **common, "start": start, "owner": f"all {number} {rival % 6}"}  # some share a basket
    if roll < 0.6:
        return {"do": "reserve_row", **common, "start": start, "customer": world["customer"]}
    starts = [start] if roll < 0.8 else [start + week * 86_400 for week in range(3)]
    return {"do": "reserve", **common, "starts": starts, "customer": world["customer"]}


def test_a_visit_moves_so_often_and_no_oftener_whoever_asks_at_once(rivals: Crowd) -> None:
    world = rivals.ask("build", people=1)
    common = {"service": world["service"], "staff": world["staff"]}
    answers: list[dict[str, Any]] = []
    for number in range(8 * SOAK):
        start = at(0, day=7 + number)
        made = rivals.ask("reserve", **common, starts=[start], customer=world["customer"])
        other = {"do": "move", "visit": made["visits"][0], "staff": world["staff"], "at_most": 3}
        race = rivals.race([{**other, "start": start + (1 + rival) * 7200} for rival in range(rivals.size)])
        assert [answer["won"] for answer in race].count(True) == 3, race
        answers += race
    check(rivals, answers)


def test_dispatchers_who_want_one_place_for_their_visits_get_it_once(rivals: Crowd) -> None:
    """Eight appointments of other days and people are dragged onto the same hour of one person, rules put aside."""
    world = rivals.ask("build", people=3)
    common = {"service": world["service"], "customer": world["customer"]}
    answers: list[dict[str, Any]] = []
    for number in range(8 * SOAK):
        wanted = at(12, day=7 + number * 2)
        visits = [
            rivals.ask(
                "reserve",
                **common,
                staff=[world["staff"][rival % 3]],
                starts=[at(8, day=8 + number * 2) + (rival // 3) * 7200],
            )
            for rival in range(rivals.size)
        ]
        race = rivals.race(
            [
                {"do": "change", "appointment": visit["appointments"][0], "staff": world["staff"][0], "start": wanted}
                for visit in visits
            ]
        )
        assert [answer["won"] for answer in race].count(True) == 1, race
        answers += race
    check(rivals, answers)


def test_a_session_sells_exactly_its_seats(rivals: Crowd) -> None:
    world = rivals.ask("build", people=1, capacity=5)
    common = {"service": world["session"], "staff": world["staff"], "capacity": 5}
    answers: list[dict[str, Any]] = []
    for number in range(8 * SOAK):
        start = at(0, day=7 + number)
        ways = [
            {"do": "hold", **common, "start": start, "owner": f"seat {number} {rival}"}
            if rival % 2
            else {"do": "reserve", **common, "starts": [start], "customer": world["customer"]}
            for rival in range(rivals.size)
        ]
        race = rivals.race(ways)
        assert [answer["won"] for answer in race].count(True) == 5, race
        answers += race
    check(rivals, answers)


def test_a_block_and_a_booking_know_of_each_other(rivals: Crowd) -> None:
    """Either the booking saw the block and lost, or the block saw the booking and names it as a conflict."""
    world = rivals.ask("build", people=1)
    common = {"service": world["service"], "staff": world["staff"]}
    answers: list[dict[str, Any]] = []
    named: set[tuple[str, str]] = set()
    for number in range(8 * SOAK):
        start = at(10, day=7 + number)
        ways: list[dict[str, Any]] = [
            {"do": "reserve", **common, "starts": [start + offset * 900], "customer": world["customer"]}
            for offset in range(-3, 3)
        ]
        ways += [{"do": "block", "staff": world["staff"], "start": start} for _ in range(2)]
        race = rivals.race(ways)
        for answer in race[-2:]:
            named |= {(answer["result"]["block"], found) for found in answer["result"]["conflicts"]}
        answers += race
    assert {tuple(pair) for pair in rivals.ask("blocks_and_appointments")} <= named
    check(rivals, answers)
