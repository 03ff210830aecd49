"""Debits: made on a mandate, sent to the banks, confirmed, paid out, failed, charged back."""

from __future__ import annotations

from typing import Any

from fakes.gocardless.book import Book, Thing
from fakes.gocardless.errors import invalid, misused, wrong_state
from fakes.ticking import stamp

USABLE = ("pending_customer_approval", "pending_submission", "submitted", "active")
BANKS = ("failed", "charged_back", "chargeback_cancelled")  # what a bank says; the rest says GoCardless
CAUSES = {"charged_back": "authorisation_disputed", "chargeback_cancelled": "payment_reconfirmed"}
STATUS = {"chargeback_cancelled": "paid_out", "resubmission_requested": "pending_submission"}
WITHOUT_STATUS = ("chargeback_settled", "late_failure_settled")


def stamped(at: float) -> str:
    return stamp(at, milliseconds=True)


def amount_of(pointer: str, asked: Thing) -> int:
    """A whole number of minor units, also as text. Raises Refused."""
    value = str(asked.get("amount", ""))
    if not value.isdecimal() or int(value) <= 0:
        raise invalid(f"{pointer}.amount")
    return int(value)


def check_metadata(pointer: str, asked: Thing) -> None:
    """At most three keys of 50 signs with text of 500. Raises Refused."""
    found: dict[str, Any] = asked.get("metadata") or {}
    fits = all(len(key) <= 50 and isinstance(value, str) and len(value) <= 500 for key, value in found.items())
    if len(found) > 3 or not fits:
        raise invalid(f"{pointer}.metadata")


def create(book: Book, asked: Thing) -> Thing:
    """Raises Refused."""
    mandate = book.get("mandates", (asked.get("links") or {}).get("mandate", ""))
    amount = amount_of("payments", asked)
    check_metadata("payments", asked)
    account = book.things["customer_bank_accounts"][mandate["links"]["customer_bank_account"]]
    if asked.get("currency") != account["currency"]:
        raise invalid("payments.currency")
    if mandate["status"] not in USABLE:
        raise wrong_state("mandate_is_inactive")
    links = {"mandate": mandate["id"], "creditor": "CR123"}
    return _make(book, asked, amount=amount, scheme=mandate["scheme"], account=account, links=links)


def make_instant(book: Book, request: Thing, account: Thing) -> Thing:
    """An instant bank payment: authorised in the bank's app, so on its way at once."""
    wanted = request["payment_request"]
    links = {"creditor": "CR123"}
    made = _make(book, wanted, amount=wanted["amount"], scheme=wanted["scheme"], account=account, links=links)
    move(book, made, "submitted")
    return made


def _make(book: Book, asked: Thing, *, amount: int, scheme: str, account: Thing, links: Thing) -> Thing:
    made = book.make(
        "payments",
        amount=amount,
        amount_refunded=0,
        currency=account["currency"],
        description=asked.get("description"),
        status="pending_submission",
        scheme=scheme,
        charge_date=stamp(book.clock() + 3 * 86_400)[:10],
        reference=asked.get("reference"),
        metadata=asked.get("metadata") or {},
        retry_if_possible=bool(asked.get("retry_if_possible")),
        links=links,
        _account=account["_digits"],
        _was_confirmed=False,
        _settled=False,
    )
    book.tell("payments", "created", {"payment": made["id"], **links})
    return made


def move(book: Book, payment: Thing, action: str, *, cause: str = "", at: float | None = None) -> None:
    """One thing that happens to a debit, with what it does to the shop's balance."""
    amount, code, key = payment["amount"], payment["currency"], payment["id"]
    if action == "confirmed":
        payment["_was_confirmed"] = True
        book.post(code, amount, "payment", key)
    elif action == "charged_back" or (action == "failed" and payment["_was_confirmed"]):
        book.post(code, -amount, action, key)
        payment["_settled"] = False
    elif action == "chargeback_cancelled":
        book.post(code, amount, action, key)
    if action in WITHOUT_STATUS:
        payment["_settled"] = True
    else:
        payment["status"] = STATUS.get(action, action)
    links = {"payment": key, **{name: payment["links"][name] for name in ("payout",) if name in payment["links"]}}
    origin = "bank" if action in BANKS else "gocardless"
    book.tell("payments", action, links, cause=cause or CAUSES.get(action, ""), origin=origin, at=at)


def cancel(book: Book, payment: Thing) -> None:
    """Raises Refused for one that went to the banks."""
    if payment["status"] != "pending_submission":
        raise wrong_state("cancellation_failed")
    move(book, payment, "cancelled")


def retry(book: Book, payment: Thing) -> None:
    """Raises Refused for one that did not fail."""
    if payment["status"] != "failed":
        raise wrong_state("retry_failed")
    payment.update(_at=book.clock(), _was_confirmed=False)
    move(book, payment, "resubmission_requested")


def cancel_mandate(book: Book, mandate: Thing) -> None:
    """No debit any more, nor those that did not go to the banks yet. Raises Refused."""
    if mandate["status"] not in USABLE:
        raise misused("cancellation_failed", 422)
    end_mandate(book, mandate, "cancelled", "mandate_cancelled")


def end_mandate(book: Book, mandate: Thing, action: str, cause: str, at: float | None = None) -> None:
    """A mandate is cancelled or fails, and with it what waits on it."""
    mandate["status"] = action
    origin = "bank" if action == "failed" else "api"
    book.tell("mandates", action, {"mandate": mandate["id"]}, cause=cause, origin=origin, at=at)
    for payment in book.things["payments"].values():
        if payment["links"].get("mandate") == mandate["id"] and payment["status"] in (
            "pending_submission",
            "submitted",
        ):
            move(book, payment, "failed" if action == "failed" else "cancelled", cause=cause, at=at)
