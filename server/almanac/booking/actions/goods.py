"""Writes of the goods in a basket: put in and taken out. They have no time, so nothing is held and nothing given up."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.actions.baskets import changing, check_room, is_open, open_basket
from almanac.booking.content import GiftContent, GoodsContent
from almanac.booking.models import Basket
from almanac.booking.queries.goods import gift_offers
from almanac.booking.queries.phone import PHONE
from almanac.booking.queries.phone_goods import selling
from almanac.business import queries as business
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.queries.packages import some_packages
from almanac.catalog.queries.products import some_on_sale
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotAllowed
from almanac.sales.gift_cards import GiftWish
from almanac.sales.issuing import checked_wish

SENT_WITHIN = timedelta(days=366)


def add_product(*, actor: Actor, token: str, product_id: UUID, now: datetime) -> tuple[Basket, str]:
    """Put a product into the basket, opening one if there is none; one that is in it already stays in it once.

    Raises NotAllowed (by phone, not the actor's to sell), NotOnOffer, BasketFull, NoBasket (by phone).
    """
    on_sale = some_on_sale({product_id}).get(product_id)
    if on_sale is None:
        raise NotOnOffer(what="product")
    _check_seller(actor, token, on_sale.product.business_id, on_sale.product.mentor_id)
    if not is_open(token, now=now):
        _, token = open_basket(business=on_sale.product.business, now=now)
    with changing(token=token, now=now) as (basket, content):
        if all(item.product_id != product_id for item in content.goods):
            check_room(content)
            content.goods.append(GoodsContent(product_id=product_id))
    return basket, token


def add_package(*, actor: Actor, token: str, package_id: UUID, now: datetime) -> tuple[Basket, str]:
    """Put a package of visits into the basket, opening one if there is none; each time another one.

    Raises NotAllowed (by phone, not the actor's to sell), NotOnOffer, BasketFull, NoBasket (by phone).
    """
    offer = some_packages({package_id}).get(package_id)
    if offer is None:
        raise NotOnOffer(what="package")
    _check_seller(actor, token, offer.package.business_id, offer.package.staff_member_id)
    if not is_open(token, now=now):
        _, token = open_basket(business=offer.package.business, now=now)
    with changing(token=token, now=now) as (basket, content):
        check_room(content)
        content.goods.append(GoodsContent(package_id=package_id))
    return basket, token


def add_gift(*, actor: Actor, token: str, slug: str, gift: GiftContent, now: datetime) -> tuple[Basket, str]:
    """Put a gift card of this business (its slug) into the basket, opening one if there is none; each time another card.

    Raises NotAllowed (by phone, not the actor's to sell), NotFound, NotOnOffer (no gift cards, or none of this amount),
    InvalidInput, BasketFull, NoBasket (by phone).
    """
    shop = business.by_slug(slug)
    _check_seller(actor, token, shop.pk, None)
    offer = next(iter(gift_offers({shop.pk})), None)
    if offer is None or not offer.sells(gift.amount):
        raise NotOnOffer(what="gift_card")
    clean = checked_wish(GiftWish(**{**gift.model_dump(exclude={"amount"}), "business_id": shop.pk}))
    today = now.astimezone(ZoneInfo(shop.zone)).date()
    if clean.deliver_on is not None and not today <= clean.deliver_on <= today + SENT_WITHIN:
        raise InvalidInput(fields={"deliver_on": ["Choose a day from today on, within a year."]})
    if not is_open(token, now=now):
        _, token = open_basket(business=shop, now=now)
    with changing(token=token, now=now) as (basket, content):
        check_room(content)
        content.goods.append(GoodsContent(gift=GiftContent(amount=gift.amount, **asdict(clean))))
    return basket, token


def remove_good(*, token: str, good_id: UUID, now: datetime) -> Basket:
    """Take a good out; taking it out twice is no error. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        content.goods = [item for item in content.goods if item.id != good_id]
    return basket


def _check_seller(actor: Actor, token: str, business_id: UUID, person_id: UUID | None) -> None:
    """Whoever sells by phone sells what is theirs to sell; a visitor buys what there is. Raises NotAllowed."""
    if token.startswith(PHONE) and not selling(actor).may(business_id, person_id):
        raise NotAllowed
