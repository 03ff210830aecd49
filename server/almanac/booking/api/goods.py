"""Doors to the goods of a basket. Each answers with the whole basket, priced."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.booking.actions import gift_cards as cards
from almanac.booking.actions import goods as actions
from almanac.booking.actions.own_details import fill_in_own
from almanac.booking.api import limits
from almanac.booking.api.baskets import shown
from almanac.booking.api.cookies import keep, token_of
from almanac.booking.content import GiftContent
from almanac.booking.errors import BasketFull, NoBasket
from almanac.booking.queries.goods import gift_offers
from almanac.booking.schemas.baskets import BasketOut
from almanac.booking.schemas.goods import GiftOfferOut
from almanac.booking.schemas.inputs import GiftCodeIn, GoodsIn
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound, responses
from almanac.kit.requests import actor_of
from almanac.sales.errors import GiftCardUnknown

NOBODY = UUID(int=0)  # whose card it is says the slug
router = Router(tags=["basket"])


@router.post(
    "/basket/goods",
    response={200: BasketOut, **responses(NoBasket, NotAllowed, NotFound, NotOnOffer, BasketFull)},
    operation_id="add_good",
)
def add_good(request: HttpRequest, response: HttpResponse, payload: GoodsIn) -> BasketOut:
    """Put a digital product, a gift card or a package of visits into the basket; opens one where there is none."""
    limits.basket_change(request)
    actor, token, now = actor_of(request), token_of(request), clock.now()
    if payload.gift is not None:
        gift = GiftContent(business_id=NOBODY, **payload.gift.dict(exclude={"business"}))
        changed, token = actions.add_gift(actor=actor, token=token, slug=payload.gift.business, gift=gift, now=now)
    elif payload.product_id is not None:
        changed, token = actions.add_product(actor=actor, token=token, product_id=payload.product_id, now=now)
    elif payload.package_id is not None:
        changed, token = actions.add_package(actor=actor, token=token, package_id=payload.package_id, now=now)
    else:
        raise InvalidInput(fields={"product_id": ["Choose what to put in."]})
    keep(request, response, token)
    return shown(request, fill_in_own(actor=actor, basket=changed, token=token, now=now))


@router.delete("/basket/goods/{good_id}", response={200: BasketOut, **responses(NoBasket)}, operation_id="remove_good")
def remove_good(request: HttpRequest, good_id: UUID) -> BasketOut:
    """Take a good out of the basket."""
    limits.basket_change(request)
    return shown(request, actions.remove_good(token=token_of(request), good_id=good_id, now=clock.now()))


@router.put(
    "/basket/gift-cards",
    response={200: BasketOut, **responses(NoBasket, GiftCardUnknown, BasketFull)},
    operation_id="name_gift_card",
)
def name_gift_card(request: HttpRequest, payload: GiftCodeIn) -> BasketOut:
    """Have a gift card pay for the basket, as far as it reaches. What is left is paid in another way."""
    limits.gift_code(request)
    return shown(request, cards.name_card(token=token_of(request), typed=payload.code, now=clock.now()))


@router.delete(
    "/basket/gift-cards/{card_id}", response={200: BasketOut, **responses(NoBasket)}, operation_id="drop_gift_card"
)
def drop_gift_card(request: HttpRequest, card_id: UUID) -> BasketOut:
    """Go on without a gift card."""
    limits.basket_change(request)
    return shown(request, cards.drop_card(token=token_of(request), card_id=card_id, now=clock.now()))


@router.get("/gift-card-offers", response={200: list[GiftOfferOut], **responses()}, operation_id="gift_card_offers")
def offers(request: HttpRequest) -> list[GiftOfferOut]:
    """Who sells gift cards, and of which amounts."""
    return [GiftOfferOut.of(offer) for offer in gift_offers()]
