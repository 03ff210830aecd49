"""What a customer reads of themselves. The record may not be there yet: then it is made when something is written."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F

from almanac.kit.actor import Actor, Role
from almanac.kit.errors import NotAllowed, SignInNeeded
from almanac.people.models import Consent, Customer, User
from almanac.places.models import Address


@dataclass(frozen=True, slots=True)
class Preferences:
    language: str
    zone: str
    news: bool


def account(actor: Actor) -> User:
    """The row of whoever is signed in as a customer. Raises SignInNeeded, NotAllowed."""
    if actor.user_id is None:
        raise SignInNeeded
    if actor.role is not Role.CUSTOMER:
        raise NotAllowed
    return User.objects.get(pk=actor.user_id)


def own_customer(actor: Actor) -> Customer | None:
    """One's own record, if there is one yet. Raises SignInNeeded, NotAllowed."""
    return Customer.objects.filter(user=account(actor), archived_at=None).first()


def addresses(actor: Actor) -> list[Address]:
    """One's saved addresses, the usual one first. Raises SignInNeeded, NotAllowed."""
    user = account(actor)
    rows = Address.objects.filter(customer__user=user, customer__archived_at=None, archived_at=None)
    return list(rows.order_by(F("is_usual").desc(), "pk"))


def preferences(actor: Actor) -> Preferences:
    """Language, zone, news. Raises SignInNeeded, NotAllowed."""
    customer, user = own_customer(actor), account(actor)
    return Preferences(
        language=user.language,
        zone=customer.zone if customer else "Europe/London",
        news=customer is not None and wants_news(customer),
    )


def wants_news(customer: Customer) -> bool:
    """Whether news and offers may be sent."""
    given = Consent.objects.filter(customer=customer, kind=Consent.Kind.MARKETING, withdrawn_at=None)
    return given.exists()
