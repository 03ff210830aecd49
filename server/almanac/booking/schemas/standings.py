"""How an order stands, of its rows."""

from __future__ import annotations

from datetime import datetime

from almanac.booking.queries.standings import OrderStanding
from almanac.payments.models import PaymentState
from almanac.payments.schemas.dues import is_settled
from almanac.sales.models import Order, OrderState
from almanac.scheduling.models import Appointment


def standing_of(order: Order, now: datetime) -> OrderStanding:
    """How an order, with its lines, visits and refunds at hand, stands now."""
    lines = order.lines.all()
    visits = [line.appointment for line in lines if line.appointment]
    is_ahead = any(visit.state != Appointment.State.CANCELLED and visit.ends_at > now for visit in visits)
    is_waiting = any(line.is_good and line.delivered_at is None for line in lines)
    if order.state == OrderState.CONFIRMED and not is_ahead and not is_waiting and is_settled(order):
        return OrderStanding.COMPLETED
    return OrderStanding(order.state)


def has_lapsed(order: Order) -> bool:
    """Whether an order, with its visits and payments at hand, is over because nothing was paid of it in time: not one that was
    paid and refused, or that somebody called off. What nobody pays lapses once its last `pay_by` has gone."""
    until = [payment.pay_by for payment in order.payments.all() if payment.pay_by is not None]
    if order.cancelled_at is None or not until or order.cancelled_at < max(until):
        return False
    visits = [line.appointment for line in order.lines.all() if line.appointment]
    was_paid = any(payment.state == PaymentState.CAPTURED for payment in order.payments.all())
    return not was_paid and all(visit.cancelled_by == Appointment.Party.SYSTEM for visit in visits)
