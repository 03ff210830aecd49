"""Writes of people: recording customers, changing one's own details, giving consent, setting managers' scopes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound, SignInNeeded
from almanac.outbox.actions import emit
from almanac.people import phones
from almanac.people.events import (
    ConsentGiven,
    CustomerRecorded,
    DetailsChanged,
    ManagerScopeChanged,
    ScopeFacts,
)
from almanac.people.models import Consent, Customer, ManagerScope, StaffMember, User
from almanac.people.permissions import can_edit_scopes, can_hold_scope


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of somebody; None leaves it as it is."""

    name: str | None = None
    phone: str | None = None
    language: str | None = None


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
            customer, is_new = Customer.objects.create(**values), True
        if is_new:
            emit(CustomerRecorded(customer_id=customer.id, is_guest=customer.user_id is None), actor=actor, at=now)
        else:
            _complete(customer, typed)
    return customer


def change_me(*, actor: Actor, details: Details, revision: int | None, now: datetime) -> User:
    """Change the signed-in person's own details, and those of the customer they are. Raises SignInNeeded,
    InvalidInput, Conflict (`revision` is not the stored one)."""
    if actor.user_id is None:
        raise SignInNeeded
    changes = _checked(details)
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=actor.user_id)
        if revision is not None and revision != user.revision:
            raise Conflict
        changed = sorted(field for field, value in changes.items() if getattr(user, field) != value)
        if changed:
            _write(user, changes)
            for customer in Customer.objects.filter(user=user):
                _write(customer, changes)
            emit(DetailsChanged(user_id=user.id, fields=changed), actor=actor, at=now)
    return user


def give_consent(*, actor: Actor, customer_id: UUID, kind: str, text_version: str, now: datetime) -> Consent:
    """Record that a customer agreed to a text. Raises InvalidInput for an unknown kind."""
    if kind not in Consent.Kind.values:
        raise InvalidInput(fields={"kind": ["There is no such consent."]})
    with transaction.atomic():
        consent = Consent.objects.create(customer_id=customer_id, kind=kind, text_version=text_version, given_at=now)
        emit(ConsentGiven(customer_id=customer_id, kind=kind, text_version=text_version), actor=actor, at=now)
    return consent


def set_manager_scope(
    *,
    actor: Actor,
    user_id: UUID,
    staff_ids: Collection[UUID],
    actions: Collection[ScopeAction],
    revision: int | None,
    now: datetime,
) -> ManagerScope:
    """Replace what a manager may see and do; holds from their next request on.

    Raises NotAllowed, NotFound (no such manager), InvalidInput (unknown staff member), Conflict.
    """
    if not can_edit_scopes(actor):
        raise NotAllowed
    with transaction.atomic():
        user = User.objects.select_for_update().filter(pk=user_id).first()
        if user is None or not can_hold_scope(user.role):
            raise NotFound
        known = _known_staff(staff_ids)
        scope, _ = ManagerScope.objects.get_or_create(user=user, defaults={"revision": 0})
        if revision is not None and revision != scope.revision:
            raise Conflict
        before = _facts(scope)
        scope.actions = sorted({action.value for action in actions})
        scope.revision += 1
        scope.save(update_fields=["actions", "revision"])
        scope.staff_members.set(known)
        emit(ManagerScopeChanged(user_id=user_id, before=before, after=_facts(scope)), actor=actor, at=now)
    return scope


def _complete(customer: Customer, typed: dict[str, str]) -> None:
    """Fill in what an account did not say yet; what it says stays, a booking does not change it."""
    _write(customer, {field: value for field, value in typed.items() if value and not getattr(customer, field)})


def _checked(details: Details) -> dict[str, str]:
    changes: dict[str, str] = {}
    if details.name is not None:
        if not details.name.strip():
            raise InvalidInput(fields={"name": ["Please tell us a name."]})
        changes["name"] = details.name.strip()
    if details.phone is not None:
        changes["phone"] = phones.normalised(details.phone)
    if details.language is not None:
        changes["language"] = details.language
    return changes


def _write(row: User | Customer, changes: dict[str, str]) -> None:
    if not changes:
        return
    for field, value in changes.items():
        setattr(row, field, value)
    row.revision += 1
    row.save(update_fields=[*changes, "revision"])


def _known_staff(staff_ids: Collection[UUID]) -> list[StaffMember]:
    known = list(StaffMember.objects.filter(pk__in=staff_ids))
    if len(known) < len(set(staff_ids)):
        raise InvalidInput(fields={"staff_ids": ["At least one of these staff members does not exist."]})
    return known


def _facts(scope: ManagerScope) -> ScopeFacts:
    return ScopeFacts(staff_ids=sorted(scope.staff_members.values_list("pk", flat=True)), actions=scope.actions)
