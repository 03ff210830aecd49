"""Orders that are paid before they stand, within days, by whatever way (docs/algorithms/payments.md, paid ahead)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from almanac.business import queries as business
from almanac.business.policies import PaymentPolicy
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.payments.actions import steps, transfers
from almanac.payments.actions.lines import facts
from almanac.payments.asking_events import PaymentStillAwaited
from almanac.payments.events import PaymentAwaited
from almanac.payments.models import Payment, PaymentState
from almanac.payments.providers.pay_ahead import PAY_AHEAD, pay_by
from almanac.payments.queries import unpromised
from almanac.payments.step_tables import StepKind
from almanac.sales.models import Order, OrderState
from almanac.scheduling.models import Appointment

REMIND_BEFORE = timedelta(days=1)


def wait_for(payment: Payment, order: Order, *, soonest: timedelta, now: datetime) -> None:
    """Write down that the money is waited for, and tell the customer how to pay. In the caller's transaction. Emits
    PaymentAwaited."""
    days = business.policy(order.business_id, PaymentPolicy).ahead_days
    starts = Appointment.objects.filter(order_line__order=order).order_by("starts_at")
    first = list(starts.values_list("starts_at", flat=True)[:1])
    payment.state, payment.pay_by = PaymentState.OPEN, pay_by(first, days=days, soonest=soonest, now=now)
    payment.save(force_insert=True)
    steps.write(payment, StepKind.AGREED, at=now, amount=payment.amount)
    emit(PaymentAwaited(**facts(payment, order), pay_by=payment.pay_by), actor=SYSTEM, at=now)


def owed_no_more(*, order_id: UUID, now: datetime) -> None:
    """Nothing of a locked order is owed: nothing is waited for. In the caller's transaction."""
    for payment in Payment.objects.filter(order=order_id, state=PaymentState.OPEN, method=PAY_AHEAD):
        transfers.want(payment, 0, now=now)


def remind(*, now: datetime) -> int:
    """Tell customers what is still missing of what they are to pay ahead, each once, a day before it ends, where it was asked for
    earlier than that; how many are told. Emits PaymentStillAwaited."""
    waiting = Payment.objects.filter(state=PaymentState.OPEN, method=PAY_AHEAD, reminded_at=None)
    waiting = waiting.filter(pay_by__gt=now, pay_by__lte=now + REMIND_BEFORE, created_at__lte=now - REMIND_BEFORE)
    rows = waiting.filter(order__state=OrderState.PLACED).order_by("pay_by", "pk")
    found = list(rows.values_list("pk", flat=True)[: transfers.AT_ONCE])
    return sum(_remind(payment_id, now=now) for payment_id in found)


def _remind(payment_id: UUID, *, now: datetime) -> bool:
    with transaction.atomic():
        payment = transfers.first_reminder(payment_id, now=now)
        missing = sum(unpromised(payment.order).values()) if payment else 0  # a part may have come, by another way
        if payment is None or not missing:
            return False
        told = facts(payment, payment.order)
        told["amount"] = missing
        emit(PaymentStillAwaited(**told, pay_by=payment.pay_by), actor=SYSTEM, at=now)
    return True
