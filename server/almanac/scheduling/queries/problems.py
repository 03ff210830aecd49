"""From the stored calendars to the engine's question: one way of reading, for slots, holds, checks and explanations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from almanac.engine.problem import AllDayBlock, Interval, Problem, StaffCalendar, TimedBlock
from almanac.kit import clock
from almanac.scheduling import calendar_rows
from almanac.scheduling.calendar_rows import Busy, Pattern
from almanac.scheduling.visits import VisitRequest

DAY = 24 * 3600


def problem_for(
    request: VisitRequest,
    *,
    window: Interval,
    now: int,
    staff_ids: Sequence[str] | None = None,
    ignoring: Mapping[UUID, int] | None = None,
    with_references: bool = False,
) -> Problem:
    """The engine's question for starts within `window` (epoch seconds, half-open), read fresh from the database.

    Two SQL queries whatever the number of people and days. `staff_ids` looks at these people alone;
    `ignoring` takes that many seats of a claim as free; `with_references` names each claim.
    """
    people = request.staff_ids if staff_ids is None else tuple(dict.fromkeys(staff_ids))
    around = _around(request, window)
    patterns, holidays = calendar_rows.patterns(
        people,
        business_id=request.business_id,
        first_on=clock.instant(around.start).date() - timedelta(days=3),  # hours may run two dates on, zones differ by one
        last_on=clock.instant(around.end).date() + timedelta(days=2),
    )
    busy = calendar_rows.busy(
        people, between=around, now=now, ignoring=ignoring, with_places=request.place is not None,
        with_details=with_references or request.is_for_group,
    )
    travels = request.place is not None and request.comes_to_customer  # whoever has no area then travels nowhere
    calendars = tuple(
        StaffCalendar(
            staff_id=staff_id,
            zone=pattern.zone,
            hours=pattern.week.hours,
            breaks=pattern.week.breaks,
            service_hours=pattern.week.service_hours,
            overrides=tuple(pattern.overrides),
            holidays=holidays,
            time_off=tuple(taken.time_off),
            blocks=_blocks(pattern, taken),
            taken=tuple(taken.taken),
            areas=tuple(taken.areas) if travels else (),
        )
        for n, (staff_id, taken) in enumerate(zip(people, busy, strict=True))
        if (pattern := patterns.get(n)) is not None and (taken.areas or not travels)
    )
    return Problem(calendars=calendars, ask=request.ask, rules=request.rules, window=window, now=now)


def _around(request: VisitRequest, window: Interval) -> Interval:
    """The instants whose claims may matter to a start in the window. Travel and daily limits look a day further."""
    margin = DAY if request.place is not None or request.rules.daily_limit is not None else 0
    return Interval(
        window.start - request.segments[0].buffer_before - margin, window.end + request.reach + margin
    )


def _blocks(pattern: Pattern, taken: Busy) -> tuple[TimedBlock | AllDayBlock, ...]:
    return (*taken.blocks, *pattern.all_day)
