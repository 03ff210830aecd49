"""The task that hands one message over."""

from __future__ import annotations

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from almanac.notifications.models import Delivery
from almanac.outbox.actions import enqueue

SEND = "notifications.send"


def message_id(delivery: Delivery) -> str:
    """A Message-ID for the next sending of a letter: its own id for the first, with the number of tries before it for one by
    hand, so that nobody takes that for a repeat."""
    tries = f"-{delivery.attempts}" if delivery.attempts else ""
    return f"<{delivery.pk}{tries}@{parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition('@')[2]}>"


def queue(delivery: Delivery, *, due_at: datetime) -> None:
    """Have a message handed over, once, from `due_at` on."""
    enqueue(SEND, args={"delivery_id": str(delivery.pk)}, due_at=due_at, key=f"delivery:{delivery.pk}")
