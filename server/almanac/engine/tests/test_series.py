"""Where the dates of a series are found to fit, by hand and for random calendars."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from almanac.engine import recurrence, series, slots
from almanac.engine.problem import (
    Ask,
    Interval,
    Problem,
    Rules,
    Segment,
    StaffCalendar,
    Taken,
    TakenKind,
    WallSpan,
    WeeklySpan,
)
from almanac.engine.recurrence import Occurrence, Recurrence
from almanac.engine.series import Fit
from almanac.engine.wallclock import DAY

HOUR = 3600
RULE = Recurrence(zone="Europe/London", first_on=date(2026, 3, 4), minutes=600, count=8)
DATES = list(recurrence.occurrences(RULE))


def person(name: str, *taken: tuple[int, int], days: tuple[int, ...] = tuple(range(7))) -> StaffCalendar:
    return StaffCalendar(
        staff_id=name,
        zone="Europe/London",
        hours=tuple(WeeklySpan(day, WallSpan(9 * 60, 17 * 60)) for day in days),
        taken=tuple(
            Taken(kind=TakenKind.APPOINTMENT, blocked=Interval(*span), core=Interval(*span)) for span in sorted(taken)
        ),
    )


def question(*people: StaffCalendar, dates: list[Occurrence] | None = None) -> Problem:
    wanted = dates or DATES
    window = Interval(wanted[0].starts_at - series.REACH, wanted[-1].starts_at + series.REACH + 1)
    ask = Ask((Segment("clean", HOUR),))
    return Problem(people, ask, Rules(horizon_days=200), window, now=wanted[0].starts_at - 30 * DAY)


def one(problem: Problem, date_: Occurrence = DATES[0]) -> series.Dated:
    return series.fit_one(problem, date_, staff_id="ana")


def test_the_wished_time_and_person_where_they_are_free() -> None:
    found = series.fit_all(question(person("ana"), person("ben")), DATES, staff_id="ana")
    assert {item.fit for item in found} == {Fit.KEPT}
    assert [item.slot.start for item in found if item.slot] == [item.starts_at for item in DATES]


def test_the_person_comes_before_the_hour_on_the_day() -> None:
    at = DATES[0].starts_at
    found = one(question(person("ana", (at, at + HOUR)), person("ben")))
    assert found.fit is Fit.OTHER_TIME
    assert found.slot == (at - HOUR, at, ("ana",))


def test_somebody_else_at_the_hour_comes_before_another_day() -> None:
    at = DATES[0].starts_at
    found = one(question(person("ana", (at - 5 * HOUR, at + 12 * HOUR)), person("ben")))
    assert (found.fit, found.slot and found.slot.staff_ids) == (Fit.OTHER_PERSON, ("ben",))


def test_another_day_with_the_person_comes_before_another_day_with_others() -> None:
    other_days = (1, 3)  # Tuesday and Thursday; the date is a Wednesday
    found = one(question(person("ana", days=(3,)), person("ben", days=other_days)))
    assert (found.fit, found.slot and found.slot.staff_ids) == (Fit.OTHER_TIME, ("ana",))


def test_nothing_within_three_days_is_left_out() -> None:
    at = DATES[0].starts_at
    found = one(question(person("ana", (at - 4 * DAY, at + 4 * DAY))))
    assert (found.fit, found.slot) == (Fit.NOTHING, None)


busy = st.lists(st.tuples(st.integers(0, 60 * 24), st.integers(1, 48)), max_size=30)


@given(ana=busy, ben=busy)
def test_what_is_proposed_is_open_and_as_near_as_there_is(
    ana: list[tuple[int, int]], ben: list[tuple[int, int]]
) -> None:
    first = DATES[0].starts_at - 3 * DAY

    def taken(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        at, found = first, []
        for gap, length in spans:
            at += (gap % 30) * HOUR
            found.append((at, at + length * HOUR))
            at += length * HOUR
        return found

    problem = question(person("ana", *taken(ana)), person("ben", *taken(ben)))
    for item in series.fit_all(problem, DATES, staff_id="ana"):
        start = item.wished.starts_at
        if item.slot is None:
            around = Interval(start - series.REACH, start + series.REACH + 1)
            assert not slots.open_slots(question(*problem.calendars, dates=[item.wished])), around
            continue
        assert slots.find(problem, item.slot.start, item.slot.staff_ids) == item.slot
        assert abs(item.slot.start - start) <= series.REACH
        assert (item.fit is Fit.KEPT) == (item.slot.start == start and item.slot.staff_ids == ("ana",))
        assert timedelta(seconds=item.slot.end - item.slot.start) == timedelta(hours=1)
