"""Zero, negative and absurd input is an error that names the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import nan

import pytest

from almanac.engine.errors import InvalidProblem
from almanac.engine.problem import (
    AllDayBlock,
    Interval,
    Place,
    Problem,
    ServiceArea,
    Taken,
    TimedBlock,
    TravelRule,
    WallSpan,
    WeeklySpan,
)
from almanac.engine.slots import check_problem, first_free, open_slots
from almanac.engine.tests.factories import person, problem, service

GOOD = problem()
BACKWARDS = Interval(1_800_000_000, 1_700_000_000)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (problem(ask=(service(0),)), "ask.segments[0].duration"),
        (problem(ask=(service(-60),)), "ask.segments[0].duration"),
        (problem(ask=(service(8 * 1440),)), "ask.segments[0].duration"),
        (problem(ask=(service(), service(60, before=-1))), "ask.segments[1].buffer_before"),
        (problem(ask=(service(60, after=2000),)), "ask.segments[0].buffer_after"),
        (problem(ask=(service(capacity=0),)), "ask.segments[0].capacity"),
        (problem(ask=(service(durations=(("ana", 0),)),)), "ask.segments[0].durations[ana]"),
        (problem(ask=(service(),) * 21), "ask.segments"),
        (replace(GOOD, ask=replace(GOOD.ask, segments=())), "ask.segments"),
        (problem(seats=0), "ask.seats"),
        (problem(place=Place(91, 0)), "ask.place"),
        (problem(place=Place(nan, 0)), "ask.place"),
        (problem(interval=0), "rules.slot_interval"),
        (problem(interval=-15), "rules.slot_interval"),
        (problem(interval=1441), "rules.slot_interval"),
        (problem(lead_time=-1), "rules.lead_time"),
        (problem(horizon_days=-1), "rules.horizon_days"),
        (problem(horizon_days=10**9), "rules.horizon_days"),
        (problem(daily_limit=0), "rules.daily_limit"),
        (problem(travel=TravelRule(speed_m_per_h=0)), "rules.travel.speed_m_per_h"),
        (replace(GOOD, window=Interval(GOOD.window.start, GOOD.window.start)), "window"),
        (replace(GOOD, window=BACKWARDS), "window"),
        (problem(days=401), "window"),
        (replace(GOOD, now=-1), "now"),
        (replace(GOOD, now=10**12), "now"),
    ],
)
def test_an_absurd_question_is_refused_everywhere(wrong: Problem, field: str) -> None:
    for asked in (check_problem, open_slots, first_free):
        with pytest.raises(InvalidProblem) as refused:
            asked(wrong)
        assert refused.value.field == field


@pytest.mark.parametrize(
    "fields",
    [
        {"zone": "Nowhere/Land"},
        {"hours": (WeeklySpan(7, WallSpan(0, 60)),)},
        {"hours": (WeeklySpan(0, WallSpan(60, 60)),)},
        {"hours": (WeeklySpan(0, WallSpan(1440, 1500)),)},
        {"breaks": (WeeklySpan(0, WallSpan(60, 2881)),)},
        {"service_hours": (("wash", (WeeklySpan(0, WallSpan(-1, 60)),)),)},
        {"time_off": (BACKWARDS,)},
        {"blocks": (TimedBlock(*BACKWARDS),)},
        {"blocks": (AllDayBlock(date(2026, 2, 2), date(2026, 2, 1), "UTC"),)},
        {"blocks": (AllDayBlock(date(2026, 2, 1), date(2026, 2, 2), "Nowhere/Land"),)},
        {"taken": (Taken(Interval(100, 200), Interval(110, 200)),)},
        {"taken": (Taken(Interval(100, 200), Interval(100, 200), capacity=0),)},
        {"areas": (ServiceArea(Place(0, 0), 0),)},
        {"daily_limit": 0},
    ],
)
def test_an_absurd_calendar_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(InvalidProblem) as refused:
        check_problem(problem(person("ana"), person("ben", **fields)))
    assert refused.value.field.startswith("calendars[1]")


def test_two_calendars_of_one_person_are_refused() -> None:
    with pytest.raises(InvalidProblem):
        check_problem(problem(person("ana"), person("ana")))


def test_nobody_is_no_error() -> None:
    assert open_slots(replace(GOOD, calendars=())) == []
    assert first_free(replace(GOOD, calendars=())) is None
