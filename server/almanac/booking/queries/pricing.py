"""A basket priced: the same pure function shows it, tries it out and charges it. Here its facts are gathered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import LineContent, PlaceContent
from almanac.booking.queries.goods import Good
from almanac.catalog.models import Venue
from almanac.catalog.queries.answers import Answered
from almanac.catalog.queries.lengths import minutes_of
from almanac.catalog.queries.offers import OnOffer
from almanac.catalog.queries.pricing import rules_of
from almanac.engine.price import Breakdown, breakdown
from almanac.engine.price_bundles import Bundle
from almanac.engine.price_discounts import Discount, Refused, Unfit
from almanac.engine.price_facts import ExtraAsk, LineAsk, VisitFacts
from almanac.engine.price_rules import Rule, area_keys
from almanac.kit.clock import epoch
from almanac.kit.localized import text_in
from almanac.sales.coupons import Candidate
from almanac.sales.queries import candidates, has_ordered


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a basket is priced, besides what is in it."""

    rules: Sequence[Rule]
    candidates: Sequence[Candidate]
    is_first_order: bool


@dataclass(frozen=True, slots=True)
class NamedCoupon:
    """The coupon that was named, and what became of it: what it takes off in its currency, or why it does not."""

    code: str
    currency: str = ""
    amount: int = 0
    refused: Refused | None = None
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class Wished:
    """What is to be priced: lines of a basket with what stands behind them."""

    lines: Sequence[LineContent]
    offers: Mapping[UUID, OnOffer]
    answers: Mapping[UUID, Answered]
    place: PlaceContent | None
    prepaid: Mapping[UUID, str] = field(default_factory=dict)  # by line, the package's name that pays for a seat
    bundles: Sequence[Bundle] = ()  # those that are complete


def terms_of(
    offers: Mapping[UUID, OnOffer],
    *,
    code: str,
    customer_id: UUID | None,
    language: str,
    goods: Collection[Good] = (),
) -> Terms:
    """The rules and discounts of what is in a basket, for a customer where one is known: who is not is given nothing by itself
    that each customer may have so often. Two SQL queries; another where something is for first orders alone."""
    businesses = {offer.service.business_id for offer in offers.values()} | {good.business.pk for good in goods}
    found = candidates(businesses, code=code, customer_id=customer_id) if businesses or code else []
    asks = customer_id is not None and any(item.coupon.first_order_only for item in found)
    is_first = not (asks and customer_id and has_ordered(customer_id))
    if customer_id is None:
        found = [item for item in found if not item.coupon.needs_known_customer]
    return Terms(rules_of(businesses, language) if businesses else [], found, is_first)


def prices_of(
    wished: Wished, terms: Terms, *, language: str, now: datetime, goods: Collection[Good] = ()
) -> dict[str, Breakdown]:
    """Every line whose service is on offer, priced for its chosen staff member where there is one, then the goods; by
    currency, in the order in which the lines bring them, since each currency is an order of its own.
    """
    asks: dict[str, list[LineAsk]] = {}
    for line in wished.lines:
        offer = wished.offers.get(line.service_id)
        if offer is not None:
            asks.setdefault(offer.service.currency, []).append(_ask(line, offer, wished, language, now))
    for good in goods:
        asks.setdefault(good.currency, []).append(good.ask(language))
    return {
        currency: breakdown(
            found,
            terms.rules,
            _discounts(terms, currency, language),
            bundles=wished.bundles,
            now=epoch(now),
            is_first_order=terms.is_first_order,
        )
        for currency, found in asks.items()
    }


def named_coupon(code: str, terms: Terms, prices: Mapping[str, Breakdown]) -> NamedCoupon | None:
    """What became of the coupon that was named; None where none was."""
    if not code:
        return None
    row = next((item.coupon for item in terms.candidates if item.coupon.code == code), None)
    if row is None:
        return NamedCoupon(code, is_known=False)
    key, price = str(row.pk), prices.get(row.currency)
    if price is None:
        return NamedCoupon(code, row.currency, refused=Refused(key, Unfit.NOTHING_FITS))
    amount = sum(share.amount for share in price.used if share.discount.key == key)
    refused = next((item for item in price.refused if item.key == key), None)
    return NamedCoupon(code, row.currency, amount, refused)


def ask_of(line: LineContent, wished: Wished, *, language: str, now: datetime) -> LineAsk:
    """A line whose service is on offer, as the engine is asked about it."""
    return _ask(line, wished.offers[line.service_id], wished, language, now)


def _discounts(terms: Terms, currency: str, language: str) -> list[Discount]:
    return [item.discount(language) for item in terms.candidates if item.coupon.currency == currency]


def _ask(line: LineContent, offer: OnOffer, wished: Wished, language: str, now: datetime) -> LineAsk:
    extras = {extra.id: extra for extra in offer.extras}
    chosen = [item for item in line.extras if item.extra_id in extras]
    people = {item.staff_id: item for item in offer.offerings}
    person = people.get(str(line.staff_id)) if line.staff_id else None
    minutes = (person.duration_minutes if person else None) or offer.service.duration_minutes
    service = offer.service
    return LineAsk(
        line_id=str(line.id),
        name=text_in(service.name, language),
        base_amount=service.price_amount,
        staff_amount=person.price_amount if person else None,
        extras=tuple(
            ExtraAsk(
                extra_id=str(item.extra_id),
                name=text_in(extras[item.extra_id].name, language),
                unit_amount=extras[item.extra_id].price_amount,
                quantity=item.quantity,
            )
            for item in chosen
        ),
        tax_rate_bp=service.tax_rate_bp,
        seats=line.seats,
        tags=frozenset({str(service.pk), str(service.category_id), str(service.business_id)}),
        visit=_visit(
            line,
            offer,
            wished,
            minutes
            + sum(extras[item.extra_id].duration_minutes * item.quantity for item in chosen)
            + minutes_of(service, line.answers),
            now,
        ),
        with_tax=offer.policies.prices.prices_with_tax,
        deposit=offer.booking_policy.deposit(),
        prepaid=wished.prepaid.get(line.id),
    )


def _visit(line: LineContent, offer: OnOffer, wished: Wished, minutes: int, now: datetime) -> VisitFacts:
    """What is known of the visit; its day and hour are those of the business's clock."""
    service, start, answered = offer.service, line.starts_at, wished.answers.get(line.id)
    local = None if start is None else datetime.fromtimestamp(start, ZoneInfo(service.business.zone))
    at_the_door = service.venue == Venue.CUSTOMER and wished.place is not None
    return VisitFacts(
        on=local.date() if local else None,
        minute=local.hour * 60 + local.minute if local else None,
        lead_seconds=None if start is None else start - epoch(now),
        minutes=minutes,
        areas=area_keys(wished.place.postcode) if at_the_door and wished.place else frozenset(),
        answers=answered.judged.kept if answered else {},
        rhythm=line.comes,
    )
