"""Writes of payments: open one for an order, close it when nothing is left to pay."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.kit.actor import Actor
from almanac.payments.models import Payment, PaymentState
from almanac.payments.providers.base import PaymentMethod
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderState


def open_payment(*, actor: Actor, order: Order, method: PaymentMethod, now: datetime) -> Payment:
    """Agree how the order is paid; where nothing is due before the visit, an order not confirmed yet is so at once.

    Runs in the caller's transaction.
    """
    payment = Payment.objects.create(
        order=order, method=method.name, amount=order.total_amount, currency=order.currency, state=PaymentState.DUE
    )
    if method.terms(total_amount=order.total_amount).due_now == 0 and order.state == OrderState.PLACED:
        sales.confirm(actor=actor, order=order, now=now)
    return payment


def owe_less(*, order_id: UUID, amount: int) -> None:
    """What is to be paid later is only what still stands of the order, `amount` minor units of its currency."""
    Payment.objects.filter(order_id=order_id, state=PaymentState.DUE).update(amount=amount)


def forget_due(*, order_id: UUID) -> None:
    """A cancelled order owes nothing any more (cancelling with a fee is refused until fees can be charged)."""
    Payment.objects.filter(order_id=order_id, state=PaymentState.DUE).update(state=PaymentState.CANCELLED)
