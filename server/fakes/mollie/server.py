"""Mollie on this machine: its API as documented, the page a card is typed on, and `/_control/` for tests and demonstrations."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fakes.mollie.api import Api, refusal
from fakes.mollie.book import Book
from fakes.mollie.control import wish
from fakes.mollie.errors import Refused
from fakes.mollie.hosted import seen
from fakes.mollie.webhooks import Webhooks
from fakes.serving import Answer, Asked, Company
from fakes.telling import PAUSES


class Fake(Company):
    """The shop's key is `api_key`. Webhooks are called at each payment's own address, or kept for a test where not `delivers`."""

    pages = "/checkout/"

    def __init__(
        self,
        port: int = 0,
        *,
        api_key: str = "test_standinstandinstandinstandin",
        delivers: bool = False,
        clock: Callable[[], float] = time.time,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.webhooks = Webhooks(delivers=delivers, pauses=pauses)
        super().__init__(port, self.webhooks)
        self.book = Book(clock)
        self.book.url = self.url
        self.book.told = self.webhooks.take
        self.rest = Api(self.book, api_key)

    def api(self, asked: Asked) -> Answer:
        return self.rest.answer(asked)

    def page(self, asked: Asked) -> Answer:
        return seen(self.book, asked)

    def trouble(self, status: int) -> Answer:
        return refusal(Refused(status, "Something is wrong on our side."))

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        return wish(self.book, verb, asked)
