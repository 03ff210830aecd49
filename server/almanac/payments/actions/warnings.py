"""Warnings of fraud: what a card's bank says of a payment before it disputes it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.payments.actions import steps
from almanac.payments.actions.lines import facts
from almanac.payments.events import PaymentWarned
from almanac.payments.models import Payment
from almanac.payments.providers.online import WarningStanding
from almanac.payments.step_tables import PaymentStep, StepKind
from almanac.sales import actions as sales


def book(*, payment_id: UUID, standing: WarningStanding, now: datetime) -> None:
    """Write a warning down; no money moves. Doing it again changes nothing. Emits PaymentWarned."""
    with transaction.atomic():
        payment = Payment.objects.get(pk=payment_id)
        order = sales.lock_order(payment.order_id)
        told = PaymentStep.objects.filter(payment=payment, kind=StepKind.WARNED, reference=standing.reference)
        if told.exists():
            return
        steps.write(
            payment, StepKind.WARNED, at=standing.warned_at, reference=standing.reference, reason=standing.reason
        )
        emit(PaymentWarned(**facts(payment, order)), actor=SYSTEM, at=now)
