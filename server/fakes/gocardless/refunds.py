"""Refunds: asked for with the total that there will be, sent to the bank, paid or sent back."""

from __future__ import annotations

from fakes.gocardless.book import Book, Thing
from fakes.gocardless.errors import invalid, wrong_state
from fakes.gocardless.payments import amount_of, check_metadata

MOST = 25
BACK = {"bounced": "refund_bounced", "funds_returned": "refund_funds_returned"}


def create(book: Book, asked: Thing) -> Thing:
    """Raises Refused."""
    payment = book.get("payments", (asked.get("links") or {}).get("payment", ""))
    amount = amount_of("refunds", asked)
    check_metadata("refunds", asked)
    if payment["status"] not in ("confirmed", "paid_out"):
        raise wrong_state("refund_payment_invalid_state")
    if sum(each["links"]["payment"] == payment["id"] for each in book.things["refunds"].values()) >= MOST:
        raise wrong_state("number_of_refunds_exceeded")
    total = payment["amount_refunded"] + amount
    if total > payment["amount"]:
        raise invalid("refunds.amount")
    if str(asked.get("total_amount_confirmation", "")) != str(total):
        raise wrong_state("total_amount_confirmation_invalid")
    if not book.has_refund_funds:
        raise wrong_state("available_refund_amount_insufficient")
    made = book.make(
        "refunds",
        amount=amount,
        currency=payment["currency"],
        reference=asked.get("reference"),
        status="created",
        metadata=asked.get("metadata") or {},
        links={
            "payment": payment["id"],
            **{key: payment["links"][key] for key in ("mandate",) if key in payment["links"]},
        },
    )
    payment["amount_refunded"] = total
    book.post(payment["currency"], -amount, "refund", made["id"])
    book.tell("refunds", "created", {"refund": made["id"]})
    return made


def move(book: Book, refund: Thing, action: str, at: float | None = None) -> None:
    """One thing that happens to a refund. What bounced comes back to the balance."""
    if refund["status"] in BACK:
        raise ValueError(refund["status"])
    refund["status"] = action
    if action in BACK:
        book.things["payments"][refund["links"]["payment"]]["amount_refunded"] -= refund["amount"]
        book.post(refund["currency"], refund["amount"], BACK[action], refund["id"])
    origin = "bank" if action in BACK else "gocardless"
    book.tell("refunds", action, {"refund": refund["id"]}, cause=BACK.get(action, ""), origin=origin, at=at)
