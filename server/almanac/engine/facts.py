"""Why a start is refused: every rule it breaks, each with its facts. The codes are listed in docs/algorithms/slots.md."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from almanac.engine.hours import ENDLESS_DATES, Pattern, outline, pattern_of, special_dates
from almanac.engine.intervals import Span, merge, overlaps, subtract
from almanac.engine.obstacles import away_by_kind, daily_limit, gaps, live, starts_by_date
from almanac.engine.problem import Interval, Problem, StaffCalendar, Taken, TakenKind
from almanac.engine.runs import Run, may_deliver, run_of
from almanac.engine.starts import has_seats, horizon_end, same_session
from almanac.engine.travel import distance_m, nearest_area, serves, travel_seconds
from almanac.engine.wallclock import ZoneTable, table_between


class Code(StrEnum):
    NOT_OFFERED = "not_offered"
    WINDOW = "window"
    CAPACITY = "capacity"
    AREA = "area"
    LEAD_TIME = "lead_time"
    HORIZON = "horizon"
    TOO_LONG = "too_long"
    HOURS = "hours"
    BREAK = "break"
    OFF_GRID = "off_grid"
    TIME_OFF = "time_off"
    BUSY = "busy"
    HOLD = "hold"
    BUFFER = "buffer"
    TRAVEL = "travel"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule a start breaks. Which facts are filled in depends on the code; seconds, metres or counts as it says.

    `span` is what stands in the way (for hours: the free span nearest to it), `until` the instant from which, or up to
    which, the rule would allow it, `why` the kind of thing behind it.
    """

    code: Code
    span: Interval | None = None
    reference: str = ""
    until: int | None = None
    need: int | None = None
    have: int | None = None
    why: str = ""


class View:
    """One person's calendar for one ask, looked at as a whole so that many starts can be explained from it."""

    def __init__(self, calendar: StaffCalendar, problem: Problem) -> None:
        self.calendar, self.problem = calendar, problem
        self.run: Run = run_of(problem.ask.segments, calendar.staff_id)
        start, end = problem.window
        self.table: ZoneTable = table_between(calendar.zone, start, end + self.run.duration)
        self.dates = self.table.date_of(start), self.table.date_of(end + self.run.duration)
        lasting = (taken for taken in live(calendar, problem.now) if taken.blocked.start < taken.blocked.end)
        self.taken = sorted(lasting, key=_claim_start)
        self.claim_starts = [taken.blocked.start for taken in self.taken]
        self.away = away_by_kind(calendar)
        self.first_instant = problem.now + problem.rules.lead_time
        self.end_of_horizon = horizon_end(calendar.zone, problem)
        self.limit = daily_limit(calendar, problem)

    @cached_property
    def counts(self) -> dict[int, int]:
        return starts_by_date(self.calendar, self.problem.now)

    @cached_property
    def shapes(self) -> tuple[tuple[Sequence[Span], Sequence[Span]], ...]:
        """For each service its spans of hours and the breaks within them."""
        return tuple(self._shape(segment.service_id) for segment in self.run.segments)

    def _shape(self, service_id: str) -> tuple[Sequence[Span], Sequence[Span]]:
        spans, breaks = outline(self._pattern(service_id), *self.dates)
        if not self.calendar.extra_hours:
            return spans, breaks
        extra = merge(self.calendar.extra_hours)
        return merge([*spans, *extra]), subtract(breaks, extra)

    @cached_property
    def longest_claim(self) -> int:
        return max((taken.blocked.end - taken.blocked.start for taken in self.taken), default=0)

    @cached_property
    def longest_way(self) -> int:
        """The travel to the furthest visit that is known; 0 when nobody travels."""
        place, rule = self.problem.ask.place, self.problem.rules.travel
        if place is None:
            return 0
        ways = (travel_seconds(place, taken.place, rule) for taken in self.taken if taken.place is not None)
        return max(ways, default=0)

    def _near(self, start: int) -> list[Taken]:
        """The taken time that could matter to a run that begins here."""
        claim = self.run.claim(start)
        low = bisect_left(self.claim_starts, claim.start - self.longest_way - self.longest_claim)
        high = bisect_right(self.claim_starts, claim.end + self.longest_way)
        return self.taken[low:high]

    @cached_property
    def standing(self) -> tuple[Reason, ...]:
        """The reasons that hold whatever the start is."""
        return tuple(self._standing())

    def _pattern(self, service_id: str) -> Pattern:
        """Without the extra hours, which differ from change to change and would only fill the cache."""
        return pattern_of(self.calendar, service_id)._replace(extra=())

    def reasons(self, start: int) -> list[Reason]:
        """Every reason against this start, in the order of `Code`; empty exactly when it is open."""
        found = [*self.standing, *self._bounds(start)]
        window = self.problem.window
        if not window.start <= start < window.end:  # what is taken there is not known, so nothing more can be said
            return sorted([*found, Reason(Code.WINDOW, span=window)], key=_order)
        session = self._session(start)
        if session is not None:
            found += self._against_joining(session)
        else:
            found += [*self._hours(start), *self._absences(start), *self._taken(start), *self._limit(start)]
        return sorted(found, key=_order)

    def _standing(self) -> Iterator[Reason]:
        ask = self.problem.ask
        if not all(may_deliver(segment, self.calendar.staff_id) for segment in ask.segments):
            yield Reason(Code.NOT_OFFERED)
        seats = min(segment.capacity for segment in ask.segments)
        if ask.seats > seats:
            yield Reason(Code.CAPACITY, need=ask.seats, have=seats)
        if not serves(ask.place, self.calendar.areas) and ask.place is not None:
            nearest = nearest_area(ask.place, self.calendar.areas)
            if nearest is not None:
                need = int(-(-distance_m(ask.place, nearest[1].centre) // 1))
                yield Reason(Code.AREA, need=need, have=nearest[1].radius_m)

    def _bounds(self, start: int) -> Iterator[Reason]:
        if start < self.first_instant:
            yield Reason(Code.LEAD_TIME, until=self.first_instant)
        if start >= self.end_of_horizon:
            yield Reason(Code.HORIZON, until=self.end_of_horizon)

    def _session(self, start: int) -> Taken | None:
        """The standing group session that begins here, one with seats left if there are several."""
        if self.run.segments[0].capacity <= 1 or len(self.run.segments) > 1:
            return None
        here = [t for t in self.taken if t.core.start == start and same_session(t, self.run, self.problem)]
        return max(here, key=lambda taken: has_seats(taken, self.run, self.problem), default=None)

    def _against_joining(self, session: Taken) -> Iterator[Reason]:
        if not has_seats(session, self.run, self.problem) and not any(r.code is Code.CAPACITY for r in self.standing):
            left = max(0, session.capacity - session.seats_taken)
            yield Reason(Code.CAPACITY, session.core, session.reference, need=self.problem.ask.seats, have=left)
        for why, span in self.away:
            if overlaps(session.blocked, span):
                yield Reason(Code.TIME_OFF if why == "time_off" else Code.BUSY, span, why=why)

    def _hours(self, start: int) -> Iterator[Reason]:
        at, outside = start, False
        for (spans, breaks), length in zip(self.shapes, self.run.lengths, strict=True):
            core = (at, at + length)
            if not any(low <= core[0] and core[1] <= high for low, high in spans):
                if not outside:
                    nearest = min(spans, key=lambda span: _apart(core, span), default=None)
                    why = self._why_closed(at)
                    yield Reason(Code.HOURS, None if nearest is None else Interval(*nearest), why=why)
                outside = True
                longest = max((high - low for low, high in spans), default=length)
                if longest < length:
                    yield Reason(Code.TOO_LONG, need=length, have=longest)
            for low, high in breaks:
                if overlaps(core, (low, high)):
                    yield Reason(Code.BREAK, Interval(low, high))
            at += length
        yield from self._grid(start)

    def _why_closed(self, at: int) -> str:
        on = self.table.date_of(at)
        if on in special_dates(self.calendar.overrides, self.calendar.holidays):
            own = any(override.on == date.fromordinal(on) for override in self.calendar.overrides)
            return "override" if own else "holiday"
        general, _ = outline(self._pattern("")._replace(service=None), *self.dates)
        inside = any(low <= at < high for low, high in general)
        return "service_hours" if self.calendar.service_hours and inside and not self._in_service(at) else "weekly"

    def _in_service(self, at: int) -> bool:
        return all(any(low <= at < high for low, high in spans) for spans, _ in self.shapes)

    def anchor(self, start: int) -> int | None:
        """Where the grid of the span around this start begins; None outside hours."""
        for low, high in self.shapes[0][0]:
            if low <= start < high:
                today = self.table.date_of(start)
                return low if low >= self.table.midnight(today - ENDLESS_DATES) else self.table.midnight(today)
        return None

    def _grid(self, start: int) -> Iterator[Reason]:
        anchor, step = self.anchor(start), self.problem.rules.slot_interval
        if anchor is not None and (start - anchor) % step:
            yield Reason(Code.OFF_GRID, until=start + (anchor - start) % step, need=step)

    def _absences(self, start: int) -> Iterator[Reason]:
        core, claim = self.run.core(start), self.run.claim(start)
        for why, span in self.away:
            if overlaps(core, span):
                yield Reason(Code.TIME_OFF if why == "time_off" else Code.BUSY, span, why=why)
            elif overlaps(claim, span):
                after = span.start >= core.end
                need = self.run.after if after else self.run.before
                have = span.start - core.end if after else core.start - span.end
                yield Reason(Code.BUFFER, span, need=need, have=have, why=why)

    def _taken(self, start: int) -> Iterator[Reason]:
        core, claim = self.run.core(start), self.run.claim(start)
        for taken in self._near(start):
            before, after = gaps(taken, self.run, self.problem)
            comes_after = taken.core.start >= core.end
            need = before if comes_after else after
            have = taken.core.start - core.end if comes_after else core.start - taken.core.end
            if overlaps(claim, taken.blocked):
                if taken.kind is TakenKind.HOLD:
                    yield Reason(Code.HOLD, taken.blocked, taken.reference, taken.expires_at, need, have)
                elif overlaps(core, taken.core):
                    yield Reason(Code.BUSY, taken.blocked, taken.reference, why="appointment")
                else:
                    yield Reason(Code.BUFFER, taken.blocked, taken.reference, None, need, have, "appointment")
            elif have < need:
                yield Reason(Code.TRAVEL, taken.blocked, taken.reference, None, need, have)

    def _limit(self, start: int) -> Iterator[Reason]:
        if self.limit is None:
            return
        count = self.counts.get(self.table.date_of(start), 0)
        if count >= self.limit:
            yield Reason(Code.LIMIT, need=count + 1, have=self.limit)


_ORDER = {code: place for place, code in enumerate(Code)}


def _order(reason: Reason) -> int:
    return _ORDER[reason.code]


def _claim_start(taken: Taken) -> int:
    return taken.blocked.start


def _apart(core: Span, span: Span) -> int:
    return max(span[0] - core[0], core[1] - span[1], 0)
