"""What tests of companies that carry e-mail share: a stand-in, what it took, and its reports on their way in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test import Client

from almanac.kit import clock
from almanac.notifications import registry
from almanac.notifications.models import Delivery
from almanac.notifications.providers.base import Email, EmailProvider
from almanac.notifications.tests.factories import confirmed, mails
from almanac.notifications.tests.telephones import running
from almanac.outbox import worker
from almanac.people.models import Customer
from almanac.scheduling.models import Appointment
from fakes.mailing import Mailer
from fakes.resend import account as resend_account
from fakes.resend.server import Fake as Resend
from fakes.sendgrid import account as sendgrid_account
from fakes.sendgrid.server import Fake as Sendgrid
from tests.cast import Person

Message = tuple[bytes, dict[str, str]]


class Company:
    """One that carries e-mail, as far as a test sees it."""

    def __init__(self, fake: Mailer, door: str) -> None:
        self.fake = fake
        self.door = f"/api/mail-reports/{door}"

    def wish(self, verb: str, **more: Any) -> Any:
        return self.fake.wish(verb, more)

    def mails(self) -> list[dict[str, Any]]:
        """What was taken, oldest first."""
        worker.drain()
        found: list[dict[str, Any]] = self.wish("messages")["messages"]
        return found

    def messages(self, *, backwards: bool = False) -> list[Message]:
        """What became of everything, signed and not sent yet."""
        self.wish("advance")
        return self.fake.telling.messages(backwards=backwards)

    def report(self, *messages: Message, backwards: bool = False) -> list[int]:
        """These come in, or all that are on their way; how each was answered."""
        return [self.told(*message) for message in messages or self.messages(backwards=backwards)]

    def told(self, body: bytes, headers: dict[str, str]) -> int:
        named = {name: value for name, value in headers.items() if name != "Content-Type"}
        return Client().post(self.door, body, content_type="application/json", headers=named).status_code


def _now() -> float:
    return clock.now().timestamp()


@contextmanager
def resend(settings: Any) -> Iterator[Company]:
    """Resend carries the letters of this installation."""
    with Resend(clock=_now) as fake, running(fake):
        settings.EMAIL_PROVIDER, settings.RESEND_URL = "resend", fake.url
        settings.RESEND_API_KEY = resend_account.API_KEY
        settings.RESEND_WEBHOOK_SECRET = resend_account.WEBHOOK_SECRET
        yield Company(fake, "resend")


@contextmanager
def sendgrid(settings: Any) -> Iterator[Company]:
    """SendGrid carries the letters of this installation."""
    with Sendgrid(clock=_now) as fake, running(fake):
        settings.EMAIL_PROVIDER, settings.SENDGRID_URL = "sendgrid", fake.url
        settings.SENDGRID_API_KEY = sendgrid_account.API_KEY
        settings.SENDGRID_WEBHOOK_KEY = sendgrid_account.WEBHOOK_KEY
        yield Company(fake, "sendgrid")


def to_customer() -> Delivery:
    return mails().get(recipient="customer")


def written(visit: Appointment, email: str = "") -> Delivery:
    """The customer's letter that confirms a visit, as it stands after the worker's first round."""
    if email:
        Customer.objects.filter(pk=visit.customer_id).update(email=email)
    confirmed(visit)
    worker.drain()
    return to_customer()


def sent_again(ada: Person, row: Delivery) -> Delivery:
    """Support sends it once more."""
    body = {"action": "send_again", "_selected_action": [str(row.pk)]}
    ada.client.post("/admin/notifications/delivery/", body)
    worker.drain()
    return to_customer()


class Killed(BaseException):
    """Stands for SIGKILL: nothing after it runs, as nothing catches it."""


class DyingProvider:
    """Dies in its first message, before or after the company has accepted it."""

    def __init__(self, provider: EmailProvider, *, after_acceptance: bool) -> None:
        self.name, self.provider = provider.name, provider
        self.after_acceptance = after_acceptance
        self.has_died = False

    def send(self, email: Email) -> str:
        if self.has_died:
            return self.provider.send(email)
        self.has_died = True
        if self.after_acceptance:
            self.provider.send(email)
        raise Killed


def dies_once(monkeypatch: pytest.MonkeyPatch, *, after_acceptance: bool) -> None:
    dying = DyingProvider(registry.email_provider(), after_acceptance=after_acceptance)
    monkeypatch.setitem(registry._providers, dying.name, dying)
