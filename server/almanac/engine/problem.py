"""The value types the slot engine computes with: one staff member's calendar, what is asked for, and the rules.

Units, everywhere in the engine: instants are integer epoch seconds (UTC), intervals are half-open `[start, end)`,
durations are seconds, wall times are minutes after local midnight, dates are `datetime.date` in the zone beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Interval(NamedTuple):
    """Half-open stretch of time `[start, end)` in epoch seconds."""

    start: int
    end: int


class Columns(NamedTuple):
    """Stretches of time as two columns in the order of their starts: for tens of thousands of which nothing else counts."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


NO_COLUMNS = Columns((), ())


class Place(NamedTuple):
    """A point on the earth, degrees (WGS 84)."""

    latitude: float
    longitude: float


class WallSpan(NamedTuple):
    """Minutes after local midnight, `0 <= start < 1440`, `start < end <= 2880`: an end past 1440 runs over midnight."""

    start: int
    end: int


class WeeklySpan(NamedTuple):
    """A span that repeats each week on `weekday` (Monday is 0). A named tuple, so that weeks are quick to look up by."""

    weekday: int
    span: WallSpan


class Override(NamedTuple):
    """What one date has instead of the weekly hours; no spans means closed."""

    on: date
    spans: tuple[WallSpan, ...] = ()


class Transparency(StrEnum):
    BUSY = "busy"
    TENTATIVE = "tentative"  # blocks like busy
    FREE = "free"  # ignored


@dataclass(frozen=True, slots=True)
class TimedBlock:
    """An outside calendar's event with instants."""

    start: int
    end: int
    transparency: Transparency = Transparency.BUSY


@dataclass(frozen=True, slots=True)
class AllDayBlock:
    """An outside calendar's all-day event: dates `[first_on, until_on)` in the event's own zone."""

    first_on: date
    until_on: date
    zone: str
    transparency: Transparency = Transparency.BUSY


class TakenKind(StrEnum):
    HOLD = "hold"
    APPOINTMENT = "appointment"


class Taken(NamedTuple):
    """Time already taken by a hold or an appointment. `blocked` includes its own outer buffers; `core` is the visit.

    A named tuple, because a month of many people is tens of thousands of these and a dataclass costs four times as much
    to make. A hold is over at its instant: it blocks while `now < expires_at`. `service_id`, `seats_taken` and `capacity`
    let a group session be joined at exactly the same core while seats are left.
    """

    core: Interval
    blocked: Interval
    kind: TakenKind = TakenKind.APPOINTMENT
    expires_at: int | None = None
    place: Place | None = None
    service_id: str = ""
    seats_taken: int = 1
    capacity: int = 1
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ServiceArea:
    """Where a staff member travels: within `radius_m` metres of `centre`, as the crow flies."""

    centre: Place
    radius_m: int


@dataclass(frozen=True, slots=True)
class TravelRule:
    """Straight-line travel: distance x `detour` at `speed_m_per_h`, at least `minimum` seconds when places differ."""

    speed_m_per_h: int = 30_000
    detour_percent: int = 130
    minimum: int = 0


@dataclass(frozen=True, slots=True)
class StaffCalendar:
    """All that decides when one staff member is free, except what is asked for."""

    staff_id: str
    zone: str
    hours: tuple[WeeklySpan, ...] = ()
    breaks: tuple[WeeklySpan, ...] = ()
    overrides: tuple[Override, ...] = ()
    holidays: frozenset[date] = frozenset()
    time_off: tuple[Interval, ...] = ()
    blocks: tuple[TimedBlock | AllDayBlock, ...] = ()
    taken: tuple[Taken, ...] = ()
    areas: tuple[ServiceArea, ...] = ()
    service_hours: tuple[tuple[str, tuple[WeeklySpan, ...]], ...] = ()  # by service id; narrow the weekly hours
    daily_limit: int | None = None  # appointments and live holds that start on one local date
    extra_hours: tuple[Interval, ...] = ()  # opened on top of everything: no break, override or holiday cuts them
    claimed: Columns = NO_COLUMNS  # more taken time, of which nothing but the blocked times is known; never in a file


@dataclass(frozen=True, slots=True)
class Segment:
    """One service of what is asked for. `durations` gives a staff member's own length where it differs (seconds).

    `staff_ids` are those who may deliver it; empty means every calendar of the problem.
    """

    service_id: str
    duration: int
    buffer_before: int = 0
    buffer_after: int = 0
    capacity: int = 1
    staff_ids: tuple[str, ...] = ()
    durations: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants to book: services one after another, at a place (none: online), for a number of seats; where
    `same_person` says so, all by one person."""

    segments: tuple[Segment, ...]
    place: Place | None = None
    seats: int = 1
    same_person: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """The booking policy in force: seconds for `lead_time` and `slot_interval`, dates for the horizon."""

    lead_time: int = 0
    horizon_days: int = 60
    slot_interval: int = 900
    daily_limit: int | None = None  # per staff member, the smaller of this and the calendar's own holds
    travel: TravelRule = field(default_factory=TravelRule)


@dataclass(frozen=True, slots=True)
class Problem:
    """A whole question for the engine: who, what, under which rules, within which window, at which now."""

    calendars: tuple[StaffCalendar, ...]
    ask: Ask
    rules: Rules
    window: Interval
    now: int


class Slot(NamedTuple):
    """One start that fits: the visit `[start, end)` and the staff member of each segment, in order."""

    start: int
    end: int
    staff_ids: tuple[str, ...]
