"""Intervals, wall clock, travel and assignment on their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.assignment import AssignmentRule, Candidate, rank
from almanac.engine.errors import InvalidProblem
from almanac.engine.intervals import intersect, merge, subtract
from almanac.engine.problem import Place, TravelRule
from almanac.engine.tests.strategies import NIGHTS
from almanac.engine.travel import distance_m, travel_seconds
from almanac.engine.wallclock import table_for, zone_info

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


def points(spans: list[tuple[int, int]]) -> set[int]:
    return {point for start, end in spans for point in range(start, end)}


@given(SPANS, SPANS)
def test_intervals_are_sets_of_points(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    first, second = merge(one), merge(other)
    assert points(first) == points(one)
    assert all(earlier[1] < later[0] for earlier, later in pairwise(first))
    assert points(subtract(first, second)) == points(one) - points(other)
    assert points(intersect(first, second)) == points(one) & points(other)


@given(st.sampled_from(NIGHTS), st.integers(-3 * 1440, 3 * 1440))
def test_the_wall_clock_agrees_with_zoneinfo(night: tuple[str, date], minutes: int) -> None:
    zone, on = night
    table = table_for(zone, on.toordinal(), on.toordinal())
    wall = datetime(on.year, on.month, on.day) + timedelta(minutes=minutes)  # noqa: DTZ001
    naive = int(wall.replace(tzinfo=UTC).timestamp())
    instant = int(wall.replace(tzinfo=ZoneInfo(zone)).timestamp())
    assert table.instant(naive) == instant
    shown = datetime.fromtimestamp(instant, ZoneInfo(zone)).replace(tzinfo=UTC)
    assert table.wall(instant) == int(shown.timestamp())


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe", "Europe/London\0", "a" * 5000])
def test_an_unknown_zone_is_an_error(zone: str) -> None:
    with pytest.raises(InvalidProblem):
        zone_info(zone)


def test_distance_and_travel() -> None:
    london, paris = Place(51.5074, -0.1278), Place(48.8566, 2.3522)
    assert distance_m(london, paris) == pytest.approx(343_556, abs=5)
    assert distance_m(Place(0, -180), Place(0, 180)) == pytest.approx(0, abs=1e-6)
    assert distance_m(Place(90, 0), Place(-90, 0)) == pytest.approx(20_015_115, abs=1)
    near = Place(51.5074, -0.1279)
    assert travel_seconds(london, near, TravelRule(minimum=300)) == 300
    assert travel_seconds(london, london, TravelRule(minimum=300)) == 0
    assert travel_seconds(london, paris, TravelRule(speed_m_per_h=100_000, detour_percent=100)) == 12_369


CANDIDATES = [
    Candidate("cy", 7200, 50, None, 4.9),
    Candidate("ana", 3600, 100, 900.0, None),
    Candidate("ben", 3600, None, 400.0, 4.2),
    Candidate("abe", 3600, None, 400.0, 4.2),
]


@pytest.mark.parametrize(
    ("rule", "order"),
    [
        (AssignmentRule.ANY, "cy ana ben abe"),
        (AssignmentRule.LEAST_BUSY, "abe ben ana cy"),
        (AssignmentRule.ROUND_ROBIN, "abe ben cy ana"),
        (AssignmentRule.NEAREST, "abe ben ana cy"),
        (AssignmentRule.HIGHEST_RATED, "cy abe ben ana"),
    ],
)
def test_rank(rule: AssignmentRule, order: str) -> None:
    assert [candidate.staff_id for candidate in rank(CANDIDATES, rule)] == order.split()
    if rule is not AssignmentRule.ANY:
        assert rank(CANDIDATES[::-1], rule) == rank(CANDIDATES, rule)
