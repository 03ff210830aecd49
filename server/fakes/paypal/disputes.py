"""Disputes (Customer Disputes v1): opened by a buyer, answered by the shop, decided by PayPal."""

from __future__ import annotations

from fakes.paypal import amounts
from fakes.paypal.amounts import units
from fakes.paypal.book import Book, Thing
from fakes.paypal.errors import unprocessable
from fakes.ticking import stamp

FEE = 1400  # a chargeback's; a buyer's own complaint costs nothing
DAYS_TO_ANSWER = 10
LOST = ("RESOLVED_BUYER_FAVOUR", "ACCEPTED")
OUTCOMES = (*LOST, "RESOLVED_SELLER_FAVOUR", "RESOLVED_WITH_PAYOUT", "CANCELED_BY_BUYER", "DENIED", "NONE")


def open_one(book: Book, made: Thing, reason: str, *, chargeback: bool) -> Thing:
    """A buyer complains, or their bank charges back: the amount is held at once."""
    made["_disputed"] = True
    amount, code = units(made["amount"], "") - made["_refunded"], made["amount"]["currency_code"]
    opened: Thing = {
        "dispute_id": f"PP-D-{book.new_id()[:6]}",
        "create_time": stamp(book.clock(), milliseconds=True),
        "update_time": stamp(book.clock(), milliseconds=True),
        "disputed_transactions": [
            {
                "buyer_transaction_id": book.new_id(),
                "seller_transaction_id": made["id"],
                "custom": made["custom_id"],
                "invoice_number": made["invoice_id"],
            }
        ],
        "reason": reason,
        "status": "WAITING_FOR_SELLER_RESPONSE",
        "dispute_amount": amounts.money(amount, code),
        "dispute_life_cycle_stage": "CHARGEBACK" if chargeback else "INQUIRY",
        "dispute_channel": "EXTERNAL" if chargeback else "INTERNAL",
        "money_movements": [],
        "seller_response_due_date": stamp(book.clock() + DAYS_TO_ANSWER * 86_400, milliseconds=True),
        "links": [],
    }
    book.disputes[opened["dispute_id"]] = opened
    _move(book, opened, -amount, "DISPUTE_SETTLEMENT")
    if chargeback:
        _move(book, opened, -FEE, "CHARGEBACK_FEE")
    book.tell("CUSTOMER.DISPUTE.CREATED", "dispute", dict(opened), "A new dispute opened")
    return opened


def _move(book: Book, opened: Thing, amount: int, reason: str) -> None:
    code = opened["dispute_amount"]["currency_code"]
    opened["money_movements"] = [
        *opened["money_movements"],
        {
            "affected_party": "SELLER",
            "amount": amounts.money(abs(amount), code),
            "initiated_time": stamp(book.clock(), milliseconds=True),
            "type": "DEBIT" if amount < 0 else "CREDIT",
            "reason": reason,
        },
    ]
    book.post(code, amount, reason.lower(), opened["dispute_id"])


def answer(book: Book, opened: Thing) -> None:
    """The shop provides evidence. Raises Refused."""
    if opened["status"] not in ("OPEN", "WAITING_FOR_SELLER_RESPONSE"):
        raise unprocessable("ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE")
    opened.update(status="UNDER_REVIEW", update_time=stamp(book.clock(), milliseconds=True))
    opened.pop("seller_response_due_date", None)
    book.tell("CUSTOMER.DISPUTE.UPDATED", "dispute", dict(opened), "A dispute was updated")


def accept(book: Book, opened: Thing) -> None:
    """The shop accepts the claim. Raises Refused."""
    if opened["status"] == "RESOLVED":
        raise unprocessable("ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE")
    decide(book, opened, "RESOLVED_BUYER_FAVOUR")


def decide(book: Book, opened: Thing, outcome: str) -> None:
    """PayPal's decision: what is not lost comes back, a fee does not."""
    if opened["status"] == "RESOLVED" or outcome not in OUTCOMES:
        raise ValueError(outcome)
    amount = units(opened["dispute_amount"], "")
    if outcome not in LOST:
        _move(book, opened, amount, "DISPUTE_SETTLEMENT")
    book.captures[opened["disputed_transactions"][0]["seller_transaction_id"]]["_disputed"] = False
    opened.update(
        status="RESOLVED",
        dispute_outcome={"outcome_code": outcome},
        update_time=stamp(book.clock(), milliseconds=True),
    )
    opened.pop("seller_response_due_date", None)
    book.tell("CUSTOMER.DISPUTE.RESOLVED", "dispute", dict(opened), "A dispute was resolved")
