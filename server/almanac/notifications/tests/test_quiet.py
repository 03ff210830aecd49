"""No telephone rings in its owner's night, except for what would otherwise come too late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.notifications.quiet import not_in_the_night

LONDON = "Europe/London"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-06-01T19:59", "2026-06-01T19:59"),  # 20:59 in London
        ("2026-06-01T20:00", "2026-06-02T07:00"),  # 21:00
        ("2026-06-01T23:30", "2026-06-02T07:00"),  # after midnight there
        ("2026-06-02T06:59", "2026-06-02T07:00"),
        ("2026-06-02T07:00", "2026-06-02T07:00"),
        ("2026-10-24T22:00", "2026-10-25T08:00"),  # the clocks go back in that night
        ("2026-03-28T23:00", "2026-03-29T07:00"),  # and forward in this one
    ],
)
def test_by_the_clock_on_the_owners_wall(now: str, due: str) -> None:
    assert not_in_the_night(at(now), LONDON, quiet_from=21, quiet_until=8) == at(due)


def test_quiet_hours_of_one_day() -> None:
    due = not_in_the_night(at("2026-06-01T12:30"), "UTC", quiet_from=12, quiet_until=14)
    assert due == at("2026-06-01T14:00")


def test_equal_hours_are_none() -> None:
    assert not_in_the_night(at("2026-06-01T02:00"), "UTC", quiet_from=8, quiet_until=8) == at("2026-06-01T02:00")


def test_what_would_come_too_late_comes_at_once() -> None:
    night, visit = at("2026-06-02T04:00"), at("2026-06-02T06:00")
    assert not_in_the_night(night, LONDON, quiet_from=21, quiet_until=8, before=visit) == night
    assert not_in_the_night(night, LONDON, quiet_from=21, quiet_until=8, before=at("2026-06-02T09:00")) > night


def test_what_is_over_already_can_wait() -> None:
    night = at("2026-06-02T04:00")
    for before in (night, at("2026-06-01T12:00")):
        assert not_in_the_night(night, LONDON, quiet_from=21, quiet_until=8, before=before) == at("2026-06-02T07:00")


@given(
    st.integers(0, 366 * 24 * 60),
    st.sampled_from([LONDON, "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"]),
    st.integers(0, 23),
    st.integers(0, 23),
)
def test_never_within_them_never_earlier_never_more_than_a_day_later(
    minutes: int, zone: str, quiet_from: int, quiet_until: int
) -> None:
    now = at("2026-01-01T00:00") + timedelta(minutes=minutes)
    due = not_in_the_night(now, zone, quiet_from=quiet_from, quiet_until=quiet_until)
    hour = due.astimezone(ZoneInfo(zone)).hour
    quiet = {(quiet_from + step) % 24 for step in range((quiet_until - quiet_from) % 24)}
    assert hour not in quiet
    assert now <= due <= now + timedelta(hours=25)
