"""What the tests of notifications share: a standing clock, a real mail server, and one visit of Cleo's with Sam."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from almanac.business.models import Business
from almanac.kit import clock
from almanac.notifications.tests import factories
from almanac.outbox import worker
from almanac.scheduling.models import Appointment
from fakes.inbox.smtp import Receiver
from fakes.inbox.store import Mail, Store
from tests.cast import Person


class Clock:
    """The time as the test says."""

    def __init__(self) -> None:
        self.now: datetime = factories.NOW

    def forward(self, **amount: float) -> datetime:
        self.now += timedelta(**amount)
        return self.now


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock()
    monkeypatch.setattr(clock, "now", lambda: standing.now)
    return standing


class Post:
    """The mail server and the worker that brings mails to it."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def run(self) -> list[Mail]:
        """Do everything that is due; what has arrived since the last time, oldest first."""
        worker.drain()
        mails = self.store.all()[::-1]
        self.store.clear()
        return mails

    def to(self, person: str) -> list[Mail]:
        return [mail for mail in self.run() if f"{person}@example.com" in mail.to]


@pytest.fixture
def post(tmp_path: Path, settings: Any, moment: Clock) -> Iterator[Post]:
    store = Store(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(Receiver(store), hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield Post(store)
    controller.stop()


@pytest.fixture
def visit(valclean: Business, sam: Person, cleo: Person, moment: Clock) -> Appointment:
    """Cleo's visit by Sam on Tuesday 9 June, 10:00 in London."""
    valclean.phone, valclean.email = "020 7946 0123", "hello@valclean.example"
    valclean.staff_word = {"en": "cleaner"}
    valclean.save()
    return factories.make_visit(
        factories.make_order(valclean, cleo.customer), sam.staff, factories.make_service(valclean)
    )
