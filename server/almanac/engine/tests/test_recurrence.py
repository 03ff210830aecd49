"""Series: which dates, at which instants."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.errors import InvalidProblem
from almanac.engine.recurrence import LAST, Frequency, Overflow, Recurrence, occurrences
from almanac.engine.tests.strategies import NIGHTS

WEEKLY = Recurrence("Europe/London", date(2026, 3, 22), 9 * 60, count=3)
BY_DATE = replace(WEEKLY, first_on=date(2026, 1, 31), frequency=Frequency.MONTHLY_BY_DATE, count=4)
BY_WEEKDAY = replace(WEEKLY, frequency=Frequency.MONTHLY_BY_WEEKDAY, count=3)


def dates(rule: Recurrence) -> list[str]:
    return [one.on.isoformat() for one in occurrences(rule)]


def test_weekly_keeps_the_wall_time_over_a_change() -> None:
    found = [datetime.fromtimestamp(one.starts_at, UTC).strftime("%d %H:%M") for one in occurrences(WEEKLY)]
    assert found == ["22 09:00", "29 08:00", "05 08:00"]


def test_every_two_weeks() -> None:
    assert dates(replace(WEEKLY, every=2)) == ["2026-03-22", "2026-04-05", "2026-04-19"]


def test_several_weekdays_begin_at_the_first_date() -> None:
    rule = replace(WEEKLY, first_on=date(2026, 3, 25), weekdays=(4, 0, 2), every=2, count=4)
    assert dates(rule) == ["2026-03-25", "2026-03-27", "2026-04-06", "2026-04-08"]


def test_monthly_by_date_clips_and_counts_from_the_rule() -> None:
    assert dates(BY_DATE) == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]


def test_monthly_by_date_skips() -> None:
    rule = replace(BY_DATE, overflow=Overflow.SKIP)
    assert dates(rule) == ["2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"]


@pytest.mark.parametrize(
    ("first_on", "nth", "expected"),
    [
        (date(2026, 1, 13), None, ["2026-01-13", "2026-02-10", "2026-03-10"]),  # the second Tuesday
        (date(2026, 1, 29), None, ["2026-01-29", "2026-02-26", "2026-03-26"]),  # a fifth Thursday is the last
        (date(2026, 1, 1), LAST, ["2026-01-29", "2026-02-26", "2026-03-26"]),
        (date(2026, 1, 20), 1, ["2026-02-03", "2026-03-03", "2026-04-07"]),  # the first of January has passed
    ],
)
def test_monthly_by_weekday(first_on: date, nth: int | None, expected: list[str]) -> None:
    assert dates(replace(BY_WEEKDAY, first_on=first_on, nth=nth)) == expected


def test_exceptions_are_taken_out_after_counting() -> None:
    assert dates(replace(WEEKLY, exceptions=frozenset({date(2026, 3, 29)}))) == ["2026-03-22", "2026-04-05"]


def test_the_last_date_is_included() -> None:
    assert dates(replace(WEEKLY, count=None, until_on=date(2026, 4, 5))) == ["2026-03-22", "2026-03-29", "2026-04-05"]


def test_a_missing_wall_time_and_a_repeated_one() -> None:
    missing = replace(WEEKLY, minutes=90, first_on=date(2026, 3, 29), count=1)
    assert [datetime.fromtimestamp(one.starts_at, UTC).strftime("%H:%M") for one in occurrences(missing)] == ["01:30"]
    repeated = replace(WEEKLY, minutes=90, first_on=date(2026, 10, 25), count=1)
    assert [datetime.fromtimestamp(one.starts_at, UTC).strftime("%H:%M") for one in occurrences(repeated)] == ["00:30"]


def test_a_date_the_zone_skips_is_left_out() -> None:
    rule = replace(WEEKLY, zone="Pacific/Apia", first_on=date(2011, 12, 23), count=2)
    assert dates(rule) == ["2011-12-23", "2012-01-06"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"every": 0},
        {"count": 0},
        {"count": -1},
        {"count": 10_000},
        {"count": None},
        {"minutes": 1440},
        {"minutes": -1},
        {"zone": "Europe/Nowhere"},
        {"weekdays": (7,)},
        {"nth": 5},
        {"nth": 0},
        {"until_on": date(2026, 3, 21)},
    ],
)
def test_absurd_rules_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidProblem):
        list(occurrences(replace(WEEKLY, **wrong)))  # type: ignore[arg-type]


@given(
    st.sampled_from(NIGHTS),
    st.integers(0, 1439),
    st.sampled_from(list(Frequency)),
    st.integers(1, 3),
    st.integers(0, 40),
)
def test_each_instant_is_what_zoneinfo_reads(
    night: tuple[str, date], minutes: int, frequency: Frequency, every: int, back: int
) -> None:
    zone, near = night
    rule = Recurrence(zone, near - timedelta(days=back), minutes, frequency, every, count=8)
    for on, starts_at in occurrences(rule):
        wall = datetime(on.year, on.month, on.day, minutes // 60, minutes % 60, tzinfo=ZoneInfo(zone))
        assert starts_at == int(wall.timestamp())
