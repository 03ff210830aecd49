"""The team's calendar: what fills some days of the people an actor looks after, and when those people work.

Seven SQL queries whatever the number of people, days and appointments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from almanac.catalog.models import Offering, Service
from almanac.engine.hours import outline, pattern_of
from almanac.engine.intervals import Span
from almanac.engine.obstacles import block_span
from almanac.engine.problem import AllDayBlock, Transparency
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed
from almanac.people.models import StaffMember
from almanac.scheduling.calendar_rows.patterns import patterns
from almanac.scheduling.models import LONGEST_CLAIM, Appointment, BusinessHoliday, BusyBlock, Claim, TimeOff
from almanac.scheduling.permissions import calendars_visible_to, visible_to
from almanac.scheduling.queries.problems import DAY, calendar_with

LONGEST_DAYS = 45  # a month as calendars show it, with the ends of its neighbours
_NO_BUSINESS = UUID(int=0)  # holidays are read with their names, by a query of their own
FURTHEST_ZONE = 14 * 3600
AROUND = timedelta(days=3)  # hours run over midnight, and zones are a day apart


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody works, and the breaks within, in epoch seconds."""

    open: tuple[Span, ...] = ()
    breaks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """Time taken by something that is no appointment; `row` where people can open the time again."""

    staff_id: UUID
    span: Span
    row: BusyBlock | TimeOff | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Everything a calendar shows of these dates, as this actor may see it."""

    first_on: date
    last_on: date
    staff: tuple[StaffMember, ...]
    hours: dict[UUID, Hours]
    delivers: dict[UUID, tuple[UUID, ...]]  # staff member -> services
    services: tuple[Service, ...]
    appointments: tuple[Appointment, ...]
    blocks: tuple[Taken, ...]
    time_off: tuple[Taken, ...]
    holds: tuple[Taken, ...]
    holidays: tuple[BusinessHoliday, ...]


def calendar(
    actor: Actor,
    *,
    first_on: date,
    last_on: date,
    now: datetime,
    staff_ids: Sequence[UUID] = (),
    business: str = "",
) -> Calendar:
    """The dates `[first_on, last_on]` of the people the actor looks after, narrowed to these people or this business.

    What lies on a date in anybody's zone is in it. Raises NotAllowed for those who are not of the team, InvalidInput.
    """
    if not actor.is_team:
        raise NotAllowed
    if not first_on <= last_on < first_on + timedelta(days=LONGEST_DAYS):
        raise InvalidInput(fields={"last_on": [f"At most {LONGEST_DAYS} days, the last not before the first."]})
    staff = tuple(_staff(actor, staff_ids, business))
    ids = [member.pk for member in staff]
    start, end = _around(first_on, last_on)
    delivers, services = _delivered(ids)
    holidays = tuple(_holidays({member.business_id for member in staff}, first_on, last_on))
    return Calendar(
        first_on=first_on,
        last_on=last_on,
        staff=staff,
        hours=_hours(staff, holidays, first_on, last_on),
        delivers=delivers,
        services=services,
        appointments=tuple(_appointments(actor, ids, start, end)),
        blocks=tuple(sorted(_blocks(ids, first_on, last_on, start, end), key=lambda taken: taken.span)),
        time_off=tuple(_time_off(ids, start, end)),
        holds=tuple(_holds(ids, start, end, clock.epoch(now))),
        holidays=tuple(holiday for holiday in holidays if first_on <= holiday.on_date <= last_on),
    )


def _staff(actor: Actor, staff_ids: Sequence[UUID], business: str) -> QuerySet[StaffMember]:
    rows = calendars_visible_to(actor).select_related("business")
    if staff_ids:
        rows = rows.filter(pk__in=staff_ids)
    if business:
        rows = rows.filter(business__slug=business)
    return rows.order_by("business__position", "name", "pk")


def _around(first_on: date, last_on: date) -> Span:
    """Instants that hold the dates in every zone there is."""
    midnight = (first_on.toordinal() - date(1970, 1, 1).toordinal()) * DAY
    days = last_on.toordinal() - first_on.toordinal() + 1
    return midnight - FURTHEST_ZONE, midnight + days * DAY + FURTHEST_ZONE


def _hours(
    staff: Sequence[StaffMember], holidays: Iterable[BusinessHoliday], first_on: date, last_on: date
) -> dict[UUID, Hours]:
    """The engine's own reading of everybody's hours, on the dates and the days around them."""
    closed: dict[UUID, set[date]] = defaultdict(set)
    for holiday in holidays:
        closed[holiday.business_id].add(holiday.on_date)
    texts = [str(member.pk) for member in staff]
    found, _ = patterns(texts, business_id=_NO_BUSINESS, first_on=first_on - AROUND, last_on=last_on + AROUND)
    hours = {}
    for n, pattern in found.items():
        own = frozenset(closed[staff[n].business_id])
        whole = pattern_of(calendar_with(texts[n], pattern, own), "")
        spans, breaks = outline(whole, first_on.toordinal() - 1, last_on.toordinal() + 1)
        hours[staff[n].pk] = Hours(tuple(spans), tuple(breaks))
    return hours


def _delivered(ids: Sequence[UUID]) -> tuple[dict[UUID, tuple[UUID, ...]], tuple[Service, ...]]:
    rows = Offering.objects.filter(staff_member__in=ids, archived_at=None, service__archived_at=None).select_related(
        "service__business"
    )
    by_staff: dict[UUID, list[UUID]] = defaultdict(list)
    services: dict[UUID, Service] = {}
    for row in rows.order_by("service__business__position", "service__position", "service__slug", "pk"):
        by_staff[row.staff_member_id].append(row.service_id)
        services.setdefault(row.service_id, row.service)
    return {staff_id: tuple(found) for staff_id, found in by_staff.items()}, tuple(services.values())


def _appointments(actor: Actor, ids: Sequence[UUID], start: int, end: int) -> QuerySet[Appointment]:
    """What was called off takes no time and is left out."""
    return (
        visible_to(actor)
        .filter(
            staff_member__in=ids,
            starts_at__gte=clock.instant(start - LONGEST_CLAIM),
            starts_at__lt=clock.instant(end),
            ends_at__gt=clock.instant(start),
        )
        .exclude(state=Appointment.State.CANCELLED)
        .select_related("service", "customer", "address")
        .defer("address__access_notes")
        .order_by("starts_at", "pk")
    )


def _blocks(ids: Sequence[UUID], first_on: date, last_on: date, start: int, end: int) -> Iterable[Taken]:
    timed = Q(busy_from__lt=end, busy_until__gt=start)
    all_day = Q(first_on__lte=last_on + timedelta(days=1), until_on__gte=first_on - timedelta(days=1))
    rows = BusyBlock.objects.filter(timed | all_day, staff_member__in=ids)
    for row in rows.exclude(transparency=Transparency.FREE.value).order_by("pk"):
        span = _span_of(row)
        if span is not None and span[0] < end and span[1] > start:
            yield Taken(row.staff_member_id, span, row)


def _span_of(row: BusyBlock) -> Span | None:
    if row.busy_from is not None and row.busy_until is not None:
        return row.busy_from, row.busy_until
    if row.first_on is None or row.until_on is None:
        return None
    return block_span(AllDayBlock(row.first_on, row.until_on, row.zone))


def _time_off(ids: Sequence[UUID], start: int, end: int) -> Iterable[Taken]:
    """Granted absences, and those asked for, which do not close the calendar yet."""
    rows = TimeOff.objects.filter(staff_member__in=ids, off_from__lt=end, off_until__gt=start)
    for row in rows.exclude(state=TimeOff.State.REFUSED).order_by("off_from", "pk"):
        yield Taken(row.staff_member_id, (row.off_from, row.off_until), row)


def _holds(ids: Sequence[UUID], start: int, end: int, now: int) -> Iterable[Taken]:
    """Time that somebody in the middle of booking keeps just now."""
    rows = Claim.objects.filter(
        staff__in=ids,
        kind=Claim.Kind.HOLD,
        expires_at__gt=now,
        blocked_from__gt=start - LONGEST_CLAIM,
        blocked_from__lt=end,
        blocked_until__gt=start,
    )
    for staff_id, low, high in rows.order_by("core_from", "pk").values_list("staff_id", "core_from", "core_until"):
        yield Taken(staff_id, (low, high))


def _holidays(business_ids: Iterable[UUID], first_on: date, last_on: date) -> QuerySet[BusinessHoliday]:
    rows = BusinessHoliday.objects.filter(
        business__in=list(business_ids), on_date__range=(first_on - AROUND, last_on + AROUND)
    )
    return rows.select_related("business").order_by("on_date", "pk")
