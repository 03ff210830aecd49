"""The dates on which a line of the basket comes again, and where each fits. docs/algorithms/series.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import BasketContent, DateContent, LineContent, RepeatContent
from almanac.booking.queries.visit_requests import Wish, request_of
from almanac.catalog.models import Venue
from almanac.engine import recurrence, series
from almanac.engine.problem import Interval, Problem
from almanac.engine.recurrence import Occurrence, Recurrence
from almanac.engine.terms import months_after
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.visits import VisitRequest

MOST_PEOPLE = 8  # asked for the dates of a series: whoever was chosen, and the first of the others
HORIZON = 395  # days a series may reach ahead: whoever may book its first visit may book all


def zone_of(wish: Wish, content: BasketContent) -> str:
    """On whose clock a line repeats: the customer's online, else the business's."""
    business_zone = wish.offer.service.business.zone
    return (content.details.zone if wish.offer.service.venue == Venue.ONLINE else "") or business_zone


def rule_of(line: LineContent, repeat: RepeatContent, zone: str) -> Recurrence:
    """The rule of a line whose time is chosen."""
    first = datetime.fromtimestamp(line.starts_at or 0, ZoneInfo(zone))
    return Recurrence(
        zone=zone,
        first_on=first.date(),
        minutes=first.hour * 60 + first.minute,
        frequency=repeat.frequency,
        every=repeat.every,
        until_on=months_after(first.date(), repeat.months) - timedelta(days=1),
    )


def dates_of(wish: Wish, content: BasketContent, *, now: int) -> list[DateContent]:
    """The dates after the first, each with what was found for it; none while no time is chosen. Two SQL queries."""
    line = wish.line
    if line.repeat is None or line.starts_at is None or line.staff_id is None:
        return []
    wished = list(recurrence.occurrences(rule_of(line, line.repeat, zone_of(wish, content))))[1:]
    if not wished:
        return []
    problem = problem_of(request_of(wish, content.place), wished, staff_id=line.staff_id, now=now)
    found = series.fit_all(problem, wished, staff_id=str(line.staff_id))
    return [
        DateContent(
            on=item.wished.on,
            wished_at=item.wished.starts_at,
            fit=item.fit,
            starts_at=item.slot.start if item.slot else None,
            ends_at=item.slot.end if item.slot else None,
            staff_id=UUID(item.slot.staff_ids[0]) if item.slot else None,
        )
        for item in found
    ]


def choices_for(wish: Wish, content: BasketContent, item: DateContent, *, now: int) -> list[DateContent]:
    """Other times near a date to choose from. Two SQL queries."""
    wished, staff_id = Occurrence(item.on, item.wished_at), wish.line.staff_id
    if staff_id is None:
        return []
    problem = problem_of(request_of(wish, content.place), [wished], staff_id=staff_id, now=now)
    return [
        DateContent(
            on=item.on,
            wished_at=item.wished_at,
            fit=_fit(slot.start, slot.staff_ids[0], item.wished_at, str(staff_id)),
            starts_at=slot.start,
            ends_at=slot.end,
            staff_id=UUID(slot.staff_ids[0]),
        )
        for slot in series.choices(problem, wished, staff_id=str(staff_id))
    ]


def problem_of(
    request: VisitRequest,
    wished: list[Occurrence],
    *,
    staff_id: UUID,
    now: int,
    ignoring: dict[UUID, int] | None = None,
) -> Problem:
    """The engine's question over all these dates with three days around them, for the person and a few others."""
    low = min(item.starts_at for item in wished) - series.REACH
    high = max(item.starts_at for item in wished) + series.REACH + 1
    window = Interval(max(low, now), max(high, now + 1))
    return problem_for(in_series(request, staff_id), window=window, now=now, ignoring=ignoring)


def in_series(request: VisitRequest, staff_id: UUID) -> VisitRequest:
    """The request as a visit of a series asks it: by the person, where they are among those asked, and a few others, as far ahead
    as a series reaches."""
    segment = request.segments[0]
    people = tuple(sorted(segment.staff_ids, key=lambda each: each != str(staff_id)))[:MOST_PEOPLE]
    rules = replace(request.rules, horizon_days=max(request.rules.horizon_days, HORIZON))
    return replace(request, segments=(replace(segment, staff_ids=people),), rules=rules)


def _fit(start: int, staff_id: str, wished_at: int, wished_staff: str) -> series.Fit:
    if start != wished_at:
        return series.Fit.OTHER_TIME
    return series.Fit.KEPT if staff_id == wished_staff else series.Fit.OTHER_PERSON
