"""The open starts of one person for one run: free hours less what stands in the way, on the grid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from almanac.engine.hours import CACHED_DATES, Pattern, frames, pattern_of
from almanac.engine.intervals import Span, overlaps
from almanac.engine.obstacles import Obstacles, away, live, obstacles
from almanac.engine.problem import Problem, StaffCalendar, Taken
from almanac.engine.runs import Run, may_deliver
from almanac.engine.travel import serves
from almanac.engine.wallclock import DAY, table_between, table_for

Stretch = tuple[int, int, int]  # possible starts `[first, stop)` and the instant their grid begins at


def start_bounds(calendar: StaffCalendar, problem: Problem) -> Span:
    """The window cut to lead time and horizon as this person's zone sees them; empty unless it runs forward."""
    low = max(problem.window.start, problem.now + problem.rules.lead_time)
    high = problem.window.end
    if high > problem.now + (problem.rules.horizon_days - 2) * DAY:  # else it lies well within: no need to look
        high = min(high, horizon_end(calendar.zone, problem))
    return low, high


def horizon_end(zone: str, problem: Problem) -> int:
    """The instant after the last date that may be booked: today in the zone plus the horizon's dates."""
    today = table_between(zone, problem.now, problem.now).date_of(problem.now)
    last = today + problem.rules.horizon_days + 1
    return table_for(zone, last, last).midnight(last)


def takes_part(calendar: StaffCalendar, run: Run, problem: Problem) -> bool:
    """Whether the person delivers these services, to so many, and comes to the place."""
    seats = problem.ask.seats
    for segment in run.segments:
        if seats > segment.capacity or not may_deliver(segment, calendar.staff_id):
            return False
    return not calendar.areas or serves(problem.ask.place, calendar.areas)


def stretches(calendar: StaffCalendar, run: Run, problem: Problem, bounds: Span) -> list[Stretch]:
    """The instants within the bounds at which the run could begin, before looking at the grid."""
    free = _free(calendar, run, problem, bounds)
    return _sweep(free, obstacles(calendar, run, problem, bounds)) if free else []


def grid_starts(
    calendar: StaffCalendar, run: Run, problem: Problem, bounds: Span, *, first_only: bool = False
) -> list[int]:
    """The starts on the grid within the bounds: `on_grid` of `stretches`, in one go; `first_only` may stop at the first."""
    free = _free(calendar, run, problem, bounds)
    if not free:
        return []
    return _sweep_on_grid(free, obstacles(calendar, run, problem, bounds), problem.rules.slot_interval, first_only)


def _free(calendar: StaffCalendar, run: Run, problem: Problem, bounds: Span) -> tuple[Stretch, ...]:
    low, high = bounds
    if low >= high or not takes_part(calendar, run, problem):
        return ()
    room = run.lengths[0] if calendar.service_hours else run.duration  # later services' own hours are obstacles
    pattern = pattern_of(calendar, run.segments[0].service_id)
    if high - low > CACHED_DATES * DAY:
        return _possible(pattern, low, high, room)
    return _remembered(pattern, low, high, room)


def _possible(pattern: Pattern, low: int, high: int, room: int) -> tuple[Stretch, ...]:
    """The stretches of hours in which something of this length may begin, cut to `[low, high)`."""
    table = table_between(pattern.zone, low, high + room)
    hours = frames(pattern, table.date_of(low), table.date_of(high - 1 + room))
    return tuple(
        [
            (start if start > low else low, stop if stop < high else high, anchor)
            for start, until, end, anchor in hours
            for stop in (until if until <= end - room else end - room + 1,)
            if stop > low and start < high and start < stop
        ]
    )


_remembered = lru_cache(maxsize=64)(_possible)  # hundreds of people who work alike are looked at in one question


def _sweep(free: Sequence[Stretch], found: Obstacles) -> list[Stretch]:
    """What the obstacles leave of the free stretches; both are sorted by start, the obstacles may overlap."""
    left: list[Stretch] = []
    lows, highs, back, forth = found
    rest = iter(free)
    since, stop, anchor = next(rest)
    for low, high in zip(lows, highs, strict=True):
        if low >= high:
            continue
        while low - back >= stop:
            if since < stop:
                left.append((since, stop, anchor))
            following = next(rest, None)
            if following is None:
                return left
            start, stop, anchor = following
            since = max(since, start)
        if low - back > since:
            left.append((since, low - back, anchor))
        since = max(since, high + forth)
    if since < stop:
        left.append((since, stop, anchor))
    return left + [(max(since, start), stop, anchor) for start, stop, anchor in rest if since < stop]


def _sweep_on_grid(free: Sequence[Stretch], found: Obstacles, step: int, first_only: bool) -> list[int]:
    """`on_grid(_sweep(free, found), step)` in one loop, for this is where the time goes.

    Obstacles are compared unshifted; instead `edge` (from where on nothing is in the way), `end` and `grid` are later
    by `back` than the starts they stand for.
    """
    starts: list[int] = []
    lows, highs, back, forth = found
    both, wide = back + forth, 5 * step
    rest = iter(free)
    since, stop, anchor = next(rest)
    edge, end, grid = since + back, stop + back, anchor + back
    for low, high in zip(lows, highs, strict=True):
        if low >= high:
            continue
        while low >= end:
            if edge < end:
                since = edge - back
                starts += range(since + (anchor - since) % step, stop, step)
            following = next(rest, None)
            if following is None or (first_only and starts):
                return starts
            start, stop, anchor = following
            start += back
            end, grid = stop + back, anchor + back
            if start > edge:  # noqa: PLR1730 (a call of max costs more)
                edge = start
        if low > edge:
            at = edge + (grid - edge) % step
            if low - at > wide:  # a range costs more to begin and less for each
                starts += range(at - back, low - back, step)
            else:
                while at < low:
                    starts.append(at - back)
                    at += step
            if first_only and starts:
                return starts
        reach = high + both
        if reach > edge:  # noqa: PLR1730 (a call of max costs more)
            edge = reach
    since = edge - back
    starts += range(since + (anchor - since) % step, stop, step)
    return starts + on_grid([(max(since, start), stop, anchor) for start, stop, anchor in rest], step)


def on_grid(open_stretches: list[Stretch], step: int) -> list[int]:
    """The starts of these stretches that lie at anchor + k x step."""
    starts: list[int] = []
    for first, stop, anchor in open_stretches:
        starts += range(first + (anchor - first) % step, stop, step)
    return starts


def joinable(calendar: StaffCalendar, run: Run, problem: Problem, bounds: Span) -> list[int]:
    """The starts of standing group sessions that have seats left for this ask."""
    if run.segments[0].capacity <= 1 or len(problem.ask.segments) > 1 or not takes_part(calendar, run, problem):
        return []
    absences = away(calendar)
    return sorted(
        taken.core.start
        for taken in live(calendar, problem.now)
        if bounds[0] <= taken.core.start < bounds[1]
        and has_seats(taken, run, problem)
        and not any(overlaps(taken.blocked, absence) for absence in absences)
    )


def same_session(taken: Taken, run: Run, problem: Problem) -> bool:
    """Whether the standing claim is a group session of exactly this service, length and place."""
    return (
        taken.capacity > 1
        and taken.service_id == run.segments[0].service_id
        and taken.core.end - taken.core.start == run.duration
        and (problem.ask.place is None or problem.ask.place == taken.place)
    )


def has_seats(taken: Taken, run: Run, problem: Problem) -> bool:
    """Whether the standing claim is the same session and has seats left for the ask."""
    return same_session(taken, run, problem) and taken.seats_taken + problem.ask.seats <= taken.capacity


def starts_of(
    calendar: StaffCalendar, run: Run, problem: Problem, bounds: Span, *, first_only: bool = False
) -> list[int]:
    """Every open start of the run by this person within the bounds: on the grid, and sessions that can be joined.

    With `first_only` the first is right, and others may be missing.
    """
    starts = grid_starts(calendar, run, problem, bounds, first_only=first_only)
    if run.segments[0].capacity > 1:
        starts = sorted({*starts, *joinable(calendar, run, problem, bounds)})
    return starts
