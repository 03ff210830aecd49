"""The next free times of many people for many services at once: for lists of people to choose from.

Only for what needs no way to the customer: without a place nobody can say when a visit would fit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.engine import slots
from almanac.engine.problem import Interval, Problem, StaffCalendar
from almanac.scheduling.models import LONGEST_CLAIM
from almanac.scheduling.queries.problems import DAY, calendars_for, patterns_for
from almanac.scheduling.visits import VisitRequest

SOON = 7 * DAY  # looked at first: whoever is free then need not be looked at further


@dataclass(frozen=True, slots=True)
class _Open:
    """What is still to be found: whose first start, for which of the requests."""

    number: int
    request: VisitRequest
    staff_id: str


def next_times(requests: Sequence[VisitRequest], *, now: int, count: int = 1) -> list[dict[str, list[int]]]:
    """The next free starts of each person for each request within its horizon, by staff id: at most `count`, the first
    of each date on their clock. Whoever has none is missing.

    Three SQL queries for each business, however many requests and people there are. Raises ValueError for a request with
    a place or with several services.
    """
    if any(request.place is not None or len(request.segments) > 1 for request in requests):
        raise ValueError("the next free times are of single services that need no place")
    found: list[dict[str, list[int]]] = [{} for _ in requests]
    by_business: dict[UUID, list[_Open]] = defaultdict(list)
    for number, request in enumerate(requests):
        by_business[request.business_id] += [_Open(number, request, staff_id) for staff_id in request.staff_ids]
    for wanted in by_business.values():
        _find(wanted, found, now=now, count=count)
    return found


def _find(wanted: list[_Open], found: list[dict[str, list[int]]], *, now: int, count: int) -> None:
    furthest = now + (max(item.request.rules.horizon_days for item in wanted) + 2) * DAY
    patterns = patterns_for(wanted[0].request, _people(wanted), window=_around(Interval(now, furthest)))
    for window in (Interval(now, min(now + SOON, furthest)), Interval(now + SOON, furthest)):
        if not wanted or window.start >= window.end:
            return
        calendars = calendars_for(_people(wanted), patterns, around=_around(window), now=now)
        for item in wanted:
            starts = _starts(item, calendars, window=window, now=now, first_only=count == 1)
            if starts:
                known = found[item.number].setdefault(item.staff_id, [])
                known += starts[: count - len(known)]
        wanted = [item for item in wanted if len(found[item.number].get(item.staff_id, ())) < count]


def _around(window: Interval) -> Interval:
    """With what may touch a start in the window: the longest visit with its buffers, and a day for daily limits."""
    return Interval(window.start - LONGEST_CLAIM, window.end + LONGEST_CLAIM)


def _starts(
    item: _Open, calendars: Mapping[str, StaffCalendar], *, window: Interval, now: int, first_only: bool
) -> list[int]:
    calendar = calendars.get(item.staff_id)
    if calendar is None:
        return []
    segment = replace(item.request.segments[0], staff_ids=())
    ask = replace(item.request.ask, segments=(segment,))
    problem = Problem((calendar,), ask, item.request.rules, window, now)
    if first_only:
        slot = slots.first_free(problem)
        return [] if slot is None else [slot.start]
    zone = ZoneInfo(calendar.zone)
    by_date: dict[date, int] = {}
    for start in slots.open_starts(calendar, problem):
        by_date.setdefault(datetime.fromtimestamp(start, zone).date(), start)
    return list(by_date.values())


def _people(wanted: Iterable[_Open]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.staff_id for item in wanted))
