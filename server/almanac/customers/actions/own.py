"""What a customer writes about themselves: details, language and zone, whether news may come."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.customers.actions.records import Kind, tell
from almanac.customers.queries.own import wants_news
from almanac.kit.actor import Actor, Role
from almanac.kit.errors import NotAllowed, SignInNeeded
from almanac.people.actions import customers as people
from almanac.people.actions.me import Details, change_me
from almanac.people.models import Consent, Customer, User

NEWS_VERSION = "news 2026-11"  # the sentence beside the tick; a change of it is a new version


def locked_own(actor: Actor, *, now: datetime) -> Customer:
    """The signed-in customer's own row, locked; made on the first occasion. In a transaction. Raises SignInNeeded,
    NotAllowed for anybody who is no customer."""
    user = User.objects.select_for_update().get(pk=_user_id(actor))
    found = Customer.objects.select_for_update().filter(user=user, archived_at=None).first()
    if found is not None:
        return found
    return people.record_customer(
        actor=actor,
        name=user.get_full_name(),
        email=user.email,
        phone=user.phone,
        language=user.language,
        zone="Europe/London",
        now=now,
    )


def change_details(*, actor: Actor, name: str, phone: str, seen: int | None, now: datetime) -> User:
    """One's own name and phone. Raises SignInNeeded, NotAllowed, InvalidInput, Conflict."""
    user_id = _user_id(actor)
    with transaction.atomic():
        before = User.objects.filter(pk=user_id).values_list("revision", flat=True).first()
        user = change_me(actor=actor, details=Details(name=name, phone=phone), revision=seen, now=now)
        if user.revision != before and actor.customer_id is not None:
            tell(actor, actor.customer_id, Kind.CHANGED, fields=["name", "phone"], now=now)
    return user


def set_preferences(*, actor: Actor, language: str, zone: str, news: bool, now: datetime) -> Customer:
    """The language of letters, the clock sessions are told by, and whether news may come. Raises SignInNeeded,
    NotAllowed, InvalidInput."""
    with transaction.atomic():
        customer = locked_own(actor, now=now)
        wanted = {"language": language, "zone": zone}
        changed = people.change_customer(actor=actor, customer=customer, wanted=wanted, now=now)
        if changed:
            tell(actor, customer.pk, Kind.CHANGED, fields=changed, now=now)
        kind = Consent.Kind.MARKETING.value
        if news and not wants_news(customer):
            people.give_consent(actor=actor, customer_id=customer.pk, kind=kind, text_version=NEWS_VERSION, now=now)
        if not news:
            people.withdraw_consent(actor=actor, customer_id=customer.pk, kind=kind, now=now)
    return customer


def _user_id(actor: Actor) -> UUID:
    if actor.user_id is None:
        raise SignInNeeded
    if actor.role is not Role.CUSTOMER:
        raise NotAllowed
    return actor.user_id
