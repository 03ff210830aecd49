"""What the API says of asking for money that an order owes: the link to pay, and a kept card charged by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from ninja import Schema
from pydantic import Field

from almanac.kit.actor import Actor, ScopeAction
from almanac.payments.actions.asking import can_be_paid_online
from almanac.payments.actions.by_hand import WHATS, What, owed_by_hand
from almanac.payments.actions.dues import asked_now
from almanac.payments.asking_tables import CardYes, LinkSent
from almanac.payments.models import ChargeState, DueCharge, PaymentState
from almanac.payments.permissions import can_hold_link, takes_for
from almanac.payments.queries import chargeable, try_under_way
from almanac.payments.schemas.dues import Dues
from almanac.sales.models import Order, OrderState
from almanac.sales.money_told import CardOfferOut, PaymentLinkOut


class LinkSentOut(Schema):
    """A letter with the link that was sent. What it asks for is the order's: whoever takes money for a part is not told it."""

    sent_at: datetime


class CardChargeIn(Schema):
    """Charge the kept card for what is `due` now or for `all` that is owed. Amount and card are those that were shown, and are
    compared: what is charged the server says. `agreed`: the customer said yes to it."""

    what: What
    shown_amount: int
    shown_card: Annotated[str, Field(max_length=60)]
    agreed: Literal[True]


class CardChargeOut(Schema):
    """What became of it: `paid`, `promised` (a bank answers in days), `under_way` (the company has not answered; it is asked
    again by itself), `failed` with `decline` and by which `method`, or `over` (nothing was left to charge)."""

    state: Literal["paid", "promised", "under_way", "failed", "over"]
    decline: str = ""
    method: str = ""

    @classmethod
    def of(cls, charge: DueCharge) -> Self:
        if charge.state == ChargeState.PAID:
            return cls(state="paid")
        if charge.state == ChargeState.WITHDRAWN:
            method = charge.payment.method if charge.payment else ""
            return cls(state="failed" if charge.decline else "over", decline=charge.decline, method=method)
        is_promised = charge.payment is not None and charge.payment.state == PaymentState.PENDING
        return cls(state="promised" if is_promised else "under_way")


class LinkCopiedOut(Schema):
    """The address that opens the order as its customer. Nobody keeps it."""

    url: str


def payment_link_out(order: Order, actor: Actor, now: datetime) -> PaymentLinkOut | None:
    """What asking for payment by letter would be, to somebody of the team who may take money of it; none where nothing of it can
    be paid so now. At most twelve SQL queries."""
    theirs = takes_for(actor, order)
    due = asked_now(order, now) if theirs is None else Dues.of(order, now, set(theirs)).now
    if due <= 0 or not can_be_paid_online(order):
        return None
    last = LinkSent.objects.select_related("sent_by").filter(order=order).first()
    email = order.customer.email
    return PaymentLinkOut(
        to=email if actor.may(ScopeAction.CUSTOMERS) else _hidden(email),
        amount=due,
        is_part=theirs is not None,
        can_copy=can_hold_link(actor, order),
        sent_at=last.created_at if last else None,
        sent_by=last.sent_by.get_full_name() if last and last.sent_by else "",
    )


def card_offer_out(order: Order, actor: Actor, now: datetime) -> CardOfferOut | None:
    """What charging the kept card by hand would be; none for an order that waits for its money, while a company is asked, and
    where nothing is kept that can be charged. At most eight SQL queries."""
    kept = chargeable(order.customer_id)
    if order.state == OrderState.PLACED or kept is None or try_under_way(order.pk) is not None:
        return None
    due, owed = (sum(owed_by_hand(actor, order, what, now).values()) for what in WHATS)
    if not owed:
        return None
    last = (
        CardYes.objects.select_related("charge__payment")
        .filter(charge__order=order)
        .order_by("created_at", "pk")
        .last()
    )
    has_failed = last is not None and last.charge.state == ChargeState.WITHDRAWN and last.charge.decline
    return CardOfferOut(
        card=kept.label,
        due_amount=due,
        owed_amount=owed,
        failed_at=last.created_at if last and has_failed else None,
        decline=last.charge.decline if last and has_failed else "",
        method=last.charge.payment.method if last and has_failed and last.charge.payment else "",
    )


def _hidden(email: str) -> str:
    """Enough of an address to know it again, for whoever is not told it."""
    name, _, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}" if email else ""
