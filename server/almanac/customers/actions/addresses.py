"""A customer's addresses, written by the team or by the customer: added, changed, put away, made the usual one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from almanac.customers.actions.own import locked_own
from almanac.customers.actions.records import Kind, locked, tell
from almanac.kit.actor import Actor, Role
from almanac.kit.errors import Conflict, InvalidInput, NotFound
from almanac.kit.text import many_lines, one_line
from almanac.people.models import Customer
from almanac.places import actions as places
from almanac.places.models import Address
from almanac.places.providers.base import Located
from almanac.places.queries import locate
from almanac.scheduling.models import Appointment

MOST = 50
WHERE = ("line1", "line2", "city", "postcode")


@dataclass(frozen=True, slots=True)
class Typed:
    """An address as typed. `access_notes` None leaves them as they are: who may not read them can still write new ones."""

    line1: str
    line2: str
    town: str
    postcode: str
    access_notes: str | None


def add_address(*, actor: Actor, customer_id: UUID | None, typed: Typed, now: datetime) -> Address:
    """One more address; the same one again is the one there is. Without `customer_id` it is one's own.

    Raises SignInNeeded, NotFound, NotAllowed, PutAway, InvalidInput and what `locate` raises.
    """
    lines, located = _lines(typed), locate(typed.postcode, now=now)
    with transaction.atomic():
        customer = _owner(actor, customer_id, now)
        if Address.objects.filter(customer=customer, archived_at=None).count() >= MOST:
            raise InvalidInput(fields={"line1": [f"There are {MOST} addresses already. Please remove one first."]})
        address = places.add_address(
            actor=actor,
            customer_id=customer.pk,
            line1=lines["line1"],
            line2=lines["line2"],
            city=lines["city"],
            located=located,
            access_notes=many_lines(typed.access_notes or ""),
            now=now,
        )
        tell(actor, customer.pk, Kind.ADDRESS_ADDED, now=now)
    return address


def change_address(
    *, actor: Actor, customer_id: UUID | None, address_id: UUID, typed: Typed, seen: int | None, now: datetime
) -> Address:
    """Other lines, another postcode, other access notes. An address that visits were booked at stays for them as it is:
    then the change is a new one in its place. Raises as add_address does, and Conflict."""
    lines, located = _lines(typed), locate(typed.postcode, now=now)  # which may have to ask a company
    with transaction.atomic():
        customer = _owner(actor, customer_id, now)
        address = _address(customer, address_id)
        if seen is not None and seen != address.revision:
            raise Conflict
        where = {**lines, "postcode": located.postcode}
        notes = address.access_notes if typed.access_notes is None else many_lines(typed.access_notes)
        is_elsewhere = any(getattr(address, field) != where[field] for field in WHERE)
        if is_elsewhere and Appointment.objects.filter(address=address).exists():
            return _replaced(actor=actor, old=address, where=where, located=located, notes=notes, now=now)
        changes: dict[str, Any] = {**where, "access_notes": notes}
        if address.postcode != located.postcode:
            changes |= {"latitude": located.place.latitude, "longitude": located.place.longitude}
        changed = places.change_address(actor=actor, address=address, changes=changes, now=now)
        if changed:
            tell(actor, customer.pk, Kind.ADDRESS_CHANGED, now=now)
    return address


def archive_address(*, actor: Actor, customer_id: UUID | None, address_id: UUID, now: datetime) -> None:
    """Offer this address no more; what was booked there stays. Raises SignInNeeded, NotFound, NotAllowed, PutAway."""
    with transaction.atomic():
        customer = _owner(actor, customer_id, now)
        places.archive_address(actor=actor, address=_address(customer, address_id), now=now)
        tell(actor, customer.pk, Kind.ADDRESS_ARCHIVED, now=now)


def make_usual(*, actor: Actor, customer_id: UUID | None, address_id: UUID, now: datetime) -> None:
    """The address that is offered first. Raises SignInNeeded, NotFound, NotAllowed, PutAway."""
    with transaction.atomic():
        customer = _owner(actor, customer_id, now)
        places.make_usual(actor=actor, address=_address(customer, address_id), now=now)


def _owner(actor: Actor, customer_id: UUID | None, now: datetime) -> Customer:
    if customer_id is None or (actor.role is Role.CUSTOMER and customer_id == actor.customer_id):
        return locked_own(actor, now=now)
    return locked(actor, customer_id)


def _address(customer: Customer, address_id: UUID) -> Address:
    found = Address.objects.filter(pk=address_id, customer=customer, archived_at=None).first()
    if found is None:
        raise NotFound
    return found


def _replaced(
    *, actor: Actor, old: Address, where: dict[str, str], located: Located, notes: str, now: datetime
) -> Address:
    was_usual = old.is_usual
    places.archive_address(actor=actor, address=old, now=now)
    new = places.add_address(
        actor=actor,
        customer_id=old.customer_id,
        line1=where["line1"],
        line2=where["line2"],
        city=where["city"],
        located=located,
        access_notes=notes,
        now=now,
    )
    if was_usual:
        places.make_usual(actor=actor, address=new, now=now)
    tell(actor, old.customer_id, Kind.ADDRESS_CHANGED, now=now)
    return new


def _lines(typed: Typed) -> dict[str, str]:
    lines = {"line1": one_line(typed.line1), "line2": one_line(typed.line2), "city": one_line(typed.town)}
    faults = {}
    if not lines["line1"]:
        faults["line1"] = ["Please tell us the house and street."]
    if not lines["city"]:
        faults["town"] = ["Please tell us the town."]
    if faults:
        raise InvalidInput(fields=faults)
    return lines
