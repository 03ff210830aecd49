"""Where the visits of a basket are to be, written down with its customer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.booking.content import DetailsContent
from almanac.booking.queries.baskets import BasketView
from almanac.engine.problem import Place
from almanac.kit.actor import Actor
from almanac.people.models import Customer
from almanac.places import actions as places
from almanac.places.providers.base import Located


def record_address(
    found: BasketView, details: DetailsContent, *, actor: Actor, customer: Customer, now: datetime
) -> UUID | None:
    """The address that the visits at the door go to: the one that was chosen, or a new one. None where nobody comes."""
    place = found.content.place
    if place is None or not found.needs_address:
        return None
    if found.content.address_id is not None:
        return found.content.address_id
    located = Located(place.postcode, Place(place.latitude, place.longitude), place.district, place.town)
    return places.add_address(
        actor=actor,
        customer_id=customer.id,
        line1=details.line1,
        line2=details.line2,
        city=details.town,
        located=located,
        access_notes=details.access_notes,
        is_first=customer.user_id is None and found.basket.customer_id is None,  # written a moment ago
        now=now,
    ).pk
