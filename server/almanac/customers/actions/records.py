"""Writing in a customer's record: new, changed, archived, brought back; and the line of history each of these leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.customers.errors import PutAway
from almanac.customers.models import Entry, Merge
from almanac.customers.permissions import can_edit, visible_to
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.people.actions import customers as people
from almanac.people.models import Customer
from almanac.sales.actions import withdraw_links

Kind = Entry.Kind


@dataclass(frozen=True, slots=True)
class Contact:
    """What is typed of somebody."""

    name: str
    email: str
    phone: str
    language: str
    zone: str

    def values(self) -> dict[str, str]:
        return {
            "name": self.name,
            "email": self.email,
            "phone": self.phone,
            "language": self.language,
            "zone": self.zone,
        }


def add_customer(*, actor: Actor, contact: Contact, now: datetime) -> Customer:
    """A new customer, whom the manager who writes them in sees from now on. Raises NotAllowed, InvalidInput."""
    if not can_edit(actor):
        raise NotAllowed
    checked = people.checked_customer(contact.values())
    if not checked["email"] and not checked["phone"]:
        raise InvalidInput(fields={"phone": ["Please give a phone number or an e-mail address."]})
    with transaction.atomic():
        customer = people.record_customer(actor=actor, now=now, **checked)
        tell(actor, customer.pk, Kind.RECORDED, now=now)
    return customer


def change_customer(*, actor: Actor, customer_id: UUID, contact: Contact, seen: int | None, now: datetime) -> Customer:
    """Other details. With another e-mail, links to their orders that were written so far open nothing any more.

    Raises NotFound, NotAllowed, PutAway, Conflict, InvalidInput.
    """
    with transaction.atomic():
        customer = locked(actor, customer_id)
        if seen is not None and seen != customer.revision:
            raise Conflict
        before = customer.email
        changed = people.change_customer(actor=actor, customer=customer, wanted=contact.values(), now=now)
        if changed:
            tell(actor, customer.pk, Kind.CHANGED, fields=changed, now=now)
        if before and "email" in changed:
            withdraw_links(customer_id=customer.pk)  # they lie in a mailbox that may never have been theirs
    return customer


def archive_customer(*, actor: Actor, customer_id: UUID, now: datetime) -> None:
    """Put a customer away; orders and visits stay. Raises NotFound, NotAllowed, PutAway."""
    with transaction.atomic():
        customer = locked(actor, customer_id)
        people.archive_customer(actor=actor, customer=customer, now=now)
        tell(actor, customer.pk, Kind.ARCHIVED, now=now)


def restore_customer(*, actor: Actor, customer_id: UUID, now: datetime) -> None:
    """Offer an archived customer again; one who was merged away comes back by undoing that. Raises NotFound, NotAllowed,
    PutAway (merged)."""
    with transaction.atomic():
        customer = locked(actor, customer_id, even_archived=True)
        if Merge.objects.filter(absorbed=customer, undone_at=None).exists():
            raise PutAway
        if customer.archived_at is not None:
            people.restore_customer(actor=actor, customer=customer, now=now)
            tell(actor, customer.pk, Kind.RESTORED, now=now)


def locked(actor: Actor, customer_id: UUID, *, even_archived: bool = False) -> Customer:
    """The customer's row, locked to write in the record. Raises NotFound, NotAllowed, PutAway."""
    if not visible_to(actor).filter(pk=customer_id).exists():
        raise NotFound
    if not can_edit(actor):
        raise NotAllowed
    customer = Customer.objects.select_for_update().get(pk=customer_id)
    if customer.archived_at is not None and not even_archived:
        raise PutAway
    return customer


def tell(
    actor: Actor,
    customer_id: UUID,
    kind: Entry.Kind,
    *,
    now: datetime,
    fields: Sequence[str] = (),
    merge: Merge | None = None,
) -> None:
    """Write a line of the record's history, beside the event that the change emits."""
    Entry.objects.create(
        customer_id=customer_id, kind=kind, at=now, by_id=actor.user_id, fields=list(fields), merge=merge
    )
