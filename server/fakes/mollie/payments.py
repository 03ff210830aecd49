"""Payments: created, paid on a page or without the customer, captured, released, cancelled, expired."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import urlsplit

from fakes.mollie import money
from fakes.mollie.book import Book, Thing, checked_money, units
from fakes.mollie.cards import CARDS, MESSAGES, card_numbered, digits_of
from fakes.mollie.errors import wrong

PAGE_SECONDS = 15 * 60
HOLD_SECONDS = 7 * 86_400
MOST = 10_000_00
CHANGED = ("description", "redirectUrl", "cancelUrl", "webhookUrl", "metadata", "locale")
COPIED = ("cancelUrl", "webhookUrl", "locale", "lines", "billingAddress")


def create(book: Book, asked: Thing) -> Thing:
    """Raises Refused."""
    amount, sequence = checked_money(asked.get("amount")), asked.get("sequenceType", "oneoff")
    if sequence not in ("oneoff", "first", "recurring"):
        raise wrong("The sequence type is invalid", "sequenceType")
    if not asked.get("description"):
        raise wrong("The description is missing", "description")
    if asked.get("method") not in (None, "creditcard"):
        raise wrong("The payment method is invalid", "method")
    if units(amount) > MOST or (units(amount) == 0 and sequence != "first"):
        raise wrong("The amount is higher than the maximum or lower than the minimum", "amount")
    _check_lines(asked.get("lines"), units(amount))
    if len(json.dumps(asked.get("metadata"))) > 1_100:
        raise wrong("The metadata is too large", "metadata")
    for name in ("redirectUrl", "cancelUrl", "webhookUrl"):
        _check_url(asked, name, needed=name == "redirectUrl" and sequence != "recurring")
    made: Thing = {
        "amount": amount,
        "description": str(asked["description"])[:255],
        "method": "creditcard",
        "metadata": asked.get("metadata"),
        "status": "open",
        "isCancelable": False,  # a card's open page cannot be
        "sequenceType": sequence,
        "captureMode": asked.get("captureMode") or "automatic",
        "redirectUrl": asked.get("redirectUrl"),
        "profileId": "pfl_standin",
        "details": {},
        **{name: asked[name] for name in COPIED if asked.get(name)},
    }
    if asked.get("customerId"):
        made["customerId"] = book.one("customer", asked["customerId"])["id"]
    elif sequence != "oneoff":
        raise wrong("The customer is missing", "customerId")
    if sequence == "recurring":
        mandate = _mandate(book, made["customerId"], asked.get("mandateId"))
        payment = book.add("payment", "tr", **made, mandateId=mandate["id"])
        _charge(book, payment, mandate)
        return payment
    return book.add(
        "payment", "tr", **made, expiresAt=book.now(PAGE_SECONDS), **{".until": book.clock() + PAGE_SECONDS}
    )


def _check_lines(lines: Any, amount: int) -> None:
    if lines is None:
        return
    totals = [units(checked_money(line.get("totalAmount"), "lines.totalAmount")) for line in lines]
    if sum(totals) != amount:
        raise wrong("The amount of the payment does not match the total of its lines", "amount")


def _check_url(asked: Thing, name: str, *, needed: bool) -> None:
    value = asked.get(name)
    if value is None and not needed:
        return
    if not isinstance(value, str) or urlsplit(value).scheme not in ("http", "https"):
        raise wrong(f"The {name} is invalid", name)


def _mandate(book: Book, customer: str, key: str | None) -> Thing:
    valid = [each for each in book.of("mandate", customerId=customer) if each["status"] == "valid"]
    found = [each for each in valid if key in (None, each["id"])]
    if not found:
        raise wrong("The customer has no suitable mandate", "mandateId" if key else "customerId")
    return found[0]


def _charge(book: Book, payment: Thing, mandate: Thing) -> None:
    """Without the customer: at once, unless their bank takes its time."""
    number = mandate[".number"]
    payment["details"] = details_of(number)
    if book.recurring_wait:
        payment["status"] = "pending"
    else:
        settle_charge(book, payment)


def settle_charge(book: Book, payment: Thing) -> None:
    """The bank's answer to a charge without the customer."""
    number = book.one("mandate", payment["mandateId"])[".number"]
    reason = CARDS[number].away or CARDS[number].fails
    if reason:
        fail(book, payment, reason)
    else:
        _paid(book, payment)


def try_card(book: Book, payment: Thing, typed: str, *, proven: bool = False) -> str:
    """What came of a card on the page: "challenge", "pending", "failed" or "done"; "invalid" is no card at all."""
    card = card_numbered(typed)
    if card is None:
        return "invalid"
    payment[".number"] = digits_of(typed)
    payment["details"] = details_of(payment[".number"])
    if card.challenge and not proven:
        payment["status"] = "pending"
        return "challenge"
    if card.fails:
        fail(book, payment, card.fails)
        return "failed"
    if card.slow and payment["status"] != "pending":
        payment["status"] = "pending"
        return "pending"
    accept(book, payment)
    return "done"


def accept(book: Book, payment: Thing) -> None:
    """The bank says yes: promised where we are to take it ourselves, else paid."""
    if payment["sequenceType"] == "first":
        payment["mandateId"] = money.new_mandate(book, payment)["id"]
    if payment["captureMode"] == "manual":
        payment |= {"status": "authorized", "authorizedAt": book.now(), "captureBefore": book.now(HOLD_SECONDS)[:10]}
        payment[".until"] = book.clock() + HOLD_SECONDS
        book.tell(payment)
    else:
        _paid(book, payment)


def capture(book: Book, payment: Thing) -> Thing:
    """Raises Refused."""
    if payment["status"] != "authorized":
        raise wrong("The payment cannot be captured", "paymentId")
    made = book.add(
        "capture", "cpt", paymentId=payment["id"], amount=payment["amount"], status="succeeded", description=""
    )
    payment["amountCaptured"] = payment["amount"]
    _paid(book, payment)
    return made


def release(book: Book, payment: Thing) -> None:
    """The promise is given back. Raises Refused."""
    if payment["status"] != "authorized":
        raise wrong("The payment has no authorization to release", "paymentId")
    if payment.get("mandateId"):
        book.one("mandate", payment["mandateId"])["status"] = "invalid"
    end(book, payment, "canceled")


def cancel(payment: Thing) -> None:
    """Raises Refused: a card's payment never is cancelable."""
    if not payment["isCancelable"]:
        raise wrong("The payment cannot be cancelled")


def change(payment: Thing, asked: Thing) -> None:
    """Raises Refused."""
    for name in asked:
        if name not in CHANGED:
            raise wrong(f'Non-existent body parameter "{name}" for this API call', name)
    payment |= asked


def fail(book: Book, payment: Thing, reason: str) -> None:
    payment["details"] |= {"failureReason": reason, "failureMessage": MESSAGES.get(reason, "The payment failed.")}
    end(book, payment, "failed")


def end(book: Book, payment: Thing, status: str) -> None:
    """It is failed, canceled or expired, for good."""
    payment["status"] = status
    payment[f"{status}At"] = book.now()
    book.tell(payment)


def lapse(book: Book) -> None:
    """What time does: pages and promises end, refunds arrive the day after."""
    for payment in book.things["payment"].values():
        is_waiting = payment["status"] in ("open", "pending", "authorized")
        if is_waiting and payment.get(".until", float("inf")) <= book.clock():
            end(book, payment, "expired")
    money.arrive(book)


def details_of(number: str) -> Thing:
    card = card_numbered(number)
    return {
        "cardNumber": number[-4:],
        "cardHolder": "T. Tester",
        "cardFingerprint": hashlib.sha256(number.encode()).hexdigest()[:22],
        "cardLabel": card.brand if card else None,
        "cardSecurity": "3dsecure" if card and card.challenge else "normal",
        "feeRegion": "other",
    }


def _paid(book: Book, payment: Thing) -> None:
    payment |= {"status": "paid", "paidAt": book.now()}
    payment.setdefault(".number", "")
    if units(payment["amount"]):
        book.post(payment["amount"], "payment", payment["id"])
    book.tell(payment)
    card = CARDS.get(payment[".number"])
    if card is not None and card.charged_back:
        money.charge_back(book, payment)
