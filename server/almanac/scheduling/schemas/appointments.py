"""What the API says about appointments."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.catalog.models import Venue
from almanac.kit.actor import Actor
from almanac.kit.localized import text_in
from almanac.scheduling import permissions
from almanac.scheduling.models import Appointment


class Named(Schema):
    id: UUID
    name: str


class CanOut(Schema):
    """What the asking actor may do with it now as one who looks after it. What its customer may depends on the policy it was
    sold under, and is told with the order: `can_cancel` and `can_move` of its line."""

    cancel: bool
    move: bool
    confirm: bool
    decline: bool
    complete: bool
    mark_no_show: bool
    undo_no_show: bool
    mark_not_served: bool
    restore: bool
    undo_move: bool


class AppointmentOut(Schema):
    """One appointment. Times are instants; `zone` is the one the customer was shown. `access_notes`, how to get in, is
    empty but for those who look after the visit, from a day before it until twelve hours after. `put_aside` are codes of
    the rules somebody of the team put aside to book it, and why; for those who look after it. `missed_by`: `customer`
    was not there, or nobody came (`staff`)."""

    id: UUID
    visit_id: UUID
    business: str
    service: Named
    staff_member: Named
    customer: Named
    address: str | None
    access_notes: str
    venue: Venue
    starts_at: datetime
    ends_at: datetime
    zone: str
    seats: int
    state: Appointment.State
    meeting_url: str
    reschedules: int
    revision: int
    cancelled_at: datetime | None
    cancelled_by: str
    cancellation_reason: str
    missed_by: str
    put_aside: list[str]
    put_aside_reason: str
    can: CanOut

    @classmethod
    def of(cls, row: Appointment, actor: Actor, language: str, now: datetime) -> Self:
        """As this actor may see it; the row comes with its names."""
        looks_after = permissions.works_on(actor, row)
        return cls(
            id=row.pk,
            visit_id=row.visit_id,
            business=row.business.slug,
            service=Named(id=row.service_id, name=text_in(row.service.name, language)),
            staff_member=Named(id=row.staff_member_id, name=row.staff_member.name),
            customer=Named(id=row.customer_id, name=row.customer.name),
            address=str(row.address) if row.address else None,
            access_notes=row.address.access_notes
            if row.address and permissions.sees_access_notes(actor, row, now)
            else "",
            venue=Venue(row.venue),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            zone=row.zone,
            seats=row.seats,
            state=Appointment.State(row.state),
            meeting_url=row.meeting_url,
            reschedules=row.reschedules,
            revision=row.revision,
            cancelled_at=row.cancelled_at,
            cancelled_by=row.cancelled_by,
            cancellation_reason=row.cancellation_reason,
            missed_by=row.missed_by,
            put_aside=row.put_aside if looks_after else [],
            put_aside_reason=row.put_aside_reason if looks_after else "",
            can=_can(row, actor, now),
        )


def _can(row: Appointment, actor: Actor, now: datetime) -> CanOut:
    changing = permissions.can_change(actor, row, now)
    return CanOut(
        cancel=changing,
        move=changing,
        confirm=permissions.can_confirm(actor, row),
        decline=permissions.can_decline(actor, row),
        complete=permissions.can_complete(actor, row, now),
        mark_no_show=permissions.can_mark_no_show(actor, row, now),
        undo_no_show=permissions.can_undo_no_show(actor, row),
        mark_not_served=permissions.can_mark_not_served(actor, row, now),
        restore=permissions.can_restore(actor, row, now),
        undo_move=permissions.can_undo_move(actor, row, now),
    )


class ReasonIn(Schema):
    reason: Annotated[str, Field(max_length=500)] = ""
