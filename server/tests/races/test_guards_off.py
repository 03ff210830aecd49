"""What each guard is for: with both off the races find double bookings, with either one on they find none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.crowd import Crowd

pytestmark = pytest.mark.race
ROUNDS = 12  # in a soak too: what a guard is for shows at once


def run(rivals: Crowd, *, capacity: int = 1) -> list[dict[str, Any]]:
    """Everybody holds the same times, round after round."""
    world = rivals.ask("build", people=1, capacity=capacity)
    service = world["service"] if capacity == 1 else world["session"]
    return [
        answer
        for number in range(ROUNDS)
        for answer in rivals.race(
            [
                {
                    "do": "hold",
                    "service": service,
                    "staff": world["staff"],
                    "start": at(0, day=7 + number),
                    "owner": f"{number} {rival}",
                    "capacity": capacity,
                }
                for rival in range(rivals.size)
            ]
        )
    ]


@pytest.fixture
def bare(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd on an empty calendar; whatever was switched off is on again afterwards."""
    rivals.ask("forget")
    yield rivals
    rivals.ask("forget")
    rivals.ask("with_constraint")
    rivals.everyone("with_seat_check")
    rivals.everyone("with_lock")


def test_without_lock_and_constraint_there_are_double_bookings(bare: Crowd) -> None:
    bare.ask("without_constraint")
    bare.everyone("without_lock")
    run(bare)
    assert bare.ask("inspect")["overlaps"] > 0


def test_without_the_lock_the_constraint_refuses(bare: Crowd) -> None:
    bare.everyone("without_lock")
    answers = run(bare)
    assert any("scheduling_claim_no_overlap" in cause for answer in answers for cause in answer["causes"])
    assert sum(answer["won"] for answer in answers) <= ROUNDS
    assert bare.ask("inspect")["overlaps"] == 0


def test_without_the_constraint_the_lock_holds(bare: Crowd) -> None:
    bare.ask("without_constraint")
    answers = run(bare)
    assert sum(answer["won"] for answer in answers) == ROUNDS
    assert bare.ask("inspect")["overlaps"] == 0


def test_seats_without_lock_and_check_are_oversold(bare: Crowd) -> None:
    bare.everyone("without_seat_check")
    bare.everyone("without_lock")
    run(bare, capacity=2)
    assert bare.ask("inspect")["oversold"] > 0


def test_seats_without_the_lock_are_kept_by_the_check(bare: Crowd) -> None:
    bare.everyone("without_lock")
    run(bare, capacity=2)
    assert all(taken <= capacity for taken, capacity in bare.ask("sessions"))


def test_the_guards_are_on_again_afterwards(rivals: Crowd) -> None:
    answers = run(rivals)
    assert sum(answer["won"] for answer in answers) == ROUNDS
    assert not any(answer["causes"] for answer in answers)
