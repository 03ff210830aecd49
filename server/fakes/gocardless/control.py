"""`/_control/`: what tests and demonstrations make happen at the company's end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from fakes.gocardless import billing, payments, scenarios
from fakes.gocardless.accounts import SORT_CODE
from fakes.gocardless.book import DAY
from fakes.gocardless.days import lapse
from fakes.gocardless.errors import Refused

if TYPE_CHECKING:
    from fakes.gocardless.server import Fake


def wish(fake: Fake, verb: str, asked: Mapping[str, Any]) -> Any:
    """What came of one wish. Raises LookupError or ValueError for what cannot be."""
    book = fake.book
    lapse(book)
    try:
        match verb:
            case "book":
                kinds = ("billing_requests", "mandates", "payments", "refunds", "payouts")
                return {
                    "balances": book.balances(),
                    "movements": [
                        {"currency": currency, "amount": amount, "kind": kind, "of": of}
                        for currency, amount, kind, of in book.movements
                    ],
                    **{kind: {key: each["status"] for key, each in book.things[kind].items()} for kind in kinds},
                }
            case "days":
                book.ahead += float(asked["days"]) * DAY
                lapse(book)
            case "scenario":
                scenarios.run(book, asked["name"], asked["resource"])
            case "fulfil":
                request = book.things["billing_requests"][asked["billing_request"]]
                billing.fulfil(book, request, "Sam Sample", SORT_CODE + asked.get("account_number", "55779911"))
            case "cancel-chargeback":
                payment = book.things["payments"][asked["payment"]]
                payment["_contested"] = True
                payments.move(book, payment, "chargeback_cancelled")
            case "refund-funds":
                book.has_refund_funds = bool(asked["there"])
            case _:
                raise LookupError(verb)
    except Refused as refused:
        raise ValueError(str(refused)) from refused
    return None
