"""What each guard is for: with both off the races find double bookings, with either one on they find none."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.scheduling.tests.factories import at
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd, crowd

pytestmark = pytest.mark.race
ROUNDS = 12 * SOAK


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
                    "do": "hold", "service": service, "staff": world["staff"], "start": at(0, day=7 + number),
                    "owner": f"{number} {rival}", "capacity": capacity,
                }
                for rival in range(rivals.size)
            ]
        )
    ]


def test_without_lock_and_constraint_there_are_double_bookings(vendor: str) -> None:
    with crowd(vendor) as rivals:
        rivals.ask("without_constraint")
        rivals.everyone("without_lock")
        run(rivals)
        assert rivals.ask("inspect")["overlaps"] > 0


def test_without_the_lock_the_constraint_refuses(vendor: str) -> None:
    with crowd(vendor) as rivals:
        rivals.everyone("without_lock")
        answers = run(rivals)
        refused = [cause for answer in answers for cause in answer["causes"] if "scheduling_claim_no_overlap" in cause]
        assert refused  # the lock was really off: the database had to step in
        assert sum(answer["won"] for answer in answers) <= ROUNDS
        assert rivals.ask("inspect")["overlaps"] == 0


def test_without_the_constraint_the_lock_holds(vendor: str) -> None:
    with crowd(vendor) as rivals:
        rivals.ask("without_constraint")
        answers = run(rivals)
        assert sum(answer["won"] for answer in answers) == ROUNDS
        assert rivals.ask("inspect")["overlaps"] == 0


def test_seats_without_lock_and_check_are_oversold(vendor: str) -> None:
    with crowd(vendor) as rivals:
        rivals.everyone("without_seat_check")
        rivals.everyone("without_lock")
        run(rivals, capacity=2)
        assert rivals.ask("inspect")["oversold"] > 0


def test_seats_without_the_lock_are_kept_by_the_check(vendor: str) -> None:
    with crowd(vendor) as rivals:
        rivals.everyone("without_lock")
        run(rivals, capacity=2)
        assert all(taken <= capacity for taken, capacity in rivals.ask("sessions"))
