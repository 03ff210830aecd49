"""Orders that are paid by a transfer to the business's bank account (docs/algorithms/payments.md, bank transfers)."""

from __future__ import annotations

from datetime import datetime, timedelta
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
from almanac.payments.providers.pay_ahead import PAY_AHEAD
from almanac.payments.queries import is_held, open_transfers, outstanding
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderState
from almanac.sales.pass_steps import pays_for
from almanac.scheduling.models import Appointment

AT_ONCE = 500  # reminders in a run


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
    """An order of which a part came, or is paid by a package, and the rest was called off is paid: it stands, and does not
    lapse."""
    with transaction.atomic():
        order = sales.lock_order(order_id)
        is_paid = order.state == OrderState.PLACED and not outstanding(order) and not is_held(order_id)
        is_paid = is_paid and (order.paid_amount > 0 or pays_for(order_id))
        if is_paid:
            sales.confirm(actor=SYSTEM, order=order, now=now)
    return is_paid


def remind(*, now: datetime) -> int:
    """Remind of transfers that have not come, each once, before their time is over; tells how many. Emits TransferReminded."""
    return sum(_remind(payment.pk, now=now) for payment in _nearly_over(now))


def _nearly_over(now: datetime) -> list[Payment]:
    """Transfers that have not come, so near the end of their time as each business reminds of them. Two SQL queries."""
    waiting = Payment.objects.filter(state=PaymentState.OPEN, method=BANK_TRANSFER, account=None, reminded_at=None)
    waiting = waiting.filter(pay_by__gt=now, order__state=OrderState.PLACED)
    found = list(waiting.select_related("order").order_by("pay_by", "pk")[:AT_ONCE])
    said = business.some_policy({row.order.business_id for row in found}, TransferPolicy)
    hours = {business_id: policy.transfer_remind_hours for business_id, policy in said.items()}
    return [row for row in found if row.pay_by and row.pay_by <= now + timedelta(hours=hours[row.order.business_id])]


def _remind(payment_id: UUID, *, now: datetime) -> bool:
    with transaction.atomic():
        payment = first_reminder(payment_id, now=now)
        if payment is not None:
            emit(TransferReminded(**facts(payment, payment.order), pay_by=payment.pay_by), actor=SYSTEM, at=now)
    return payment is not None


def first_reminder(payment_id: UUID, *, now: datetime) -> Payment | None:
    """A payment that is waited for, marked as reminded of; None where it was before, or is waited for no more. In the caller's
    transaction, under the order's lock from here on."""
    order = sales.lock_order(Payment.objects.values_list("order_id", flat=True).get(pk=payment_id))
    row = Payment.objects.filter(pk=payment_id, state=PaymentState.OPEN, reminded_at=None)
    if order.state != OrderState.PLACED or not row.update(reminded_at=now):
        return None
    payment = Payment.objects.select_related("order").get(pk=payment_id)
    steps.write(payment, StepKind.REMINDED, at=now)
    return payment


def is_waited_for(payment: Payment) -> bool:
    """Whether its money may come by any way until its time is over, without a page of its own."""
    return is_transfer(payment) or payment.method == PAY_AHEAD


def is_transfer(payment: Payment) -> bool:
    """Whether it waits for somebody to find it on the bank's statement."""
    return payment.method == BANK_TRANSFER and payment.account_id is None
