"""Reminding customers of invoices that are overdue: each reminder day once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from almanac.invoices.events import PaymentReminded
from almanac.invoices.models import Reminder
from almanac.invoices.queries.overdue import Overdue, overdue
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.sales import actions as sales


def remind(*, now: datetime) -> int:
    """Write down who is to be reminded now, for the letters that follow; tells how many. Doing it again reminds nobody again.

    Emits PaymentReminded.
    """
    return sum(_remind_of(each, now=now) for each in overdue(now))


def _remind_of(late: Overdue, *, now: datetime) -> bool:
    row = late.invoice
    with transaction.atomic():
        sales.lock_order(row.order_id)  # two workers at once: the second finds it done
        _, is_new = Reminder.objects.get_or_create(invoice=row, days=late.days, defaults={"reminded_at": now})
        if is_new:
            fact = PaymentReminded(
                invoice_id=row.pk,
                order_id=row.order_id,
                business_id=row.business_id,
                number=row.code,
                amount=late.due_amount,
                currency=row.currency,
                days=late.days,
            )
            emit(fact, actor=SYSTEM, at=now)
    return is_new
