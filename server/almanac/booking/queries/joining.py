"""Which lines of a basket may be done in one visit, one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from almanac.booking.content import BasketContent
from almanac.catalog.models import Venue
from almanac.catalog.queries.offers import OnOffer


def obstacle(offers: Sequence[OnOffer]) -> str | None:
    """Why these services cannot be one visit: `not_at_the_door`, `another_business`, `for_a_group`; None: they can."""
    services = [offer.service for offer in offers]
    if any(service.venue != Venue.CUSTOMER for service in services):
        return "not_at_the_door"
    if len({service.business_id for service in services}) > 1:
        return "another_business"
    if any(service.capacity > 1 for service in services):
        return "for_a_group"
    return None


def joinable(content: BasketContent, offers: Mapping[UUID, OnOffer]) -> list[list[UUID]]:
    """Lines that could be one visit and are not: one list for each business, in the order of the basket."""
    found: dict[UUID, list[UUID]] = {}
    visits: dict[UUID, set[UUID]] = {}
    for line in content.lines:
        offer = offers.get(line.service_id)
        if offer is not None and obstacle([offer]) is None:
            business_id = offer.service.business_id
            found.setdefault(business_id, []).append(line.id)
            visits.setdefault(business_id, set()).add(line.visit or line.id)
    return [line_ids for business_id, line_ids in found.items() if len(visits[business_id]) > 1]
