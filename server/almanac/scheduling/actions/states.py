"""What becomes of an appointment besides its time: confirmed, done, missed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.scheduling import permissions
from almanac.scheduling.errors import WrongState
from almanac.scheduling.events import AppointmentCompleted, AppointmentConfirmed, AppointmentEvent, AppointmentMissed
from almanac.scheduling.models import Appointment

State = Appointment.State


def confirm(*, actor: Actor, appointment_id: UUID, now: datetime) -> Appointment:
    """A requested appointment stands: approved by the team, or paid (by the system). Raises NotFound, NotAllowed, WrongState."""
    return _change(
        actor,
        appointment_id,
        to=State.CONFIRMED,
        allowed=(State.PENDING,),
        event=AppointmentConfirmed,
        now=now,
        may=permissions.can_confirm,
    )


def complete(*, actor: Actor, appointment_id: UUID, now: datetime) -> Appointment:
    """The visit took place; from its start on. Raises NotFound, NotAllowed, WrongState."""
    return _change(
        actor,
        appointment_id,
        to=State.COMPLETED,
        allowed=(State.CONFIRMED,),
        event=AppointmentCompleted,
        now=now,
        may=lambda actor, appointment: permissions.can_complete(actor, appointment, now),
    )


def mark_no_show(*, actor: Actor, appointment_id: UUID, now: datetime) -> Appointment:
    """The customer was not there; from the start on. Raises NotFound, NotAllowed, WrongState."""
    return _change(
        actor,
        appointment_id,
        to=State.NO_SHOW,
        allowed=(State.CONFIRMED,),
        event=AppointmentMissed,
        now=now,
        may=lambda actor, appointment: permissions.can_mark_no_show(actor, appointment, now),
    )


def _change(
    actor: Actor,
    appointment_id: UUID,
    *,
    to: str,
    allowed: tuple[str, ...],
    event: type[AppointmentEvent],
    now: datetime,
    may: Callable[[Actor, Appointment], bool],
) -> Appointment:
    """One step of the state machine; the row is locked so that two people's clicks are one step."""
    with transaction.atomic():
        appointment = Appointment.objects.select_for_update().filter(pk=appointment_id).first()
        if appointment is None:
            raise NotFound
        if not permissions.works_on(actor, appointment):
            raise NotAllowed
        if appointment.state not in allowed or not may(actor, appointment):
            raise WrongState(state=appointment.state)
        appointment.state = to
        appointment.revision += 1
        appointment.save(update_fields=["state", "revision"])
        emit(
            event(
                appointment_id=appointment.pk,
                business_id=appointment.business_id,
                staff_id=appointment.staff_member_id,
                customer_id=appointment.customer_id,
                starts_at=appointment.starts,
            ),
            actor=actor,
            at=now,
        )
    return appointment
