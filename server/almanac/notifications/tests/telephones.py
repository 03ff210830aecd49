"""What tests of texts and notifications share: stand-ins for the companies that carry them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.test import Client

from almanac.kit import clock
from almanac.notifications.models import Delivery
from almanac.notifications.providers.web_push import public_key
from almanac.outbox import worker
from fakes.push_service.server import Fake as PushService
from fakes.twilio.account import ACCOUNT_SID, AUTH_TOKEN, FROM
from fakes.twilio.server import Fake as Twilio
from tests.cast import Person

MOBILE = "+447700900777"


class Serves(Protocol):
    def serve_forever(self, poll_interval: float) -> None: ...

    def shutdown(self) -> None: ...


@contextmanager
def running(fake: Serves) -> Iterator[None]:
    Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield
    fake.shutdown()


class Carrier:
    """Twilio, as far as a test sees it."""

    def __init__(self, fake: Twilio) -> None:
        self.fake = fake

    def wish(self, verb: str, **more: Any) -> dict[str, Any]:
        found = self.fake.wish(verb, more)
        return found if isinstance(found, dict) else {}

    def texts(self, to: str = MOBILE) -> list[str]:
        """What was sent to a number, oldest first."""
        worker.drain()
        return [message["body"] for message in reversed(self.wish("messages", to=to)["messages"])]

    def report(self, *, backwards: bool = False) -> list[int]:
        """Its reports come in, as it signed them; how each was answered."""
        answers = []
        for body, headers in self.fake.callbacks.messages(backwards=backwards):
            named = {"x-twilio-signature": headers["X-Twilio-Signature"]}
            where = urlsplit(headers[":url"]).path
            form = "application/x-www-form-urlencoded"
            answers.append(Client().post(where, body, content_type=form, headers=named).status_code)
        return answers


@contextmanager
def carrier(settings: Any) -> Iterator[Carrier]:
    """Twilio carries the texts of this installation."""
    with Twilio(slow_seconds=0, clock=lambda: clock.now().timestamp()) as fake, running(fake):
        settings.SMS_PROVIDER = "twilio"
        settings.TWILIO_URL, settings.TWILIO_FROM = fake.url, FROM
        settings.TWILIO_ACCOUNT_SID, settings.TWILIO_AUTH_TOKEN = ACCOUNT_SID, AUTH_TOKEN
        yield Carrier(fake)


class Browsers:
    """A push service with the browsers that use it."""

    def __init__(self, fake: PushService) -> None:
        self.fake = fake

    def wish(self, verb: str, **more: Any) -> dict[str, Any]:
        found = self.fake.wish(verb, more)
        return found if isinstance(found, dict) else {}

    def opened_by(self, person: Person, name: str = "Firefox on Android") -> dict[str, Any]:
        """A browser in which this person wants their messages."""
        browser = self.wish("subscribe", applicationServerKey=public_key())
        body = {"endpoint": browser["endpoint"], "keys": browser["keys"], "name": name}
        answer = person.post("/me/devices", body)
        assert answer.status_code == 200, answer.content
        return browser

    def shown(self, browser: dict[str, Any]) -> list[str]:
        """What a browser was given and could decrypt, oldest first."""
        worker.drain()
        rows = self.wish("messages", endpoint=browser["endpoint"])["messages"]
        return [row["text"] for row in reversed(rows)]


@contextmanager
def browsers(settings: Any) -> Iterator[Browsers]:
    with PushService(clock=lambda: clock.now().timestamp()) as fake, running(fake):
        settings.PUSH_STAND_IN_URL = fake.url
        yield Browsers(fake)


def of(channel: str, **wanted: Any) -> list[Delivery]:
    """What went out over a channel, oldest first."""
    return list(Delivery.objects.filter(channel=channel, **wanted).order_by("created_at", "pk"))
