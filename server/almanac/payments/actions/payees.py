"""Whoever does a visit earns by it, and what somebody else had earned is booked over (docs/algorithms/ledger.md, earning)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.ledger import actions as ledger
from almanac.ledger.actions import credit, debit
from almanac.ledger.models import Role
from almanac.payments.books import earned_of, staff_holder
from almanac.payments.keys import hand_over_key
from almanac.sales import actions as sales
from almanac.sales.models import OrderLine


def follow(*, line: OrderLine, staff_id: UUID, now: datetime) -> None:
    """This person does the visit of a line now: what is paid for it later is shared with them, and what was shared with whoever
    did it before is booked over to them. Nothing where nobody earns by it, or they do already. In a transaction of its own, or
    the caller's."""
    if line.payee_id in (None, staff_id):
        return
    with transaction.atomic():
        order = sales.lock_order(line.order_id)
        sold = order.lines.get(pk=line.pk)
        before = sold.payee_id
        if before is None or before == staff_id:
            return
        earned = earned_of(sold)
        sales.hand_over(order=order, line=sold, payee_id=staff_id)
        if earned:
            ledger.post(
                key=hand_over_key(sold, order),
                kind="hand_over",
                currency=order.currency,
                legs=[
                    debit(Role.PAYABLE, earned, staff_holder(before)),
                    credit(Role.PAYABLE, earned, staff_holder(staff_id)),
                ],
                happened_at=now,
                now=now,
                subject=f"order:{order.pk}",
            )
