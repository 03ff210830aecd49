"""What an account may read of its messages, and what it does not want."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db.models import QuerySet

from almanac.business import queries as business
from almanac.business.policies import TextPolicy
from almanac.kit.actor import Actor
from almanac.notifications.kinds import MessageKind
from almanac.notifications.models import Delivery, Device, Muted
from almanac.notifications.short_links import hashed
from almanac.people.models import Customer, User


def own_messages(actor: Actor) -> QuerySet[Delivery]:
    """The list of whoever is signed in."""
    return Delivery.objects.filter(user=actor.user_id, channel=Delivery.Channel.IN_APP)


def unread_count(actor: Actor) -> int:
    """How many of them were not read. One SQL query."""
    return own_messages(actor).filter(read_at=None).count()


def devices_of(actor: Actor) -> list[Device]:
    """The devices that show messages to whoever is signed in, in the order they came."""
    return list(Device.objects.filter(user=actor.user_id))


def phone_of(actor: Actor) -> str:
    """The number that texts to whoever is signed in go to, or empty. One SQL query."""
    if actor.customer_id is not None:
        return Customer.objects.filter(pk=actor.customer_id).values_list("phone", flat=True).first() or ""
    if actor.user_id is not None:
        return User.objects.filter(pk=actor.user_id).values_list("phone", flat=True).first() or ""
    return ""


def texted_kinds() -> set[MessageKind]:
    """The kinds that some business sends as texts. Two SQL queries."""
    open_ones = [row.pk for row in business.open_businesses()]
    said = business.some_policy(open_ones, TextPolicy).values()
    return {kind for kind in MessageKind if any(getattr(rules, kind.value) for rules in said)}


def muted_of(actor: Actor) -> set[tuple[str, str]]:
    """Kinds and channels that whoever is signed in does not want."""
    return set(Muted.objects.filter(user=actor.user_id).values_list("kind", "channel"))


def muted_channels(user_id: UUID, kind: MessageKind) -> set[str]:
    """The channels over which an account does not want a kind. One SQL query."""
    return set(Muted.objects.filter(user=user_id, kind=kind).values_list("channel", flat=True))


def password_hash(user: User) -> str:
    """What becomes another when the password does, by whatever way that happens."""
    return hashlib.sha256(user.get_session_auth_hash().encode()).hexdigest()


def long_link(word: str) -> str | None:
    """Where a short link leads, or None."""
    row = Delivery.objects.filter(short_link=hashed(word)).only("link").first()
    return row.link if row else None
