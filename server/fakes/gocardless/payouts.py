"""Payouts: what was collected, less the fees, goes to the shop's bank; and what each consists of."""

from __future__ import annotations

from fakes.gocardless.book import Book, Thing
from fakes.gocardless.payments import move

FEE_FIXED, MOST_FEE = 200, 4000  # tenths of a minor unit: 1 % and 20p, 4 pounds at most


def fee_tenths(amount: int) -> int:
    """Of a payment, in tenths of a minor unit; halves go up."""
    return min((amount + 5) // 10 + FEE_FIXED, MOST_FEE)


def tenths(value: int) -> str:
    """ "-72.6" """
    sign, left = ("-", -value) if value < 0 else ("", value)
    return f"{sign}{left // 10}.{left % 10}"


def whole(value: int) -> int:
    """Tenths to the nearest minor unit, halves to the even neighbour."""
    units, rest = divmod(value, 10)
    return units + (rest > 5 or (rest == 5 and units % 2 == 1))


def pay_out(book: Book, payment: Thing, at: float | None = None) -> Thing:
    """A confirmed payment is paid out less its fee."""
    fee = fee_tenths(payment["amount"])
    links = {"payment": payment["id"]}
    lines = [("payment_paid_out", payment["amount"] * 10), ("gocardless_fee", -fee)]
    made = _payout(book, payment, lines, links, at)
    payment["links"]["payout"] = made["id"]
    book.post(payment["currency"], -whole(fee), "fee", payment["id"])
    move(book, payment, "paid_out", at=at)
    return made


def settle(book: Book, payment: Thing, action: str, at: float | None = None) -> None:
    """A payment that was charged back or failed late is taken out of a later payout, and its fee comes back."""
    kind = "payment_charged_back" if action == "chargeback_settled" else "payment_failed"
    fee = fee_tenths(payment["amount"])
    lines = [(kind, -payment["amount"] * 10), ("gocardless_fee", fee)]
    _payout(book, payment, lines, {"payment": payment["id"]}, at)
    book.post(payment["currency"], whole(fee), "fee_back", payment["id"])
    move(book, payment, action, at=at)


def _payout(book: Book, payment: Thing, lines: list[tuple[str, int]], links: Thing, at: float | None) -> Thing:
    made = book.make(
        "payouts",
        at,
        amount=whole(sum(value for _, value in lines)),
        currency=payment["currency"],
        status="paid",
        payout_type="merchant",
        deducted_fees=whole(-sum(value for kind, value in lines if kind == "gocardless_fee")),
        links={"creditor": "CR123"},
    )
    for kind, value in lines:
        book.items.append(
            {"type": kind, "amount": tenths(value), "taxes": [], "links": dict(links), "_payout": made["id"]}
        )
    book.tell("payouts", "paid", {"payout": made["id"]}, at=at)
    return made
