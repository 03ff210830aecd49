"""Tips: given by a customer to somebody who came, paid on a company's page, owed to that person in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.business import queries as business
from almanac.business.policies import TipPolicy, Tips
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.ledger.actions import Leg, credit
from almanac.ledger.models import Role
from almanac.outbox.actions import emit
from almanac.payments.actions import refunds
from almanac.payments.actions.dues import PAGE_TIME
from almanac.payments.books import staff_holder
from almanac.payments.errors import NoTips, TooMuchBack
from almanac.payments.events import TipGiven
from almanac.payments.models import Payment, PaymentState, Refund, Tip
from almanac.payments.permissions import can_pay, can_refund
from almanac.payments.queries import account_for, tippable
from almanac.sales import actions as sales
from almanac.sales.models import Order

BY = ("card", "paypal")  # paid at once: a debit that is promised for days is no tip yet


@dataclass(frozen=True, slots=True)
class TipWish:
    """So much for whom, minor units of the order's currency."""

    staff_id: UUID
    amount: int


def write_down(*, actor: Actor, order: Order, method: str, wish: TipWish, now: datetime) -> Payment:
    """A tip after a visit as a payment of its own, whose page is to be opened: committed before the company hears of it.

    Raises NotAllowed, NoTips (not offered, or nobody of that id came), InvalidInput (the amount, the way).
    """
    if not can_pay(actor, order):
        raise NotAllowed
    if method not in BY:
        raise InvalidInput(fields={"method": ["Choose one of the ways to pay that are offered."]})
    policy = business.policy(order.business_id, TipPolicy)
    if policy.tips is Tips.OFF or wish.staff_id not in {person.pk for person in tippable(order, now)}:
        raise NoTips
    if not 1 <= wish.amount <= policy.tip_most * 100:
        raise InvalidInput(fields={"amount": [f"Choose an amount up to {policy.tip_most}."]})
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        payment = Payment.objects.create(
            order=locked,
            method=method,
            amount=wish.amount,
            currency=locked.currency,
            state=PaymentState.OPEN,
            account=account_for(method, locked.currency, order_id=locked.pk),
            pay_by=now + PAGE_TIME,
        )
        add(payment, wish)
    return payment


def add(payment: Payment, wish: TipWish) -> Tip:
    """So much of a payment, which is part of its amount, is a tip."""
    return Tip.objects.create(
        payment=payment,
        order_id=payment.order_id,
        staff_member_id=wish.staff_id,
        amount=wish.amount,
        currency=payment.currency,
    )


def captured(order: Order, payment: Payment, amount: int, *, now: datetime) -> tuple[int, list[Leg]]:
    """How much of what came is a tip, which goes before all else, and the leg that books it: owed to the person, without tax and
    commission. Emits TipGiven."""
    tip = Tip.objects.filter(payment=payment).first()
    if tip is None:
        return 0, []
    tip.amount, tip.given_at = min(tip.amount, amount), payment.captured_at or now
    tip.revision += 1
    tip.save(update_fields=["amount", "given_at", "revision"])
    emit(
        TipGiven(
            tip_id=tip.pk,
            order_id=order.pk,
            business_id=order.business_id,
            staff_id=tip.staff_member_id,
            amount=tip.amount,
            currency=tip.currency,
        ),
        actor=SYSTEM,
        at=now,
    )
    return tip.amount, [credit(Role.PAYABLE, tip.amount, staff_holder(tip.staff_member_id))]


def give_back(*, actor: Actor, tip_id: UUID, note: str, now: datetime) -> Refund:
    """Give a tip back whole, by hand alone: calling a visit off does not. Raises NotFound, NotAllowed, TooMuchBack (it went back
    before)."""
    tip = Tip.objects.select_related("order", "payment").filter(pk=tip_id, given_at__isnull=False).first()
    if tip is None:
        raise NotFound
    if not can_refund(actor, tip.order):
        raise NotAllowed
    with transaction.atomic():
        sales.lock_order(tip.order_id)
        before = Refund.objects.filter(payment=tip.payment_id, why=Refund.Why.TIP).exclude(state=Refund.State.FAILED)
        if before.exists():
            raise TooMuchBack(most_amount=0, currency=tip.currency)
        return refunds.ask_tip(actor=actor, payment=tip.payment, amount=tip.amount, note=note, now=now)
