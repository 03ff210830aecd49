"""What the days bring: mandates become active, debits are sent, confirmed, paid out, fail or are charged back, refunds arrive."""

from __future__ import annotations

from collections.abc import Callable

from fakes.gocardless import payments, payouts, refunds
from fakes.gocardless.accounts import account_numbered
from fakes.gocardless.billing import INSTANT
from fakes.gocardless.book import DAY, Book, Thing

SENT, ACTIVE, CONFIRMED, PAID_OUT, LATE, CHARGED_BACK, SETTLED = 1, 2, 3, 4, 6, 8, 9
Step = tuple[float, Callable[[], None]]


def lapse(book: Book) -> None:
    """Everything whose time has come, in the order of time."""
    while True:
        due = [step for step in _steps(book) if step[0] <= book.clock()]
        if not due:
            return
        min(due, key=lambda step: step[0])[1]()


def _steps(book: Book) -> list[Step]:
    found = [_mandate_step(book, each) for each in book.things["mandates"].values()]
    found += [_payment_step(book, each) for each in book.things["payments"].values()]
    found += [_refund_step(book, each) for each in book.things["refunds"].values()]
    return [step for step in found if step is not None]


def _mandate_step(book: Book, mandate: Thing) -> Step | None:
    sent, active = mandate["_at"] + SENT * DAY, mandate["_at"] + ACTIVE * DAY
    if mandate["status"] == "pending_submission":
        return sent, lambda: activate(book, mandate, "submitted", sent)
    if mandate["status"] != "submitted":
        return None
    account = account_numbered(
        book.things["customer_bank_accounts"][mandate["links"]["customer_bank_account"]]["_digits"]
    )
    if account.mandate_fails:
        return active, lambda: payments.end_mandate(book, mandate, "failed", account.fails, active)
    return active, lambda: activate(book, mandate, "active", active)


def activate(book: Book, mandate: Thing, status: str, at: float | None = None) -> None:
    mandate["status"] = status
    book.tell("mandates", status, {"mandate": mandate["id"]}, at=at)


def _payment_step(book: Book, payment: Thing) -> Step | None:  # noqa: PLR0911  # one status a line
    account, status = account_numbered(payment["_account"]), payment["status"]

    def at(days: int) -> float:
        return float(payment["_at"]) + days * DAY

    if status == "pending_submission":
        return at(SENT), lambda: payments.move(book, payment, "submitted", at=at(SENT))
    if status == "submitted" and account.fails and not account.late:
        return at(CONFIRMED), lambda: payments.move(book, payment, "failed", cause=account.fails, at=at(CONFIRMED))
    if status == "submitted":
        when = at(0 if payment["scheme"] in INSTANT.values() else CONFIRMED)
        return when, lambda: payments.move(book, payment, "confirmed", at=when)
    if status == "confirmed":
        return at(PAID_OUT), lambda: _none(payouts.pay_out(book, payment, at(PAID_OUT)))
    if status == "paid_out" and account.late:
        return at(LATE), lambda: payments.move(book, payment, "failed", cause=account.fails, at=at(LATE))
    if status == "paid_out" and account.charged_back and not payment.get("_contested"):
        return at(CHARGED_BACK), lambda: payments.move(book, payment, "charged_back", at=at(CHARGED_BACK))
    if status == "charged_back" and not payment["_settled"]:
        return at(SETTLED), lambda: payouts.settle(book, payment, "chargeback_settled", at(SETTLED))
    if status == "failed" and payment["_was_confirmed"] and "payout" in payment["links"] and not payment["_settled"]:
        return at(SETTLED), lambda: payouts.settle(book, payment, "late_failure_settled", at(SETTLED))
    return None


def _refund_step(book: Book, refund: Thing) -> Step | None:
    steps = {"created": ("submitted", SENT), "submitted": ("paid", CONFIRMED)}
    if refund["status"] not in steps:
        return None
    action, days = steps[refund["status"]]
    at = refund["_at"] + days * DAY
    return at, lambda: refunds.move(book, refund, action, at)


def _none(_: object) -> None:
    """For what is done and not asked about."""
