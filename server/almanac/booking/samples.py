"""Sample appointments, booked by the same action as everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from almanac.booking.actions import baskets
from almanac.booking.actions.book import Agreed, book
from almanac.booking.actions.holds import hold_line
from almanac.booking.actions.repeats import set_repeat
from almanac.booking.actions.waiting import Wanted, join
from almanac.booking.queries.baskets import basket_behind, content_of, view
from almanac.booking.queries.slots import free_times, search_for
from almanac.catalog.models import Service
from almanac.catalog.queries.offers import offer_for
from almanac.engine.waiting import PartOfDay
from almanac.kit.actor import STRANGER, Actor
from almanac.people.models import Customer


class Visit(NamedTuple):
    """One sample booking: who, what, where (no postcode: online), at the earliest how many days ahead, and for how many months
    it comes again every two weeks."""

    customer: str
    service: str
    postcode: str
    street: str
    days_ahead: int
    months: int = 0


VISITS = (
    Visit("margaret", "regular-clean", "SW11 5TN", "14 Lavender Gardens", 1),
    Visit("margaret", "window-clean", "SW11 5TN", "14 Lavender Gardens", 3),
    Visit("tom", "handyman-visit", "SW4 7AA", "3 Clapham High Street", 2),
    Visit("aisha", "garden-care", "SW15 2AA", "27 Upper Richmond Road", 4, 3),
    Visit("aisha", "career-hour", "", "", 2),
)
LOOK_AHEAD = timedelta(days=20)
HELEN = ("Helen Moss", "helen@example.com")  # who waits as a guest


def create_appointments(customers: Mapping[str, Customer], actors: Mapping[str, Actor], *, now: datetime) -> None:
    """Five appointments in the coming days, each at the first free time from its day on, and what follows where it comes again.
    Raises LookupError if none is."""
    for visit in VISITS:
        _book(visit, customers[visit.customer], actors[visit.customer], now=now)


def create_waiting(customers: Mapping[str, Customer], actors: Mapping[str, Actor], *, now: datetime) -> None:
    """Two people wait for a clean on a Sunday, on which nobody works: a customer and a guest."""
    margaret = customers["margaret"]
    _wait(actors["margaret"], margaret.name, margaret.email, (), now=now)
    _wait(STRANGER, *HELEN, (PartOfDay.MORNING,), now=now)


def _wait(actor: Actor, name: str, email: str, parts: tuple[PartOfDay, ...], *, now: datetime) -> None:
    service = Service.objects.select_related("business").get(slug="regular-clean")
    _, token = baskets.open_basket(business=service.business, now=now)
    baskets.set_place(token=token, slug=service.business.slug, postcode="SW11 5TN", now=now)
    basket, _ = baskets.add_line(token=token, service_id=service.id, extras=[], seats=1, preferred_staff=[], now=now)
    sunday = now.date() + timedelta(days=13 - now.weekday())
    wanted = Wanted(sunday, sunday + timedelta(days=7), weekdays=(6,), parts=parts)
    line_id = content_of(basket).lines[0].id
    join(actor=actor, token=token, line_id=line_id, wanted=wanted, name=name, email=email, language="en", now=now)


def _book(visit: Visit, customer: Customer, actor: Actor, *, now: datetime) -> None:
    service = Service.objects.select_related("business").get(slug=visit.service)
    _, token = baskets.open_basket(business=service.business, now=now)
    if visit.postcode:
        baskets.set_place(token=token, slug=service.business.slug, postcode=visit.postcode, now=now)
    basket, _ = baskets.add_line(token=token, service_id=service.id, extras=[], seats=1, preferred_staff=[], now=now)
    typed = {"name": customer.name, "email": customer.email, "phone": customer.phone}
    address = {"line1": visit.street, "town": "London"} if visit.postcode else {}
    baskets.save_details(token=token, typed={**typed, **address}, now=now)
    line = content_of(basket).lines[0]
    if visit.months:
        set_repeat(
            actor=actor,
            token=token,
            line_id=line.id,
            frequency="weekly",
            every=2,
            months=visit.months,
            now=now,
        )
    start = _first_start(token, visit, now=now)
    hold_line(actor=actor, token=token, line_id=line.id, starts_at=start, staff_id=None, now=now)
    held = basket_behind(token, now=now)
    if held is None:
        raise LookupError("the basket is gone")
    total = view(held, content_of(held), language="en", now=now).total_amount
    agreed = Agreed(total, "pay_on_site", early_start_consent=True)
    book(actor=actor, token=token, agreed=agreed, key=str(uuid4()), language="en", now=now)


def _first_start(token: str, visit: Visit, *, now: datetime) -> int:
    basket = basket_behind(token, now=now)
    if basket is None:
        raise LookupError("the basket is gone")
    content = content_of(basket)
    line = content.lines[0]
    search = search_for(line, offer_for(line.service_id), content.place, staff_ids=[], viewer_zone="")
    first_on = (now + timedelta(days=visit.days_ahead)).date()
    found = free_times(search, first_on=first_on, last_on=first_on + LOOK_AHEAD, now=now)
    return next(start for day in found.days.values() for start, _, _ in day)
