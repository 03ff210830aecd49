"""Working hours as instants: weekly spans, overrides, holidays, breaks, service hours and extra hours of some dates.

The rules, with examples, are in docs/algorithms/slots.md under "Hours" and "Wall time and instants".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from almanac.engine.errors import InvalidProblem
from almanac.engine.intervals import Span, intersect, merge, subtract
from almanac.engine.problem import Interval, Override, StaffCalendar, WallSpan, WeeklySpan
from almanac.engine.wallclock import DAY, EPOCH_ORDINAL, ZoneTable, table_for

CACHED_DATES = 70  # longer windows are computed each time, so that the cache stays within some megabytes
ENDLESS_DATES = 7  # a span that has run longer than this counts from each date's midnight
LOOK_BACK = ENDLESS_DATES + 2

Week = tuple[tuple[Span, ...], ...]
Special = Mapping[int, tuple[Span, ...]]


class Frame(NamedTuple):
    """A free stretch of hours `[start, end)`: a start lies in `[start, until)`, on the grid that begins at `anchor`."""

    start: int
    until: int
    end: int
    anchor: int


class Pattern(NamedTuple):
    """All of a calendar that decides its hours for one service; hashable, so that expansions can be remembered."""

    zone: str
    hours: tuple[WeeklySpan, ...]
    breaks: tuple[WeeklySpan, ...]
    overrides: tuple[Override, ...]
    holidays: frozenset[date]
    extra: tuple[Interval, ...]
    service: tuple[WeeklySpan, ...] | None


def pattern_of(calendar: StaffCalendar, service_id: str) -> Pattern:
    """What decides the hours in which this person delivers this service."""
    service = None
    for named, spans in calendar.service_hours:
        if named == service_id:
            service = spans
    return Pattern(
        calendar.zone,
        calendar.hours,
        calendar.breaks,
        calendar.overrides,
        calendar.holidays,
        calendar.extra_hours,
        service,
    )


def frames(pattern: Pattern, first: int, last: int) -> tuple[Frame, ...]:
    """The free stretches that lie on the local dates `[first, last]` (ordinals), in order, not touching each other."""
    if last - first > CACHED_DATES:
        return _frames(pattern, first, last)
    return _remembered(pattern, first, last)


@lru_cache(maxsize=512)
def outline(pattern: Pattern, first: int, last: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of hours on and around these dates, breaks left in, and the parts of breaks that lie within them."""
    spans = base_spans(pattern, first, last)
    return tuple(spans), tuple(intersect(spans, _breaks(pattern, first, last)))


def base_spans(pattern: Pattern, first: int, last: int) -> list[Span]:
    """The merged spans of hours before breaks are taken out; those that run into `first` are whole."""
    special = special_dates(pattern.overrides, pattern.holidays)
    table = table_for(pattern.zone, first - LOOK_BACK, last)
    dates = (first - LOOK_BACK, last)
    spans = merge(expand(table, dates, week_of(pattern.hours, "hours"), special))
    if pattern.service is not None:
        whole = dict.fromkeys(special, ((0, DAY),))
        spans = intersect(spans, merge(expand(table, dates, week_of(pattern.service, "service_hours"), whole)))
    if pattern.extra:
        spans = merge([*spans, *pattern.extra])
    return spans


def _breaks(pattern: Pattern, first: int, last: int) -> list[Span]:
    """The breaks that hold on these dates: none on override dates, none within extra hours."""
    if not pattern.breaks:
        return []
    special = special_dates(pattern.overrides, pattern.holidays)
    table = table_for(pattern.zone, first - 2, last)
    none = dict.fromkeys(special, ())
    breaks = merge(expand(table, (first - 2, last), week_of(pattern.breaks, "breaks"), none))
    return subtract(breaks, merge(pattern.extra)) if pattern.extra else breaks


@lru_cache(maxsize=1024)
def special_dates(overrides: tuple[Override, ...], holidays: frozenset[date]) -> Special:
    """The dates on which nothing weekly holds, each with the wall spans it has instead."""
    special: dict[int, tuple[Span, ...]] = {day.toordinal(): () for day in holidays}
    own: dict[int, list[Span]] = {}
    for override in overrides:
        for span in override.spans:
            check_wall_span(span, f"overrides[{override.on}]")
        seconds = [(span.start * 60, span.end * 60) for span in override.spans]
        own.setdefault(override.on.toordinal(), []).extend(seconds)
    special.update({on: tuple(sorted(spans)) for on, spans in own.items()})
    return special


@lru_cache(maxsize=4096)
def week_of(spans: tuple[WeeklySpan, ...], field: str) -> Week:
    """Weekly spans as seconds after midnight, by weekday. Raises InvalidProblem."""
    week: list[list[Span]] = [[] for _ in range(7)]
    for weekly in spans:
        if not 0 <= weekly.weekday <= 6:
            raise InvalidProblem(field, f"weekday {weekly.weekday} is not 0 (Monday) to 6 (Sunday)")
        check_wall_span(weekly.span, field)
        week[weekly.weekday].append((weekly.span.start * 60, weekly.span.end * 60))
    return tuple(tuple(sorted(day)) for day in week)


def check_wall_span(span: WallSpan, field: str) -> None:
    """Raises InvalidProblem unless `0 <= start < 1440` and `start < end <= 2880`."""
    if not (0 <= span.start < 1440 and span.start < span.end <= 2880):
        raise InvalidProblem(field, f"wall span {span.start}-{span.end} minutes does not run forward within two days")


def expand(table: ZoneTable, dates: tuple[int, int], week: Week, special: Special) -> list[Span]:
    """The spans of these dates (both ends included) as instants, special dates and their cuts respected; not merged."""
    first, last = dates
    offset = table.steady(first, last + 1)
    if offset is None:
        return list(_expand_slowly(table, dates, week, special))
    spans: list[Span] = []
    midnight = (first - EPOCH_ORDINAL) * DAY - offset
    for on in range(first, last + 1):
        for start, end in special[on] if on in special else week[(on + 6) % 7]:
            until = DAY if end > DAY and on + 1 in special else end
            spans.append((midnight + start, midnight + until))
        midnight += DAY
    return spans


def _expand_slowly(table: ZoneTable, dates: tuple[int, int], week: Week, special: Special) -> Iterator[Span]:
    for on in range(dates[0], dates[1] + 1):
        if not table.exists(on):
            continue
        following = on + 1
        while not table.exists(following):
            following += 1
        cut = table.midnight(following) if following in special else None
        wall = (on - EPOCH_ORDINAL) * DAY
        for start, end in special.get(on, week[(on + 6) % 7]):
            until = table.instant(wall + end)
            yield table.instant(wall + start), until if cut is None else min(until, cut)


@lru_cache(maxsize=1024)
def _remembered(pattern: Pattern, first: int, last: int) -> tuple[Frame, ...]:
    return _frames(pattern, first, last)


def _frames(pattern: Pattern, first: int, last: int) -> tuple[Frame, ...]:
    table = table_for(pattern.zone, first - LOOK_BACK, last)
    since = table.midnight(first)
    breaks = _breaks(pattern, first, last)
    found: list[Frame] = []
    hole = 0
    for start, end in base_spans(pattern, first, last):
        if end <= since:
            continue
        while hole < len(breaks) and breaks[hole][1] <= start:
            hole += 1
        at, next_hole = start, hole
        while next_hole < len(breaks) and breaks[next_hole][0] < end:
            if breaks[next_hole][0] > at:
                found.append(Frame(at, breaks[next_hole][0], breaks[next_hole][0], start))
            at = max(at, breaks[next_hole][1])
            next_hole += 1
        if at < end:
            found.append(Frame(at, end, end, start))
    whole = (frame for frame in found if frame.end > since)
    return tuple(part for frame in whole for part in _by_date(frame, table))


def _by_date(frame: Frame, table: ZoneTable) -> Iterator[Frame]:
    """The frame itself, or, where its span has run for too long to count from its start, one piece a date."""
    if frame.end - frame.anchor <= ENDLESS_DATES * DAY:
        yield frame
        return
    on = table.date_of(frame.anchor) + ENDLESS_DATES + 1
    midnight = table.midnight(on)
    if frame.start < midnight:
        yield frame._replace(until=min(frame.end, midnight))
    while midnight < frame.end:
        following = table.midnight(on + 1)
        start, until = max(frame.start, midnight), min(frame.end, following)
        if start < until:
            yield Frame(start, until, frame.end, midnight)
        on, midnight = on + 1, following
