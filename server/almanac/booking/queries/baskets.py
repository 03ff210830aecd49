"""Reads of baskets: found by the secret of the cookie alone, shown whole and priced."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from almanac.booking.content import BasketContent, LineContent, chosen_in
from almanac.booking.models import Basket
from almanac.booking.queries.answers import answered
from almanac.booking.queries.bundles import BundleLines, bundles_in
from almanac.booking.queries.charging import due_times
from almanac.booking.queries.gift_cards import CardShare, shares_of
from almanac.booking.queries.goods import Good, goods_in
from almanac.booking.queries.passes import Prepaid, prepaid_by
from almanac.booking.queries.pricing import NamedCoupon, Wished, named_coupon, prices_of, terms_of
from almanac.booking.queries.series import zone_of
from almanac.booking.queries.visit_requests import Wish
from almanac.business.models import Business
from almanac.business.policies import BookingPolicy
from almanac.catalog.models import Venue
from almanac.catalog.queries.answers import Answered
from almanac.catalog.queries.offers import OnOffer, some_on_offer
from almanac.engine.price import Breakdown, LinePrice
from almanac.kit.clock import epoch, instant
from almanac.payments import books, registry
from almanac.payments import queries as payments
from almanac.payments.providers.bank_transfer import BANK_TRANSFER, pay_by
from almanac.payments.providers.gift_card import GIFT_CARD
from almanac.payments.providers.pay_ahead import PAY_AHEAD
from almanac.sales.bundles import BundleSold

PAY_ON_SITE = "pay_on_site"
FOURTEEN_DAYS = 14 * 24 * 3600  # the Consumer Contracts Regulations 2013: time to withdraw from a distance contract


@dataclass(frozen=True, slots=True)
class BasketView:
    """A basket with all that stands behind it, as of one instant."""

    basket: Basket
    content: BasketContent
    offers: Mapping[UUID, OnOffer]
    policies: Mapping[UUID, BookingPolicy]  # by service
    answers: Mapping[UUID, Answered]  # by line, also those of later dates
    prices: Mapping[str, Breakdown]  # by currency, the first line's first; each becomes an order
    coupon: NamedCoupon | None
    payment_methods: list[str]
    can_keep_card: bool  # who books is signed in as its customer
    missing: list[str]
    language: str
    now: datetime
    goods: Mapping[UUID, Good] = field(default_factory=dict)  # by their id in the basket
    cards: tuple[CardShare, ...] = ()  # gift cards that pay for it
    prepaid: Prepaid = field(default_factory=Prepaid)  # lines that use visits of packages, and those that could
    bundles: tuple[BundleLines, ...] = ()
    plain_prices: Mapping[str, Breakdown] = field(
        default_factory=dict
    )  # without packages, where any pays for what repeats

    @property
    def total_amount(self) -> int:
        """What its first currency comes to, which is all there is but for a basket of several."""
        return next((price.total_amount for price in self.prices.values()), 0)

    @property
    def needs_address(self) -> bool:
        """Whether anything in it happens at the customer's door."""
        return any(self._venue(line) == Venue.CUSTOMER for line in self.content.lines)

    @property
    def needs_early_start_consent(self) -> bool:
        """Whether anything starts within the fourteen days in which the law lets a customer withdraw."""
        starts = [line.starts_at for line in self.content.lines if line.starts_at is not None]
        return any(start - epoch(self.now) < FOURTEEN_DAYS for start in starts)

    def due_now_amount(self, currency: str) -> int:
        """What of its order in this currency is paid with it, where it is paid by a company's page: without the visits that are
        charged later, and less what gift cards paid of it."""
        price = self.prices[currency]
        owed = {UUID(item.line_id): item.total_amount for item in price.lines}
        paid = dict.fromkeys(map(str, owed), 0)
        for share in self.cards:  # one after another, as they are spent: together they would be rounded otherwise
            if share.card.currency == currency:
                for line_id, part in books.shares_of(owed, share.used).items():
                    owed[line_id] -= part
                    paid[str(line_id)] += part
        return sum(price.due_now(paid=paid, later=self._later()).values())

    def _later(self) -> set[str]:
        """The ids of the visits that are charged later. What costs nothing is not charged."""
        found: set[str] = set()
        costs = {item.line_id for price in self.prices.values() for item in price.lines if item.total_amount}
        for line in self.content.lines:
            offer = self.offers.get(line.service_id)
            if line.repeat is None or offer is None or line.starts_at is None:
                continue
            policy = offer.policies.subscriptions
            visits = [visit for visit in line.every_visit() if str(visit.id) in costs]
            due = due_times(
                [instant(visit.starts_at or 0) for visit in visits],
                charging=policy.charging,
                hours_before=policy.charge_hours_before,
                zone=zone_of(Wish(line, offer), self.content),
                now=self.now,
            )
            found |= {str(visit.id) for visit, at in zip(visits, due, strict=True) if at}
        return found

    def brand(self, currency: str) -> Business:
        """What the order in this currency goes by: the business of its first line, or where it has none of its first good."""
        services = (
            self.offers[line.service_id].service for line in self.content.lines if line.service_id in self.offers
        )
        first = next((service.business for service in services if service.currency == currency), None)
        return first or next(good.business for good in self.goods.values() if good.currency == currency)

    def visit_prices(self, line: LineContent) -> list[LinePrice]:
        """What each visit of a line costs, its own first."""
        wanted = {str(each.id) for each in line.every_visit()}
        return [item for price in self.prices.values() for item in price.lines if item.line_id in wanted]

    def plain_price(self, line: LineContent) -> int:
        """What a visit of a line costs where no package pays for it, minor units."""
        prices = self.plain_prices or self.prices
        return next(
            item.total_amount for price in prices.values() for item in price.lines if item.line_id == str(line.id)
        )

    def bundle_sold(self, line: LineContent) -> BundleSold | None:
        """The bundle that a line is sold in, where it is complete."""
        own = (item for item in self.bundles if line in item.lines and item.gap is None)
        return next((item.sold(self.language) for item in own), None)

    @property
    def needs_download_consent(self) -> bool:
        """Whether anything in it is downloaded, which ends the fourteen days."""
        return any(item.product_id for item in self.content.goods)

    @property
    def mails_goods(self) -> bool:
        """Whether anything in it is mailed to whoever buys it: all but a gift card that goes to whom it is for."""
        return any(not (item.gift and item.gift.recipient_email) for item in self.content.goods)

    @property
    def is_paid_ahead(self) -> bool:
        """Whether it is an order by phone of goods that cost something: those are paid before they are delivered."""
        return self.basket.is_by_phone and _costs_goods(self.goods, self.prices)

    def to_pay(self, currency: str) -> int:
        """What is left to pay in a currency when gift cards have paid."""
        paid = sum(share.used for share in self.cards if share.card.currency == currency)
        return self.prices[currency].total_amount - paid

    def _venue(self, line: LineContent) -> str | None:
        offer = self.offers.get(line.service_id)
        return offer.service.venue if offer else None


def token_hash(token: str) -> str:
    """What is stored of a cookie's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def basket_behind(token: str, *, now: datetime) -> Basket | None:
    """The live basket of a cookie, or None. One SQL query."""
    if not token:
        return None
    rows = Basket.objects.select_related("business", "order", "customer")
    return rows.filter(token_hash=token_hash(token), expires_at__gt=now).first()


def content_of(basket: Basket) -> BasketContent:
    """What the basket holds."""
    return BasketContent.model_validate_json(basket.content or "{}")


def view(
    basket: Basket, content: BasketContent, *, language: str, now: datetime, customer_id: UUID | None = None
) -> BasketView:
    """Everything a page needs to show the basket, in a constant number of SQL queries; for whom, where that is known."""
    offers = some_on_offer(chosen_in(content.lines))
    policies = {service_id: offer.booking_policy for service_id, offer in offers.items()}
    own = answered(content.lines, offers, files_owner=basket.files_owner)
    answers = {each.id: own[line.id] for line in content.lines for each in line.every_visit()}
    is_own = customer_id is not None and not basket.is_by_phone
    code, customer_id = content.coupon_code, basket.customer_id or customer_id
    goods = goods_in(content.goods)
    sold = list(goods.values())
    prepaid = prepaid_by(content, offers, customer_id=customer_id)
    bundles = bundles_in(content, offers)
    complete = [item.priced(language) for item in bundles if item.gap is None]
    terms = terms_of(offers, code=code, customer_id=customer_id, language=language, goods=sold)
    wished = Wished(content.every_line(), offers, answers, content.place, prepaid.names, complete)
    prices = prices_of(wished, terms, language=language, now=now, goods=sold)
    pays_for_series = any(line.repeat and prepaid.used_by(line) for line in content.lines)
    plain = replace(wished, prepaid={})
    found = BasketView(
        basket=basket,
        content=content,
        offers=offers,
        policies=policies,
        answers=answers,
        prices=prices,
        coupon=named_coupon(code, terms, prices),
        payment_methods=[],
        can_keep_card=is_own,
        missing=[],
        language=language,
        now=now,
        goods=goods,
        cards=shares_of(content, prices, sold),
        prepaid=prepaid,
        bundles=bundles,
        plain_prices=prices_of(plain, terms, language=language, now=now, goods=sold) if pays_for_series else {},
    )
    found.payment_methods.extend(_ways_to_pay(found, paid_first=_costs_goods(goods, prices)))
    found.missing.extend(_missing(found))
    return found


def _ways_to_pay(found: BasketView, *, paid_first: bool) -> list[str]:
    """Who orders by phone pays by a link later, or on the day. Goods are paid before they are delivered (`paid_first`): by phone
    within days. What gift cards pay for whole needs no other way."""
    if any(share.used for share in found.cards) and not any(map(found.to_pay, found.prices)):
        return [GIFT_CARD]
    if found.prepaid.used and not any(map(found.to_pay, found.prices)):
        return [PAY_ON_SITE]  # packages pay for all of it: no page is opened for nothing
    if paid_first and found.basket.is_by_phone:
        return [PAY_AHEAD]
    if paid_first:
        return payments.online_methods(found.prices)
    by_bank = [BANK_TRANSFER] if _takes_transfers(found) else []
    if found.basket.is_by_phone:
        return registry.built_in() + by_bank
    on_the_day = all(offer.policies.payments.on_the_day for offer in found.offers.values())
    ways = payments.online_methods(found.prices) + by_bank
    return ways + (registry.built_in() if on_the_day or not ways else [])


def _takes_transfers(found: BasketView) -> bool:
    """Whether each business that an order goes by has told its account, and there is time enough for a transfer before the first
    visit. Visits that repeat are paid one by one, and goods at once: neither is paid by a transfer."""
    lines = [line for line in found.content.lines if line.service_id in found.offers]
    if not lines or found.content.goods or any(line.repeat for line in lines):
        return False
    for currency in found.prices:
        own = [line for line in lines if found.offers[line.service_id].service.currency == currency]
        first = found.offers[own[0].service_id]
        policy, starts = (
            first.policies.transfers,
            [instant(line.starts_at) for line in own if line.starts_at is not None],
        )
        if not policy.is_ready or first.service.business.currency != currency:
            return False
        if pay_by(starts, days=policy.transfer_days, now=found.now) is None:
            return False
    return True


def _costs_goods(goods: Mapping[UUID, Good], prices: Mapping[str, Breakdown]) -> bool:
    """Whether any good costs something."""
    own = {str(key) for key in goods}
    return any(line.total_amount for price in prices.values() for line in price.lines if line.line_id in own)


def _contact(found: BasketView) -> list[str]:
    """How somebody is to be reached: a customer we know was asked already, who calls need not have an e-mail but for what is
    mailed, and nobody telephones about a download."""
    known, mail = found.basket.customer, ["email"] if found.mails_goods else []
    if known is not None:
        return mail if not known.email else []
    if found.basket.is_by_phone:
        return ["name", "phone", *mail]
    return ["name", "email", "phone"] if found.content.lines else ["name", "email"]


def _missing(found: BasketView) -> list[str]:
    """What booking still needs, in the order of the steps: `place`, `lines`, `lines.<id>` (its time),
    `lines.<id>.answers.<question>` (missing or bad), `lines.<id>.repeat` (not beside goods, by phone), `goods.<id>` (not on sale
    any more), `details.<field>`.

    A time whose hold is over is not missing: booking takes it if it is still free.
    """
    content = found.content
    names = ["place"] if found.needs_address and content.place is None else []
    names += [] if content.lines or content.goods else ["lines"]
    names += [
        f"lines.{line.id}" for line in content.lines if line.service_id not in found.offers or line.starts_at is None
    ]
    names += [
        f"lines.{line.id}.answers.{key}" for line in content.lines for key in found.answers[line.id].judged.faults
    ]
    names += [f"lines.{line.id}.repeat" for line in content.lines if line.repeat and found.is_paid_ahead]
    names += [f"goods.{item.id}" for item in content.goods if item.id not in found.goods]
    required = _contact(found) + (["line1", "town"] if found.needs_address else [])
    return names + [f"details.{field}" for field in required if not getattr(content.details, field).strip()]
