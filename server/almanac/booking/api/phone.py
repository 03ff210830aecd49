"""Doors to orders by phone. Everything else on the way is what visitors use, with the header `X-Basket: phone`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.booking.actions import phone as actions
from almanac.booking.api import limits
from almanac.booking.api.baskets import shown
from almanac.booking.api.cookies import PHONE_NAME, keep_phone
from almanac.booking.errors import Incomplete, LineUnknown, NoBasket, PlaceNeeded
from almanac.booking.queries import phone as queries
from almanac.booking.queries.phone_goods import shelf
from almanac.booking.schemas.baskets import BasketOut, CallerOut
from almanac.booking.schemas.phone import (
    CallerAddressIn,
    CallerAddressOut,
    CallerIn,
    CallerSearchIn,
    PhoneBasketIn,
    PhoneGoodsOut,
    PhoneTimeAgreedIn,
    PhoneTimeIn,
    PhoneTimeOut,
)
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, signed_in
from almanac.scheduling.errors import NotFree, SlotTaken, VisitTooLong

router = Router(tags=["by phone"])
ASKED = (SignInNeeded, NotAllowed)


@router.post(
    "/phone-bookings", response={200: BasketOut, **responses(*ASKED, NotFound)}, operation_id="open_phone_basket"
)
def open_basket(request: HttpRequest, response: HttpResponse, payload: PhoneBasketIn) -> BasketOut:
    """Begin an order for somebody on the phone; one that was begun here before is left, and its times given back."""
    actor = signed_in(request)
    opened, secret = actions.open_phone_basket(
        actor=actor, slug=payload.business, token=_token(request), now=clock.now()
    )
    keep_phone(response, secret)
    return shown(request, opened)


@router.post(
    "/phone-bookings/callers", response={200: list[CallerOut], **responses(*ASKED)}, operation_id="find_callers"
)
def find_callers(request: HttpRequest, payload: CallerSearchIn) -> list[CallerOut]:
    """Customers the asker may take an order for, a few at most. What is typed stands in no address."""
    limits.basket_change(request)
    return [CallerOut.of(row) for row in queries.callers_found(signed_in(request), payload.text)]


@router.put(
    "/phone-bookings/caller",
    response={200: BasketOut, **responses(*ASKED, NoBasket, NotFound)},
    operation_id="choose_caller",
)
def choose_caller(request: HttpRequest, payload: CallerIn) -> BasketOut:
    """Say which customer the order is for, or that it is for a new one."""
    chosen = actions.choose_caller(
        actor=signed_in(request), token=_token(request), customer_id=payload.customer_id, now=clock.now()
    )
    return shown(request, chosen)


@router.get(
    "/phone-bookings/addresses",
    response={200: list[CallerAddressOut], **responses(*ASKED, NoBasket)},
    operation_id="caller_addresses",
)
def addresses(request: HttpRequest) -> list[CallerAddressOut]:
    """Where the chosen customer had visits before, newest first."""
    basket = queries.phone_basket(signed_in(request), _token(request), now=clock.now())
    return [CallerAddressOut.of(row) for row in queries.addresses_of(basket)]


@router.put(
    "/phone-bookings/address",
    response={200: BasketOut, **responses(*ASKED, NoBasket, NotFound)},
    operation_id="choose_caller_address",
)
def choose_address(request: HttpRequest, payload: CallerAddressIn) -> BasketOut:
    """Send the visits to one of these addresses."""
    chosen = actions.choose_address(
        actor=signed_in(request), token=_token(request), address_id=payload.address_id, now=clock.now()
    )
    return shown(request, chosen)


@router.get("/phone-bookings/goods", response={200: PhoneGoodsOut, **responses(*ASKED)}, operation_id="phone_goods")
def goods(request: HttpRequest) -> PhoneGoodsOut:
    """Gift cards, packages and products that the asker may sell by phone. They are put in as a visitor puts them in."""
    return PhoneGoodsOut.of(shelf(signed_in(request)), language_of(request))


@router.post(
    "/phone-bookings/time/preview",
    response={200: PhoneTimeOut, **responses(*ASKED, NoBasket, LineUnknown, NotOnOffer, PlaceNeeded)},
    operation_id="preview_phone_time",
)
def preview_time(request: HttpRequest, payload: PhoneTimeIn) -> PhoneTimeOut:
    """What stands against an exact time. Keeps nothing."""
    plan = queries.phone_plan(
        signed_in(request),
        _token(request),
        line_id=payload.line_id,
        starts_at=clock.epoch(payload.starts_at),
        staff_id=payload.staff_id,
        now=clock.now(),
    )
    return PhoneTimeOut.of(plan)


@router.post(
    "/phone-bookings/time",
    response={
        200: BasketOut,
        **responses(
            *ASKED, NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, Incomplete, NotFree, SlotTaken, VisitTooLong
        ),
    },
    operation_id="set_phone_time",
)
def set_time(request: HttpRequest, payload: PhoneTimeAgreedIn) -> BasketOut:
    """Keep an exact time. Rules the asker agreed to put aside need a reason; time that somebody else has is never taken."""
    kept = actions.set_time(
        actor=signed_in(request),
        token=_token(request),
        line_id=payload.line_id,
        starts_at=clock.epoch(payload.starts_at),
        staff_id=payload.staff_id,
        agreed=payload.agreed,
        reason=payload.reason,
        now=clock.now(),
    )
    return shown(request, kept)


def _token(request: HttpRequest) -> str:
    """These doors are about the order by phone, whatever the header says."""
    return queries.phone_token(signed_in(request), request.COOKIES.get(PHONE_NAME, "")[:100])
