"""With whom and where the visits of a subscription could be from some date on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.booking.queries.series_parts import Following
from almanac.kit.actor import Actor
from almanac.places.models import Address
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import can_give_to, is_ahead


@dataclass(frozen=True, slots=True)
class Choices:
    """With whom and where visits could be from some date on, by id."""

    people: Mapping[UUID, str]
    places: Mapping[UUID, str]


def choices_of(actor: Actor, found: Following, now: datetime) -> Choices:
    """Everybody who delivers the service and whom the actor may give work, for a customer those at the price of each visit to
    come; the customer's addresses, for whoever only has an order's link those that are used already. One SQL query."""
    by_team = found.party == Appointment.Party.STAFF
    offer = found.offers.get(found.row.service_id)
    people = {UUID(each.staff_id): each.name for each in offer.offerings} if offer else {}
    if by_team:
        people = {key: name for key, name in people.items() if can_give_to(actor, key)}
    elif offer:
        for change in found.changes:
            if is_ahead(change.appointment, now):
                same_price = found.request(change).segments[0].staff_ids
                people = {key: name for key, name in people.items() if str(key) in same_price}
    used = {change.appointment.address_id for change in found.changes if change.appointment.address_id}
    places = Address.objects.filter(customer=found.row.customer_id, archived_at=None)
    if not by_team and actor.customer_id != found.row.customer_id:
        places = places.filter(pk__in=used)
    return Choices(people, {row.pk: str(row) for row in places} if used else {})
