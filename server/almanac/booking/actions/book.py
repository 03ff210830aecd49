"""Turn a basket into an order with its appointments: the one door for every way to book."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.content import DetailsContent, LineContent
from almanac.booking.errors import AlreadyBooked, Incomplete, MixedCurrencies, NoBasket, PriceChanged
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import BasketView, basket_behind, content_of, view
from almanac.booking.queries.details import checked_details
from almanac.booking.queries.visit_requests import Wish, request_of
from almanac.business.policies import Approval
from almanac.catalog.models import Venue
from almanac.engine.problem import Place, Slot
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import Conflict
from almanac.kit.localized import text_in
from almanac.outbox import idempotency
from almanac.outbox.actions import gathered
from almanac.payments.actions import open_payment
from almanac.payments.providers.base import PaymentMethod
from almanac.payments.registry import method_named
from almanac.people import actions as people
from almanac.people.models import Consent, Customer
from almanac.places import actions as places
from almanac.places.providers.base import Located
from almanac.sales import actions as sales
from almanac.sales.actions import SoldLine
from almanac.sales.models import Order
from almanac.scheduling.actions.holds import alternatives
from almanac.scheduling.actions.reservations import reserve
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.models import Appointment
from almanac.scheduling.visits import Reservation, VisitRequest

TERMS_VERSION = "booking 2026-11"  # the sentences beside the last button; a change of them is a new version


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the person agreed to on the last step."""

    shown_total_amount: int
    payment_method: str
    early_start_consent: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """A basket found fit to book: everything gathered, nothing written."""

    found: BasketView
    details: DetailsContent
    method: PaymentMethod
    currency: str
    wishes: tuple[tuple[LineContent, VisitRequest], ...]
    agreed: Agreed

    @property
    def is_paid_up(self) -> bool:
        """Whether nothing is due before the visit."""
        return self.method.terms(total_amount=self.found.price.total_amount).due_now == 0


def book(*, actor: Actor, token: str, agreed: Agreed, key: str, language: str, now: datetime) -> Order:
    """Turn the basket into an order with its appointments, or refuse and change nothing.

    The price is worked out anew by the function that showed it; `key` makes a request that is sent twice one booking.
    Raises NoBasket, AlreadyBooked, Incomplete, InvalidInput, NotOnOffer, PriceChanged, MixedCurrencies, SlotTaken,
    Conflict (changed in another tab since it was read), IdempotencyMismatch.
    """
    basket = _basket(token, now=now)
    checked = None if basket.order_id else _check(basket, agreed, language=language, now=now)
    try:
        return _book_once(actor, basket, checked, agreed, key, now=now)
    except SlotTaken as taken:
        raise _with_alternatives(taken, checked, now=now) from taken


def _book_once(
    actor: Actor, basket: Basket, checked: Checked | None, agreed: Agreed, key: str, *, now: datetime
) -> Order:
    scope = f"book:{basket.pk}"
    with transaction.atomic():
        earlier = idempotency.begin(scope, key, _fingerprint(agreed), now)
        if earlier is not None:
            return Order.objects.select_related("business").get(pk=earlier.response["order_id"])
        if checked is None:
            raise AlreadyBooked(number=basket.order.number if basket.order else "")
        with gathered():
            order = _write(actor, checked, now=now)
        idempotency.finish(scope, key, status=200, response={"order_id": str(order.pk)})
    return order


def _with_alternatives(taken: SlotTaken, checked: Checked | None, *, now: datetime) -> SlotTaken:
    """The same refusal with the nearest other times, looked for after every lock is gone."""
    for line, request in checked.wishes if checked else ():
        if str(line.id) == taken.line and line.starts_at is not None:
            return SlotTaken(line=taken.line, alternatives=alternatives(request, start=line.starts_at, now=epoch(now)))
    return taken


def _basket(token: str, *, now: datetime) -> Basket:
    found = basket_behind(token, now=now)
    if found is None:
        raise NoBasket
    return found


def _fingerprint(agreed: Agreed) -> str:
    return hashlib.sha256(repr(agreed).encode()).hexdigest()


def _check(basket: Basket, agreed: Agreed, *, language: str, now: datetime) -> Checked:
    """Validate and gather everything; writes nothing."""
    found = view(basket, content_of(basket), language=language, now=now)
    missing = list(found.missing)
    if found.needs_early_start_consent and not agreed.early_start_consent:
        missing.append("early_start_consent")
    if missing:
        raise Incomplete(missing=missing)
    details = checked_details(found.content.details)
    currency, *others = {offer.service.currency for offer in found.offers.values()}
    if others:
        raise MixedCurrencies
    if found.price.total_amount != agreed.shown_total_amount:
        raise PriceChanged(total_amount=found.price.total_amount, currency=currency)
    wishes = tuple(
        (line, request_of(Wish(line, found.offers[line.service_id]), found.content.place, staff_ids=[line.staff_id]))
        for line in found.content.lines
        if line.staff_id is not None
    )
    return Checked(found, details, method_named(agreed.payment_method), currency, wishes, agreed)


def _write(actor: Actor, checked: Checked, *, now: datetime) -> Order:
    """Take the time, write the order: all of it or nothing."""
    found, details = checked.found, checked.details
    _close_basket(found.basket)
    customer = people.record_customer(
        actor=actor,
        name=details.name,
        email=details.email,
        phone=details.phone,
        language=found.language,
        zone=details.zone or found.basket.business.zone,
        now=now,
    )
    people.give_consent(
        actor=actor, customer_id=customer.id, kind=Consent.Kind.TERMS, text_version=TERMS_VERSION, now=now
    )
    address_id = _record_address(actor, checked, customer, now=now)
    visits = reserve(actor=actor, reservations=list(_reservations(checked, customer.id, address_id)), now=now)
    order = sales.place(
        actor=actor,
        business=found.basket.business,
        customer_id=customer.id,
        currency=checked.currency,
        language=found.language,
        price=found.price,
        lines=_sold(checked, visits),
        early_start_consent=checked.agreed.early_start_consent,
        note=details.notes,
        is_confirmed=checked.is_paid_up,
        now=now,
    )
    open_payment(actor=actor, order=order, method=checked.method, now=now)
    # Not before there is the order: with a reference left open, SQLite looks through whole tables at every insert.
    Basket.objects.filter(pk=found.basket.pk).update(order=order)
    return order


def _close_basket(basket: Basket) -> None:
    """Empty the basket and keep other tabs out of it until the transaction ends; locked before any staff, as everywhere.

    The name and the way into the home are the order's from now on: the next person at this browser must not find them.
    Raises Conflict when the basket was changed since it was read.
    """
    as_read = Basket.objects.filter(pk=basket.pk, revision=basket.revision)
    if not as_read.update(content="", revision=basket.revision + 1):
        raise Conflict


def _record_address(actor: Actor, checked: Checked, customer: Customer, *, now: datetime) -> UUID | None:
    place, details = checked.found.content.place, checked.details
    if place is None or not checked.found.needs_address:
        return None
    located = Located(place.postcode, Place(place.latitude, place.longitude), place.district, place.town)
    return places.add_address(
        actor=actor,
        customer_id=customer.id,
        line1=details.line1,
        line2=details.line2,
        city=details.town,
        located=located,
        access_notes=details.access_notes,
        is_first=customer.user_id is None,  # a guest, written a moment ago
        now=now,
    ).pk


def _reservations(checked: Checked, customer_id: UUID, address_id: UUID | None) -> Iterator[Reservation]:
    for line, request in checked.wishes:
        service = checked.found.offers[line.service_id].service
        automatic = checked.found.policies[line.service_id].approval is Approval.AUTOMATIC
        at_the_door = service.venue == Venue.CUSTOMER
        online_zone = checked.details.zone if service.venue == Venue.ONLINE else ""
        yield Reservation(
            request=request,
            slot=_slot(line, request),
            customer_id=customer_id,
            venue=service.venue,
            zone=online_zone or service.business.zone,
            state=Appointment.State.CONFIRMED if automatic and checked.is_paid_up else Appointment.State.PENDING,
            address_id=address_id if at_the_door else None,
            owner=str(checked.found.basket.pk),
            line=str(line.id),
        )


def _slot(line: LineContent, request: VisitRequest) -> Slot:
    """The chosen start with the length as it is today, which is what reserving checks."""
    segment, staff_id = request.segments[0], str(line.staff_id)
    start = line.starts_at or 0
    return Slot(start, start + dict(segment.durations).get(staff_id, segment.duration), (staff_id,))


def _sold(checked: Checked, visits: list[list[Appointment]]) -> tuple[SoldLine, ...]:
    return tuple(
        SoldLine(
            line_id=str(line.id),
            name=text_in(checked.found.offers[line.service_id].service.name, checked.found.language),
            policy=checked.found.policies[line.service_id].model_dump(mode="json"),
            appointment_id=visit[0].pk,
        )
        for (line, _), visit in zip(checked.wishes, visits, strict=True)
    )
