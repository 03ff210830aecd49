"""Refunds that failed: asked for once more, or given back in another way (docs/algorithms/payments.md, refunds).

What nobody owes is given back as far as it is there: a part of it may have gone back at the company itself.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Coalesce

from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotFound
from almanac.ledger import queries as books
from almanac.ledger.models import Role
from almanac.payments.actions import refunds
from almanac.payments.errors import RefundNotFailed, TooMuchBack
from almanac.payments.models import LineShare, Payment, Refund
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


def ask_for_the_rest(*, payment: Payment, order: Order, now: datetime) -> None:
    """What nobody owes was refused, since a part of it had gone back at the company itself: ask for what is left. In the caller's
    transaction, under the order's lock."""
    refused = Refund.objects.filter(payment=payment, why=Why.SURPLUS, state=State.FAILED, is_followed=False)
    for failed in refused.select_for_update(of=("self",)).order_by("created_at", "pk"):
        amount = min(failed.amount, _left(failed))
        if amount > 0:
            refunds.asked(_written(SYSTEM, failed, [], amount, way="", now=now), order, actor=SYSTEM, now=now)


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
    gone = max([0, *(part - (each.amount - each.refunded_amount) for each, part in parts)])
    missing = max(failed.amount - _left(failed), gone)
    most = max(0, failed.amount - missing)
    if missing > 0 and (gone or missing > _of_nobody(failed) or not most):
        raise TooMuchBack(most_amount=most, currency=failed.payment.currency)
    refunds.stop_cards(actor, order, {share.line_id: part for share, part in parts}, now=now)
    return _written(actor, failed, parts, most, way=way, now=now), order


def _written(
    actor: Actor, failed: Refund, parts: list[tuple[LineShare, int]], amount: int, *, way: str, now: datetime
) -> Refund:
    failed.is_followed = True
    failed.save(update_fields=["is_followed"])
    refund = Refund(
        payment=failed.payment,
        amount=amount,
        why=failed.why,
        note=failed.note,
        way=way,
        asked_by_id=actor.user_id,
        created_at=now,
    )
    refunds.write_down(refund, parts)
    return refund


def _left(failed: Refund) -> int:
    """How much of what failed is still there to go back: of the payment; of what nobody owes of it; of its tip."""
    payment = failed.payment
    left = payment.amount - payment.refunded_amount
    if failed.why == Why.TIP:
        given = payment.refunds.filter(why=Why.TIP, state__in=(State.ASKED, State.PENDING, State.DONE))
        return min(left, payment.tip.amount - (given.aggregate(sum=Sum("amount"))["sum"] or 0))
    of_nobody = _of_nobody(failed)
    if of_nobody:
        kept = books.balance(Role.SUSPENSE, payment.currency, f"payment:{payment.pk}")
        kept -= sum(_of_nobody(each) for each in payment.refunds.filter(state=State.ASKED))
        return min(left, failed.amount - of_nobody + kept)
    return left


def _of_nobody(refund: Refund) -> int:
    """What of a refund is of no line and of no tip: what nobody owes. Of one that was made at the company itself some of it may
    be lost, which is not known here."""
    if refund.why in (Why.TIP, Why.ELSEWHERE):
        return 0
    of_lines: int = refund.shares.aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
    return refund.amount - of_lines
