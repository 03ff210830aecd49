"""What comes after a payment: its mandate, refunds and chargebacks."""

from __future__ import annotations

from fakes.mollie.book import Book, Thing, checked_money, money_of, units
from fakes.mollie.errors import unknown, wrong

REFUND_SECONDS = 86_400


def new_mandate(book: Book, payment: Thing) -> Thing:
    """The customer's yes to later charges, by the card of a first payment."""
    details = {
        name: payment["details"].get(name) for name in ("cardHolder", "cardNumber", "cardLabel", "cardFingerprint")
    }
    return book.add(
        "mandate",
        "mdt",
        customerId=payment["customerId"],
        status="valid",
        method="creditcard",
        details={**details, "cardExpiryDate": "2034-12-31"},
        mandateReference=None,
        signatureDate=book.now()[:10],
        **{".number": payment[".number"]},
    )


def valid_mandates(book: Book, customer: str | None) -> list[Thing]:
    found = book.of("mandate", customerId=customer) if customer else []
    return [each for each in found if each["status"] == "valid"]


def revoke(mandate: Thing) -> None:
    """Raises Refused for one that was."""
    if mandate["status"] != "valid":
        raise unknown("mandate", mandate["id"])
    mandate["status"] = "invalid"


def back_of(book: Book, payment: Thing) -> int:
    """What went back or is on its way."""
    made = book.of("refund", paymentId=payment["id"])
    return sum(units(each["amount"]) for each in made if each["status"] not in ("failed", "canceled"))


def taken_of(book: Book, payment: Thing) -> int:
    return sum(
        units(each["amount"]) for each in book.of("chargeback", paymentId=payment["id"]) if not each["reversedAt"]
    )


def refund(book: Book, payment: Thing, asked: Thing) -> Thing:
    """Raises Refused."""
    amount = checked_money(asked.get("amount"))
    if payment["status"] != "paid":
        raise wrong("The payment is not paid", "paymentId")
    if amount["currency"] != payment["amount"]["currency"] or not units(amount):
        raise wrong("The amount has another currency than the payment, or is nothing", "amount")
    if back_of(book, payment) + units(amount) > units(payment["amount"]):
        raise wrong("The specified amount is higher than what is left to refund", "amount")
    made = book.add(
        "refund",
        "re",
        paymentId=payment["id"],
        amount=amount,
        status=book.refunds_end_as,
        description=str(asked.get("description") or ""),
        metadata=asked.get("metadata"),
    )
    book.post(amount, "refund", made["id"], sign=-1)
    book.tell(payment)
    return made


def end_refund(book: Book, made: Thing, status: str) -> None:
    """The bank's late word: `refunded` or `failed`."""
    if status == "failed" and made["status"] != "failed":
        book.post(made["amount"], "refund-failed", made["id"])
    made["status"] = status
    book.tell(book.one("payment", made["paymentId"]))


def arrive(book: Book) -> None:
    for made in book.things["refund"].values():
        if made["status"] in ("pending", "processing") and made[".at"] + REFUND_SECONDS <= book.clock():
            end_refund(book, made, "refunded")


def charge_back(book: Book, payment: Thing, amount: int | None = None) -> Thing:
    """The customer's bank takes the payment back: all that did not go back already, or so much of it."""
    left = units(payment["amount"]) - back_of(book, payment) - taken_of(book, payment)
    taken = money_of(min(left, amount or left), payment["amount"]["currency"])
    made = book.add("chargeback", "chb", paymentId=payment["id"], amount=taken, reason=None, reversedAt=None)
    book.post(taken, "chargeback", made["id"], sign=-1)
    book.tell(payment)
    return made


def reverse(book: Book, made: Thing) -> None:
    """The bank gives it back: the chargeback was contested."""
    if made["reversedAt"] is None:
        made["reversedAt"] = book.now()
        book.post(made["amount"], "chargeback-reversed", made["id"])
        book.tell(book.one("payment", made["paymentId"]))
