"""Asking a customer to pay: the link to their order, sent by letter or copied (docs/algorithms/payments.md, the link to pay)."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from django.db import transaction
from django.db.models import Max

from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.kit.pages import site
from almanac.outbox.actions import emit
from almanac.outbox.idempotency import Once
from almanac.payments.actions.dues import asked_now
from almanac.payments.asking_events import PaymentLinkCopied, PaymentLinkSent
from almanac.payments.asking_tables import LinkSent
from almanac.payments.errors import ChargeUnderWay, LinkJustSent, NothingDue, NoWayToPay, NoWayToReach
from almanac.payments.permissions import can_hold_link, can_take, takes_for
from almanac.payments.queries import due_now, online_methods, open_transfers, try_under_way
from almanac.sales import actions as sales
from almanac.sales.links import order_token
from almanac.sales.models import Order, OrderState

PAUSE = timedelta(minutes=1)  # between two letters of one order


def send_link(*, actor: Actor, order: Order, now: datetime, key: str = "") -> LinkSent:
    """Have the order's customer sent the link to pay what is due now: for whoever may take money of it. `key` makes what is sent
    twice one letter.

    Emits PaymentLinkSent. Raises NotAllowed, NothingDue, ChargeUnderWay, NoWayToPay, NoWayToReach, LinkJustSent,
    IdempotencyMismatch, IdempotencyInProgress.
    """
    if not can_take(actor, order):
        raise NotAllowed
    once = Once(f"link:{actor.user_id}:{order.pk}", key, now)
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        if done := once.before():
            return LinkSent.objects.get(pk=done[0])
        amount = _payable(actor, locked, now=now)
        if not locked.customer.email:
            raise NoWayToReach
        last = LinkSent.objects.filter(order=locked).first()
        if last is not None and now - last.created_at < PAUSE:
            raise LinkJustSent(wait_seconds=ceil((last.created_at + PAUSE - now).total_seconds()))
        row = LinkSent.objects.create(order=locked, amount=amount, sent_by_id=actor.user_id, created_at=now)
        fact = PaymentLinkSent(
            order_id=locked.pk,
            business_id=locked.business_id,
            amount=amount,
            currency=locked.currency,
            pay_by=_kept_until(locked),
        )
        emit(fact, actor=actor, at=now)
        once.done([row.pk])
    return row


def copy_link(*, actor: Actor, order: Order, now: datetime) -> str:
    """The address of the order's page as its letters have it, for somebody who sees and may do all that it opens. Emits
    PaymentLinkCopied. Raises NotAllowed, NothingDue, ChargeUnderWay, NoWayToPay."""
    if not can_hold_link(actor, order):
        raise NotAllowed
    with transaction.atomic():
        locked = sales.lock_order(order.pk)
        _payable(actor, locked, now=now)
        emit(PaymentLinkCopied(locked.pk, locked.business_id), actor=actor, at=now)
    return f"{site(locked.language)}/track/#{order_token(locked, now=now)}"


def can_be_paid_online(order: Order) -> bool:
    """Whether its customer can pay it by themselves: on a company's page, or by the transfer that is waited for. Two SQL queries
    at most."""
    return bool(online_methods([order.currency])) or open_transfers(order.pk).exists()


def _kept_until(order: Order) -> datetime | None:
    """Until when an order that waits for money is kept."""
    if order.state != OrderState.PLACED:
        return None
    last: datetime | None = order.payments.aggregate(last=Max("pay_by"))["last"]
    return last


def _payable(actor: Actor, order: Order, *, now: datetime) -> int:
    """What the customer is asked for. Raises NothingDue, ChargeUnderWay, NoWayToPay."""
    amount, theirs = asked_now(order, now), takes_for(actor, order)
    if amount <= 0 or (theirs is not None and not theirs & due_now(order, now).keys()):
        raise NothingDue
    if try_under_way(order.pk) is not None:
        raise ChargeUnderWay
    if not can_be_paid_online(order):
        raise NoWayToPay
    return amount
