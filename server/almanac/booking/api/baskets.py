"""Doors to the basket and its holds. Each answers with the whole basket, priced."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.booking.actions import again, coupons, visits
from almanac.booking.actions import baskets as actions
from almanac.booking.actions.holds import hold_line
from almanac.booking.actions.own_details import fill_in_own
from almanac.booking.api import limits
from almanac.booking.api.cookies import keep, token_of
from almanac.booking.content import ExtraContent
from almanac.booking.errors import BasketFull, CannotJoin, Incomplete, LineUnknown, NoBasket, OutOfArea, PlaceNeeded
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of, view
from almanac.booking.schemas.baskets import AgainOut, BasketOut
from almanac.booking.schemas.inputs import (
    CouponNamedIn,
    DetailsIn,
    ExtraIn,
    HoldIn,
    LineChange,
    LineIn,
    PlaceIn,
    VisitIn,
)
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, responses
from almanac.kit.requests import actor_of, language_of
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown
from almanac.sales.errors import CouponNotApplicable, CouponUnknown
from almanac.scheduling.errors import SlotTaken, VisitTooLong

router = Router(tags=["basket"])
POSTCODES = (PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown)


@router.get("/basket", response={200: BasketOut, **responses(NoBasket)}, operation_id="basket")
def basket(request: HttpRequest) -> BasketOut:
    """Everything typed so far, from the cookie."""
    found = basket_behind(token_of(request), now=clock.now())
    if found is None:
        raise NoBasket
    return shown(request, found)


@router.put(
    "/basket/place",
    response={200: BasketOut, **responses(PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown, OutOfArea, NotFound)},
    operation_id="set_basket_place",
)
def set_place(request: HttpRequest, response: HttpResponse, payload: PlaceIn) -> BasketOut:
    """Say by postcode where the visits are to be; opens a basket where there is none."""
    limits.postcode_lookup(request)
    changed, token = actions.set_place(
        token=token_of(request), slug=payload.business, postcode=payload.postcode, now=clock.now()
    )
    keep(request, response, token)
    return shown(request, fill_in_own(actor=actor_of(request), basket=changed, token=token, now=clock.now()))


@router.post("/basket/lines", response={200: BasketOut, **responses(NotOnOffer, BasketFull)}, operation_id="add_line")
def add_line(request: HttpRequest, response: HttpResponse, payload: LineIn) -> BasketOut:
    """Put a service into the basket; opens one where there is none."""
    limits.basket_change(request)
    changed, token = actions.add_line(
        token=token_of(request),
        service_id=payload.service_id,
        extras=_extras(payload.extras),
        seats=payload.seats,
        preferred_staff=payload.preferred_staff,
        now=clock.now(),
    )
    keep(request, response, token)
    return shown(request, fill_in_own(actor=actor_of(request), basket=changed, token=token, now=clock.now()))


@router.post(
    "/orders/{number}/again",
    response={200: AgainOut, **responses(NotFound, NotAllowed, NotOnOffer, OutOfArea, BasketFull, *POSTCODES)},
    operation_id="book_again",
)
def book_again(request: HttpRequest, response: HttpResponse, number: str) -> AgainOut:
    """Put what an order of one's own account held into the basket, times to be chosen anew."""
    limits.postcode_lookup(request)
    changed, token, line = again.book_again(
        actor=actor_of(request), token=token_of(request), number=number, now=clock.now()
    )
    keep(request, response, token)
    return AgainOut(business=changed.business.slug, line=line)


@router.patch(
    "/basket/lines/{line_id}",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, NotOnOffer)},
    operation_id="change_line",
)
def change_line(request: HttpRequest, line_id: UUID, payload: LineChange) -> BasketOut:
    """Change extras, seats or preferred people of a line; a time that may not fit any more is given up."""
    limits.basket_change(request)
    changed = actions.change_line(
        token=token_of(request),
        line_id=line_id,
        extras=None if payload.extras is None else _extras(payload.extras),
        seats=payload.seats,
        preferred_staff=payload.preferred_staff,
        now=clock.now(),
    )
    return shown(request, changed)


@router.delete("/basket/lines/{line_id}", response={200: BasketOut, **responses(NoBasket)}, operation_id="remove_line")
def remove_line(request: HttpRequest, line_id: UUID) -> BasketOut:
    """Take a line out of the basket and give its time back."""
    limits.basket_change(request)
    return shown(request, actions.remove_line(token=token_of(request), line_id=line_id, now=clock.now()))


@router.post(
    "/basket/lines/{line_id}/restore",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, BasketFull)},
    operation_id="restore_line",
)
def restore_line(request: HttpRequest, line_id: UUID) -> BasketOut:
    """Put a line back that was just taken out; hold its time again."""
    limits.basket_change(request)
    return shown(request, actions.restore_line(token=token_of(request), line_id=line_id, now=clock.now()))


@router.post(
    "/basket/visits",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, NotOnOffer, CannotJoin)},
    operation_id="join_lines",
)
def join_lines(request: HttpRequest, payload: VisitIn) -> BasketOut:
    """Make lines one visit, one after another; one time is then chosen for all of them."""
    limits.basket_change(request)
    return shown(request, visits.join_lines(token=token_of(request), line_ids=payload.line_ids, now=clock.now()))


@router.delete(
    "/basket/visits/{line_id}", response={200: BasketOut, **responses(NoBasket, LineUnknown)}, operation_id="part_lines"
)
def part_lines(request: HttpRequest, line_id: UUID) -> BasketOut:
    """Give each service of this line's visit its own time again."""
    limits.basket_change(request)
    return shown(request, visits.part_lines(token=token_of(request), line_id=line_id, now=clock.now()))


@router.patch("/basket/details", response={200: BasketOut, **responses(NoBasket)}, operation_id="save_details")
def save_details(request: HttpRequest, payload: DetailsIn) -> BasketOut:
    """Keep what was typed so far, however incomplete."""
    limits.basket_change(request)
    typed = {name: value for name, value in payload.model_dump(exclude_none=True).items() if isinstance(value, str)}
    return shown(request, actions.save_details(token=token_of(request), typed=typed, now=clock.now()))


@router.put(
    "/basket/coupon",
    response={200: BasketOut, **responses(NoBasket, CouponUnknown, CouponNotApplicable)},
    operation_id="name_coupon",
)
def name_coupon(request: HttpRequest, payload: CouponNamedIn) -> BasketOut:
    """Use the coupon of this code. One that could still come to fit is kept, and the basket says why it does not yet."""
    limits.coupon_named(request)
    changed = coupons.name_coupon(actor=actor_of(request), token=token_of(request), typed=payload.code, now=clock.now())
    return shown(request, changed)


@router.delete("/basket/coupon", response={200: BasketOut, **responses(NoBasket)}, operation_id="drop_coupon")
def drop_coupon(request: HttpRequest) -> BasketOut:
    """Go on without the coupon; without one already is no error."""
    limits.basket_change(request)
    return shown(request, coupons.drop_coupon(token=token_of(request), now=clock.now()))


@router.post(
    "/holds",
    response={
        200: BasketOut,
        **responses(NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, Incomplete, NotAllowed, SlotTaken, VisitTooLong),
    },
    operation_id="hold",
)
def hold(request: HttpRequest, payload: HoldIn) -> BasketOut:
    """Keep a time for a line while its owner types on. `slot_taken` comes with the nearest other times."""
    limits.holding(request)
    held = hold_line(
        actor=actor_of(request),
        token=token_of(request),
        line_id=payload.line_id,
        starts_at=clock.epoch(payload.starts_at),
        staff_id=payload.staff_id,
        day=payload.day(),
        now=clock.now(),
    )
    return shown(request, held)


@router.delete(
    "/holds/{line_id}", response={200: BasketOut, **responses(NoBasket, LineUnknown)}, operation_id="release"
)
def release(request: HttpRequest, line_id: UUID) -> BasketOut:
    """Give a line's time back to everybody."""
    limits.basket_change(request)
    return shown(request, actions.release_line(token=token_of(request), line_id=line_id, now=clock.now()))


def shown(request: HttpRequest, found: Basket) -> BasketOut:
    """The whole basket, priced, in the asker's language."""
    customer_id = None if found.is_by_phone else actor_of(request).customer_id
    content, language = content_of(found), language_of(request)
    return BasketOut.of(view(found, content, language=language, now=clock.now(), customer_id=customer_id))


def _extras(extras: list[ExtraIn]) -> list[ExtraContent]:
    return [ExtraContent(extra_id=item.extra_id, quantity=item.quantity) for item in extras]
