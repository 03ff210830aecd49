"""Whose turn it is: the window of an entry, and that nobody in the line is passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.waiting import TRIES, PartOfDay, Window, hand_out, is_hour_to_offer, part_of

LONDON = "Europe/London"


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("start", "suits"),
    [
        ("2026-06-01T08:00", True),
        ("2026-05-31T23:30", True),  # half past midnight in London
        ("2026-06-03T22:59", True),
        ("2026-06-03T23:00", False),
        ("2026-05-31T22:59", False),
    ],
)
def test_dates_are_read_on_the_entrys_clock(start: str, suits: bool) -> None:
    window = Window(date(2026, 6, 1), date(2026, 6, 3), LONDON)
    assert window.suits(at(start)) is suits


def test_weekdays_parts_and_what_was_offered_before() -> None:
    window = Window(
        date(2026, 6, 1),
        date(2026, 6, 14),
        LONDON,
        weekdays=frozenset({1}),
        parts=frozenset({PartOfDay.MORNING}),
        not_again=frozenset({(at("2026-06-02T09:00"), at("2026-06-02T10:00"))}),
    )
    assert window.suits(at("2026-06-02T08:00"))
    assert window.suits(at("2026-06-02T10:00"))
    for overlapping in ("08:30", "09:00", "09:30"):
        assert not window.suits(at(f"2026-06-02T{overlapping}")), "offered before"
    assert not window.suits(at("2026-06-02T11:00")), "noon in London"
    assert not window.suits(at("2026-06-03T08:00")), "a Wednesday"
    assert window.holds_date(at("2026-06-03T18:00")), "whatever the weekday"


def test_parts_of_the_day_meet_and_leave_nothing_out() -> None:
    parts = [part_of(hour) for hour in range(24)]
    assert parts == [PartOfDay.MORNING] * 12 + [PartOfDay.AFTERNOON] * 5 + [PartOfDay.EVENING] * 7


def test_the_hours_to_offer_are_half_open() -> None:
    hours = {"from_hour": 8, "until_hour": 21}
    told = [is_hour_to_offer(at(f"2026-06-01T{hour:02}:00"), LONDON, **hours) for hour in (6, 7, 19, 20)]
    assert told == [False, True, True, False]


@pytest.mark.parametrize(
    ("from_hour", "until_hour", "offered"),
    [(22, 6, {23, 0, 5}), (9, 9, {0, 5, 9, 12, 23}), (0, 24, {0, 5, 9, 12, 23}), (24, 12, {0, 5, 9})],
)
def test_hours_over_midnight_and_all_day(from_hour: int, until_hour: int, offered: set[int]) -> None:
    winter = {hour: at(f"2026-01-05T{hour:02}:00") for hour in (0, 5, 9, 12, 23)}
    hours = {"from_hour": from_hour, "until_hour": until_hour}
    assert {hour for hour, now in winter.items() if is_hour_to_offer(now, LONDON, **hours)} == offered


@dataclass
class Calendar:
    """Starts with so many people free at each; `appears` opens more when it has been looked at so often."""

    free: dict[int, int]
    wishes: Mapping[str, frozenset[int]]
    appears: dict[int, int] = field(default_factory=dict)
    stolen: frozenset[int] = frozenset()  # lost to a stranger at the moment of giving
    looks: int = 0
    given: dict[str, int] = field(default_factory=dict)
    passed_over: list[tuple[str, str, int]] = field(default_factory=list)

    def first(self, entry: str) -> int | None:
        self.looks += 1
        start = self.appears.pop(self.looks, None)
        if start is not None:
            self.free[start] = self.free.get(start, 0) + 1
        return min((one for one in self.wishes[entry] if self.free.get(one)), default=None)

    def wants(self, entry: str, start: int) -> bool:
        return start in self.wishes[entry] and bool(self.free.get(start))

    def give(self, entry: str, start: int) -> bool:
        if not self.free.get(start) or start in self.stolen:
            self.free.pop(start, None)
            return False
        line = list(self.wishes)
        before = line[: line.index(entry)]
        self.passed_over += [
            (one, entry, start) for one in before if one not in self.given and start in self.wishes[one]
        ]
        self.free[start] -= 1
        self.given[entry] = start
        return True


STARTS = st.integers(0, 6)
CALENDARS = st.builds(
    Calendar,
    free=st.dictionaries(STARTS, st.integers(1, 2)),
    wishes=st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.frozensets(STARTS), max_size=8),
    appears=st.dictionaries(st.integers(1, 10), STARTS, max_size=4),
    stolen=st.frozensets(STARTS, max_size=2),
)


@given(CALENDARS)
def test_nobody_is_passed_over_whatever_opens_on_the_way(calendar: Calendar) -> None:
    line = list(calendar.wishes)
    given_out = hand_out(line, first=calendar.first, wants=calendar.wants, give=calendar.give)
    assert calendar.passed_over == []
    assert given_out == calendar.given
    assert all(start in calendar.wishes[entry] for entry, start in given_out.items())
    assert calendar.looks <= len(line) * (len(line) + TRIES), "no run is endless"


@given(CALENDARS)
def test_nothing_that_suits_is_left_when_nobody_interferes(calendar: Calendar) -> None:
    calendar.appears.clear()
    calendar.stolen = frozenset()
    line = list(calendar.wishes)
    given_out = hand_out(line, first=calendar.first, wants=calendar.wants, give=calendar.give)
    left = {start for start, count in calendar.free.items() if count}
    assert all(not (calendar.wishes[entry] & left) for entry in line if entry not in given_out)


@given(CALENDARS, st.integers(0, 8))
def test_in_two_runs_as_in_one(calendar: Calendar, middle: int) -> None:
    """A line too long for one run is looked at in the next, and still nobody is passed over."""
    line = list(calendar.wishes)
    hand_out(line, first=calendar.first, wants=calendar.wants, give=calendar.give, look_until=middle)
    waiting = [entry for entry in line if entry not in calendar.given]
    seen = len([entry for entry in line[:middle] if entry not in calendar.given])
    hand_out(waiting, first=calendar.first, wants=calendar.wants, give=calendar.give, look_from=seen)
    assert calendar.passed_over == []


def test_a_start_that_opens_late_goes_to_the_front() -> None:
    """Found for the last, wanted by the first, whom the run had passed already."""
    calendar = Calendar({}, {"a": frozenset({3}), "b": frozenset(), "c": frozenset({3})}, appears={3: 3})
    given_out = hand_out(["a", "b", "c"], first=calendar.first, wants=calendar.wants, give=calendar.give)
    assert given_out == {"a": 3}


def test_without_asking_the_front_somebody_is_passed_over() -> None:
    """What the question is for: with nobody ever wanting, the late opening goes to the last."""
    calendar = Calendar({}, {"a": frozenset({3}), "c": frozenset({3})}, appears={2: 3})
    hand_out(["a", "c"], first=calendar.first, wants=lambda entry, start: False, give=calendar.give)
    assert calendar.passed_over == [("a", "c", 3)]
