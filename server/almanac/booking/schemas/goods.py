"""Goods of a basket as the API tells them. Amounts are minor units."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Literal
from uuid import UUID

from ninja import Schema

from almanac.booking.content import GoodsContent
from almanac.booking.queries.baskets import BasketView
from almanac.booking.queries.gift_cards import CardShare
from almanac.booking.queries.goods import GiftOffer
from almanac.sales.schemas import PriceStepOut


class BasketGiftOut(Schema):
    """Whom a gift card is for and when they are told."""

    recipient_name: str
    recipient_email: str
    sender_name: str
    message: str
    deliver_on: date | None


GoodKind = Literal["product", "gift_card", "package"]


class BasketGoodsOut(Schema):
    """A digital product, a `gift` card or a package of so many `visits`, in the basket. `is_on_sale`: it can be bought now; one
    that cannot must be taken out before booking."""

    id: UUID
    kind: GoodKind
    package_id: UUID | None = None
    visits: int = 0
    months: int | None = None
    product_id: UUID | None = None
    is_on_sale: bool
    slug: str = ""
    business: str = ""
    business_name: str = ""
    name: str = ""
    mentor_name: str = ""
    picture_url: str = ""
    gift: BasketGiftOut | None = None
    steps: list[PriceStepOut] = []
    total_amount: int = 0
    tax_amount: int = 0
    currency: str = ""

    @classmethod
    def of(cls, item: GoodsContent, view: BasketView) -> BasketGoodsOut:
        """A good with all that stands behind it."""
        good = view.goods.get(item.id)
        kind: GoodKind = "gift_card" if item.gift else "package" if item.package_id else "product"
        gift = BasketGiftOut(**item.gift.model_dump(exclude={"business_id", "amount"})) if item.gift else None
        if good is None:
            return cls(
                id=item.id,
                kind=kind,
                product_id=item.product_id,
                package_id=item.package_id,
                gift=gift,
                is_on_sale=False,
            )
        price = next(line for line in view.prices[good.currency].lines if line.line_id == str(item.id))
        product, package = good.product, good.package
        thing = product or package
        return cls(
            id=item.id,
            kind=kind,
            package_id=item.package_id,
            visits=package.visits if package else 0,
            months=package.months if package else None,
            product_id=item.product_id,
            is_on_sale=True,
            slug=thing.slug if thing else "",
            business=good.business.slug,
            business_name=good.business.name,
            name=good.name(view.language),
            mentor_name=product.mentor.name if product else "",
            picture_url=thing.picture_url if thing else "",
            gift=gift,
            steps=[PriceStepOut(**asdict(step)) for step in price.steps],
            total_amount=price.total_amount,
            tax_amount=price.tax_amount,
            currency=good.currency,
        )


class GiftOfferOut(Schema):
    """Gift cards a business sells: of these `amounts`, or any from `least_amount` to `most_amount`, minor units."""

    business: str
    business_name: str
    currency: str
    amounts: list[int]
    least_amount: int
    most_amount: int

    @classmethod
    def of(cls, offer: GiftOffer) -> GiftOfferOut:
        return cls(
            business=offer.business.slug,
            business_name=offer.business.name,
            currency=offer.business.currency,
            amounts=offer.amounts,
            least_amount=offer.least,
            most_amount=offer.most,
        )


class CardShareOut(Schema):
    """A gift card that pays for the basket: by the end of its code, what is on it and how much of that is used here."""

    id: UUID
    ending: str
    currency: str
    balance_amount: int
    used_amount: int

    @classmethod
    def of(cls, share: CardShare) -> CardShareOut:
        return cls(
            id=share.card.pk,
            ending=share.card.ending,
            currency=share.card.currency,
            balance_amount=share.available,
            used_amount=share.used,
        )
