"""Scenario simulators: the documented way to bring about in the sandbox what else takes days."""

from __future__ import annotations

from fakes.gocardless import payments, payouts, refunds
from fakes.gocardless.book import Book, Thing
from fakes.gocardless.days import activate
from fakes.gocardless.errors import misused, unknown

PAYMENTS = {  # the things that happen to a payment, in their order
    "payment_submitted": ("submitted",),
    "payment_confirmed": ("submitted", "confirmed"),
    "payment_paid_out": ("submitted", "confirmed", "paid_out"),
    "payment_failed": ("submitted", "failed"),
    "payment_charged_back": ("submitted", "confirmed", "paid_out", "charged_back"),
    "payment_chargeback_settled": ("submitted", "confirmed", "paid_out", "charged_back", "chargeback_settled"),
    "payment_late_failure": ("submitted", "confirmed", "paid_out", "failed"),
    "payment_late_failure_settled": ("submitted", "confirmed", "paid_out", "failed", "late_failure_settled"),
}
REFUNDS = {"refund_paid": "paid", "refund_bounced": "bounced", "refund_returned": "funds_returned"}
MANDATES = {"mandate_activated": "active", "mandate_failed": "failed"}
DONE = {  # a status, and which things have happened to who is in it
    "pending_submission": (),
    "submitted": ("submitted",),
    "confirmed": ("submitted", "confirmed"),
    "paid_out": ("submitted", "confirmed", "paid_out"),
    "charged_back": ("submitted", "confirmed", "paid_out", "charged_back"),
}


def run(book: Book, name: str, key: str) -> None:
    """Raises Refused."""
    if name in PAYMENTS:
        _payment(book, book.get("payments", key), PAYMENTS[name])
    elif name in REFUNDS:
        refunds.move(book, book.get("refunds", key), REFUNDS[name])
    elif name in MANDATES:
        mandate = book.get("mandates", key)
        if name == "mandate_failed":
            payments.end_mandate(book, mandate, "failed", "bank_account_closed")
        else:
            activate(book, mandate, "active")
    else:
        raise unknown()


def _payment(book: Book, payment: Thing, wanted: tuple[str, ...]) -> None:
    done = DONE.get(payment["status"])
    if done is None or wanted[: len(done)] != done:
        raise misused("simulation_not_possible", 422)
    for action in wanted[len(done) :]:
        if action == "paid_out":
            payouts.pay_out(book, payment)
        elif action in payments.WITHOUT_STATUS:
            payouts.settle(book, payment, action)
        else:
            payments.move(book, payment, action, cause="insufficient_funds" if action == "failed" else "")
