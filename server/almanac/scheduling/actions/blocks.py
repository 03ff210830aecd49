"""Time blocked by the staff member: it may lie over appointments, which are then conflicts for people to solve."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.models import StaffMember
from almanac.scheduling.events import TimeBlocked, TimeUnblocked
from almanac.scheduling.locks import lock_staff
from almanac.scheduling.models import Appointment, BusyBlock
from almanac.scheduling.permissions import can_change_hours

LONGEST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Blocked:
    """A block and the appointments it lies over."""

    block: BusyBlock
    conflicts: tuple[UUID, ...]


def block_time(
    *, actor: Actor, staff_id: UUID, starts_at: datetime, ends_at: datetime, now: datetime, note: str = ""
) -> Blocked:
    """Take time out of one's own calendar from now on; appointments it overlaps stay and are told as conflicts.

    Done under the lock: whoever books afterwards sees it. Raises NotFound, NotAllowed, InvalidInput.
    """
    if not can_change_hours(actor, staff_id):
        raise NotAllowed
    start, end = clock.epoch(starts_at), clock.epoch(ends_at)
    if not start < end <= start + LONGEST_DAYS * 24 * 3600:
        raise InvalidInput(fields={"ends_at": [f"The end comes after the start, within {LONGEST_DAYS} days."]})
    business_id = StaffMember.objects.filter(pk=staff_id).values_list("business_id", flat=True).first()
    if business_id is None:
        raise NotFound
    with transaction.atomic():
        lock_staff([staff_id])
        block = BusyBlock.objects.create(
            staff_member_id=staff_id, busy_from=start, busy_until=end, source=BusyBlock.Source.OWN, note=note
        )
        conflicts = Appointment.objects.filter(
            claim__staff_id=staff_id,
            claim__blocked_from__lt=end,
            claim__blocked_until__gt=start,
            state__in=(Appointment.State.PENDING, Appointment.State.CONFIRMED),
        )
        found = tuple(conflicts.order_by("starts_at").values_list("pk", flat=True))
        emit(
            TimeBlocked(business_id=business_id, staff_id=staff_id, block_id=block.pk, conflicts=list(found)),
            actor=actor,
            at=now,
        )
    return Blocked(block, found)


def unblock_time(*, actor: Actor, block_id: UUID, now: datetime) -> None:
    """Open time again that was blocked here, under the lock, so that whoever books afterwards finds it open.

    Raises NotFound (also for an outside calendar's event, and for what somebody else opened a moment ago), NotAllowed.
    """
    own = BusyBlock.objects.filter(pk=block_id, source=BusyBlock.Source.OWN)
    block = own.select_related("staff_member").first()
    if block is None:
        raise NotFound
    staff = block.staff_member
    if not can_change_hours(actor, staff.pk):
        raise NotAllowed
    with transaction.atomic():
        lock_staff([staff.pk])
        deleted, _ = own.delete()
        if not deleted:
            raise NotFound
        emit(
            TimeUnblocked(business_id=staff.business_id, staff_id=staff.pk, block_id=block_id),
            actor=actor,
            at=now,
        )
