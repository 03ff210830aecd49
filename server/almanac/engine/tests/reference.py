"""The slots of a problem worked out minute by minute, slowly and obviously: what the engine is measured against.

Written from docs/algorithms/slots.md alone; it shares no code with the engine but its value types and the haversine.
It wants whole minutes everywhere.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import groupby, product
from zoneinfo import ZoneInfo

from almanac.engine.problem import (
    AllDayBlock,
    Interval,
    Problem,
    Segment,
    Slot,
    StaffCalendar,
    Taken,
    Transparency,
    WeeklySpan,
)
from almanac.engine.travel import distance_m, travel_seconds

BACK = 12  # dates before the window in which a span may have begun
MINUTE = 60


def instant(zone: str, on: date, minutes: int) -> int:
    """`zoneinfo` reads a missing wall time with the offset before the gap and a repeated one as the first (fold=0)."""
    wall = datetime(on.year, on.month, on.day) + timedelta(minutes=minutes)  # noqa: DTZ001
    return int(wall.replace(tzinfo=ZoneInfo(zone)).timestamp())


def local_date(zone: str, at: int) -> date:
    return datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone)).date()


def exists(zone: str, on: date) -> bool:
    return instant(zone, on, 0) < instant(zone, on, 24 * 60)


class Reference:
    """One person's calendar as sets of minutes (epoch // 60)."""

    def __init__(self, calendar: StaffCalendar, problem: Problem) -> None:
        self.calendar, self.problem, self.zone = calendar, problem, calendar.zone
        first = local_date(self.zone, problem.window.start) - timedelta(days=BACK)
        longest = sum(max([s.duration, *(d for _, d in s.durations)]) for s in problem.ask.segments)
        last = local_date(self.zone, problem.window.end + longest) + timedelta(days=1)
        every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        self.dates = [on for on in every if exists(self.zone, on)]
        self.overrides = {override.on for override in calendar.overrides}
        self.special = self.overrides | set(calendar.holidays)
        self.date_of = {
            minute: on
            for on in self.dates
            for minute in range(instant(self.zone, on, 0) // 60, instant(self.zone, on, 1440) // 60)
        }
        self.extra = {minute for span in calendar.extra_hours for minute in _minutes(span)}
        self.breaks = self._weekly(calendar.breaks) - self.extra
        self.worked = {segment.service_id: self._hours(segment) for segment in problem.ask.segments}
        self.span_start: dict[str, dict[int, int]] = {}  # by service, the minute at which each minute's span began
        for service_id, worked in self.worked.items():
            began = self.span_start[service_id] = {}
            for minute in sorted(worked):
                began[minute] = began.get(minute - 1, minute)
        self.taken = [t for t in calendar.taken if t.expires_at is None or problem.now < t.expires_at]
        self.taken = [t for t in self.taken if t.blocked.start < t.blocked.end]
        self.absent = {minute for span in self._absences() for minute in _minutes(span)}
        self.claimed = {minute for taken in self.taken for minute in _minutes(taken.blocked)}

    def _weekly(self, spans: tuple[WeeklySpan, ...]) -> set[int]:
        found: set[int] = set()
        for on in self.dates:
            if on not in self.special:
                for weekly in spans:
                    if weekly.weekday == on.weekday():
                        found |= self._own(on, weekly.span.start, weekly.span.end)
        return found

    def _own(self, on: date, start: int, end: int) -> set[int]:
        minutes = _minutes(Interval(instant(self.zone, on, start), instant(self.zone, on, end)))
        return {m for m in minutes if self.date_of.get(m, on) == on or self.date_of.get(m) not in self.special}

    def _hours(self, segment: Segment) -> set[int]:
        worked = self._weekly(self.calendar.hours)
        for override in self.calendar.overrides:
            if override.on in self.dates:
                for span in override.spans:
                    worked |= self._own(override.on, span.start, span.end)
        for service_id, spans in self.calendar.service_hours:
            if service_id == segment.service_id:
                allowed = self._weekly(spans)
                worked = {m for m in worked if m in allowed or self.date_of.get(m) in self.special}
        return worked | self.extra

    def _absences(self) -> list[Interval]:
        spans = list(self.calendar.time_off)
        for block in self.calendar.blocks:
            if block.transparency is Transparency.FREE:
                continue
            if isinstance(block, AllDayBlock):
                spans.append(Interval(instant(block.zone, block.first_on, 0), instant(block.zone, block.until_on, 0)))
            else:
                spans.append(Interval(block.start, block.end))
        return spans

    def on_grid(self, start: int, segment: Segment) -> bool:
        if start // 60 not in self.worked[segment.service_id]:
            return False
        at = self.span_start[segment.service_id][start // 60]
        today = self.date_of[start // 60]
        if at * 60 < instant(self.zone, today - timedelta(days=7), 0):
            at = instant(self.zone, today, 0) // 60
        return (start - at * 60) % self.problem.rules.slot_interval == 0

    def fits(self, start: int, segments: tuple[Segment, ...]) -> bool:  # noqa: PLR0911
        """Whether a run of these services could begin here, all but grid, window and lead time."""
        problem, calendar = self.problem, self.calendar
        if any(s.staff_ids and calendar.staff_id not in s.staff_ids for s in segments):
            return False
        if any(problem.ask.seats > s.capacity for s in segments) or not self._served():
            return False
        if (self._day(start) - local_date(self.zone, problem.now)).days > problem.rules.horizon_days:
            return False
        at = start
        for segment in segments:
            length = length_of(segment, calendar.staff_id)
            if any(m not in self.worked[segment.service_id] or m in self.breaks for m in _span(at, length)):
                return False
            at += length
        before, after = segments[0].buffer_before, segments[-1].buffer_after
        claim = _minutes(Interval(start - before, at + after))
        if any(minute in self.claimed or minute in self.absent for minute in claim):
            return False
        if not all(self._reachable(taken, start, at) for taken in self.taken):
            return False
        limit = self.limit()
        return limit is None or self.count(self._day(start)) < limit

    def limit(self) -> int | None:
        return min((x for x in (self.calendar.daily_limit, self.problem.rules.daily_limit) if x), default=None)

    def count(self, on: date) -> int:
        return sum(self._day(taken.core.start) == on for taken in self.taken)

    def _day(self, at: int) -> date:
        return local_date(self.zone, at)

    def _served(self) -> bool:
        place, areas = self.problem.ask.place, self.calendar.areas
        return place is None or not areas or any(distance_m(place, area.centre) <= area.radius_m for area in areas)

    def _reachable(self, taken: Taken, start: int, end: int) -> bool:
        if taken.place is None or self.problem.ask.place is None:
            return True
        way = travel_seconds(taken.place, self.problem.ask.place, self.problem.rules.travel)
        return start - taken.core.end >= way or taken.core.start - end >= way

    def joins(self, start: int) -> bool:
        """Whether a standing session of exactly this service begins here and has the seats."""
        ask = self.problem.ask
        segment = ask.segments[0]
        if len(ask.segments) > 1 or segment.capacity == 1 or ask.seats > segment.capacity or not self._served():
            return False
        if segment.staff_ids and self.calendar.staff_id not in segment.staff_ids:
            return False
        if (self._day(start) - local_date(self.zone, self.problem.now)).days > self.problem.rules.horizon_days:
            return False
        length = length_of(segment, self.calendar.staff_id)
        for taken in self.taken:
            same = taken.core == (start, start + length) and taken.service_id == segment.service_id
            room = taken.capacity > 1 and taken.seats_taken + ask.seats <= taken.capacity
            here = ask.place is None or ask.place == taken.place
            if same and room and here and not any(m in self.absent for m in _minutes(taken.blocked)):
                return True
        return False

    def in_window(self, start: int) -> bool:
        window = self.problem.window
        return window.start <= start < window.end and start >= self.problem.now + self.problem.rules.lead_time

    def starts(self) -> list[int]:
        """Every start of the whole ask by this person."""
        segments = self.problem.ask.segments
        return [
            start
            for start in candidates(self.problem)
            if self.in_window(start)
            and ((self.on_grid(start, segments[0]) and self.fits(start, segments)) or self.joins(start))
        ]


def candidates(problem: Problem) -> range:
    """Every minute of the window."""
    return range(-(-problem.window.start // 60) * 60, problem.window.end, 60)


def length_of(segment: Segment, staff_id: str) -> int:
    return dict(segment.durations).get(staff_id, segment.duration)


def reference_starts(problem: Problem) -> dict[str, list[int]]:
    """Each person's starts."""
    return {calendar.staff_id: Reference(calendar, problem).starts() for calendar in problem.calendars}


def reference_chain(problem: Problem) -> list[Slot]:
    """For each start the best of all assignments: fewest changes, then people as listed, then their longer runs first."""
    people = [Reference(calendar, problem) for calendar in problem.calendars]
    found = []
    for start in candidates(problem):
        choices = product(range(len(people)), repeat=len(problem.ask.segments))
        alone = problem.ask.same_person
        ways = [_try(people, who, start) for who in choices if not alone or len(set(who)) == 1]
        fitting = [way for way in ways if way is not None]
        if fitting:
            found.append(min(fitting)[-1])
    return found


def _try(people: list[Reference], who: tuple[int, ...], start: int) -> tuple[int, list[tuple[int, int]], Slot] | None:
    segments = people[0].problem.ask.segments
    if not people[who[0]].in_window(start) or not people[who[0]].on_grid(start, segments[0]):
        return None
    at, index = start, 0
    runs: list[tuple[int, int]] = []
    claims: list[tuple[int, int, Interval]] = []
    for person, group in groupby(who):
        count = len(list(group))
        part = segments[index : index + count]
        one = people[person]
        if not one.fits(at, part):
            return None
        end = at + sum(length_of(segment, one.calendar.staff_id) for segment in part)
        claims.append((person, at, Interval(at - part[0].buffer_before, end + part[-1].buffer_after)))
        runs.append((person, -count))
        at, index = end, index + count
    for n, (person, begin, claim) in enumerate(claims):
        mine = [other for other in claims if other[0] == person]
        if any(p == person and set(_minutes(claim)) & set(_minutes(other)) for p, _, other in claims[:n]):
            return None
        limit, on = people[person].limit(), local_date(people[person].zone, begin)
        same_day = sum(local_date(people[person].zone, other[1]) == on for other in mine)
        if limit is not None and people[person].count(on) + same_day > limit:
            return None
    staff_ids = tuple(people[person].calendar.staff_id for person in who)
    return len(runs), runs, Slot(start, at, staff_ids)


def _minutes(span: Interval) -> range:
    return range(span.start // 60, -(-span.end // 60))


def _span(start: int, length: int) -> range:
    return _minutes(Interval(start, start + length))
