"""From the stored calendars to the engine's question: one way of reading, for slots, holds, checks and explanations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from almanac.engine import slots
from almanac.engine.problem import AllDayBlock, Interval, Problem, StaffCalendar, TimedBlock
from almanac.kit import clock
from almanac.scheduling.calendar_rows import busy as busy_rows
from almanac.scheduling.calendar_rows.busy import Busy
from almanac.scheduling.calendar_rows.patterns import Pattern
from almanac.scheduling.calendar_rows.patterns import patterns as read_patterns
from almanac.scheduling.visits import VisitRequest

DAY = 24 * 3600
Patterns = tuple[dict[str, Pattern], frozenset[date]]


def problem_for(
    request: VisitRequest,
    *,
    window: Interval,
    now: int,
    staff_ids: Sequence[str] | None = None,
    ignoring: Mapping[UUID, int] | None = None,
    with_references: bool = False,
    times_only: bool = False,
    patterns: Patterns | None = None,
) -> Problem:
    """The engine's question for starts within `window` (epoch seconds, half-open), read fresh from the database.

    Two SQL queries whatever the number of people and days. `staff_ids` looks at these people alone;
    `ignoring` takes that many seats of a claim as free; `with_references` names each claim. `times_only` is for finding
    what is open and not for explaining: it reads of each claim no more than the question needs. `patterns` are those of
    all these people for a range that holds this window, where they were read already.
    """
    people = request.staff_ids if staff_ids is None else tuple(dict.fromkeys(staff_ids))
    around = _around(request, window)
    repeating, holidays = patterns_for(request, people, window=window) if patterns is None else patterns
    if times_only and _only_times_count(request) and not ignoring:
        busy = busy_rows.busy_times(people, between=around, now=now)
    else:
        busy = busy_rows.busy(
            people,
            between=around,
            now=now,
            ignoring=ignoring,
            with_places=request.place is not None,
            with_details=with_references or request.is_for_group,
        )
    travels = request.place is not None  # whoever has no area then travels nowhere
    calendars = tuple(
        calendar_with(
            staff_id,
            pattern,
            holidays,
            time_off=tuple(taken.time_off),
            blocks=_blocks(pattern, taken),
            taken=tuple(taken.taken),
            claimed=taken.claimed,
            areas=tuple(taken.areas) if travels else (),
        )
        for staff_id, taken in zip(people, busy, strict=True)
        if (pattern := repeating.get(staff_id)) is not None and (taken.areas or not travels)
    )
    ask = request.ask
    if staff_ids is None and len(ask.segments) == 1:  # all of them deliver it: the engine need not look each up
        ask = replace(ask, segments=(replace(ask.segments[0], staff_ids=()),))
    return Problem(calendars=calendars, ask=ask, rules=request.rules, window=window, now=now)


def calendars_for(
    people: Sequence[str], patterns: Patterns, *, around: Interval, now: int, with_places: bool = False
) -> dict[str, StaffCalendar]:
    """These people's calendars with all that is claimed around then, seats and services too, by id: for questions of
    several services. Areas come `with_places`; somebody who has none then comes to nobody. One SQL query.
    """
    repeating, holidays = patterns
    busy = busy_rows.busy(people, between=around, now=now, with_places=with_places, with_details=True)
    return {
        staff_id: calendar_with(
            staff_id,
            pattern,
            holidays,
            time_off=tuple(taken.time_off),
            blocks=_blocks(pattern, taken),
            taken=tuple(taken.taken),
            areas=tuple(taken.areas),
        )
        for staff_id, taken in zip(people, busy, strict=True)
        if (pattern := repeating.get(staff_id)) is not None
    }


def patterns_for(request: VisitRequest, people: Sequence[str], *, window: Interval) -> Patterns:
    """What repeats or is known by date about these people, by id (unknown ones missing), and the business's holidays.

    One SQL query.
    """
    return patterns_between(people, request.business_id, _around(request, window))


def patterns_between(people: Sequence[str], business_id: UUID, around: Interval) -> Patterns:
    """As `patterns_for`, of these instants. One SQL query."""
    found, holidays = read_patterns(
        people,
        business_id=business_id,
        first_on=clock.instant(around.start).date()
        - timedelta(days=3),  # hours may run two dates on, zones differ by one
        last_on=clock.instant(around.end).date() + timedelta(days=2),
    )
    return {people[n]: pattern for n, pattern in found.items()}, holidays


def working(request: VisitRequest, patterns: Patterns, *, window: Interval, now: int) -> VisitRequest | None:
    """The request of one service for those alone whose hours have a start in the window; None when there is nobody.

    Without reading what they have to do: people with the same week are looked at once.
    """
    if request.is_for_group:  # standing sessions may be joined off the grid
        return request
    repeating, holidays = patterns
    segment, own = request.segments[0], dict(request.segments[0].durations)
    ask = replace(request.ask, place=None, segments=(replace(segment, staff_ids=()),))
    problem = Problem(calendars=(), ask=ask, rules=request.rules, window=window, now=now)
    known: dict[object, bool] = {}
    found = []
    for staff_id in segment.staff_ids:
        pattern = repeating.get(staff_id)
        if pattern is None:
            continue
        alike = staff_id if pattern.overrides else (pattern.zone, id(pattern.week), own.get(staff_id))
        if alike not in known:
            known[alike] = bool(slots.open_starts(calendar_with(staff_id, pattern, holidays), problem))
        if known[alike]:
            found.append(staff_id)
    return replace(request, segments=(replace(segment, staff_ids=tuple(found)),)) if found else None


def calendar_with(staff_id: str, pattern: Pattern, holidays: frozenset[date], **more: Any) -> StaffCalendar:
    """One person's hours, with what else is known of them: without it, hours alone."""
    return StaffCalendar(
        staff_id=staff_id,
        zone=pattern.zone,
        hours=pattern.week.hours,
        breaks=pattern.week.breaks,
        service_hours=pattern.week.service_hours,
        overrides=tuple(pattern.overrides),
        holidays=holidays,
        **more,
    )


def _only_times_count(request: VisitRequest) -> bool:
    """Whether of the claims only their times matter: no way between visits, no seats to join, no visits to count."""
    return request.place is None and not request.is_for_group and request.rules.daily_limit is None


def _around(request: VisitRequest, window: Interval) -> Interval:
    """The instants whose claims may matter to a start in the window. Travel and daily limits look a day further."""
    margin = DAY if request.place is not None or request.rules.daily_limit is not None else 0
    return Interval(window.start - request.segments[0].buffer_before - margin, window.end + request.reach + margin)


def _blocks(pattern: Pattern, taken: Busy) -> tuple[TimedBlock | AllDayBlock, ...]:
    return (*taken.blocks, *pattern.all_day)
