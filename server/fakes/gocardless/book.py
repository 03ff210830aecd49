"""Everything the stand-in keeps: resources by id, its own book of money, and the events it tells. In memory alone."""

from __future__ import annotations

import secrets
import string
import time
from collections.abc import Callable
from typing import Any

from fakes.gocardless.errors import unknown
from fakes.ticking import stamp

Thing = dict[str, Any]
SIGNS = string.ascii_uppercase + string.digits
DAY = 86_400.0
PREFIXES = {
    "billing_requests": "BRQ",
    "billing_request_flows": "BRF",
    "customers": "CU",
    "customer_bank_accounts": "BA",
    "mandates": "MD",
    "payments": "PM",
    "refunds": "RF",
    "payouts": "PO",
    "events": "EV",
}


class Book:
    """Resources of each kind, in the order in which they were made. `ahead` is how far a test has moved the days on."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.things: dict[str, dict[str, Thing]] = {kind: {} for kind in PREFIXES}
        self.items: list[Thing] = []  # of payouts
        self.movements: list[tuple[str, int, str, str]] = []  # currency, minor units, kind, of what
        self.ahead = 0.0
        self.url = ""  # of the hosted pages
        self.told: Callable[[Thing], None] = lambda event: None
        self.has_refund_funds = True
        self._clock = clock

    def clock(self) -> float:
        return self._clock() + self.ahead

    def make(self, kind: str, at: float | None = None, **fields: Any) -> Thing:
        """A new resource of a kind."""
        moment = self.clock() if at is None else at
        key = PREFIXES[kind] + "".join(secrets.choice(SIGNS) for _ in range(14))
        thing = {"id": key, "created_at": stamp(moment, milliseconds=True), "_at": moment, **fields}
        self.things[kind][key] = thing
        return thing

    def get(self, kind: str, key: str) -> Thing:
        """Raises Refused for an id that is not there."""
        found = self.things[kind].get(key)
        if found is None:
            raise unknown()
        return found

    def post(self, currency: str, amount: int, kind: str, of: str) -> None:
        """A movement on the shop's balance."""
        self.movements.append((currency, amount, kind, of))

    def balances(self) -> dict[str, int]:
        """What was collected for the shop and is its own, paid out or not, by currency in minor units."""
        found: dict[str, int] = {}
        for currency, amount, _, _ in self.movements:
            found[currency] = found.get(currency, 0) + amount
        return found

    def tell(
        self,
        kind: str,
        action: str,
        links: Thing,
        *,
        cause: str = "",
        origin: str = "gocardless",
        at: float | None = None,
    ) -> None:
        """An event about a resource."""
        details: Thing = {
            "origin": origin,
            "cause": cause or f"{kind.removesuffix('s')}_{action}",
            "description": f"The {kind.removesuffix('s').replace('_', ' ')} is {action.replace('_', ' ')}.",
        }
        if origin == "bank":
            details |= {"scheme": "bacs", "reason_code": "ARUDD-0", "will_attempt_retry": False}
        event = self.make("events", at, resource_type=kind, action=action, details=details, links=links, metadata={})
        self.told(event)
