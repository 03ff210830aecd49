"""Captures and refunds (Payments v2): what comes in less a fee, what goes back, what waits for a bank."""

from __future__ import annotations

from fakes.paypal import amounts
from fakes.paypal.amounts import units
from fakes.paypal.book import Book, Thing
from fakes.paypal.errors import Refused, unprocessable

FEE_BP, FEE_FIXED, FEE_FIXED_WHOLE = 290, 30, 40  # 2.9 % and 30p; in currencies without decimals 40 units


def fee_of(amount: int, currency: str) -> int:
    """Halves go up, in integers alone."""
    return (amount * FEE_BP + 5_000) // 10_000 + (FEE_FIXED_WHOLE if currency in amounts.WHOLE else FEE_FIXED)


def capture(book: Book, order: Thing, pending: str) -> Thing:
    """The whole amount of an order. Where it waits (`pending` says for what) nothing moves yet."""
    unit = order["purchase_units"][0]
    made = {
        "id": book.new_id(),
        "status": "PENDING" if pending else "COMPLETED",
        "amount": {name: unit["amount"][name] for name in ("currency_code", "value")},
        "final_capture": True,
        "custom_id": unit.get("custom_id", ""),
        "invoice_id": unit.get("invoice_id", ""),
        "create_time": book.now(),
        "update_time": book.now(),
        "supplementary_data": {"related_ids": {"order_id": order["id"]}},
        "_order": order["id"],
        "_refunded": 0,
        "_disputed": False,
    }
    if any(each["invoice_id"] == made["invoice_id"] != "" for each in book.captures.values()):
        raise unprocessable("DUPLICATE_INVOICE_ID", "/purchase_units/@reference_id=='default'/invoice_id")
    book.captures[made["id"]] = made
    if pending:
        made["status_details"] = {"reason": pending}
        _tell(book, "PAYMENT.CAPTURE.PENDING", made)
    else:
        _came_in(book, made)
    return made


def end_capture(book: Book, made: Thing, status: str) -> None:
    """What a capture that waited became: COMPLETED or DECLINED."""
    if made["status"] != "PENDING" or status not in ("COMPLETED", "DECLINED"):
        raise ValueError(made["status"])
    made.update(status=status, update_time=book.now())
    made.pop("status_details", None)
    if status == "COMPLETED":
        _came_in(book, made)
    else:
        _tell(book, "PAYMENT.CAPTURE.DENIED", made)


def _came_in(book: Book, made: Thing) -> None:
    amount, code = units(made["amount"], ""), made["amount"]["currency_code"]
    fee = fee_of(amount, code)
    made["seller_receivable_breakdown"] = {
        "gross_amount": amounts.money(amount, code),
        "paypal_fee": amounts.money(fee, code),
        "net_amount": amounts.money(amount - fee, code),
    }
    book.post(code, amount - fee, "capture", made["id"])
    _tell(book, "PAYMENT.CAPTURE.COMPLETED", made)


def refund(book: Book, made: Thing, asked: Thing, *, ends_as: str) -> Thing:
    """Send back a part or all of a capture. `ends_as` is COMPLETED, PENDING or FAILED. Raises Refused."""
    whole, code = units(made["amount"], ""), made["amount"]["currency_code"]
    left = whole - made["_refunded"]
    wanted = asked.get("amount")
    if made["status"] in ("PENDING", "DECLINED"):
        raise unprocessable("REFUND_NOT_ALLOWED")
    if left == 0:
        raise unprocessable("CAPTURE_FULLY_REFUNDED")
    if wanted and wanted.get("currency_code") != code:
        raise unprocessable("REFUND_CAPTURE_CURRENCY_MISMATCH", "/amount/currency_code")
    amount = units(wanted, "/amount") if wanted else left
    if amount <= 0:
        raise Refused(400, "INVALID_REQUEST", "INVALID_PARAMETER_VALUE", "/amount/value")
    if amount > left:
        raise unprocessable("REFUND_AMOUNT_EXCEEDED", "/amount/value")
    if made["_disputed"] and amount < left:
        raise unprocessable("CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED")
    back = {
        "id": book.new_id(),
        "status": "PENDING" if ends_as == "PENDING" else "COMPLETED",
        "amount": amounts.money(amount, code),
        "custom_id": asked.get("custom_id", ""),
        "invoice_id": asked.get("invoice_id", ""),
        "create_time": book.now(),
        "update_time": book.now(),
        "_capture": made["id"],
    }
    if ends_as == "PENDING":
        back["status_details"] = {"reason": "ECHECK"}
    book.refunds[back["id"]] = back
    _refunded(made, amount)
    book.post(code, -amount, "refund", back["id"])
    back["seller_payable_breakdown"] = {
        "gross_amount": amounts.money(amount, code),
        "paypal_fee": amounts.money(0, code),
        "net_amount": amounts.money(amount, code),
        "total_refunded_amount": amounts.money(made["_refunded"], code),
    }
    if ends_as == "FAILED":
        end_refund(book, back, "FAILED")
    else:
        book.tell("PAYMENT.CAPTURE.REFUNDED", "refund", shown_refund(book, back), "A capture payment was refunded")
    return back


def end_refund(book: Book, back: Thing, status: str) -> None:
    """A bank's late word on a refund: COMPLETED, FAILED or CANCELLED. What failed comes back to the balance."""
    if back["status"] in ("FAILED", "CANCELLED", status) or status not in ("COMPLETED", "FAILED", "CANCELLED"):
        raise ValueError(back["status"])
    back.update(status=status, update_time=book.now())
    back.pop("status_details", None)
    if status == "COMPLETED":
        book.tell("PAYMENT.CAPTURE.REFUNDED", "refund", shown_refund(book, back), "A capture payment was refunded")
        return
    amount = units(back["amount"], "")
    _refunded(book.captures[back["_capture"]], -amount)
    book.post(back["amount"]["currency_code"], amount, "refund_failure", back["id"])
    book.tell("PAYMENT.REFUND.FAILED", "refund", shown_refund(book, back), "A refund failed")


def reverse(book: Book, made: Thing) -> Thing:
    """PayPal takes a capture back by itself, as for a payment nobody authorised."""
    amount, code = units(made["amount"], "") - made["_refunded"], made["amount"]["currency_code"]
    back = {
        "id": book.new_id(),
        "status": "COMPLETED",
        "amount": amounts.money(amount, code),
        "create_time": book.now(),
        "update_time": book.now(),
        "_capture": made["id"],
    }
    book.refunds[back["id"]] = back
    _refunded(made, amount)
    book.post(code, -amount, "reversal", back["id"])
    book.tell("PAYMENT.CAPTURE.REVERSED", "refund", shown_refund(book, back), "A capture payment was reversed")
    return back


def _refunded(made: Thing, amount: int) -> None:
    made["_refunded"] += amount
    whole = units(made["amount"], "")
    kinds = {0: "COMPLETED", whole: "REFUNDED"}
    made["status"] = kinds.get(made["_refunded"], "PARTIALLY_REFUNDED")


def shown_capture(book: Book, made: Thing) -> Thing:
    own = f"{book.url}/v2/payments/captures/{made['id']}"
    links = [
        {"href": own, "rel": "self", "method": "GET"},
        {"href": f"{own}/refund", "rel": "refund", "method": "POST"},
        {"href": f"{book.url}/v2/checkout/orders/{made['_order']}", "rel": "up", "method": "GET"},
    ]
    return {**made, "links": links}


def shown_refund(book: Book, back: Thing) -> Thing:
    links = [
        {"href": f"{book.url}/v2/payments/refunds/{back['id']}", "rel": "self", "method": "GET"},
        {"href": f"{book.url}/v2/payments/captures/{back['_capture']}", "rel": "up", "method": "GET"},
    ]
    return {**back, "links": links}


def _tell(book: Book, kind: str, made: Thing) -> None:
    book.tell(kind, "capture", shown_capture(book, made))
