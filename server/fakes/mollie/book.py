"""Everything the stand-in keeps: objects by id, its own book of money, and the payments whose webhooks are called. In memory
alone."""

from __future__ import annotations

import re
import secrets
import string
import time
from collections.abc import Callable
from typing import Any

from fakes.mollie.errors import unknown, wrong
from fakes.ticking import stamp

Thing = dict[str, Any]
SIGNS = string.ascii_letters + string.digits
WITHOUT_DECIMALS = frozenset({"JPY"})
CURRENCIES = frozenset(["AUD", "CAD", "CHF", "DKK", "EUR", "GBP", "JPY", "NOK", "PLN", "SEK", "USD"])
VALUE = re.compile(r"[0-9]{1,9}(\.[0-9]{2})?")


class Book:
    """Payments, refunds, chargebacks, customers and mandates by id. `told` is called with each payment that changed."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self.ahead = 0.0  # seconds that a test let pass
        self.url = ""  # of the API, for links and pages
        self.things: dict[str, dict[str, Thing]] = {
            kind: {} for kind in ("payment", "refund", "chargeback", "customer", "mandate", "capture")
        }
        self.movements: list[tuple[str, int, str, str]] = []  # currency, units, kind, of what
        self.told: Callable[[Thing], None] = lambda event: None
        self.refunds_end_as = "pending"
        self.recurring_wait = False  # charges without the customer wait for their bank

    def clock(self) -> float:
        return self._clock() + self.ahead

    def now(self, later: float = 0) -> str:
        return stamp(self.clock() + later).replace("Z", "+00:00")

    def add(self, kind: str, prefix: str, **fields: Any) -> Thing:
        key = f"{prefix}_{''.join(secrets.choice(SIGNS) for _ in range(12))}"
        made = {"resource": kind, "id": key, "mode": "test", "createdAt": self.now(), ".at": self.clock(), **fields}
        self.things[kind][key] = made
        return made

    def one(self, kind: str, key: str) -> Thing:
        """Raises Refused for an id that is not there."""
        found = self.things[kind].get(key)
        if found is None:
            raise unknown(kind, key)
        return found

    def of(self, kind: str, **fields: str) -> list[Thing]:
        """All that have these fields, the newest first."""
        found = (each for each in self.things[kind].values() if all(each.get(name) == fields[name] for name in fields))
        return sorted(found, key=lambda each: each[".at"], reverse=True)

    def post(self, money: Thing, kind: str, of: str, sign: int = 1) -> None:
        """A movement on the balance."""
        self.movements.append((money["currency"], units(money) * sign, kind, of))

    def balances(self) -> dict[str, int]:
        """What stands on the balance, by currency in its units: the sum of its movements. Fees are on an invoice."""
        found: dict[str, int] = {}
        for currency, amount, _, _ in self.movements:
            found[currency] = found.get(currency, 0) + amount
        return found

    def tell(self, payment: Thing) -> None:
        """Its webhook is called, with nothing but its id."""
        if payment.get("webhookUrl"):
            self.told({"id": payment["id"], "url": payment["webhookUrl"]})


def units(money: Thing) -> int:
    return int(str(money["value"]).replace(".", ""))


def money_of(amount: int, currency: str) -> Thing:
    value = str(amount) if currency in WITHOUT_DECIMALS else f"{amount // 100}.{amount % 100:02d}"
    return {"value": value, "currency": currency}


def checked_money(asked: Any, field: str = "amount") -> Thing:
    """An amount object as documented. Raises Refused."""
    if not isinstance(asked, dict) or not isinstance(asked.get("value"), str):
        raise wrong("The amount is missing or contains no string value", field)
    currency, value = asked.get("currency"), asked["value"]
    if currency not in CURRENCIES:
        raise wrong(f"The currency '{currency}' is not supported", f"{field}.currency")
    if not VALUE.fullmatch(value) or ("." in value) == (currency in WITHOUT_DECIMALS):
        raise wrong("The amount contains an invalid value", f"{field}.value")
    return {"value": value, "currency": currency}
