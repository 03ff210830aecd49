"""What becomes of an order's visits when its money arrives, or does not."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from almanac.booking.actions.changes import settle_cancelled
from almanac.booking.events import OrderCalledOff, OrderLapsed, OrderRefused
from almanac.business.policies import Approval, BookingPolicy
from almanac.kit.actor import SYSTEM, Actor
from almanac.outbox.actions import emit
from almanac.payments import queries as payments
from almanac.payments.actions import pages, refunds, transfers
from almanac.payments.models import PaymentState, Refund, Review
from almanac.sales import actions as sales
from almanac.sales.models import GOODS, Order, OrderLine, OrderState
from almanac.scheduling.actions import states
from almanac.scheduling.actions.changes import cancel_appointment
from almanac.scheduling.errors import WrongState
from almanac.scheduling.models import Appointment

AT_ONCE = 50
Party = Appointment.Party
OrderEnded = OrderLapsed | OrderRefused | OrderCalledOff


def settle_confirmed(*, order_id: UUID, now: datetime) -> None:
    """The payment terms of an order are met: visits that waited for it stand, or wait for the team's yes from now on.

    Services in a row stand or wait together. Doing it twice changes nothing.
    """
    with transaction.atomic():
        lines = OrderLine.objects.filter(order=order_id, appointment__awaits_payment=True).select_related("appointment")
        waiting = [(line, line.appointment) for line in lines if line.appointment]
        by_hand = {
            visit.visit_id
            for line, visit in waiting
            if BookingPolicy.model_validate(line.policy).approval is Approval.BY_HAND
        }
        for _, visit in waiting:
            states.payment_arrived(appointment_id=visit.pk, needs_approval=visit.visit_id in by_hand, now=now)


def mind_payments(*, now: datetime) -> int:
    """Ask about payments that should be decided by now, and let orders lapse that were not paid in time; how many did.

    A company that does not answer keeps its orders waiting: the customer may have paid.
    """
    pages.mind_overdue(now=now)
    return sum(lapse(order_id=order_id, now=now) for order_id in _unpaid(now)[:AT_ONCE])


def lapse(*, order_id: UUID, now: datetime) -> bool:
    """Give back the time of an order that was to be paid before it stands and was not, or that was looked at and refused;
    False when it was paid meanwhile, or is still looked at. Emits OrderLapsed or OrderRefused."""
    held = Review.objects.filter(order_id=order_id).order_by("created_at").last()
    if held is not None and held.state == Review.State.OPEN:
        return False
    if transfers.confirm_if_paid(order_id=order_id, now=now):
        return False
    return end(order_id=order_id, ended=OrderLapsed if held is None else OrderRefused, now=now)


def end(
    *, order_id: UUID, ended: type[OrderEnded], actor: Actor = SYSTEM, by: str = Party.SYSTEM, now: datetime
) -> bool:
    """An order that waits to be paid is over: its times are given back, all that came of it goes back, and nothing is waited for.
    False, and nothing is changed, where it does not wait any more or a payment of it is under way. Emits `ended`."""
    visits = Appointment.objects.filter(order_line__order_id=order_id)
    with transaction.atomic():
        # People before the order, as everywhere.
        try:
            for visit in visits.exclude(state=Appointment.State.CANCELLED).order_by("staff_member_id", "pk"):
                if visit.awaits_payment:
                    cancel_appointment(actor=actor, appointment_id=visit.pk, by=by, now=now)
        except WrongState:  # somebody else ends it at the same moment, or a visit of it
            transaction.set_rollback(True)
            return False
        order = sales.lock_order(order_id)
        undecided = payments.undecided_of(order_id)
        if ended is OrderRefused:  # a debit that is on its way goes back when it comes
            undecided = undecided.exclude(state=PaymentState.PENDING)
        if ended is OrderCalledOff:
            for payment in filter(transfers.is_waited_for, undecided.filter(state=PaymentState.OPEN)):
                transfers.want(payment, 0, now=now)
        is_held = ended is OrderCalledOff and payments.is_held(order_id)  # paid by now, and looked at: that decides
        if order.state != OrderState.PLACED or is_held or undecided.exists():
            transaction.set_rollback(True)
            return False
        is_theirs = by == Party.CUSTOMER
        for visit in visits:
            settle_cancelled(actor=actor, appointment_id=visit.pk, by_customer=is_theirs, now=now)
        left = sales.lock_order(order_id)
        goods = {line.pk: back for line in left.lines.filter(kind__in=GOODS) if (back := payments.refundable(line.pk))}
        if goods:  # what a gift card paid of them, or came so far
            why = Refund.Why.POLICY if is_theirs else Refund.Why.TEAM_CANCELLED
            refunds.ask(actor=actor, order=left, amounts=goods, why=why, now=now)
        sales.cancel_unpaid(actor=actor, order=left, now=now)
        emit(ended(order_id=order.pk, business_id=order.business_id), actor=actor, at=now)
    return True


def _unpaid(now: datetime) -> list[UUID]:
    """Orders that wait for money which nobody is about to pay any more."""
    unpaid = Q(lines__appointment__awaits_payment=True) | Q(lines__kind__in=GOODS)
    waiting = Order.objects.filter(unpaid, state=OrderState.PLACED)
    refused = Review.objects.filter(state=Review.State.REFUSED).values("order")
    promised = Q(payments__state=PaymentState.PENDING) & ~Q(pk__in=refused)  # a debit of one that was refused goes back
    alive = waiting.filter(Q(payments__state=PaymentState.OPEN) | promised)
    lately = waiting.filter(payments__pay_by__gt=now)
    waiting = waiting.exclude(pk__in=Review.objects.filter(state=Review.State.OPEN).values("order"))
    found = waiting.exclude(pk__in=alive.values("pk")).exclude(pk__in=lately.values("pk"))
    return list(found.order_by("placed_at").values_list("pk", flat=True).distinct())
