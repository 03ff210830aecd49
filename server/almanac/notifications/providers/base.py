"""What every way of sending messages does: e-mail, texts to mobile telephones, notifications on devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Email:
    """A finished message. `calendar` is iCalendar text, empty for none; `message_id` stays the same in a repeat, and so does
    `reference`, which is the part of it before the @: letters of ASCII, digits and dashes."""

    message_id: str
    reference: str
    from_name: str
    to_address: str
    reply_to: str
    subject: str
    text: str
    html: str
    calendar: str = ""
    calendar_method: str = ""


@dataclass(frozen=True, slots=True)
class Sms:
    """A text to a number in E.164. `reference` is ours; `is_repeat`: it was tried before and may have been accepted then, but not
    before `written_at`."""

    reference: str
    to: str
    text: str
    written_at: datetime
    is_repeat: bool


@dataclass(frozen=True, slots=True)
class Push:
    """A notification for a browser's push service, encrypted for that browser. One with the same `reference` takes its place."""

    reference: str
    endpoint: str
    p256dh: str
    auth: str
    title: str
    text: str
    link: str


class TemporaryFailure(Exception):
    """It may work later: no connection, a time-out, a 4xx answer. The words hold no personal data."""


class PermanentFailure(Exception):
    """It will never work: the receiving side refused this message or address. The words hold no personal data."""


class TargetGone(PermanentFailure):
    """Nothing can be sent there any more."""


class EmailProvider(Protocol):
    """One way of sending; `name` is what settings call it."""

    name: str

    def send(self, email: Email) -> str:
        """Hand the message over and return the provider's own id, empty if it has none.

        Waits seconds at most. Raises TemporaryFailure or PermanentFailure; returns only when it was accepted.
        """
        ...


class SmsProvider(Protocol):
    """One company that carries texts; `name` is what settings call it."""

    name: str

    def send(self, sms: Sms) -> str:
        """Hand the text over and return the company's own id; a repeat that was accepted before is found, not sent twice.

        Waits seconds at most. Raises TemporaryFailure or PermanentFailure; returns only when it was accepted.
        """
        ...

    def read_report(self, *, url: str, form: Mapping[str, str], signature: str) -> Report | None:
        """What its message about a text says, None where the signature is not the company's."""
        ...


class ReportingProvider(Protocol):
    """A company that says later what became of e-mails."""

    name: str

    def read_reports(self, *, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Report] | None:
        """What its message says, None where the signature is not the company's. Header names are lower case."""
        ...


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a message: it is there, it failed for good (`failure`, without personal data), or neither yet. `reference`
    is ours, where the company repeats it; else the company's own id says which message it is."""

    provider_id: str
    is_there: bool
    failure: str
    reference: str = ""


class PushProvider(Protocol):
    """The way to the push services of browsers."""

    def send(self, push: Push) -> str:
        """Hand it over and return where the service keeps it. Raises TemporaryFailure, PermanentFailure, TargetGone."""
        ...
