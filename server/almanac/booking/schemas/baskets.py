"""The basket as the API tells it. Instants are ISO 8601 in UTC, amounts minor units."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from almanac.booking.content import DetailsContent, LineContent, PlaceContent
from almanac.booking.queries.baskets import BasketView
from almanac.business.policies import Approval, BookingPolicy
from almanac.catalog.queries import Deliverer, OnOffer
from almanac.engine.price import LinePrice
from almanac.kit.clock import epoch, instant
from almanac.kit.localized import text_in
from almanac.payments import registry
from almanac.sales.schemas import PriceStepOut


class PersonOut(Schema):
    id: UUID
    name: str
    title: str
    photo_url: str

    @classmethod
    def of(cls, person: Deliverer, language: str) -> PersonOut:
        return PersonOut(
            id=person.staff_member_id,
            name=person.name,
            title=text_in(person.title, language),
            photo_url=person.photo_url,
        )


class BasketPlaceOut(Schema):
    postcode: str
    town: str
    district: str


class BasketExtraOut(Schema):
    extra_id: UUID
    name: str
    quantity: int
    unit_amount: int


class BasketLineOut(Schema):
    """`state`: `open` no time yet, `held` the time is kept until `held_until`, `lapsed` the hold is over (the time may
    still be free: hold it again), `unavailable` the service is not on offer any more."""

    id: UUID
    state: Literal["open", "held", "lapsed", "unavailable"]
    service_id: UUID
    service_slug: str
    business: str
    name: str
    venue: str
    zone: str
    duration_minutes: int
    seats: int
    extras: list[BasketExtraOut]
    preferred_staff: list[PersonOut]
    staff: PersonOut | None
    starts_at: datetime | None
    ends_at: datetime | None
    held_until: datetime | None
    steps: list[PriceStepOut]
    total_amount: int
    tax_amount: int
    approval_by_hand: bool
    free_change_until: datetime | None

    @classmethod
    def of(cls, line: LineContent, view: BasketView) -> BasketLineOut:
        """A line with all that stands behind it; a service that is not on offer any more keeps its id alone."""
        offer = view.offers.get(line.service_id)
        if offer is None:
            return cls._unavailable(line)
        price = next(item for item in view.price.lines if item.line_id == str(line.id))
        return cls._on_offer(line, offer, view.policies[line.service_id], price, view)

    @classmethod
    def _on_offer(
        cls, line: LineContent, offer: OnOffer, policy: BookingPolicy, price: LinePrice, view: BasketView
    ) -> BasketLineOut:
        service, language = offer.service, view.language
        people = {item.staff_id: item for item in offer.offerings}
        extras = {extra.id: extra for extra in offer.extras}
        chosen = people.get(str(line.staff_id)) if line.staff_id else None
        minutes = (chosen.duration_minutes if chosen else None) or service.duration_minutes
        added = sum(extras[e.extra_id].duration_minutes * e.quantity for e in line.extras if e.extra_id in extras)
        return cls(
            id=line.id,
            state=_state(line, epoch(view.now)),
            service_id=service.id,
            service_slug=service.slug,
            business=service.business.slug,
            name=text_in(service.name, language),
            venue=service.venue,
            zone=service.business.zone,
            duration_minutes=minutes + added,
            seats=line.seats,
            extras=[
                BasketExtraOut(
                    extra_id=item.extra_id,
                    name=text_in(extras[item.extra_id].name, language),
                    quantity=item.quantity,
                    unit_amount=extras[item.extra_id].price_amount,
                )
                for item in line.extras
                if item.extra_id in extras
            ],
            preferred_staff=[PersonOut.of(people[i], language) for i in map(str, line.preferred_staff) if i in people],
            staff=PersonOut.of(chosen, language) if chosen else None,
            starts_at=_instant(line.starts_at),
            ends_at=_instant(line.ends_at),
            held_until=_instant(line.held_until),
            steps=[PriceStepOut(**asdict(step)) for step in price.steps],
            total_amount=price.total_amount,
            tax_amount=price.tax_amount,
            approval_by_hand=policy.approval is Approval.BY_HAND,
            free_change_until=_instant(line.starts_at - policy.change_until_hours * 3600 if line.starts_at else None),
        )

    @classmethod
    def _unavailable(cls, line: LineContent) -> BasketLineOut:
        return cls(
            id=line.id,
            state="unavailable",
            service_id=line.service_id,
            service_slug="",
            business="",
            name="",
            venue="",
            zone="UTC",
            duration_minutes=0,
            seats=line.seats,
            extras=[],
            preferred_staff=[],
            staff=None,
            starts_at=None,
            ends_at=None,
            held_until=None,
            steps=[],
            total_amount=0,
            tax_amount=0,
            approval_by_hand=False,
            free_change_until=None,
        )


class DetailsOut(Schema):
    name: str
    email: str
    phone: str
    line1: str
    line2: str
    town: str
    access_notes: str
    notes: str
    zone: str


class BasketOut(Schema):
    """The whole basket as it stands, priced. `missing` names what booking still needs, in the order of the steps."""

    business: str
    place: BasketPlaceOut | None
    lines: list[BasketLineOut]
    details: DetailsOut
    currency: str
    total_amount: int
    tax_amount: int
    missing: list[str]
    needs_address: bool
    needs_early_start_consent: bool
    payment_methods: list[str]
    server_time: datetime
    booked_order_number: str | None = None

    @classmethod
    def of(cls, view: BasketView) -> BasketOut:
        basket, content = view.basket, view.content
        currencies = [offer.service.currency for offer in view.offers.values()]
        return cls(
            business=basket.business.slug,
            place=_place(content.place),
            lines=[BasketLineOut.of(line, view) for line in content.lines],
            details=_details(content.details),
            currency=currencies[0] if currencies else basket.business.currency,
            total_amount=view.price.total_amount,
            tax_amount=view.price.tax_amount,
            missing=view.missing,
            needs_address=view.needs_address,
            needs_early_start_consent=view.needs_early_start_consent,
            payment_methods=registry.names(),
            server_time=view.now,
            booked_order_number=basket.order.number if basket.order else None,
        )


def _state(line: LineContent, now: int) -> Literal["open", "held", "lapsed"]:
    if line.starts_at is None:
        return "open"
    return "held" if (line.held_until or 0) > now else "lapsed"


def _instant(seconds: int | None) -> datetime | None:
    return None if seconds is None else instant(seconds)


def _place(place: PlaceContent | None) -> BasketPlaceOut | None:
    return BasketPlaceOut(postcode=place.postcode, town=place.town, district=place.district) if place else None


def _details(details: DetailsContent) -> DetailsOut:
    return DetailsOut(**details.model_dump())
