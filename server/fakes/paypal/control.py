"""`/_control/`: what tests and demonstrations make happen at the company's end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fakes.paypal import disputes, money, orders

if TYPE_CHECKING:
    from fakes.paypal.server import Fake


def wish(fake: Fake, verb: str, asked: Mapping[str, Any]) -> Any:
    """What came of one wish. Raises LookupError or ValueError for what cannot be."""
    book = fake.book
    match verb:
        case "book":
            return {
                "balances": book.balances(),
                "movements": [
                    {"currency": currency, "units": units, "kind": kind, "of": of}
                    for currency, units, kind, of in book.movements
                ],
                "orders": {key: order["status"] for key, order in book.orders.items()},
                "captures": {key: each["status"] for key, each in book.captures.items()},
                "refunds": {key: each["status"] for key, each in book.refunds.items()},
                "disputes": {key: each["status"] for key, each in book.disputes.items()},
            }
        case "approve":
            orders.approve(book, book.orders[asked["order"]], asked.get("instrument", "balance"))
        case "refunds":
            fake.rest.refunds_end_as = asked["end_as"]
        case "end-refund":
            money.end_refund(book, book.refunds[asked["id"]], asked["status"])
        case "end-capture":
            money.end_capture(book, book.captures[asked["id"]], asked["status"])
        case "reverse":
            return {"id": money.reverse(book, book.captures[asked["capture"]])["id"]}
        case "dispute":
            reason = asked.get("reason", "MERCHANDISE_OR_SERVICE_NOT_RECEIVED")
            made = book.captures[asked["capture"]]
            opened = disputes.open_one(book, made, reason, chargeback=bool(asked.get("chargeback")))
            return {"id": opened["dispute_id"]}
        case "decide":
            disputes.decide(book, book.disputes[asked["id"]], asked["outcome"])
        case "forget-tokens":
            fake.tokens.forget()
        case _:
            raise LookupError(verb)
    return None
