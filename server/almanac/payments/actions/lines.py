"""What is paid of the lines of an order, and what an event of a payment says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict
from uuid import UUID

from almanac.payments.books import Step
from almanac.payments.models import Payment, Refund
from almanac.sales import actions as sales
from almanac.sales.models import Order


class PaymentFacts(TypedDict):
    payment_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str


def pay_lines(order: Order, changes: Mapping[UUID, int]) -> list[Step]:
    """Add to what is paid of these lines of a locked order, minor units, below nothing to take away; the steps to be booked."""
    steps = []
    for line in order.lines.filter(pk__in=changes).order_by("position"):
        change = changes[line.pk]
        if change:
            steps.append(Step(line, line.paid_amount, line.paid_amount + change))
    sales.paid(order=order, amounts={step.line.pk: step.after for step in steps})
    return steps


def of_lines(refund: Refund) -> dict[UUID, int]:
    """How much of a refund is of which line, minor units; the rest is of none."""
    return {part.share.line_id: part.amount for part in refund.shares.select_related("share")}


def facts(payment: Payment, order: Order) -> PaymentFacts:
    """What every event of a payment says."""
    return {
        "payment_id": payment.pk,
        "order_id": order.pk,
        "business_id": order.business_id,
        "amount": payment.amount,
        "currency": payment.currency,
    }
