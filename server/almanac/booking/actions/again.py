"""Booking the same again: an order's services, as far as they are still on offer, put into the basket."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.booking.actions import baskets
from almanac.booking.actions.answers import save_answers
from almanac.booking.actions.own_details import keep_missing, where
from almanac.booking.content import ExtraContent
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Extra, Venue
from almanac.catalog.queries.offers import offer_for
from almanac.catalog.questions import answers_in
from almanac.engine.price_facts import StepKind
from almanac.engine.questions import QuestionKind
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.kit.localized import text_in
from almanac.sales.models import Order, OrderLine
from almanac.sales.queries import order_numbered
from almanac.scheduling.models import Appointment


def book_again(*, actor: Actor, token: str, number: str, now: datetime) -> tuple[Basket, str, UUID]:
    """Put an order's services into the basket with their extras, answers, address and person; times are chosen anew.

    What is not on offer any more is left out, files too: they belong to the order. Answers the basket, its cookie's
    secret and the first new line. For the account the order stands in. Raises NotFound, NotAllowed, NotOnOffer (nothing of
    it is), OutOfArea, BasketFull.
    """
    order = order_numbered(actor, number)
    if actor.customer_id is None or actor.customer_id != order.customer_id:
        raise NotAllowed
    lines = [(line, line.appointment) for line in order.lines.all() if line.appointment]
    refused: NotOnOffer | None = None
    added: list[UUID] = []
    for line, visit in lines:
        try:
            token = _add(token, order, line, visit, now=now)
        except NotOnOffer as gone:
            refused = gone
            continue
        added.append(_newest(token, now=now)[1])
    if not added:
        raise refused or NotOnOffer(what="service", service_id=None)
    _fill_details(token, order, [visit for _, visit in lines], now=now)
    return _newest(token, now=now)[0], token, added[0]


def _add(token: str, order: Order, line: OrderLine, visit: Appointment, *, now: datetime) -> str:
    """One service as it was sold, at the address it was sold for, without a time. Raises NotOnOffer, OutOfArea."""
    offer = offer_for(visit.service_id)
    if visit.venue == Venue.CUSTOMER and visit.address:
        _, token = baskets.set_place(token=token, slug=visit.business.slug, postcode=visit.address.postcode, now=now)
    who = [visit.staff_member_id] if str(visit.staff_member_id) in {one.staff_id for one in offer.offerings} else []
    seats = min(visit.seats, offer.service.capacity)
    _, token = baskets.add_line(
        token=token,
        service_id=visit.service_id,
        extras=_extras(order, line, visit),
        seats=seats,
        preferred_staff=who,
        now=now,
    )
    answers = {kept.id: kept.answer for kept in answers_in(line.answers) if kept.kind is not QuestionKind.FILE}
    if answers:
        save_answers(token=token, line_id=_newest(token, now=now)[1], answers=answers, now=now)
    return token


def _extras(order: Order, line: OrderLine, visit: Appointment) -> list[ExtraContent]:
    """The extras it was sold with, known by the name they had then; one that has another name since is left out."""
    wanted = {step["label"]: step["quantity"] for step in line.breakdown if step["kind"] == StepKind.EXTRA}
    if not wanted:
        return []
    still = Extra.objects.filter(services=visit.service_id, archived_at=None)
    found = [(extra, wanted.get(text_in(extra.name, order.language))) for extra in still]
    return [
        ExtraContent(extra_id=extra.pk, quantity=min(quantity, extra.max_quantity))
        for extra, quantity in found
        if quantity
    ]


def _newest(token: str, *, now: datetime) -> tuple[Basket, UUID]:
    """The basket with its last line."""
    basket = basket_behind(token, now=now)
    if basket is None:
        raise LookupError("the basket that was just filled is gone")
    return basket, content_of(basket).lines[-1].id


def _fill_details(token: str, order: Order, visits: list[Appointment], *, now: datetime) -> None:
    """Whose it is and where, as it was; what somebody has typed into this basket already stays."""
    customer = order.customer
    known = {"name": customer.name, "email": customer.email, "phone": customer.phone}
    address = next((visit.address for visit in visits if visit.address), None)
    keep_missing(known | (where(address) if address else {}), token=token, now=now)
