"""Changing when somebody works: the week and single dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.models import StaffMember
from almanac.scheduling.errors import HoursOverlap
from almanac.scheduling.events import WorkingHoursChanged
from almanac.scheduling.locks import lock_staff
from almanac.scheduling.models import DateOverride, WorkingHours
from almanac.scheduling.permissions import can_change_hours
from almanac.scheduling.queries import tried
from almanac.scheduling.queries.hours import fingerprint_of, week_of
from almanac.scheduling.queries.simulator import check_shown
from almanac.scheduling.queries.tried import Shown

DAY_MINUTES = 24 * 60
MOST_SPANS = 200


class SpanOfWeek(NamedTuple):
    """One span of a week as it is to be stored: minutes after midnight, past 1440 over midnight."""

    weekday: int
    start_minute: int
    end_minute: int
    kind: str = WorkingHours.Kind.WORK
    service_id: UUID | None = None


def set_working_hours(
    *,
    actor: Actor,
    staff_id: UUID,
    spans: Sequence[SpanOfWeek],
    now: datetime,
    seen: str | None = None,
    shown: Shown | None = None,
) -> None:
    """Replace a staff member's week. `seen` is the fingerprint the caller has read, `shown` what they were told breaks;
    None means whatever it is.

    Raises NotFound, NotAllowed, InvalidInput, HoursOverlap, Conflict, BookingsChanged.
    """
    check_week(spans)
    with transaction.atomic():
        business_id = lock_to_change(actor, staff_id)
        if seen is not None and seen != fingerprint_of(week_of(staff_id)):
            raise Conflict
        check_shown(actor, tried.week(staff_id, spans), shown, now=now)
        WorkingHours.objects.filter(staff_member=staff_id).delete()
        WorkingHours.objects.bulk_create(
            WorkingHours(
                staff_member_id=staff_id,
                weekday=span.weekday,
                start_minute=span.start_minute,
                end_minute=span.end_minute,
                kind=span.kind,
                service_id=span.service_id,
            )
            for span in spans
        )
        tell_changed(actor, business_id, staff_id, "week", now)


def set_override(
    *,
    actor: Actor,
    staff_id: UUID,
    on_date: date,
    spans: Sequence[tuple[int, int]],
    now: datetime,
    shown: Shown | None = None,
) -> DateOverride:
    """Give one date other hours than the week has, or none (closed).

    Raises NotFound, NotAllowed, InvalidInput, HoursOverlap, BookingsChanged.
    """
    check_date(on_date, spans)
    with transaction.atomic():
        business_id = lock_to_change(actor, staff_id)
        check_shown(actor, tried.one_date(staff_id, on_date, spans), shown, now=now)
        stored = [[start, end] for start, end in sorted(spans)]
        override, _ = DateOverride.objects.update_or_create(
            staff_member_id=staff_id, on_date=on_date, defaults={"spans": stored}
        )
        tell_changed(actor, business_id, staff_id, "override", now)
    return override


def drop_override(*, actor: Actor, staff_id: UUID, on_date: date, now: datetime, shown: Shown | None = None) -> None:
    """The date has its weekly hours again. Raises NotFound, NotAllowed, BookingsChanged."""
    with transaction.atomic():
        business_id = lock_to_change(actor, staff_id)
        check_shown(actor, tried.one_date(staff_id, on_date, None), shown, now=now)
        deleted, _ = DateOverride.objects.filter(staff_member=staff_id, on_date=on_date).delete()
        if not deleted:
            raise NotFound
        tell_changed(actor, business_id, staff_id, "override", now)


def lock_to_change(actor: Actor, staff_id: UUID) -> UUID:
    """Lock the staff member and tell the business: who books at this moment sees the old hours or the new, not both."""
    if not can_change_hours(actor, staff_id):
        raise NotAllowed
    business_id = StaffMember.objects.filter(pk=staff_id).values_list("business_id", flat=True).first()
    if business_id is None:
        raise NotFound
    lock_staff([staff_id])
    return business_id


def tell_changed(actor: Actor, business_id: UUID, staff_id: UUID, what: str, now: datetime) -> None:
    """That somebody's hours are others now; `what` is `week`, `override` or `time_off`."""
    emit(WorkingHoursChanged(business_id=business_id, staff_id=staff_id, what=what), actor=actor, at=now)


def check_may_change(actor: Actor, staff_id: UUID) -> None:
    """Raises NotAllowed, NotFound."""
    if not can_change_hours(actor, staff_id):
        raise NotAllowed
    if not StaffMember.objects.filter(pk=staff_id).exists():
        raise NotFound


def check_date(on_date: date, spans: Sequence[tuple[int, int]]) -> None:
    """Whether these may be the hours of one date. Raises InvalidInput, HoursOverlap."""
    for start, end in spans:
        _check_span(start, end)
    _check_apart(on_date.weekday(), sorted(spans))


def check_week(spans: Sequence[SpanOfWeek]) -> None:
    """Whether these may be a week. Raises InvalidInput, HoursOverlap."""
    if len(spans) > MOST_SPANS:
        raise InvalidInput(fields={"spans": [f"At most {MOST_SPANS} spans a week."]})
    groups: dict[tuple[str, UUID | None, int], list[tuple[int, int]]] = {}
    for span in spans:
        if not 0 <= span.weekday <= 6:
            raise InvalidInput(fields={"weekday": ["Monday is 0, Sunday is 6."]})
        _check_span(span.start_minute, span.end_minute)
        if span.kind == WorkingHours.Kind.BREAK and span.service_id is not None:
            raise InvalidInput(fields={"service_id": ["A break belongs to no service."]})
        groups.setdefault((span.kind, span.service_id, span.weekday), []).append((span.start_minute, span.end_minute))
    for (_, _, weekday), own in groups.items():
        _check_apart(weekday, sorted(own))


def _check_span(start: int, end: int) -> None:
    if not (0 <= start < DAY_MINUTES and start < end <= 2 * DAY_MINUTES):
        raise InvalidInput(
            fields={"spans": ["A span starts on its day and ends after it starts, by the next midnight but one."]}
        )


def _check_apart(weekday: int, spans: Sequence[tuple[int, int]]) -> None:
    for earlier, later in pairwise(spans):
        if later[0] < earlier[1]:
            raise HoursOverlap(weekday=weekday)
