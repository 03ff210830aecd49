"""Reads of appointments; they start from who may see them and cost the same number of queries for any number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from almanac.engine.problem import Place, Rules, Segment
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import visible_to
from almanac.scheduling.visits import VisitRequest


def appointments(
    actor: Actor,
    *,
    starting_from: datetime | None = None,
    starting_before: datetime | None = None,
    staff_ids: Sequence[UUID] = (),
    states: Sequence[str] = (),
    customer_id: UUID | None = None,
) -> QuerySet[Appointment]:
    """What the actor may see, narrowed; `[starting_from, starting_before)`. With everything a screen names."""
    rows = with_names(visible_to(actor))
    if starting_from is not None:
        rows = rows.filter(starts_at__gte=starting_from)
    if starting_before is not None:
        rows = rows.filter(starts_at__lt=starting_before)
    if staff_ids:
        rows = rows.filter(staff_member__in=staff_ids)
    if states:
        rows = rows.filter(state__in=states)
    if customer_id is not None:
        rows = rows.filter(customer=customer_id)
    return rows


def appointment(actor: Actor, appointment_id: UUID) -> Appointment:
    """One appointment. Raises NotFound, also for one the actor may not know of."""
    found = with_names(visible_to(actor)).filter(pk=appointment_id).first()
    if found is None:
        raise NotFound
    return found


def visit(visit_id: UUID) -> list[Appointment]:
    """The appointments of one visit that are not cancelled, in the order of its services."""
    rows = Appointment.objects.filter(visit_id=visit_id).exclude(state=Appointment.State.CANCELLED)
    return list(rows.select_related("claim").order_by("position"))


def customers_of(staff_ids: Iterable[UUID]) -> set[UUID]:
    """Ids of the customers with appointments of these staff members, for people.permissions."""
    rows = Appointment.objects.filter(staff_member__in=list(staff_ids)).order_by()
    return set(rows.values_list("customer_id", flat=True).distinct())


def request_of(appointments: Sequence[Appointment], *, rules: Rules, staff_ids: Sequence[str] = ()) -> VisitRequest:
    """What to ask for in order to give a visit another time: the same services, lengths, buffers, seats and place.

    Each service by whoever has it now, or by any of `staff_ids`. The appointments come from `visit`, with their claims.
    """
    if not appointments:
        raise NotFound
    claim = appointments[0].claim
    place = None
    if claim is not None and claim.latitude is not None and claim.longitude is not None:
        place = Place(claim.latitude, claim.longitude)
    segments = tuple(
        Segment(
            service_id=str(item.service_id),
            duration=item.ends - item.starts,
            buffer_before=item.buffer_before_seconds,
            buffer_after=item.buffer_after_seconds,
            capacity=item.claim.capacity if item.claim else 1,
            staff_ids=tuple(staff_ids) or (str(item.staff_member_id),),
        )
        for item in appointments
    )
    return VisitRequest(
        business_id=appointments[0].business_id,
        segments=segments,
        rules=rules,
        place=place,
        seats=appointments[0].seats,
        comes_to_customer=appointments[0].venue == "customer",
    )


def due_reminders(*, starting_from: datetime, starting_before: datetime) -> QuerySet[Appointment]:
    """Confirmed appointments that start in `[starting_from, starting_before)`: whom to remind."""
    rows = Appointment.objects.filter(
        state=Appointment.State.CONFIRMED, starts_at__gte=starting_from, starts_at__lt=starting_before
    )
    return with_names(rows).order_by("starts_at", "pk")


def with_names(rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Together with everything it is shown with."""
    return rows.select_related("business", "service", "staff_member", "customer", "address")
