"""Orders that are paid by a transfer to the business's bank account (docs/algorithms/payments.md, bank transfers)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.business import queries as business
from almanac.business.policies import TransferPolicy
from almanac.kit.actor import SYSTEM
from almanac.outbox.actions import emit
from almanac.payments.actions import steps
from almanac.payments.actions.lines import facts
from almanac.payments.events import TransferAwaited, TransferReminded, TransferShort
from almanac.payments.models import Payment, PaymentState
from almanac.payments.providers.bank_transfer import BANK_TRANSFER, LEAST_TIME, pay_by
from almanac.payments.queries import is_held, open_transfers, outstanding, transfers_to_remind_of
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderState
from almanac.scheduling.models import Appointment


def wait_for(payment: Payment, order: Order, *, now: datetime) -> None:
    """Write a transfer down as one that is waited for, and tell the customer where to send it. In the caller's transaction.
    Emits TransferAwaited."""
    days = business.policy(order.business_id, TransferPolicy).transfer_days
    starts = (
        Appointment.objects.filter(order_line__order=order).order_by("starts_at").values_list("starts_at", flat=True)
    )
    until = pay_by(list(starts[:1]), days=days, now=now)
    payment.state, payment.pay_by = PaymentState.OPEN, until or now + LEAST_TIME
    payment.save(force_insert=True)
    steps.write(payment, StepKind.TRANSFER_AWAITED, at=now, amount=payment.amount)
    emit(TransferAwaited(**facts(payment, order), pay_by=payment.pay_by), actor=SYSTEM, at=now)


def arrived(order: Order, amount: int, *, now: datetime) -> bool:
    """So much came for a locked order, in whatever way: less is waited for. Whether all came that was. Emits TransferShort for
    what is still missing."""
    is_met = True
    for row in open_transfers(order.pk):
        if not amount:
            return False
        left = min(max(0, row.amount - amount), sum(outstanding(order).values()))
        want(row, left, now=now)
        if left:
            is_met = False
            emit(TransferShort(**facts(row, order), pay_by=row.pay_by), actor=SYSTEM, at=now)
    return is_met


def want(payment: Payment, amount: int, *, now: datetime) -> None:
    """What is to be paid by hand is so much from now on; nothing ends it. In the caller's transaction, under the order's lock."""
    if amount:
        payment.amount = amount
    else:
        payment.state = PaymentState.CANCELLED
    payment.revision += 1
    payment.save(update_fields=["amount", "state", "revision"])
    steps.write(payment, StepKind.CHANGED if amount else StepKind.CLOSED, at=now, amount=amount or None)


def want_less(*, order_id: UUID, amount: int, now: datetime) -> None:
    """No more is waited for than is still owed of the order: `amount` minor units."""
    for payment in open_transfers(order_id).filter(amount__gt=amount):
        want(payment, amount, now=now)


def confirm_if_paid(*, order_id: UUID, now: datetime) -> bool:
    """An order of which a part came and the rest was called off is paid: it stands, and does not lapse."""
    with transaction.atomic():
        order = sales.lock_order(order_id)
        is_paid = order.state == OrderState.PLACED and order.paid_amount > 0 and not outstanding(order)
        is_paid = is_paid and not is_held(order_id)
        if is_paid:
            sales.confirm(actor=SYSTEM, order=order, now=now)
    return is_paid


def remind(*, now: datetime) -> int:
    """Remind of transfers that have not come, each once, before their time is over; tells how many. Emits TransferReminded."""
    return sum(_remind(payment.pk, now=now) for payment in transfers_to_remind_of(now))


def _remind(payment_id: UUID, *, now: datetime) -> bool:
    with transaction.atomic():
        payment = Payment.objects.select_related("order").get(pk=payment_id)
        order = sales.lock_order(payment.order_id)
        first = Payment.objects.filter(pk=payment_id, state=PaymentState.OPEN, reminded_at=None)
        if not first.update(reminded_at=now):
            return False
        payment.refresh_from_db(fields=["amount"])
        steps.write(payment, StepKind.REMINDED, at=now)
        emit(TransferReminded(**facts(payment, order), pay_by=payment.pay_by), actor=SYSTEM, at=now)
    return True


def is_transfer(payment: Payment) -> bool:
    """Whether it waits for somebody to find it on the bank's statement."""
    return payment.method == BANK_TRANSFER and payment.account_id is None
