"""Checkout in setup mode: a card is left for later, and nothing is paid."""

from __future__ import annotations

from fakes.stripe.book import Book, Thing
from fakes.stripe.cards import WORDS, Card, card_numbered, digits_of
from fakes.stripe.errors import Refused, missing
from fakes.stripe.intents import new_method

NOT_PROVEN = "setup_intent_authentication_failure"


def new_session(book: Book, asked: Thing, url: str, *, customer: Thing | None, expires_at: int) -> Thing:
    """A page for one card. Raises Refused."""
    if not asked.get("payment_method_types") and not asked.get("currency"):
        raise missing("currency")  # dynamic payment methods are chosen by it
    intent = book.make(
        "seti",
        status="requires_payment_method",
        usage="off_session",
        customer=customer["id"] if customer else None,
        payment_method=None,
        last_setup_error=None,
        metadata={},
    )
    session = book.make(
        "cs_test",
        mode="setup",
        status="open",
        payment_status="no_payment_required",
        payment_method_types=asked.get("payment_method_types") or ["card"],
        amount_subtotal=None,
        amount_total=None,
        currency=None,
        success_url=asked["success_url"],
        cancel_url=asked.get("cancel_url"),
        client_reference_id=asked.get("client_reference_id"),
        customer=customer["id"] if customer else None,
        customer_creation=None if customer else asked.get("customer_creation", "if_required"),
        customer_email=asked.get("customer_email"),
        customer_details=None,
        locale=asked.get("locale"),
        metadata=asked.get("metadata") or {},
        expires_at=expires_at,
        payment_intent=None,
        setup_intent=intent["id"],
    )
    session["url"] = f"{url}/c/pay/{session['id']}"
    session["_lines"], session["_number"], session["_offers"] = [], "", []
    return session


def leave_card(book: Book, session: Thing, number: str, *, proven: bool = False) -> str:
    """`paid` when the card is kept, `challenge` (3-D Secure first); raises Refused with the bank's no."""
    card = card_numbered(number)
    if card is None:
        raise Refused(402, "card_error", "incorrect_number", "Your card number is incorrect.", "number")
    intent = book.get("seti", session["setup_intent"])
    if card.code:
        error = {"code": card.code, "decline_code": card.decline, "message": WORDS[card.decline]}
        intent.update(last_setup_error=error)
        book.tell("setup_intent.setup_failed", intent)
        raise Refused(402, "card_error", card.code, WORDS[card.decline], decline_code=card.decline)
    if card.challenge and not proven:
        intent.update(status="requires_action")
        session["_number"] = number
        return "challenge"
    _kept(book, session, intent, number, card)
    return "paid"


def fail_challenge(book: Book, session: Thing) -> Refused:
    """3-D Secure was not passed."""
    book.get("seti", session["setup_intent"]).update(status="requires_payment_method")
    session["_number"] = ""
    return Refused(
        402, "card_error", NOT_PROVEN, "Your bank did not let this card through. Try again, or another card."
    )


def _kept(book: Book, session: Thing, intent: Thing, number: str, card: Card) -> None:
    if not session["customer"] and session["customer_creation"] == "always":
        session["customer"] = book.make("cus", email=session["customer_email"], metadata={})["id"]
    method = new_method(book, digits_of(number), customer=session["customer"], is_set_up=True)
    method["allow_redisplay"] = "limited"
    intent.update(status="succeeded", customer=session["customer"], payment_method=method["id"])
    session.update(status="complete", url=None, _number="", customer_details={"email": session["customer_email"]})
    book.tell("setup_intent.succeeded", intent)
    book.tell("checkout.session.completed", session)
