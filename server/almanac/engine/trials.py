"""Trying a change of somebody's time before it is made: which visits that stand would no longer fit.

The rules, and which of them judge a visit that stands, are in docs/algorithms/simulator.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from almanac.engine.facts import Code, Reason, View
from almanac.engine.problem import (
    Ask,
    Interval,
    Override,
    Place,
    Problem,
    Rules,
    Segment,
    ServiceArea,
    StaffCalendar,
    WallSpan,
    WeeklySpan,
)

# Rules about what may be booked from now on. They say nothing against a visit that was booked.
WHEN_BOOKED = frozenset({Code.LEAD_TIME, Code.HORIZON, Code.WINDOW, Code.OFF_GRID})


class Trial(Protocol):
    """A change that is tried: a calendar as it would be."""

    def on(self, calendar: StaffCalendar) -> StaffCalendar: ...


@dataclass(frozen=True, slots=True)
class NewWeek:
    """Another week."""

    hours: tuple[WeeklySpan, ...]
    breaks: tuple[WeeklySpan, ...] = ()
    service_hours: tuple[tuple[str, tuple[WeeklySpan, ...]], ...] = ()

    def on(self, calendar: StaffCalendar) -> StaffCalendar:
        return replace(calendar, hours=self.hours, breaks=self.breaks, service_hours=self.service_hours)


@dataclass(frozen=True, slots=True)
class NewDate:
    """Other hours for one date, none (closed), or with None the weekly ones again."""

    date: date
    spans: tuple[WallSpan, ...] | None

    def on(self, calendar: StaffCalendar) -> StaffCalendar:
        others = tuple(override for override in calendar.overrides if override.on != self.date)
        own = () if self.spans is None else (Override(self.date, self.spans),)
        return replace(calendar, overrides=(*others, *own))


@dataclass(frozen=True, slots=True)
class Absence:
    """Time off."""

    span: Interval

    def on(self, calendar: StaffCalendar) -> StaffCalendar:
        return replace(calendar, time_off=(*calendar.time_off, self.span))


@dataclass(frozen=True, slots=True)
class Closure:
    """Dates on which the business is closed."""

    dates: frozenset[date]

    def on(self, calendar: StaffCalendar) -> StaffCalendar:
        return replace(calendar, holidays=calendar.holidays | self.dates)


@dataclass(frozen=True, slots=True)
class NewAreas:
    """Other areas; none: comes to nobody."""

    areas: tuple[ServiceArea, ...]

    def on(self, calendar: StaffCalendar) -> StaffCalendar:
        return replace(calendar, areas=self.areas)


@dataclass(frozen=True, slots=True)
class Part:
    """What one person does of a visit that stands, services in a row, from `start`."""

    staff_id: str
    start: int
    segments: tuple[Segment, ...]
    place: Place | None = None
    seats: int = 1


def against(calendar: StaffCalendar, part: Part, rules: Rules, *, now: int) -> list[Reason]:
    """The rules that this part of a visit breaks where it stands. What else takes the person's time counts as far as the
    calendar holds it. Somebody without areas comes to nobody."""
    place = part.place
    homeless = place is not None and not calendar.areas
    segments = tuple(replace(segment, staff_ids=(), durations=()) for segment in part.segments)
    window = Interval(part.start, part.start + 1)
    ask = Ask(segments, None if homeless else place, part.seats)
    problem = Problem((calendar,), ask, rules, window, now)
    found = [reason for reason in View(calendar, problem).reasons(part.start) if reason.code not in WHEN_BOOKED]
    return [Reason(Code.AREA), *found] if homeless else found


@dataclass(frozen=True, slots=True)
class Judged:
    """What stands against a visit before a change and after it."""

    before: frozenset[Code]
    after: frozenset[Code]

    @property
    def new(self) -> tuple[Code, ...]:
        """What the change is to blame for, in the engine's order."""
        return tuple(code for code in Code if code in self.after - self.before)


def judge(
    parts: Iterable[Part],
    calendars: Mapping[str, StaffCalendar],
    trials: Mapping[str, Trial],
    rules: Rules,
    *,
    now: int,
) -> Judged:
    """Judge a visit before and after: `trials` by staff id. Other visits stand in the way alike before and after, so the
    calendars may come without them."""
    before: set[Code] = set()
    after: set[Code] = set()
    for part in parts:
        calendar, trial = calendars[part.staff_id], trials.get(part.staff_id)
        if trial is None:
            continue
        before.update(reason.code for reason in against(calendar, part, rules, now=now))
        after.update(reason.code for reason in against(trial.on(calendar), part, rules, now=now))
    return Judged(frozenset(before), frozenset(after))
