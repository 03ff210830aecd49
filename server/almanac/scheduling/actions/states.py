"""What becomes of an appointment besides its time: confirmed, done, missed, or missed by mistake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.scheduling import permissions
from almanac.scheduling.errors import WrongState
from almanac.scheduling.events import (
    AppointmentCompleted,
    AppointmentConfirmed,
    AppointmentEvent,
    AppointmentMissed,
    AppointmentRequested,
    MissedUndone,
)
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


def payment_arrived(*, appointment_id: UUID, needs_approval: bool, now: datetime) -> bool:
    """The money of a visit that waited for it is there: it stands, or from now on waits for the team's yes.

    False when it waited for none (any more). Emits AppointmentConfirmed or AppointmentRequested.
    """
    with transaction.atomic():
        appointment = Appointment.objects.select_for_update().filter(pk=appointment_id, awaits_payment=True).first()
        if appointment is None or appointment.state != State.PENDING:
            return False
        appointment.awaits_payment = False
        appointment.state = State.PENDING if needs_approval else State.CONFIRMED
        appointment.revision += 1
        appointment.save(update_fields=["awaits_payment", "state", "revision"])
        _tell(AppointmentRequested if needs_approval else AppointmentConfirmed, appointment, actor=SYSTEM, now=now)
    return True


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
    """The customer was not there; from the start on. What that means for the money is booking's. Raises NotFound, NotAllowed,
    WrongState."""
    return _change(
        actor,
        appointment_id,
        to=State.NO_SHOW,
        allowed=(State.CONFIRMED,),
        event=AppointmentMissed,
        now=now,
        may=lambda actor, appointment: permissions.can_mark_no_show(actor, appointment, now),
        missed=(Appointment.Party.CUSTOMER, now),
    )


def undo_no_show(*, actor: Actor, appointment_id: UUID, now: datetime) -> Appointment:
    """The customer was there after all: the mark was a mistake. Raises NotFound, NotAllowed, WrongState."""
    return _change(
        actor,
        appointment_id,
        to=State.CONFIRMED,
        allowed=(State.NO_SHOW,),
        event=MissedUndone,
        now=now,
        may=permissions.can_undo_no_show,
        missed=("", None),
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
    missed: tuple[str, datetime | None] | None = None,
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
        appointment.missed_by, appointment.missed_at = missed or (appointment.missed_by, appointment.missed_at)
        appointment.revision += 1
        appointment.save(update_fields=["state", "missed_by", "missed_at", "revision"])
        _tell(event, appointment, actor=actor, now=now)
    return appointment


def _tell(event: type[AppointmentEvent], appointment: Appointment, *, actor: Actor, now: datetime) -> None:
    fact = event(
        appointment_id=appointment.pk,
        business_id=appointment.business_id,
        staff_id=appointment.staff_member_id,
        customer_id=appointment.customer_id,
        starts_at=appointment.starts,
    )
    emit(fact, actor=actor, at=now)
