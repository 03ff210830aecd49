"""What is no question at all: zero, negative and absurd values, told by field and in words."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from almanac.engine.errors import InvalidProblem
from almanac.engine.hours import special_dates, week_of
from almanac.engine.problem import (
    AllDayBlock,
    Ask,
    Interval,
    Place,
    Problem,
    Rules,
    Segment,
    StaffCalendar,
    Taken,
)
from almanac.engine.wallclock import DAY, zone_info

EARLIEST, LATEST = 0, 7_258_118_400  # 1970-01-01 to 2200-01-01
LONGEST_SERVICE = 7 * DAY
LONGEST_WINDOW = 400 * DAY
MOST_SERVICES = 20
LONGEST_LEAD = 366 * DAY
FURTHEST_HORIZON = 3660


def check_question(problem: Problem) -> None:
    """The quick check of ask, rules, window and now that every public function makes. Raises InvalidProblem."""
    _check_ask(problem.ask)
    _check_rules(problem.rules)
    _between("now", problem.now, EARLIEST, LATEST)
    start, end = problem.window
    _between("window", start, EARLIEST, LATEST)
    _between("window", end, start + 1, min(LATEST, start + LONGEST_WINDOW))


def check_problem(problem: Problem) -> None:
    """The whole check, calendars included, for problems that come from outside. Raises InvalidProblem."""
    check_question(problem)
    seen: set[str] = set()
    for index, calendar in enumerate(problem.calendars):
        field = f"calendars[{index}]"
        if calendar.staff_id in seen:
            raise InvalidProblem(field, f"a second calendar of {calendar.staff_id!r}")
        seen.add(calendar.staff_id)
        try:
            _check_calendar(calendar)
        except InvalidProblem as wrong:
            raise InvalidProblem(f"{field}.{wrong.field}", wrong.words) from wrong


def _check_ask(ask: Ask) -> None:
    if not 1 <= len(ask.segments) <= MOST_SERVICES:
        raise InvalidProblem("ask.segments", f"{len(ask.segments)} services; there must be 1 to {MOST_SERVICES}")
    if ask.seats < 1:
        raise InvalidProblem("ask.seats", f"{ask.seats} is less than one seat")
    for index, segment in enumerate(ask.segments):
        _check_segment(segment, f"ask.segments[{index}]")
    if ask.place is not None:
        check_place(ask.place, "ask.place")


def _check_segment(segment: Segment, field: str) -> None:
    _between(f"{field}.duration", segment.duration, 1, LONGEST_SERVICE)
    _between(f"{field}.buffer_before", segment.buffer_before, 0, DAY)
    _between(f"{field}.buffer_after", segment.buffer_after, 0, DAY)
    _between(f"{field}.capacity", segment.capacity, 1, 1_000_000)
    for staff_id, seconds in segment.durations:
        _between(f"{field}.durations[{staff_id}]", seconds, 1, LONGEST_SERVICE)


def _check_rules(rules: Rules) -> None:
    _between("rules.lead_time", rules.lead_time, 0, LONGEST_LEAD)
    _between("rules.horizon_days", rules.horizon_days, 0, FURTHEST_HORIZON)
    _between("rules.slot_interval", rules.slot_interval, 60, DAY)
    if rules.daily_limit is not None:
        _between("rules.daily_limit", rules.daily_limit, 1, 1_000_000)
    _between("rules.travel.speed_m_per_h", rules.travel.speed_m_per_h, 1, 10_000_000)
    _between("rules.travel.detour_percent", rules.travel.detour_percent, 100, 10_000)
    _between("rules.travel.minimum", rules.travel.minimum, 0, DAY)


def _check_calendar(calendar: StaffCalendar) -> None:
    zone_info(calendar.zone)
    week_of(calendar.hours, "hours")
    week_of(calendar.breaks, "breaks")
    special_dates(calendar.overrides, calendar.holidays)
    for service_id, spans in calendar.service_hours:
        week_of(spans, f"service_hours[{service_id}]")
    _check_spans("time_off", calendar.time_off)
    _check_spans("extra_hours", calendar.extra_hours)
    for index, block in enumerate(calendar.blocks):
        if not isinstance(block, AllDayBlock):
            _check_spans(f"blocks[{index}]", [Interval(block.start, block.end)])
            continue
        zone_info(block.zone)
        if block.until_on < block.first_on:
            raise InvalidProblem(f"blocks[{index}]", "it ends before it begins")
    for index, taken in enumerate(calendar.taken):
        _check_taken(taken, f"taken[{index}]")
    for index, area in enumerate(calendar.areas):
        check_place(area.centre, f"areas[{index}].centre")
        _between(f"areas[{index}].radius_m", area.radius_m, 1, 21_000_000)
    if calendar.daily_limit is not None:
        _between("daily_limit", calendar.daily_limit, 1, 1_000_000)


def _check_taken(taken: Taken, field: str) -> None:
    _check_spans(f"{field}.core", [taken.core])
    _check_spans(f"{field}.blocked", [taken.blocked])
    if taken.blocked.start > taken.core.start or taken.blocked.end < taken.core.end:
        raise InvalidProblem(f"{field}.blocked", "the claim does not hold its core")
    _between(f"{field}.capacity", taken.capacity, 1, 1_000_000)
    _between(f"{field}.seats_taken", taken.seats_taken, 0, 1_000_000)
    if taken.place is not None:
        check_place(taken.place, f"{field}.place")


def check_place(place: Place, field: str) -> None:
    """Raises InvalidProblem unless the place is a point on the globe."""
    latitude, longitude = place
    if not (isfinite(latitude) and isfinite(longitude) and -90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise InvalidProblem(field, f"{latitude}, {longitude} is no point on the globe")


def _check_spans(field: str, spans: Iterable[Interval]) -> None:
    for start, end in spans:
        _between(field, start, EARLIEST, LATEST)
        if end < start:
            raise InvalidProblem(field, "it ends before it begins")
        _between(field, end, EARLIEST, LATEST)


def _between(field: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InvalidProblem(field, f"{value} is not within {least} to {most}")
