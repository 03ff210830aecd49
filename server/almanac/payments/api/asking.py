"""Doors to what the team does about money that an order still owes, without taking it themselves."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Header, Router

from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import signed_in
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch
from almanac.payments.actions import asking, by_hand
from almanac.payments.errors import (
    ChargeChanged,
    ChargeUnderWay,
    LinkJustSent,
    NoCardKept,
    NothingDue,
    NoWayToPay,
    NoWayToReach,
    OrderWaits,
)
from almanac.payments.schemas.asking import CardChargeIn, CardChargeOut, LinkCopiedOut, LinkSentOut
from almanac.sales.queries import order_numbered

router = Router(tags=["payments"])
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)]
THEIRS = (SignInNeeded, NotFound, NotAllowed)
CHARGES = ratelimit.Limit("cards charged by hand", count=20, seconds=600)
NOT_PAYABLE = (NothingDue, ChargeUnderWay, NoWayToPay)
TWICE = (IdempotencyInProgress, IdempotencyMismatch)


@router.post(
    "/orders/{number}/payment-link",
    response={200: LinkSentOut, **responses(*THEIRS, *NOT_PAYABLE, NoWayToReach, LinkJustSent, *TWICE)},
    operation_id="send_payment_link",
)
def send_payment_link(request: HttpRequest, number: str, idempotency_key: Key) -> LinkSentOut:
    """Send the order's customer the link to pay what is due now. Sending it again with the same Idempotency-Key is the same
    letter."""
    actor = signed_in(request)
    order = order_numbered(actor, number, whole=False)
    row = asking.send_link(actor=actor, order=order, now=clock.now(), key=idempotency_key)
    return LinkSentOut(sent_at=row.created_at)


@router.post(
    "/orders/{number}/kept-charges",
    response={
        200: CardChargeOut,
        **responses(*THEIRS, OrderWaits, ChargeUnderWay, NothingDue, NoCardKept, ChargeChanged, *TWICE),
    },
    operation_id="charge_kept",
)
def charge_kept(request: HttpRequest, number: str, payload: CardChargeIn, idempotency_key: Key) -> CardChargeOut:
    """Charge what the order's customer keeps, with their yes, for what it owes of what the asker takes money for. Sending it
    again with the same Idempotency-Key is the same charge."""
    actor, now = signed_in(request), clock.now()
    order = order_numbered(actor, number, whole=False)
    ratelimit.spend(CHARGES, client_address(request), now=now)
    charge = by_hand.charge_by_hand(
        actor=actor,
        order=order,
        what=payload.what,
        shown=by_hand.Shown(payload.shown_amount, payload.shown_card),
        now=now,
        key=idempotency_key,
    )
    return CardChargeOut.of(charge)


@router.post(
    "/orders/{number}/payment-link/copy",
    response={200: LinkCopiedOut, **responses(*THEIRS, *NOT_PAYABLE)},
    operation_id="copy_payment_link",
)
def copy_payment_link(request: HttpRequest, number: str) -> LinkCopiedOut:
    """Be handed the link that opens the order as its customer, which the audit tells of. For whoever sees all of it anyway."""
    actor = signed_in(request)
    return LinkCopiedOut(
        url=asking.copy_link(actor=actor, order=order_numbered(actor, number, whole=False), now=clock.now())
    )
