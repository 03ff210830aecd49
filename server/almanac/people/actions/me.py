"""Changing one's own details."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, SignInNeeded
from almanac.outbox.actions import emit
from almanac.people import phones
from almanac.people.actions.rows import write
from almanac.people.events import DetailsChanged
from almanac.people.models import Customer, User


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of somebody; None leaves it as it is."""

    name: str | None = None
    phone: str | None = None
    language: str | None = None


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
            write(user, changes)
            for customer in Customer.objects.filter(user=user):
                write(customer, changes)
            emit(DetailsChanged(user_id=user.id, fields=changed), actor=actor, at=now)
    return user


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
