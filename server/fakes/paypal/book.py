"""Everything the stand-in keeps: objects by id, its own book of money, and the events it tells. In memory alone."""

from __future__ import annotations

import secrets
import string
import time
from collections.abc import Callable
from typing import Any

from fakes.paypal.errors import unknown
from fakes.ticking import stamp

Thing = dict[str, Any]
SIGNS = string.ascii_uppercase + string.digits


class Book:
    """Orders, captures, refunds and disputes by id. `told` is called with every event."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.url = ""  # of the API, for links
        self.orders: dict[str, Thing] = {}
        self.captures: dict[str, Thing] = {}
        self.refunds: dict[str, Thing] = {}
        self.disputes: dict[str, Thing] = {}
        self.movements: list[tuple[str, int, str, str]] = []  # currency, units, kind, of what
        self.events: list[Thing] = []
        self.told: Callable[[Thing], None] = lambda event: None

    def now(self) -> str:
        return stamp(self.clock())

    def new_id(self) -> str:
        """17 capital letters and digits, as all of PayPal's."""
        return "".join(secrets.choice(SIGNS) for _ in range(17))

    def one(self, things: dict[str, Thing], key: str) -> Thing:
        """Raises Refused for an id that is not there."""
        found = things.get(key)
        if found is None:
            raise unknown()
        return found

    def post(self, currency: str, units: int, kind: str, of: str) -> None:
        """A movement on the balance."""
        self.movements.append((currency, units, kind, of))

    def balances(self) -> dict[str, int]:
        """What stands on the balance, by currency in its units: the sum of its movements."""
        found: dict[str, int] = {}
        for currency, units, _, _ in self.movements:
            found[currency] = found.get(currency, 0) + units
        return found

    def tell(self, kind: str, resource_type: str, resource: Thing, summary: str = "") -> None:
        """An event about an object as it is now."""
        event = {
            "id": f"WH-{self.new_id()}-{self.new_id()}",
            "event_version": "1.0",
            "create_time": stamp(self.clock(), milliseconds=True),
            "resource_type": resource_type,
            "resource_version": "2.0",
            "event_type": kind,
            "summary": summary or kind.replace(".", " ").capitalize(),
            "resource": resource,
            "links": [],
        }
        self.events.append(event)
        self.told(event)
