"""`/_control/`: what tests and demonstrations make happen at the company's end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fakes.mollie import money, payments
from fakes.mollie.book import Book


def wish(book: Book, verb: str, asked: Mapping[str, Any]) -> Any:
    """What came of one wish. Raises LookupError or ValueError for what cannot be."""
    things = book.things
    match verb:
        case "book":
            return {
                "balances": book.balances(),
                "movements": [
                    {"currency": currency, "units": amount, "kind": kind, "of": of}
                    for currency, amount, kind, of in book.movements
                ],
                **{
                    f"{kind}s": {key: each.get("status") for key, each in found.items()}
                    for kind, found in things.items()
                },
            }
        case "refunds":
            book.refunds_end_as = str(asked["end_as"])
        case "end-refund":
            money.end_refund(book, things["refund"][asked["id"]], str(asked["status"]))
        case "chargeback":
            return {"id": money.charge_back(book, things["payment"][asked["payment"]], asked.get("amount"))["id"]}
        case "reverse":
            money.reverse(book, things["chargeback"][asked["id"]])
        case "recurring":
            book.recurring_wait = bool(asked["wait"])
        case "answer":  # the bank's late word on a payment that is pending
            _answer(book, things["payment"][asked["payment"]], str(asked.get("status", "paid")))
        case "clock":
            book.ahead += float(asked["seconds"])
            payments.lapse(book)
        case _:
            raise LookupError(verb)
    return None


def _answer(book: Book, payment: dict[str, Any], status: str) -> None:
    if payment["status"] != "pending":
        raise ValueError(payment["status"])
    if status != "paid":
        payments.fail(book, payment, status)
    elif payment["sequenceType"] == "recurring":
        payments.settle_charge(book, payment)
    else:
        payments.accept(book, payment)
