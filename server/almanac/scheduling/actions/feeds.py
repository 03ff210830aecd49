"""The secret address of somebody's appointments: made, made anew, taken away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from almanac.kit import ids
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, SignInNeeded
from almanac.outbox.actions import emit
from almanac.people.models import User
from almanac.scheduling.events import CalendarFeedChanged
from almanac.scheduling.models import CalendarFeed
from almanac.scheduling.permissions import can_have_feed
from almanac.scheduling.queries.feeds import token_hash


def open_feed(*, actor: Actor, now: datetime) -> CalendarFeed:
    """A new address; the one there was stops working. Raises SignInNeeded, NotAllowed."""
    if actor.user_id is None:
        raise SignInNeeded
    if not can_have_feed(actor):
        raise NotAllowed
    token = ids.secret_token()
    with transaction.atomic():
        User.objects.select_for_update().get(pk=actor.user_id)  # two presses at once must not make two
        CalendarFeed.objects.filter(user_id=actor.user_id).delete()
        feed = CalendarFeed.objects.create(user_id=actor.user_id, token=token, token_hash=token_hash(token))
        emit(CalendarFeedChanged(user_id=actor.user_id, what="opened"), actor=actor, at=now)
    return feed


def close_feed(*, actor: Actor, now: datetime) -> None:
    """Whoever has the address reads nothing any more; none to close is nothing to do. Raises SignInNeeded."""
    if actor.user_id is None:
        raise SignInNeeded
    with transaction.atomic():
        gone, _ = CalendarFeed.objects.filter(user_id=actor.user_id).delete()
        if gone:
            emit(CalendarFeedChanged(user_id=actor.user_id, what="closed"), actor=actor, at=now)
