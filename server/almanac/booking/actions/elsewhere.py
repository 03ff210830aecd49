"""An address typed for a visit that is to be moved there."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.errors import TooLateToChange
from almanac.booking.queries.changes import change_of, move_refusal
from almanac.booking.queries.elsewhere import Elsewhere, standing_of
from almanac.catalog.models import Venue
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.kit.text import many_lines, one_line
from almanac.people.models import Customer
from almanac.places import actions as places
from almanac.places.models import Address
from almanac.places.queries import locate

MOST = 50  # addresses of one customer


def add_address(
    *,
    actor: Actor,
    appointment_id: UUID,
    line1: str,
    line2: str,
    town: str,
    postcode: str,
    access_notes: str,
    now: datetime,
) -> Elsewhere:
    """One more address of a visit's customer, by whoever may move the visit, which stays where it is; the same one again is the
    one there is. How it stands to the visit.

    Raises NotFound, TooLateToChange, InvalidInput, and what `locate` raises.
    """
    change = change_of(actor, appointment_id)
    refused = move_refusal(change, now)
    if refused is not None:
        raise TooLateToChange(reason=refused, business_phone=change.line.business.phone)
    if change.appointment.venue != Venue.CUSTOMER:
        raise InvalidInput(fields={"line1": ["This visit is not at the customer's door."]})
    if not one_line(town):
        raise InvalidInput(fields={"town": ["Please tell us the town."]})
    located = locate(postcode, now=now)  # which may have to ask a company
    with transaction.atomic():
        customer = Customer.objects.select_for_update(of=("self",)).get(pk=change.order.customer_id)
        if Address.objects.filter(customer=customer, archived_at=None).count() >= MOST:
            raise InvalidInput(fields={"line1": [f"There are {MOST} addresses already. Please remove one first."]})
        address = places.add_address(
            actor=actor,
            customer_id=customer.pk,
            line1=one_line(line1),
            line2=one_line(line2),
            city=one_line(town),
            located=located,
            access_notes=many_lines(access_notes),
            now=now,
        )
    (found,) = standing_of(change, [address], now=now)
    return found
