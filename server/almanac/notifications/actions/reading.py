"""What somebody does with their own messages: reading them, saying what they want where, devices that show them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotFound
from almanac.notifications.models import Device, Muted
from almanac.notifications.providers import web_push
from almanac.notifications.queries.own import own_messages, password_hash
from almanac.people.models import User

MOST_DEVICES = 10


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a browser says where its messages are to be sent (W3C Push API); `name` is what its owner knows it by."""

    endpoint: str
    p256dh: str
    auth: str
    name: str


def mark_read(*, actor: Actor, message_ids: Collection[UUID] | None, now: datetime) -> int:
    """Mark messages of the actor's list as read, all of them where none are named; tells how many were not before. Others' are
    left alone."""
    rows = own_messages(actor).filter(read_at=None)
    if message_ids is not None:
        rows = rows.filter(pk__in=message_ids)
    return rows.update(read_at=now)


def mute(*, actor: Actor, muted: Collection[tuple[str, str]]) -> None:
    """Keep what the actor does not want, in place of what they said before: pairs of kind and channel."""
    if actor.user_id is None:
        raise NotFound
    with transaction.atomic():
        Muted.objects.filter(user=actor.user_id).delete()
        rows = [Muted(user_id=actor.user_id, kind=kind, channel=channel) for kind, channel in sorted(set(muted))]
        Muted.objects.bulk_create(rows, ignore_conflicts=True)  # from another tab at the same moment


def add_device(*, actor: Actor, subscription: Subscription, session_key: str, now: datetime) -> Device:
    """Let a browser show the actor's messages while this sign-in of theirs is good. Whoever signed in there before gets none
    there any more; of more than ten devices the oldest is let go. Raises InvalidInput for what is no browser's push service."""
    if actor.user_id is None:
        raise NotFound
    if not web_push.is_push_service(subscription.endpoint):
        raise InvalidInput(fields={"endpoint": ["This is no push service that we know."]})
    if not web_push.are_keys(subscription.p256dh, subscription.auth):
        raise InvalidInput(fields={"keys": ["These are no keys to encrypt for a browser by."]})
    with transaction.atomic():
        device, _ = Device.objects.update_or_create(
            endpoint_hash=_hashed(subscription.endpoint),
            defaults={
                "user_id": actor.user_id,
                "endpoint": subscription.endpoint,
                "p256dh": subscription.p256dh,
                "auth": subscription.auth,
                "name": subscription.name,
                "session_hash": _hashed(session_key),
                "password_hash": password_hash(User.objects.get(pk=actor.user_id)),
                "created_at": now,
            },
        )
        kept = Device.objects.filter(user=actor.user_id).order_by("-created_at", "-pk").values_list("pk", flat=True)
        Device.objects.filter(pk__in=list(kept)[MOST_DEVICES:]).delete()
    return device


def forget_device(*, actor: Actor, device_id: UUID | None = None, endpoint: str = "") -> None:
    """Show the actor's messages there no longer: on a device, or in the browser of an endpoint. Nothing where it is none of
    theirs."""
    mine = Device.objects.filter(user=actor.user_id)
    mine = mine.filter(pk=device_id) if device_id else mine.filter(endpoint_hash=_hashed(endpoint))
    mine.delete()


def forget_signed_out(*, user_id: UUID, living: Collection[str]) -> None:
    """Sign-ins of an account were ended: only what shows messages by one of those that are `living` (by their keys) goes on."""
    kept = set(map(_hashed, living))
    Device.objects.filter(user=user_id).exclude(session_hash__in=kept).delete()


def forget_by_session(*, session_key: str) -> None:
    """A sign-in is over: what shows messages by it shows none any more."""
    Device.objects.filter(session_hash=_hashed(session_key)).delete()


def forget_all_but(*, user: User, session_key: str) -> None:
    """An account has another password, which ends its other sign-ins; the one by which it was chosen gets another key by that."""
    mine = Device.objects.filter(user=user.pk)
    mine.exclude(session_hash=_hashed(session_key)).delete()
    mine.update(session_hash="", password_hash=password_hash(user))


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
