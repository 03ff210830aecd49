"""Doors from a guest's order to an account. Keys go in bodies: an address would stand in logs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.booking.actions import accounts
from almanac.booking.api import limits
from almanac.booking.errors import OfferOver
from almanac.booking.queries.accounts import linkable_orders, offer_of
from almanac.booking.schemas.accounts import (
    LinkableOrderOut,
    LinkableOrdersOut,
    LinkOrdersIn,
    OfferKeyIn,
    OfferOut,
    OpenAccountIn,
    OpenedOut,
)
from almanac.kit import clock
from almanac.kit.actor import Role
from almanac.kit.errors import NotFound, SignInNeeded, responses
from almanac.kit.requests import actor_of
from almanac.people.errors import AccountExists, WeakPassword

router = Router(tags=["accounts"])


@router.get("/linkable-orders", response={200: LinkableOrdersOut, **responses()}, operation_id="linkable_orders")
def linkable(request: HttpRequest) -> LinkableOrdersOut:
    """Earlier orders that the signed-in customer may add to their account; none for anybody else."""
    actor = actor_of(request)
    found = [
        LinkableOrderOut(
            id=order.pk,
            number=order.number,
            business_name=order.business.name,
            placed_at=order.placed_at,
            names=[line.name for line in order.lines.all()],
        )
        for order in linkable_orders(actor)[:200]
    ]
    return LinkableOrdersOut(signed_in=actor.role is Role.CUSTOMER, orders=found)


@router.post("/linkable-orders", response={204: None, **responses(SignInNeeded, NotFound)}, operation_id="link_orders")
def link(request: HttpRequest, payload: LinkOrdersIn) -> HttpResponse:
    """Add these orders to the signed-in account: all of them or none."""
    accounts.add_orders(actor=actor_of(request), order_ids=payload.order_ids, now=clock.now())
    return HttpResponse(status=204)


@router.post("/linked-order/account", response={204: None, **responses(NotFound)}, operation_id="wish_for_account")
def wish(request: HttpRequest) -> HttpResponse:
    """Send the order's mailbox a link to an account. The answer is the same whether it has one."""
    limits.changing(request)
    accounts.wish_for_account(actor=actor_of(request), now=clock.now())
    return HttpResponse(status=204)


@router.post("/account-offer/read", response={200: OfferOut, **responses(OfferOver)}, operation_id="account_offer")
def read(request: HttpRequest, payload: OfferKeyIn) -> OfferOut:
    """What a letter's link offers. Changes nothing."""
    offer = offer_of(payload.key, now=clock.now())
    if offer is None or not offer.is_open:
        raise OfferOver
    order = offer.order
    return OfferOut(number=order.number, business_name=order.business.name, has_account=offer.has_account)


@router.post(
    "/account-offer",
    response={200: OpenedOut, **responses(OfferOver, WeakPassword, AccountExists)},
    operation_id="open_account",
)
def open_(request: HttpRequest, payload: OpenAccountIn) -> OpenedOut:
    """Choose a password and have an account, with the order in it. Once."""
    user = accounts.open_account(actor=actor_of(request), key=payload.key, password=payload.password, now=clock.now())
    return OpenedOut(email=user.email)
