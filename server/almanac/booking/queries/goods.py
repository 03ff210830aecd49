"""Goods of a basket: what stands behind each, as pricing is asked about it, and as it is sold."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from almanac.booking.content import GiftContent, GoodsContent
from almanac.business.models import Business
from almanac.business.policies import MINOR_UNITS, EarningsPolicy, GiftCardPolicy
from almanac.business.queries import open_businesses, some_policy
from almanac.catalog.models import Package, Product
from almanac.catalog.queries.packages import PackageOffer, some_packages
from almanac.catalog.queries.products import OnSale, some_on_sale
from almanac.engine.price_facts import LineAsk
from almanac.kit.localized import LocalizedText, text_in
from almanac.sales.actions import SoldLine
from almanac.sales.gift_cards import GiftWish
from almanac.sales.models import LineKind
from almanac.sales.passes import PassWish

GIFT_CARD: LocalizedText = {
    "en": "Gift card",
    "uk": "Подарункова картка",
    "es": "Tarjeta regalo",
    "fr": "Carte cadeau",
    "de": "Geschenkkarte",
}


@dataclass(frozen=True, slots=True)
class GiftOffer:
    """Which gift cards a business sells."""

    business: Business
    policy: GiftCardPolicy

    @property
    def amounts(self) -> list[int]:
        """Those to choose from, minor units."""
        return [amount * MINOR_UNITS for amount in self.policy.gift_amounts]

    @property
    def least(self) -> int:
        return self.policy.gift_least * MINOR_UNITS

    @property
    def most(self) -> int:
        return max(self.policy.gift_most * MINOR_UNITS, self.least)

    def sells(self, amount: int) -> bool:
        """Whether a card of this amount is sold now."""
        return self.policy.gift_cards_sold and (amount in self.amounts or self.least <= amount <= self.most)


@dataclass(frozen=True, slots=True)
class Good:
    """A product, a gift card or a package in a basket that can be bought now: one of `on_sale`, `gift` and `offer` is there."""

    content: GoodsContent
    business: Business
    on_sale: OnSale | None = None
    gift: GiftContent | None = None
    offer: PackageOffer | None = None

    @property
    def package(self) -> Package | None:
        """What visits are bought with."""
        return self.offer.package if self.offer else None

    @property
    def product(self) -> Product | None:
        """What is downloaded."""
        return self.on_sale.product if self.on_sale else None

    @property
    def person_id(self) -> UUID | None:
        """Whose it is, where it is one person's: the mentor's who made it, or whose visits it buys."""
        return self.product.mentor_id if self.product else self.package.staff_member_id if self.package else None

    @property
    def currency(self) -> str:
        thing = self.product or self.package
        return thing.currency if thing else self.business.currency

    def name(self, language: str) -> str:
        """What it is called."""
        thing = self.product or self.package
        return text_in(thing.name if thing else GIFT_CARD, language)

    def ask(self, language: str) -> LineAsk:
        """As the engine is asked about it. Its tags are those that discounts may name: a gift card has none, and no tax is due
        before it is known what it buys."""
        thing = self.product or self.package
        tags = frozenset({str(thing.pk), str(thing.business_id)}) if thing else frozenset[str]()
        return LineAsk(
            line_id=str(self.content.id),
            name=self.name(language),
            base_amount=thing.price_amount if thing else self.gift.amount if self.gift else 0,
            staff_amount=None,
            extras=(),
            tax_rate_bp=self.product.tax_rate_bp if self.product else self.offer.tax_rate_bp if self.offer else 0,
            tags=tags,
            with_tax=self.on_sale is None or self.on_sale.policies.prices.prices_with_tax,
            is_visit=False,
        )

    def sold(self, language: str) -> SoldLine:
        """As the order keeps it: with who earns by it and what of it is commission, as it is today."""
        payee, commission = (None, 0) if self.on_sale is None else _earning(self.on_sale)
        return SoldLine(
            line_id=str(self.content.id),
            business_id=self.business.pk,
            name=self.name(language),
            policy={},
            appointment_id=None,
            payee_id=payee,
            commission_bp=commission,
            kind=LineKind.PRODUCT if self.product else LineKind.PACKAGE if self.offer else LineKind.GIFT_CARD,
            product_id=self.product.pk if self.product else None,
            gift=_wish(self.gift) if self.gift else None,
            package=_package_wish(self.offer, language) if self.offer else None,
        )


def _earning(on_sale: OnSale) -> tuple[UUID | None, int]:
    policy: EarningsPolicy = on_sale.policies.earnings
    return (on_sale.product.mentor_id, policy.commission_percent * 100) if policy.people_earn else (None, 0)


def _package_wish(offer: PackageOffer, language: str) -> PassWish:
    row, earnings = offer.package, offer.policies.earnings
    return PassWish(
        business_id=row.business_id,
        package_id=row.pk,
        name=text_in(row.name, language),
        service_ids=tuple(row.service_ids),
        visits=row.visits,
        months=row.months,
        staff_member_id=row.staff_member_id,
        commission_bp=earnings.commission_percent * 100 if earnings.people_earn else None,
    )


def _wish(gift: GiftContent) -> GiftWish:
    return GiftWish(
        business_id=gift.business_id,
        recipient_name=gift.recipient_name,
        recipient_email=gift.recipient_email,
        sender_name=gift.sender_name,
        message=gift.message,
        deliver_on=gift.deliver_on,
    )


def goods_in(contents: Sequence[GoodsContent]) -> Mapping[UUID, Good]:
    """Those goods that can be bought now, by their id in the basket, in its order. Two SQL queries for products, two for gift
    cards, three for packages, none without."""
    on_sale = some_on_sale({item.product_id for item in contents if item.product_id})
    offers = {row.business.pk: row for row in gift_offers({item.gift.business_id for item in contents if item.gift})}
    packages = some_packages({item.package_id for item in contents if item.package_id})
    found: dict[UUID, Good] = {}
    for item in contents:
        if item.product_id in on_sale:
            product = on_sale[item.product_id]
            found[item.id] = Good(item, product.product.business, on_sale=product)
        elif item.package_id in packages:
            package = packages[item.package_id]
            found[item.id] = Good(item, package.package.business, offer=package)
        elif item.gift and item.gift.business_id in offers and offers[item.gift.business_id].sells(item.gift.amount):
            found[item.id] = Good(item, offers[item.gift.business_id].business, gift=item.gift)
    return found


def gift_offers(business_ids: Collection[UUID] | None = None) -> list[GiftOffer]:
    """Who sells gift cards, of some businesses or of all. Two SQL queries, none for no businesses."""
    if business_ids is not None and not business_ids:
        return []
    rows = open_businesses().order_by("position", "slug")
    businesses = list(rows if business_ids is None else rows.filter(pk__in=business_ids))
    policies = some_policy({row.pk for row in businesses}, GiftCardPolicy)
    offers = [GiftOffer(row, policies[row.pk]) for row in businesses]
    return [offer for offer in offers if offer.policy.gift_cards_sold]
