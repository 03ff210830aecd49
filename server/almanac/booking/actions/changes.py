"""Changes to a booked visit within the rules it was sold under: call it off, or give it another time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.errors import ReasonMissing, TooLateToChange
from almanac.booking.queries.changes import Change, cancel_refusal, change_of, move_refusal, move_search
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.payments import actions as payments
from almanac.sales import actions as sales
from almanac.scheduling.actions import changes as scheduling
from almanac.scheduling.models import Appointment
from almanac.scheduling.visits import VisitRequest

Check = Callable[[Appointment], None]


def cancel(*, actor: Actor, appointment_id: UUID, reason: str, now: datetime) -> None:
    """Call a visit off and give its time back; with its last visit the order is cancelled and owes nothing.

    Raises NotFound, NotAllowed, TooLateToChange, ReasonMissing, WrongState (somebody was faster).
    """
    change = change_of(actor, appointment_id)
    by = _party(change)
    check = _allowed(change, cancel_refusal, now)
    check_reason(change, reason)
    carry_out_cancel(change, by=by, reason=reason, check=check, now=now)


def move(
    *, actor: Actor, appointment_id: UUID, starts_at: int, staff_id: UUID | None, now: datetime, reason: str = ""
) -> None:
    """Give a visit another start (epoch seconds) or person. Services in a row move together, and `staff_id` then does all.

    Raises NotFound, NotAllowed, TooLateToChange, ReasonMissing, SlotTaken.
    """
    change = change_of(actor, appointment_id)
    by = _party(change)
    check = _allowed(change, move_refusal, now)
    check_reason(change, reason)
    request = move_search(change).request
    carry_out_move(change, request, starts_at=starts_at, staff_id=staff_id, by=by, reason=reason, check=check, now=now)


def check_reason(change: Change, reason: str) -> None:
    """Raises ReasonMissing where the rules of the sale want one."""
    if change.needs_reason and not reason.strip():
        raise ReasonMissing


def carry_out_cancel(change: Change, *, by: str, reason: str, check: Check, now: datetime) -> None:
    """Call it off, with what follows for the order. Raises what `check` raises, WrongState."""
    appointment_id = change.appointment.pk
    with transaction.atomic():
        scheduling.cancel_appointment(
            actor=change.actor, appointment_id=appointment_id, by=by, now=now, reason=reason, check=check
        )
        settle_cancelled(actor=change.actor, appointment_id=appointment_id, now=now)


def carry_out_move(
    change: Change,
    request: VisitRequest,
    *,
    starts_at: int,
    staff_id: UUID | None,
    by: str,
    check: Check,
    now: datetime,
    reason: str = "",
) -> None:
    """Give the whole visit another start or person. Raises what `check` raises, NotFound, WrongState, SlotTaken."""
    scheduling.move(
        actor=change.actor,
        visit_id=change.appointment.visit_id,
        request=request,
        start=starts_at,
        staff_ids=[str(staff_id)] * len(request.segments) if staff_id else None,
        by=by,
        reason=reason,
        check=check,
        now=now,
    )


def settle_cancelled(*, actor: Actor, appointment_id: UUID, now: datetime) -> None:
    """What follows for the order when a visit is called off or declined; doing it twice changes nothing."""
    with transaction.atomic():
        standing = sales.settle_after_cancellation(actor=actor, appointment_id=appointment_id, now=now)
        if standing is None:
            return
        if standing.is_cancelled:
            payments.forget_due(order_id=standing.order_id)
        else:
            payments.owe_less(order_id=standing.order_id, amount=standing.amount)


def _party(change: Change) -> str:
    if change.by_team:
        return Appointment.Party.STAFF
    if change.by_customer:
        return Appointment.Party.CUSTOMER
    raise NotAllowed


def _allowed(change: Change, refusal: Callable[[Change, datetime], str | None], now: datetime) -> Check:
    """Refuse what the rules refuse, now and again under the lock: a visit may have been moved, or handed on, meanwhile.

    Raises TooLateToChange, and so does the check it answers with.
    """

    line_of = {appointment.pk: line for line, appointment in change.visit}

    def check(appointment: Appointment) -> None:
        line = line_of.get(appointment.pk, change.line)
        reason = refusal(replace(change, appointment=appointment, line=line), now)
        if reason is not None:
            raise TooLateToChange(reason=reason, business_phone=change.line.business.phone)

    check(change.appointment)
    return check
