"""Whose an order is that is being placed: the known customer of a basket by phone, or whoever the details name."""

from __future__ import annotations

from datetime import datetime

from almanac.booking.content import DetailsContent
from almanac.booking.queries.baskets import BasketView
from almanac.customers.actions import records
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.people.actions import customers as people
from almanac.people.models import Customer


def customer_of(found: BasketView, details: DetailsContent, *, actor: Actor, now: datetime) -> Customer:
    """The customer, written down where they are new. A caller whom we know without an e-mail is given the one that what they buy
    is mailed to, by the rights of any change of a record. In the caller's transaction. Raises InvalidInput, NotFound,
    NotAllowed."""
    known = found.basket.customer
    if known is None:
        return people.record_customer(
            actor=actor,
            name=details.name,
            email=details.email,
            phone=details.phone,
            language=found.language,
            zone=details.zone or found.basket.business.zone,
            now=now,
        )
    if known.email or not found.mails_goods:
        return known
    contact = records.Contact(
        name=known.name, email=details.email, phone=known.phone, language=known.language, zone=known.zone
    )
    try:
        return records.change_customer(actor=actor, customer_id=known.pk, contact=contact, seen=None, now=now)
    except InvalidInput as fault:
        raise InvalidInput(fields={f"details.{field}": words for field, words in fault.fields.items()}) from fault
