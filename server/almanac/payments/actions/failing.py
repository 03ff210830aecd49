"""Refunds that a bank sent back in the end (docs/algorithms/payments.md, refunds).

The money is with us again. What a line cannot take, since it was paid again meanwhile, is owed by nobody: it stays a part of the
refund that failed, and goes back another way.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from almanac.ledger import actions as ledger
from almanac.ledger import queries as books
from almanac.ledger.actions import Leg, credit
from almanac.ledger.models import MONEY_ROLES, Entry, Role
from almanac.payments.actions.lines import of_lines, pay_lines
from almanac.payments.books import legs_of
from almanac.payments.keys import failed_refund_key, refund_exchange_key, refund_key
from almanac.payments.models import GIVEN_BY_US, LineShare, Payment, Refund, RefundShare
from almanac.sales import pass_steps as passes
from almanac.sales.models import Order, OrderLine

BOOKED = (Refund.State.PENDING, Refund.State.DONE)
OF_NO_LINE = (*MONEY_ROLES, Role.SUSPENSE, Role.DISPUTES)


def undo(refund: Refund, order: Order, *, was_booked: bool, now: datetime) -> None:
    """A refund has failed: it may go back again and, where it `was_booked`, is in the books with us again. In the caller's
    transaction, under the order's lock."""
    Payment.objects.filter(pk=refund.payment_id).update(refunded_amount=F("refunded_amount") - refund.amount)
    for part in refund.shares.all():
        LineShare.objects.filter(pk=part.share_id).update(refunded_amount=F("refunded_amount") - part.amount)
    entry = books.entry(refund_key(refund)) if was_booked else None
    if entry is None:
        return
    if refund.shares.exists():
        passes.lock_sold(list(of_lines(refund)))
        beyond = _keep_off_lines(refund)
        legs = [
            *_of_no_line(entry),
            *legs_of(pay_lines(order, of_lines(refund))),
            credit(Role.SUSPENSE, beyond, f"payment:{refund.payment_id}"),
        ]
        ledger.take_back(entry=entry, key=failed_refund_key(refund), legs=legs, happened_at=now, now=now)
    else:
        ledger.reverse(entry=entry, key=failed_refund_key(refund), happened_at=now, now=now)
    about = books.entries_about(f"order:{order.pk}").filter(key__startswith=refund_exchange_key(refund, ""))
    for changed in list(about):
        ledger.reverse(entry=changed, key=f"{changed.key}:failed", happened_at=now, now=now)


def _keep_off_lines(refund: Refund) -> int:
    """Take off a refund's lines what they cannot take back, minor units: it is a surplus of the payment from now on, and none of
    what was paid for them."""
    beyond = 0
    for part in refund.shares.select_related("share__line"):
        too_much = part.amount - min(part.amount, _room(part.share.line))
        if too_much:
            beyond += too_much
            LineShare.objects.filter(pk=part.share_id).update(amount=F("amount") - too_much)
            part.amount -= too_much
            if part.amount:
                part.save(update_fields=["amount"])
            else:
                part.delete()
    if beyond:
        Payment.objects.filter(pk=refund.payment_id).update(surplus_amount=F("surplus_amount") + beyond)
    return beyond


def _room(line: OrderLine) -> int:
    """What a line can still take: its price, less what is paid and what was given back of it by hand, which lowered the price."""
    back = RefundShare.objects.filter(share__line=line, refund__why__in=GIVEN_BY_US, refund__state__in=BOOKED)
    by_hand: int = back.aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
    return max(0, line.total_amount - line.paid_amount - by_hand)


def _of_no_line(entry: Entry) -> Iterator[Leg]:
    """The opposite of what a refund did but for its lines: to where the money is, and to what was nobody's or lost."""
    for posting in entry.postings.all():
        role = Role(posting.account.role)
        if role in OF_NO_LINE:
            yield Leg(role, -posting.amount, posting.account.holder)
