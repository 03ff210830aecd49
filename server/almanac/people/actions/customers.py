"""Recording who things are for, and what they agreed to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from almanac.kit.actor import Actor, Role
from almanac.kit.errors import InvalidInput
from almanac.kit.text import one_line
from almanac.outbox.actions import emit
from almanac.people import phones
from almanac.people.actions.rows import write
from almanac.people.events import (
    OLD_EMAIL,
    ConsentGiven,
    ConsentWithdrawn,
    CustomerArchived,
    CustomerChanged,
    CustomerRecorded,
    CustomerRestored,
)
from almanac.people.models import Consent, Customer, User


def record_customer(
    *, actor: Actor, name: str, email: str, phone: str, language: str, zone: str, now: datetime
) -> Customer:
    """The customer something is booked for: the signed-in person's own row, else a new one for a guest.

    A guest is never matched to a known e-mail: a stranger must not learn whether it is known. Raises InvalidInput.
    """
    typed = {"name": name.strip(), "email": email.strip(), "phone": phones.normalised(phone)}
    values = {"language": language, "zone": zone, **typed}
    with transaction.atomic(savepoint=False):
        if actor.role is Role.CUSTOMER and actor.user_id is not None:
            customer, is_new = Customer.objects.get_or_create(user_id=actor.user_id, defaults=values)
        else:  # a guest, or somebody of the team on behalf of a caller
            recorder = actor.user_id if actor.is_team else None
            customer, is_new = Customer.objects.create(**values, recorded_by_id=recorder), True
        if is_new:
            emit(CustomerRecorded(customer_id=customer.id, is_guest=customer.user_id is None), actor=actor, at=now)
        else:
            _complete(customer, typed)
    return customer


def give_consent(*, actor: Actor, customer_id: UUID, kind: str, text_version: str, now: datetime) -> Consent:
    """Record that a customer agreed to a text. Raises InvalidInput for an unknown kind."""
    if kind not in Consent.Kind.values:
        raise InvalidInput(fields={"kind": ["There is no such consent."]})
    with transaction.atomic(savepoint=False):
        consent = Consent.objects.create(customer_id=customer_id, kind=kind, text_version=text_version, given_at=now)
        emit(ConsentGiven(customer_id=customer_id, kind=kind, text_version=text_version), actor=actor, at=now)
    return consent


def withdraw_consent(*, actor: Actor, customer_id: UUID, kind: str, now: datetime) -> bool:
    """Take back what a customer agreed to; the rows stay. False when there was nothing to take back."""
    with transaction.atomic():
        given = Consent.objects.filter(customer_id=customer_id, kind=kind, withdrawn_at=None)
        if not given.update(withdrawn_at=now):
            return False
        emit(ConsentWithdrawn(customer_id=customer_id, kind=kind), actor=actor, at=now)
    return True


def change_customer(*, actor: Actor, customer: Customer, wanted: dict[str, str], now: datetime) -> list[str]:
    """Write another name, phone, language, zone or e-mail, and for somebody who signs in their account's as well; tells
    which fields changed. A guest whose e-mail the team changes is told at the one from before (what follows the event): by the
    new one their orders may go to an account. Runs in the caller's transaction, under its lock; who may is the caller's to check.

    Raises InvalidInput: no name, a number or an address that cannot be, or an e-mail somebody signs in with, which they
    alone change, because whoever reads that mailbox holds the account.
    """
    checked = checked_customer(wanted)
    changes = {field: value for field, value in checked.items() if getattr(customer, field) != value}
    if not changes:
        return []
    if customer.user_id and "email" in changes:
        raise InvalidInput(fields={"email": ["They sign in with this e-mail, so only they can change it."]})
    old_email = customer.email if actor.is_team and "email" in changes else ""
    write(customer, changes)
    if customer.user_id:
        user = User.objects.select_for_update().get(pk=customer.user_id)
        write(user, {field: value for field, value in changes.items() if field in ("name", "phone", "language")})
    fact = CustomerChanged(customer_id=customer.pk, fields=sorted(changes))
    emit(fact, actor=actor, at=now, personal={OLD_EMAIL: old_email} if old_email else None)
    return sorted(changes)


def checked_customer(typed: dict[str, str]) -> dict[str, str]:
    """The fields as they are stored, all faults told at once. Raises InvalidInput."""
    values, faults = dict(typed), dict[str, list[str]]()
    for field in ("name", "email", "phone", "zone"):
        if field in typed:
            try:
                values[field] = _CHECKS[field](typed[field])
            except InvalidInput as fault:
                faults |= fault.fields
    if faults:
        raise InvalidInput(fields=faults)
    return values


def archive_customer(*, actor: Actor, customer: Customer, now: datetime) -> None:
    """Put a customer away: not offered any more, but their orders stay. In the caller's transaction."""
    _set_archived(customer, now)
    emit(CustomerArchived(customer_id=customer.pk), actor=actor, at=now)


def restore_customer(*, actor: Actor, customer: Customer, now: datetime) -> None:
    """Offer an archived customer again. In the caller's transaction."""
    _set_archived(customer, None)
    emit(CustomerRestored(customer_id=customer.pk), actor=actor, at=now)


def _set_archived(customer: Customer, at: datetime | None) -> None:
    customer.archived_at = at
    customer.revision += 1
    customer.save(update_fields=["archived_at", "revision"])


def _name(typed: str) -> str:
    if not (name := one_line(typed)):
        raise InvalidInput(fields={"name": ["Please tell us a name."]})
    return name


def _email(typed: str) -> str:
    email = typed.strip()
    try:
        if email:
            validate_email(email)
    except ValidationError:
        raise InvalidInput(fields={"email": ["Please check this e-mail address."]}) from None
    return email


def _zone(typed: str) -> str:
    if typed not in available_timezones():
        raise InvalidInput(fields={"zone": ["This time zone is not known."]})
    return typed


_CHECKS: dict[str, Callable[[str], str]] = {"name": _name, "email": _email, "phone": phones.normalised, "zone": _zone}


def _complete(customer: Customer, typed: dict[str, str]) -> None:
    """Fill in what an account did not say yet; what it says stays, a booking does not change it."""
    write(customer, {field: value for field, value in typed.items() if value and not getattr(customer, field)})
