"""Twilio on this machine: its API for messages as documented, a phone to read and answer them on, and `/_control/`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from threading import Thread
from typing import Any

from fakes.serving import Answer, Asked, Company
from fakes.twilio import pages
from fakes.twilio.api import Api, said
from fakes.twilio.book import Book
from fakes.twilio.callbacks import PAUSES, Callbacks
from fakes.twilio.control import wish
from fakes.twilio.errors import failing
from fakes.twilio.troubles import Trouble

TICK = 0.05  # seconds


class Fake(Company):
    """States are posted to each message's own address, or kept for a test where not `delivers`. Every `pace` seconds a message
    goes on by itself; without a pace only by `/_control/advance`."""

    pages = "/phone/"

    def __init__(
        self,
        port: int = 0,
        *,
        status_url: str = "",
        inbound_url: str = "",
        delivers: bool = False,
        pace: float | None = None,
        slow_seconds: float = 10,
        clock: Callable[[], float] = time.time,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.callbacks = Callbacks(delivers=delivers, pauses=pauses)
        super().__init__(port, self.callbacks)
        self.book = Book(clock)
        self.book.told = self.callbacks.take
        self.book.status_url, self.book.inbound_url = status_url, inbound_url
        self.pace = pace
        self.slow_seconds = slow_seconds
        self.rest = Api(self.book)
        Thread(target=self._go_on, daemon=True).start()

    def api(self, asked: Asked) -> Answer:
        return self.rest.answer(asked)

    def page(self, asked: Asked) -> Answer:
        return pages.seen(self.book, asked)

    def trouble(self, status: int) -> Answer:
        return said(status, failing(status))

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        if verb == "pace":
            self.pace = None if asked["seconds"] is None else float(asked["seconds"])
            return None
        return wish(self.book, verb, asked)

    def control(self, asked: Asked) -> Answer:
        """What is only looked at may be asked for by an address alone."""
        is_get = asked.method == "GET"
        return super().control(replace(asked, body=json.dumps(dict(asked.query)).encode()) if is_get else asked)

    def answer(self, asked: Asked) -> Answer | None:
        to = _receiver(asked)
        if to == Trouble.SLOW:
            self.callbacks.stopped.wait(self.slow_seconds)
        found = super().answer(replace(asked, path=self.pages) if asked.path == "/" else asked)
        is_lost = found is not None and found.status == 201 and to == Trouble.LOST_ONCE and self.book.is_first(to)
        return None if is_lost else found

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Callers that hung up are nothing to write home about."""

    def _go_on(self) -> None:
        while not self.callbacks.stopped.wait(TICK):
            if self.pace is None:
                continue
            with self.working:
                until = time.monotonic() - self.pace
                for message in [each for each in self.book.on_their_way() if each["_since"] <= until]:
                    self.book.go_on(message, 1)
            self.callbacks.go()


def _receiver(asked: Asked) -> str:
    """Whom a message that is to be sent is for."""
    if asked.method != "POST" or not asked.path.endswith("/Messages.json"):
        return ""
    try:
        return asked.form().get("To", "")
    except ValueError:
        return ""
