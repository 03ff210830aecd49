"""What an order is to be paid, and how: agreed when it is placed, less when visits of it are called off."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from almanac.kit.actor import Actor
from almanac.payments import registry
from almanac.payments.actions import ahead, steps, transfers
from almanac.payments.actions.keeping import agree_to_keep
from almanac.payments.models import Payment, PaymentState
from almanac.payments.own_page import is_taken_here
from almanac.payments.providers.bank_transfer import BANK_TRANSFER
from almanac.payments.providers.base import PaymentMethod
from almanac.payments.providers.pay_ahead import PAY_AHEAD
from almanac.payments.queries import account_for, due_now, open_transfers, outstanding, unpromised
from almanac.payments.step_tables import StepKind
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderState

PAGE_TIME = timedelta(minutes=35)  # Stripe keeps a page open for half an hour at least


def open_payment(
    *,
    actor: Actor,
    order: Order,
    method: PaymentMethod,
    now: datetime,
    paid: int = 0,
    due_line_ids: Collection[UUID] | None = None,
    deposit_amount: int | None = None,
    keep_card: bool = False,
) -> Payment | None:
    """Agree how the order is paid, but for what was `paid` from gift cards; where nothing is due before the visit, an order not
    confirmed yet is so at once. None where they paid for all of it.

    Where `due_line_ids` are named only these are to be paid now; the others are charged later (`charges.plan`). Of what is due
    `deposit_amount` is wanted before the visit where it is paid by a page; all where none is named. `keep_card`: the customer
    agrees that what they pay with is kept for that. What is due at once has until `pay_by`. Runs in the caller's transaction.
    """
    rest = order.total_amount - paid
    if paid and not rest:
        if order.state == OrderState.PLACED:
            sales.confirm(actor=actor, order=order, now=now)
        return None
    named = [] if due_line_ids is None else sorted(due_line_ids)
    due_amount = rest
    if due_line_ids is not None:
        left = Coalesce(Sum(F("total_amount") - F("paid_amount")), 0)
        due_amount = order.lines.filter(pk__in=named).aggregate(sum=left)["sum"]
    wanted = due_amount if deposit_amount is None else deposit_amount
    due_now = method.terms(total_amount=due_amount, deposit_amount=wanted).due_now
    payment = Payment(order=order, method=method.name, currency=order.currency, keep_card=keep_card)
    payment.meant_for = [str(line_id) for line_id in named]
    if keep_card:
        agree_to_keep(actor=actor, customer_id=order.customer_id, now=now)
    if due_now and method.name == BANK_TRANSFER:
        payment.amount = due_now
        transfers.wait_for(payment, order, now=now)
        return payment
    if due_now and method.name == PAY_AHEAD:
        payment.amount = due_now
        ahead.wait_for(payment, order, soonest=PAGE_TIME, now=now)
        return payment
    if due_now:
        payment.amount, payment.state, payment.pay_by = due_now, PaymentState.OPEN, now + PAGE_TIME
        is_online = method.name in registry.online()
        payment.account = account_for(method.name, order.currency, order_id=order.pk) if is_online else None
        payment.in_page = is_taken_here(payment.account, order)
    else:
        payment.amount, payment.state = rest, PaymentState.DUE
    payment.save(force_insert=True)
    if not due_now:
        steps.write(payment, StepKind.AGREED, at=now, amount=payment.amount)
    if not due_now and order.state == OrderState.PLACED:
        sales.confirm(actor=actor, order=order, now=now)
    return payment


def owe_less(*, order_id: UUID, amount: int, now: datetime) -> None:
    """What is to be paid later is only what is still owed of the order, `amount` minor units of its currency."""
    for payment in Payment.objects.filter(order_id=order_id, state=PaymentState.DUE).exclude(amount=amount):
        transfers.want(payment, amount, now=now)
    transfers.want_less(order_id=order_id, amount=amount, now=now)
    if not amount:
        ahead.owed_no_more(order_id=order_id, now=now)


def owe_what_stands(*, order_id: UUID, now: datetime) -> None:
    """Visits were called off: what is to be paid later is what is still owed of those that stand, without what was paid of them
    already; of a cancelled order nothing. Pages that are open for it are closed by what follows its cancellation."""
    order = sales.lock_order(order_id)
    owe_less(order_id=order_id, amount=sum(outstanding(order).values()), now=now)


def owe_again(*, order: Order, now: datetime) -> None:
    """Visits of an order stand again: what is to be paid on the day, where it is paid so, is what stands."""
    last = Payment.objects.filter(order=order, state__in=(PaymentState.DUE, PaymentState.CANCELLED), account=None)
    row = last.order_by("-created_at", "-pk").first()
    amount = sum(outstanding(order).values())
    if row is not None and amount:
        row.amount, row.state = amount, PaymentState.DUE
        row.save(update_fields=["amount", "state"])
        steps.write(row, StepKind.AGREED, at=now, amount=amount)


def before_it_stands(order: Order) -> int:
    """What is still to come before an order that waits for its money stands: what was asked for when it was placed, less what
    came since in whatever way, and never more than what stands of it owes. A transfer that is waited for says so itself."""
    asked = order.payments.filter(gift_card=None, tip=None).order_by("created_at", "pk").first()
    if asked is None or asked.state == PaymentState.DUE:
        return 0
    if asked.method == BANK_TRANSFER and asked.account_id is None:
        return sum(open_transfers(order.pk).values_list("amount", flat=True))
    came = order.payments.filter(state=PaymentState.CAPTURED, gift_card=None, tip=None)
    sums = came.aggregate(sum=Coalesce(Sum(F("amount") - F("surplus_amount")), 0))
    missing: int = asked.amount - sums["sum"]
    return max(0, min(missing, sum(outstanding(order).values())))


def asked_now(order: Order, now: datetime) -> int:
    """What the next payment by the order's page is of, minor units: what an order that waits for its money is still to be paid
    before it stands; of any other all that is due now and promised by no bank."""
    due, free = due_now(order, now), unpromised(order)
    owed = sum(part for line_id, part in free.items() if line_id in due)
    first = before_it_stands(order) if order.state == OrderState.PLACED else 0
    return min(first or owed, owed)
