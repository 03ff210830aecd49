"""Sample buyers and what they pay with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Buyer:
    payer_id: str
    email: str
    given_name: str
    surname: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """`declined` is the issue a capture meets; `pending` makes the money wait (an eCheck, or PayPal looks at it)."""

    name: str
    declined: str = ""
    pending: str = ""


BUYER = Buyer("QYR5Z8XDVJNXQ", "sample.buyer@example.com", "Sam", "Buyer")
INSTRUMENTS = {
    "balance": Instrument("PayPal balance"),
    "declined": Instrument("A card that the bank declines", declined="INSTRUMENT_DECLINED"),
    "refused": Instrument("An account that PayPal refuses", declined="TRANSACTION_REFUSED"),
    "echeck": Instrument("An eCheck: the money comes in days", pending="ECHECK"),
    "review": Instrument("A payment PayPal looks at first", pending="PENDING_REVIEW"),
}
