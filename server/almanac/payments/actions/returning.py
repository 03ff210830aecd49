"""Refunds that failed: asked for once more, or given back in another way (docs/algorithms/payments.md, refunds)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.payments.actions import refunds
from almanac.payments.errors import RefundNotFailed, TooMuchBack
from almanac.payments.models import LineShare, Refund
from almanac.payments.permissions import can_refund
from almanac.sales import actions as sales
from almanac.sales.models import Order

State, Why = Refund.State, Refund.Why


def ask_again(*, actor: Actor, refund_id: UUID, now: datetime) -> Refund:
    """Ask the company once more for what failed: a new refund of the same parts. Raises NotFound, RefundNotFailed, TooMuchBack
    (some of it went back meanwhile)."""
    with transaction.atomic():
        refund, order = _followed(actor, refund_id, way="", now=now)
        refunds.asked(refund, order, actor=actor, now=now)
    return refund


def given_otherwise(*, actor: Actor, refund_id: UUID, way: str, now: datetime) -> Refund:
    """What failed was given back in cash or by transfer: a new refund of the same parts, done. Raises as `ask_again` does."""
    with transaction.atomic():
        refund, order = _followed(actor, refund_id, way=way, now=now)
        refunds.asked(refund, order, actor=actor, now=now)
        return refunds.give_by_hand(actor=actor, refund=refund, now=now)


def _followed(actor: Actor, refund_id: UUID, *, way: str, now: datetime) -> tuple[Refund, Order]:
    """The one that takes the place of a failed one, under the order's lock."""
    asked = Refund.objects.select_related("payment__order").filter(pk=refund_id).first()
    if asked is None or not can_refund(actor, asked.payment.order):
        raise NotFound
    order = sales.lock_order(asked.payment.order_id)
    failed = Refund.objects.select_for_update(of=("self",)).select_related("payment__tip").get(pk=refund_id)
    if failed.state != State.FAILED or failed.is_followed:
        raise RefundNotFailed
    shares = LineShare.objects.select_for_update(of=("self",)).in_bulk([each.share_id for each in failed.shares.all()])
    parts = [(shares[each.share_id], each.amount) for each in failed.shares.all()]
    left = min(_left(failed), *(share.amount - share.refunded_amount - part for share, part in parts), 0)
    if left < 0:
        raise TooMuchBack(most_amount=max(0, failed.amount + left), currency=failed.payment.currency)
    refunds.stop_cards(actor, order, {share.line_id: part for share, part in parts}, now=now)
    failed.is_followed = True
    failed.save(update_fields=["is_followed"])
    refund = Refund(
        payment=failed.payment,
        amount=failed.amount,
        why=failed.why,
        note=failed.note,
        way=way,
        asked_by_id=actor.user_id,
        created_at=now,
    )
    refunds.write_down(refund, parts)
    return refund, order


def _left(failed: Refund) -> int:
    """What would be left of the payment, of its surplus or of its tip once so much goes back; below nothing where it is too
    much."""
    payment = failed.payment
    left = payment.amount - payment.refunded_amount
    whole = {Why.SURPLUS: payment.surplus_amount, Why.TIP: payment.tip.amount if failed.why == Why.TIP else 0}
    if failed.why in whole:
        back = payment.refunds.filter(why=failed.why).exclude(state=State.FAILED).aggregate(sum=Sum("amount"))["sum"]
        left = min(left, whole[Why(failed.why)] - (back or 0))
    return left - failed.amount
