"""Payment intents: made, confirmed with and without the customer, cancelled; and the cards that customers keep."""

from __future__ import annotations

from dataclasses import replace

from fakes.stripe import money
from fakes.stripe.book import Book, Thing
from fakes.stripe.cards import METHODS, WORDS, Card, card_numbered, digits_of
from fakes.stripe.errors import Refused, invalid, missing
from fakes.stripe.forms import currency, is_true, whole

LEAST = 30
NOT_PROVEN = "authentication_required"
WORDS_OF_INTENT = "payment_intent_unexpected_state"


def new_intent(book: Book, *, amount: int, code: str, **more: object) -> Thing:
    """An intent that waits for a way to pay."""
    fields = {
        "amount_received": 0,
        "status": "requires_payment_method",
        "metadata": {},
        "customer": None,
        "payment_method": None,
        "latest_charge": None,
        "last_payment_error": None,
        "next_action": None,
        "setup_future_usage": None,
        "description": None,
        "canceled_at": None,
    }
    return book.make("pi", amount=amount, currency=code, **(fields | more))


def create(book: Book, asked: Thing) -> Thing:
    """An intent of an amount, confirmed at once where asked. Raises Refused, also with the bank's no."""
    amount, code = whole(asked, "amount"), currency(asked)
    if amount < LEAST:
        raise invalid("amount", "Amount must be at least 30 of the least unit.", "amount_too_small")
    if asked.get("customer"):
        book.get("cus", asked["customer"], param="customer")
    if is_true(asked, "off_session") and not is_true(asked, "confirm"):
        raise invalid("off_session", "off_session is only for confirm=true.")
    method = method_named(book, asked["payment_method"], asked.get("customer")) if asked.get("payment_method") else None
    intent = new_intent(
        book,
        amount=amount,
        code=code,
        metadata=asked.get("metadata") or {},
        customer=asked.get("customer"),
        description=asked.get("description"),
        setup_future_usage=asked.get("setup_future_usage"),
        payment_method=method["id"] if method else None,
        status="requires_confirmation" if method else "requires_payment_method",
    )
    book.tell("payment_intent.created", intent)
    return confirm(book, intent, asked) if is_true(asked, "confirm") else intent


def confirm(book: Book, intent: Thing, asked: Thing) -> Thing:
    """Charge the intent's card. Raises Refused, also with the bank's no."""
    if intent["status"] not in ("requires_payment_method", "requires_confirmation"):
        words = f"This PaymentIntent's status is {intent['status']}; it cannot be confirmed."
        raise invalid("intent", words, WORDS_OF_INTENT)
    key = asked.get("payment_method") or intent["payment_method"]
    if not key:
        raise missing("payment_method")
    method = method_named(book, key, intent["customer"])
    card = card_numbered(method["_number"]) or Card()
    intent["payment_method"] = method["id"]
    is_away = is_true(asked, "off_session")
    if card.code:
        raise money.decline(book, intent, card, method["_number"])
    asks_first = card.challenge and (card.away_fails or not method.get("_set_up"))
    if is_away and asks_first:
        raise money.decline(book, intent, replace(card, code=NOT_PROVEN, decline=NOT_PROVEN), method["_number"])
    if is_away and card.away_fails:
        no = replace(card, code="card_declined", decline="generic_decline")
        raise money.decline(book, intent, no, method["_number"])
    if asks_first:
        if is_true(asked, "error_on_requires_action"):
            raise money.decline(book, intent, replace(card, code=NOT_PROVEN, decline=NOT_PROVEN), method["_number"])
        intent.update(status="requires_action", next_action={"type": "use_stripe_sdk", "use_stripe_sdk": {}})
        book.tell("payment_intent.requires_action", intent)
        return intent
    money.charge(book, intent, card, method["_number"])
    keep(intent, method)
    return intent


def cancel(book: Book, intent: Thing) -> Thing:
    """Nothing more is paid on it. Raises Refused where it was."""
    if intent["status"] in ("succeeded", "canceled"):
        words = f"You cannot cancel this PaymentIntent because it has a status of {intent['status']}."
        raise invalid("intent", words, WORDS_OF_INTENT)
    intent.update(status="canceled", canceled_at=book.now(), next_action=None)
    book.tell("payment_intent.canceled", intent)
    return intent


def keep(intent: Thing, method: Thing) -> None:
    """A card that was paid with stays with the customer, where that was asked for. It was proven while they were there."""
    if intent["setup_future_usage"] and intent["customer"]:
        method.update(customer=intent["customer"], _set_up=intent["setup_future_usage"] == "off_session")
        method["allow_redisplay"] = "limited"


def new_method(book: Book, number: str, *, customer: str | None = None, is_set_up: bool = False) -> Thing:
    digits = digits_of(number)
    card = card_numbered(digits) or Card()
    details = {"brand": card.brand, "last4": digits[-4:], "exp_month": 12, "exp_year": 2034}
    shown = "unspecified"
    return book.make(
        "pm", type="card", customer=customer, card=details, allow_redisplay=shown, _number=digits, _set_up=is_set_up
    )


def method_named(book: Book, key: str, customer: str | None) -> Thing:
    """The card of an id, or a new one for a ready name such as `pm_card_visa`. Raises Refused for another customer's."""
    if key in METHODS:
        return new_method(book, METHODS[key])
    method = book.get("pm", key, param="payment_method")
    if method["customer"] != customer:
        words = "The PaymentMethod does not belong to this Customer. Attach it to the Customer first."
        raise invalid("payment_method", words, "payment_method_unexpected_state")
    return method


def attach(book: Book, key: str, asked: Thing) -> Thing:
    """A card comes to a customer, to be charged later. Raises Refused; also with the bank's no, which is asked now."""
    customer = book.get("cus", str(asked.get("customer") or ""), param="customer")
    method = new_method(book, METHODS[key]) if key in METHODS else book.get("pm", key)
    if method["customer"] not in (None, customer["id"]):
        raise invalid("payment_method", "The PaymentMethod belongs to another customer.")
    card = card_numbered(method["_number"]) or Card()
    if card.code:
        raise Refused(402, "card_error", card.code, WORDS[card.decline], decline_code=card.decline)
    method["customer"] = customer["id"]
    book.tell("payment_method.attached", method)
    return method


def detach(book: Book, method: Thing) -> Thing:
    """The customer keeps it no more. Raises Refused where nobody did."""
    if method["customer"] is None:
        raise invalid("payment_method", "The payment method is not attached to a customer.")
    method["customer"] = None
    book.tell("payment_method.detached", method)
    return method
