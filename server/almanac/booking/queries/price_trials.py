"""What something would cost: the team tries rules and discounts out, with the function that shows prices and charges them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import ExtraContent, LineContent, PlaceContent
from almanac.booking.queries.answers import answered
from almanac.booking.queries.pricing import NamedCoupon, Terms, Wished, ask_of, named_coupon, prices_of
from almanac.booking.queries.visit_requests import check_extras
from almanac.catalog.permissions import can_edit_catalogue
from almanac.catalog.queries.offers import OnOffer, offer_for
from almanac.catalog.queries.pricing import rules_of
from almanac.catalog.questions import AnswerValue
from almanac.engine.price import Breakdown
from almanac.engine.price_rules import Condition, Rule, met, unmet
from almanac.engine.rhythm import Rhythm
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed
from almanac.places.errors import PostcodeMalformed
from almanac.places.postcode import parse
from almanac.sales.coupons import code_in
from almanac.sales.queries import candidates


@dataclass(frozen=True, slots=True)
class Tried:
    """A visit as somebody imagines it; what is left out is not known. `minute` is after midnight, on the business's clock."""

    service_id: UUID
    staff_id: UUID | None = None
    on: date | None = None
    minute: int | None = None
    postcode: str = ""
    extras: Sequence[ExtraContent] = ()
    seats: int = 1
    rhythm: Rhythm = Rhythm.ONCE
    answers: Mapping[UUID, AnswerValue] | None = None
    code: str = ""
    is_first_order: bool = True


@dataclass(frozen=True, slots=True)
class Trial:
    """What it comes to, how long it takes, and of each rule why it holds and what stands against it."""

    offer: OnOffer
    line: LineContent
    price: Breakdown
    minutes: int
    rules: list[tuple[Rule, list[Condition], list[Condition]]]  # met, unmet
    terms: Terms
    coupon: NamedCoupon | None


def price_trial(actor: Actor, tried: Tried, *, language: str, now: datetime) -> Trial:
    """What it would cost now, in five SQL queries at most. Raises NotAllowed, NotOnOffer."""
    if not can_edit_catalogue(actor):
        raise NotAllowed
    offer = offer_for(tried.service_id, [item.extra_id for item in tried.extras])
    line = _line(tried, offer)
    offers = {tried.service_id: offer}
    place = PlaceContent(postcode=_postcode(tried.postcode), latitude=0, longitude=0) if tried.postcode else None
    wished = Wished([line], offers, answered([line], offers, files_owner=""), place)
    code = code_in(tried.code)
    businesses = {offer.service.business_id}
    found = candidates(businesses, code=code, customer_id=None)
    terms = Terms(rules_of(businesses, language), found, tried.is_first_order)
    prices = prices_of(wished, terms, language=language, now=now)
    ask = ask_of(line, wished, language=language, now=now)
    return Trial(
        offer=offer,
        line=line,
        price=prices[offer.service.currency],
        minutes=ask.visit.minutes or 0,
        rules=[(rule, met(rule, ask), unmet(rule, ask)) for rule in terms.rules],
        terms=terms,
        coupon=named_coupon(code or tried.code.strip(), terms, prices),
    )


def _line(tried: Tried, offer: OnOffer) -> LineContent:
    """As it would stand in a basket. Raises NotOnOffer."""
    start = None
    if tried.on is not None and tried.minute is not None:
        clock = time(tried.minute // 60, tried.minute % 60)
        start = epoch(datetime.combine(tried.on, clock, ZoneInfo(offer.service.business.zone)))
    return LineContent(
        service_id=tried.service_id,
        extras=check_extras(offer, list(tried.extras)),
        seats=tried.seats,
        rhythm=tried.rhythm,
        answers=dict(tried.answers or {}),
        starts_at=start,
        staff_id=None if tried.staff_id is None else offer.offering_of(tried.staff_id).staff_member_id,
    )


def _postcode(typed: str) -> str:
    """A postcode, or the part of one that somebody has in mind."""
    try:
        return parse(typed)
    except PostcodeMalformed:
        return typed.strip().upper()
