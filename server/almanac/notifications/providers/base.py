"""What every way of sending e-mail does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Email:
    """A finished message. `calendar` is iCalendar text, empty for none; `message_id` stays the same in a repeat."""

    message_id: str
    from_name: str
    to_address: str
    reply_to: str
    subject: str
    text: str
    html: str
    calendar: str = ""
    calendar_method: str = ""


class TemporaryFailure(Exception):
    """It may work later: no connection, a time-out, a 4xx answer. The words hold no personal data."""


class PermanentFailure(Exception):
    """It will never work: the receiving side refused this message or address. The words hold no personal data."""


class EmailProvider(Protocol):
    """One way of sending; `name` is what settings call it."""

    name: str

    def send(self, email: Email) -> str:
        """Hand the message over and return the provider's own id, empty if it has none.

        Waits seconds at most. Raises TemporaryFailure or PermanentFailure; returns only when it was accepted.
        """
        ...
