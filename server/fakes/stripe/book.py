"""Everything the stand-in keeps: objects by id, its own book of money, and the events it tells. In memory alone."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable
from copy import deepcopy
from threading import RLock
from typing import Any

from fakes.stripe.errors import invalid, unknown

Thing = dict[str, Any]
API_VERSION = "2026-10-28.endive"
NAMES = {
    "cs_test": "checkout.session",
    "pi": "payment_intent",
    "seti": "setup_intent",
    "ch": "charge",
    "re": "refund",
    "txn": "balance_transaction",
    "du": "dispute",
    "issfr": "radar.early_fraud_warning",
    "cus": "customer",
    "pm": "payment_method",
    "evt": "event",
    "po": "payout",
    "we": "webhook_endpoint",
    "pmd": "payment_method_domain",
}


class Book:
    """Objects by id, each kind in the order in which it was made. `told` is called with every event.

    `ahead` moves the clock; `later` holds what banks do by themselves when its time has come.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.lock = RLock()
        self.clock = clock
        self.ahead = 0
        self.fees_wait = False  # charges get their movement later, as where they are captured in the background
        self.settles_in: tuple[str, int] | None = (
            None  # another currency than what is paid, and its hundredths for one unit
        )
        self.later: list[tuple[int, Callable[[], None]]] = []
        self.things: dict[str, Thing] = {}
        self.told: Callable[[Thing], None] = lambda event: None

    def now(self) -> int:
        return int(self.clock()) + self.ahead

    def after(self, seconds: int, action: Callable[[], None]) -> None:
        self.later.append((self.now() + seconds, action))

    def catch_up(self) -> None:
        """Do what has fallen due."""
        due = [action for at, action in self.later if at <= self.now()]
        self.later = [each for each in self.later if each[0] > self.now()]
        for action in due:
            action()

    def make(self, prefix: str, **fields: Any) -> Thing:
        """A new object of a kind."""
        key = f"{prefix}_{secrets.token_hex(12)}"
        thing = {"id": key, "object": NAMES[prefix], "created": self.now(), "livemode": False, **fields}
        self.things[key] = thing
        return thing

    def get(self, prefix: str, key: str, *, param: str = "id") -> Thing:
        """One object; `param` is where a request named it. Raises Refused for an id that is not there or of another kind."""
        found = self.things.get(key)
        if found is None or found["object"] != NAMES[prefix]:
            raise unknown(NAMES[prefix], key, param)
        return found

    def all(self, prefix: str, *, also_failed: bool = False) -> list[Thing]:
        """Of a kind, the newest first, as Stripe lists them. Charges that a bank refused moved nothing: only `also_failed`."""
        found = [thing for thing in reversed(self.things.values()) if thing["object"] == NAMES[prefix]]
        return [thing for thing in found if also_failed or thing.get("paid", True)]

    def post(self, kind: str, source: Thing, amount: int, fee: int = 0) -> Thing:
        """A movement on the balance: `amount` less `fee`, in the source's currency, or changed into the one the balance is in."""
        currency, rate = self.settles_in or (source["currency"], 100)
        amount, fee = amount * rate // 100, fee * rate // 100
        details = [{"amount": fee, "currency": currency, "type": "stripe_fee"}] if fee else []
        return self.make(
            "txn",
            amount=amount,
            fee=fee,
            fee_details=details,
            net=amount - fee,
            type=kind,
            source=source["id"],
            currency=currency,
            exchange_rate=None if currency == source["currency"] else rate / 100,
            status="available",
        )

    def balances(self) -> dict[str, int]:
        """What stands on the balance, by currency: the sum of its movements."""
        found: dict[str, int] = {}
        for txn in self.all("txn"):
            found[txn["currency"]] = found.get(txn["currency"], 0) + txn["net"]
        return found

    def snapshot(self) -> Thing:
        """The whole book of money: what stands there, what it comes from by kind of movement, and the movements."""
        kinds: dict[str, dict[str, dict[str, int]]] = {}
        for txn in self.all("txn"):
            sums = kinds.setdefault(txn["currency"], {}).setdefault(txn["type"], {"amount": 0, "fee": 0, "count": 0})
            for name, value in (("amount", txn["amount"]), ("fee", txn["fee"]), ("count", 1)):
                sums[name] += value
        return {"balances": self.balances(), "by_type": kinds, "movements": clean(self.all("txn"))}

    def tell(self, kind: str, thing: Thing) -> None:
        """An event about an object as it is now."""
        event = self.make(
            "evt",
            type=kind,
            api_version=API_VERSION,
            data={"object": clean(deepcopy(thing))},
            pending_webhooks=1,
            request={"id": None, "idempotency_key": None},
        )
        self.told(event)


def clean(thing: Any) -> Any:
    """Without what only the stand-in knows (names with _ in front)."""
    if isinstance(thing, dict):
        return {key: clean(value) for key, value in thing.items() if not str(key).startswith("_")}
    return [clean(each) for each in thing] if isinstance(thing, list) else thing


def expanded(book: Book, thing: Thing, paths: Iterable[str]) -> Thing:
    """A copy with ids replaced by their objects along `a.b.c` paths. Raises Refused for what cannot be expanded."""
    found = dict(thing)
    for path in paths:
        head, _, rest = path.partition(".")
        if head not in found:
            raise invalid("expand[0]", f"This property cannot be expanded ({head}).")
        inner = found[head]
        if isinstance(inner, str) and inner not in book.things:
            raise invalid("expand[0]", f"This property cannot be expanded ({head}).")
        base = book.things[inner] if isinstance(inner, str) else inner
        if isinstance(base, dict):
            found[head] = expanded(book, base, [rest] if rest else [])
    return found
