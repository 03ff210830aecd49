"""Undoing that one visit was called off, as it was shown, in one transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.actions.charging import follow_restored
from almanac.booking.errors import CannotRestore, PlanChanged
from almanac.booking.events import VisitRestored
from almanac.booking.queries.restoring import request_again, restoration_of
from almanac.booking.queries.series_pauses import pauses_of
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.payments.actions import charges, dues, passes
from almanac.sales import actions as sales
from almanac.sales import subscriptions
from almanac.sales.errors import PassChanged
from almanac.scheduling.actions.changes import Restoring, restore_many
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.locks import contention, lock_staff


def restore_visit(*, actor: Actor, appointment_id: UUID, token: str, now: datetime) -> None:
    """Let a visit that was called off within a day stand again where it was. A fee for calling it off is none any more; what was
    paid of it counts towards its price, and the rest is owed; the visit of a package is used again. `token` is that of what was
    shown.

    Raises NotFound, NotAllowed, CannotRestore, PlanChanged when it would mean anything else by now, or its time or the last visit
    of its package has just gone.
    """
    seen = restoration_of(actor, appointment_id, now=now)
    line, staff_id = seen.change.line, seen.change.appointment.staff_member_id
    try:
        with contention(), transaction.atomic():
            row = subscriptions.lock_subscription(line.subscription_id) if line.subscription_id else None
            lock_staff({staff_id})
            found = restoration_of(actor, appointment_id, now=now)
            if found.refused:
                raise CannotRestore(reason=found.refused)
            if found.token != token or found.change.appointment.staff_member_id != staff_id:
                raise PlanChanged
            again = Restoring(appointment_id, request_again(found.change), found.slot, found.waits)
            restore_many(actor=actor, wanted=[again], now=now)
            charges.withdraw(line_ids=[line.pk])  # of the fee
            sales.keep_fee(line_id=line.pk, amount=None)
            order = sales.revive(actor=actor, order_id=found.change.order.pk, now=now)
            passes.stand_again([line.pk], actor=actor, now=now)
            dues.owe_again(order=order, now=now)
            follow_restored([line.pk], now=now)
            fact = VisitRestored(order_id=order.pk, appointment_id=appointment_id, business_id=line.business_id)
            emit(fact, actor=actor, at=now)
            if row is not None:
                subscriptions.stand(row, paused_from=pauses_of(row).paused_from, now=now)
    except (SlotTaken, WrongState, PassChanged) as lost:
        raise PlanChanged from lost
