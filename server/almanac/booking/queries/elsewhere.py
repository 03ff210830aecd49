"""Another address for a booked visit: which there are, whether somebody comes there, and what it would cost more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from almanac.booking.errors import CostsMoreThere
from almanac.booking.queries.changes import Change, move_search
from almanac.booking.queries.moved_prices import There, service_price
from almanac.booking.queries.slots import Search
from almanac.catalog.models import Venue
from almanac.catalog.queries.pricing import rules_of
from almanac.engine.price_rules import Rule, area_keys
from almanac.engine.problem import Place
from almanac.engine.travel import serves
from almanac.kit.errors import InvalidInput, NotFound
from almanac.kit.localized import FALLBACK
from almanac.places.models import Address
from almanac.places.queries import areas_of


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An address the visit could be at. `is_reached`: somebody comes there to whom it may be given; `more_amount`: what it would
    cost more there by the price rules of now, below nothing where less."""

    address: Address
    is_here: bool
    is_reached: bool
    more_amount: int


def elsewhere(change: Change, *, now: datetime) -> list[Elsewhere]:
    """Where the visit could be: for its customer and the team at any of the customer's addresses, for whoever only has the
    order's link at those of its visits. None where it is not at the customer's door."""
    if change.appointment.venue != Venue.CUSTOMER:
        return []
    rows = Address.objects.filter(customer=change.order.customer_id, archived_at=None)
    if not change.by_team and change.actor.customer_id != change.order.customer_id:
        rows = rows.filter(appointments__order_line__order=change.order).distinct()
    return standing_of(change, list(rows.order_by("-is_usual", "pk")), now=now)


def standing_of(change: Change, addresses: Collection[Address], *, now: datetime) -> list[Elsewhere]:
    """How each of these stands to the visit. A constant number of SQL queries."""
    search = move_search(change)
    rules = rules_of([change.appointment.business_id], FALLBACK)
    areas = [found for found in areas_of(map(UUID, search.request.staff_ids)).values() if found]
    return [
        Elsewhere(
            address,
            address.pk == change.appointment.address_id,
            any(serves(Place(address.latitude, address.longitude), each) for each in areas),
            _more(change, search, address, rules, now=now),
        )
        for address in addresses
    ]


def address_for(change: Change, address_id: UUID | None) -> Address | None:
    """The address a change names, one of the customer's own; None: it stays where it is. Raises NotFound, InvalidInput (nobody
    comes to the customer)."""
    if address_id is None or address_id == change.appointment.address_id:
        return None
    if change.appointment.venue != Venue.CUSTOMER:
        raise InvalidInput(fields={"address_id": ["This visit is not at the customer's door."]})
    found = Address.objects.filter(pk=address_id, customer=change.order.customer_id, archived_at=None).first()
    if found is None:
        raise NotFound
    return found


def search_at(change: Change, address: Address | None) -> Search:
    """Where else the visit fits, at this address where one is named."""
    search = move_search(change)
    if address is None:
        return search
    return replace(search, request=replace(search.request, place=Place(address.latitude, address.longitude)))


def check_price(change: Change, address: Address | None, search: Search, *, now: datetime) -> None:
    """A customer does not move to where it costs more: what was sold keeps its price, so that is for the team to decide. Raises
    CostsMoreThere."""
    if address is None or change.by_team:
        return
    more = _more(change, search, address, rules_of([change.appointment.business_id], FALLBACK), now=now)
    if more > 0:
        raise CostsMoreThere(amount=more, currency=change.order.currency, business_phone=change.line.business.phone)


def _more(change: Change, search: Search, address: Address, rules: list[Rule], *, now: datetime) -> int:
    here = change.appointment.address
    if here is None or area_keys(here.postcode) == area_keys(address.postcode):
        return 0
    more = 0
    for (line, appointment), wish in zip(change.visit, search.wishes, strict=True):
        at = There(appointment.starts, appointment.ends, appointment.staff_member_id)
        there, usual = (
            service_price(line, wish, replace(at, postcode=place.postcode), rules, now=now) for place in (address, here)
        )
        more += there - usual
    return more
