"""Reads of when somebody works, for the screens that change it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import StaffMember
from almanac.scheduling.models import BusyBlock, DateOverride, WorkingHours
from almanac.scheduling.permissions import can_ask_why_not, can_change_hours


def week_of(staff_id: UUID) -> list[WorkingHours]:
    """The weekly spans of a staff member, in their order."""
    rows = WorkingHours.objects.filter(staff_member=staff_id)
    return list(rows.order_by("weekday", "start_minute", "end_minute", "kind", "service_id"))


def person(staff_id: UUID) -> StaffMember:
    """Whose hours they are, with the business. Who may read it is the caller's to check."""
    return StaffMember.objects.select_related("business").get(pk=staff_id)


def fingerprint_of(week: Iterable[WorkingHours]) -> str:
    """What If-Match compares: equal for equal weeks, whoever wrote them and when."""
    content = [(row.weekday, row.start_minute, row.end_minute, row.kind, str(row.service_id)) for row in week]
    return hashlib.blake2b(repr(sorted(content)).encode(), digest_size=12).hexdigest()


def check_may_read(actor: Actor, staff_id: UUID) -> None:
    """Raises NotFound for a staff member there is not, NotAllowed for those who neither look after nor are the person."""
    if not (can_change_hours(actor, staff_id) or can_ask_why_not(actor, staff_id)):
        raise NotAllowed
    if not StaffMember.objects.filter(pk=staff_id).exists():
        raise NotFound


def overrides(staff_id: UUID, *, first_on: date, last_on: date) -> QuerySet[DateOverride]:
    """Date overrides within these dates, both included."""
    return DateOverride.objects.filter(staff_member=staff_id, on_date__range=(first_on, last_on)).order_by("on_date")


def busy_blocks(staff_id: UUID, *, start: int, end: int) -> QuerySet[BusyBlock]:
    """Timed blocks that touch `[start, end)` (epoch seconds)."""
    rows = BusyBlock.objects.filter(staff_member=staff_id, busy_from__lt=end, busy_until__gt=start)
    return rows.order_by("busy_from")
