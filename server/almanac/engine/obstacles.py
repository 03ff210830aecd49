"""What stands in the way of a run, as ranges of starts: every start in `[first, stop)` is impossible.

For time taken `[a, b)` and a run of length d with buffers f before and g after, the claim `[s - f, s + d + g)` meets
it exactly when `a - d - g < s < b + f`. Instants are whole seconds, so that is `[a - d - g + 1, b + f)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import sub
from typing import NamedTuple

from almanac.engine.hours import frames, pattern_of
from almanac.engine.intervals import Span
from almanac.engine.problem import (
    AllDayBlock,
    Columns,
    Interval,
    Problem,
    StaffCalendar,
    Taken,
    TimedBlock,
    Transparency,
)
from almanac.engine.runs import Run
from almanac.engine.travel import travel_seconds
from almanac.engine.wallclock import table_between, table_for

SAMPLE = 32  # claims looked at before deciding whether to close them up
_BLOCKED, _EXPIRES_AT = Taken._fields.index("blocked"), Taken._fields.index("expires_at")


class Obstacles(NamedTuple):
    """Ranges sorted by start, each ruling out the starts `[low - back, high + forth)`; empty ones rule out nothing.

    Kept as two columns and unshifted: making a tuple for each taken time would cost more than the rest of the search.
    """

    lows: Sequence[int]
    highs: Sequence[int]
    back: int
    forth: int


def obstacles(calendar: StaffCalendar, run: Run, problem: Problem, bounds: Span) -> Obstacles:
    """All that taken time, absences, travel, limits and later services rule out."""
    now, back, forth = problem.now, run.duration + run.after - 1, run.before
    spans: list[Span] = [] if problem.ask.place is not None else claims(calendar, now)
    if calendar.time_off or calendar.blocks:
        spans += away(calendar)
    limit = daily_limit(calendar, problem)
    later = bool(calendar.service_hours) and len(run.segments) > 1
    plain = problem.ask.place is None and limit is None and not later
    if calendar.claimed.starts:
        if plain and not spans:
            return Obstacles(*closed_up(calendar.claimed, back + 1 + forth), back, forth)
        spans += zip(*calendar.claimed, strict=True)
    if plain:
        return _columns(spans, back, forth)
    ranges = [(start - back, end + forth) for start, end in spans if start < end]
    if problem.ask.place is not None:
        ranges += [_reach(taken, run, problem) for taken in live(calendar, now) if taken.blocked[0] < taken.blocked[1]]
    if limit is not None:
        ranges += full_dates(calendar, limit, now)
    if later:
        ranges += _outside_later_services(calendar, run, bounds)
    return _columns(ranges, 0, 0)


def closed_up(claimed: Columns, need: int) -> Columns:
    """The claims, those without `need` seconds between them as one: the same starts are left, and fewer ranges to pass.

    Only done where a look at the first few says that it pays: long visits among many short ones.
    """
    starts, ends = claimed
    some = tuple(map(sub, starts[1:SAMPLE], ends))
    if len(starts) < SAMPLE or sum(gap < need for gap in some) * 2 < SAMPLE or list(ends) != sorted(ends):
        return claimed
    wide = [n for n, gap in enumerate(map(sub, starts[1:], ends)) if gap >= need]
    return Columns((starts[0], *(starts[n + 1] for n in wide)), (*(ends[n] for n in wide), ends[-1]))


def _columns(ranges: list[Span], back: int, forth: int) -> Obstacles:
    if not ranges:
        return Obstacles((), (), back, forth)
    ranges.sort()
    lows, highs = zip(*ranges, strict=True)
    return Obstacles(lows, highs, back, forth)


def claims(calendar: StaffCalendar, now: int) -> list[Span]:
    """The claims of the live taken time. By columns, because this touches every appointment of a month."""
    if not calendar.taken:
        return []
    columns = tuple(zip(*calendar.taken, strict=True))
    if any(columns[_EXPIRES_AT]):
        return [taken.blocked for taken in live(calendar, now)]
    return list(columns[_BLOCKED])


def live(calendar: StaffCalendar, now: int) -> Sequence[Taken]:
    """The taken time that still counts: appointments, and holds whose instant has not come."""
    over = [taken for taken in calendar.taken if taken.expires_at is not None and taken.expires_at <= now]
    if not over:  # as almost always: nothing to copy
        return calendar.taken
    return [taken for taken in calendar.taken if taken.expires_at is None or taken.expires_at > now]


def away(calendar: StaffCalendar) -> list[Interval]:
    """Time off and the outside events that block, as instants; those without length left out."""
    return [span for _, span in away_by_kind(calendar)]


def away_by_kind(calendar: StaffCalendar) -> list[tuple[str, Interval]]:
    """As `away`, each with what it is: `time_off`, or the transparency of the outside event."""
    spans = [("time_off", span) for span in calendar.time_off]
    for block in calendar.blocks:
        span = block_span(block)
        if span is not None:
            spans.append((block.transparency.value, span))
    return [(why, span) for why, span in spans if span.start < span.end]


def block_span(block: TimedBlock | AllDayBlock) -> Interval | None:
    """The instants an outside event blocks, an all-day one in its own zone; None for a free one."""
    if block.transparency is Transparency.FREE:
        return None
    if isinstance(block, TimedBlock):
        return Interval(block.start, block.end)
    first, until = block.first_on.toordinal(), block.until_on.toordinal()
    table = table_for(block.zone, first, until)
    return Interval(table.midnight(first), table.midnight(until))


def gaps(taken: Taken, run: Run, problem: Problem) -> tuple[int, int]:
    """Seconds needed between the cores when the run comes (before, after) it: the larger of travel and buffers."""
    before = run.after + taken.core.start - taken.blocked.start
    after = taken.blocked.end - taken.core.end + run.before
    if problem.ask.place is None or taken.place is None:
        return before, after
    way = travel_seconds(problem.ask.place, taken.place, problem.rules.travel)
    return max(way, before), max(way, after)


def _reach(taken: Taken, run: Run, problem: Problem) -> Span:
    before, after = gaps(taken, run, problem)
    return taken.core.start - before - run.duration + 1, taken.core.end + after


def daily_limit(calendar: StaffCalendar, problem: Problem) -> int | None:
    """The smaller of the business's and the person's limit; None when neither sets one."""
    limits = [limit for limit in (calendar.daily_limit, problem.rules.daily_limit) if limit is not None]
    return min(limits, default=None)


def starts_by_date(calendar: StaffCalendar, now: int) -> Counter[int]:
    """How many appointments and live holds start on each local date (ordinal)."""
    starts = [taken.core.start for taken in live(calendar, now) if taken.blocked.start < taken.blocked.end]
    if not starts:
        return Counter()
    table = table_between(calendar.zone, min(starts), max(starts))
    return Counter(table.date_of(start) for start in starts)


def full_dates(calendar: StaffCalendar, limit: int, now: int) -> Iterator[Span]:
    """The local dates on which the limit is reached, as instants."""
    for on, count in starts_by_date(calendar, now).items():
        if count >= limit:
            table = table_for(calendar.zone, on, on + 1)
            yield table.midnight(on), table.midnight(on + 1)


def _outside_later_services(calendar: StaffCalendar, run: Run, bounds: Span) -> Iterator[Span]:
    """The starts with which a later service of the run would fall outside that service's own hours."""
    low, high = bounds
    offset = run.lengths[0]
    for segment, length in zip(run.segments[1:], run.lengths[1:], strict=True):
        at = low
        for start, end in service_free(calendar, segment.service_id, (low, high + run.duration)):
            if start - offset > at:
                yield at, start - offset
            at = max(at, end - offset - length + 1)
        if at < high:
            yield at, high
        offset += length


def service_free(calendar: StaffCalendar, service_id: str, between: Span) -> Iterator[Span]:
    """The free stretches of hours for a service that lie in a range of instants."""
    table = table_between(calendar.zone, *between)
    first, last = table.date_of(between[0]), table.date_of(between[1])
    for frame in frames(pattern_of(calendar, service_id), first, last):
        if frame.end > between[0]:
            yield frame.start, frame.end
