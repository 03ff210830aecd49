"""Checkout sessions: made, paid on the hosted page, expired."""

from __future__ import annotations

import re
import secrets
from typing import Any
from urllib.parse import urlsplit

from fakes.stripe import money, setups
from fakes.stripe.book import Book, Thing
from fakes.stripe.cards import Card, card_numbered, digits_of
from fakes.stripe.errors import Refused, invalid, missing
from fakes.stripe.forms import MOST_TIME, currency, whole
from fakes.stripe.intents import LEAST, keep, new_intent, new_method

NOT_WITH_ELEMENTS = ("success_url", "cancel_url", "custom_text", "after_expiration", "submit_type", "origin_context")
SOONEST, LATEST = 30 * 60, 24 * 3600
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
KINDS_OF_METHOD = ("card", "link", "bacs_debit", "sepa_debit", "paypal")
NOT_PROVEN = "payment_intent_authentication_failure"


def create_session(book: Book, asked: Thing, url: str) -> Thing:
    """A page for one payment. Raises Refused."""
    mode = asked.get("mode")
    if mode not in ("payment", "setup"):
        raise invalid("mode", "Only mode=payment and mode=setup are known here.")
    is_element = _check_ui(asked, mode)
    for param in (*([] if is_element else ["success_url"]), *(["line_items"] if mode == "payment" else [])):
        if not asked.get(param):
            raise missing(param)
    _check_urls(asked)
    customer = _customer(book, asked)
    if mode == "setup":
        return setups.new_session(book, asked, url, customer=customer, expires_at=_expiry(asked, book.now()))
    lines = [_line(index, line) for index, line in enumerate(asked["line_items"])]
    if len({code for _, _, _, code in lines}) != 1:
        raise invalid("line_items", "All line items must have the same currency.")
    total, now = sum(each * count for _, each, count, _ in lines), book.now()
    if total < LEAST:
        raise invalid("line_items", "The total is below the least amount that can be charged.", "amount_too_small")
    expires_at = _expiry(asked, now)
    kinds = asked.get("payment_method_types") or ["card"]
    for index, kind in enumerate(kinds):
        if kind not in KINDS_OF_METHOD:
            raise invalid(f"payment_method_types[{index}]", f"Invalid payment_method_types[{index}]: {kind}")
    session = book.make(
        "cs_test",
        mode="payment",
        status="open",
        payment_status="unpaid",
        payment_method_types=kinds,
        amount_subtotal=total,
        amount_total=total,
        currency=lines[0][3],
        ui_mode="elements" if is_element else "hosted_page",
        success_url=asked.get("success_url"),
        cancel_url=asked.get("cancel_url"),
        return_url=asked.get("return_url"),
        client_reference_id=asked.get("client_reference_id"),
        customer=customer["id"] if customer else None,
        customer_creation=None if customer else asked.get("customer_creation", "if_required"),
        customer_email=asked.get("customer_email"),
        customer_details=None,
        locale=asked.get("locale"),
        metadata=asked.get("metadata") or {},
        expires_at=expires_at,
        payment_intent=None,
        setup_intent=None,
    )
    session["url"] = None if is_element else f"{url}/c/pay/{session['id']}"
    session["client_secret"] = f"{session['id']}_secret_{secrets.token_hex(12)}" if is_element else None
    session["_lines"] = [(name, each * count) for name, each, count, _ in lines]
    session["_intent"] = asked.get("payment_intent_data") or {}
    session["_offers"] = (asked.get("saved_payment_method_options") or {}).get("allow_redisplay_filters") or ["always"]
    return session


def _expiry(asked: Thing, now: int) -> int:
    """Until when the page is open. Raises Refused."""
    expires_at = whole(asked, "expires_at", most=MOST_TIME) if asked.get("expires_at") else now + LATEST
    if not now + SOONEST <= expires_at <= now + LATEST:
        raise invalid("expires_at", "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.")
    return expires_at


def _check_ui(asked: Thing, mode: str) -> bool:
    """Whether it is paid by elements within the shop's own page. Raises Refused for what does not go with where it is paid."""
    ui_mode = asked.get("ui_mode") or "hosted_page"
    if ui_mode not in ("hosted_page", "elements") or (ui_mode == "elements" and mode == "setup"):
        raise invalid("ui_mode", f"Invalid ui_mode: {ui_mode}")
    for param in NOT_WITH_ELEMENTS if ui_mode == "elements" else ("return_url",):
        if asked.get(param):
            raise invalid(param, f"You can't set `{param}` if `ui_mode` is `{ui_mode}`.")
    return bool(ui_mode == "elements")


def _check_urls(asked: Thing) -> None:
    for param in ("success_url", "cancel_url", "return_url"):
        split = urlsplit(str(asked.get(param) or "https://none.invalid"))
        if split.scheme not in ("http", "https") or not split.netloc:
            raise invalid(param, "Not a valid URL", "url_invalid")


def _customer(book: Book, asked: Thing) -> Thing | None:
    if asked.get("customer") and asked.get("customer_email"):
        raise invalid("customer", "You may only specify one of these parameters: customer, customer_email.")
    if asked.get("customer") and asked.get("customer_creation"):
        raise invalid("customer_creation", "customer_creation is only for sessions without a customer.")
    if asked.get("customer_email") and not EMAIL.fullmatch(asked["customer_email"]):
        raise invalid("customer_email", f"Invalid email address: {asked['customer_email']}", "email_invalid")
    return book.get("cus", asked["customer"], param="customer") if asked.get("customer") else None


def _line(index: int, line: Any) -> tuple[str, int, int, str]:
    """Name, minor units of one, how many, currency."""
    price, place = line.get("price_data") or {}, f"line_items[{index}]"
    name = (price.get("product_data") or {}).get("name")
    if not name:
        raise missing(f"{place}[price_data][product_data][name]")
    count = whole(line, "quantity") if line.get("quantity") else 0
    if not count:
        raise missing(f"{place}[quantity]")
    return str(name), whole(price, "unit_amount"), count, currency(price)


def line_items(session: Thing) -> list[Thing]:
    """What the page lists."""
    return [
        {
            "id": f"li_{session['id'].rpartition('_')[2]}_{index}",
            "object": "item",
            "description": name,
            "amount_total": amount,
            "currency": session["currency"],
            "quantity": 1,
        }
        for index, (name, amount) in enumerate(session["_lines"])
    ]


def expire(book: Book, session: Thing) -> Thing:
    """Close an open page. Raises Refused for any other."""
    if session["status"] != "open":
        words = f'Only Checkout Sessions with a status in ["open"] can be expired. This one is {session["status"]}.'
        raise invalid("session", words)
    session.update(status="expired", url=None)
    intent = book.things.get(session["payment_intent"] or "")
    if intent is not None:  # a try that did not work, or the bank still asks
        intent.update(status="canceled", canceled_at=book.now(), next_action=None)
        book.tell("payment_intent.canceled", intent)
    book.tell("checkout.session.expired", session)
    return session


def lapse(book: Book) -> None:
    """What has fallen due: banks' late answers, and pages past their time, which close by themselves."""
    book.catch_up()
    for session in book.all("cs_test"):
        if session["status"] == "open" and session["expires_at"] <= book.now():
            expire(book, session)


def try_card(book: Book, session: Thing, number: str, *, proven: bool = False, wallet: str = "") -> str:
    """Pay an open page by card: `paid`, `challenge` (3-D Secure first), or raises Refused with the bank's no."""
    card = card_numbered(number)
    if card is None:
        raise Refused(402, "card_error", "incorrect_number", "Your card number is incorrect.", "number")
    return _try(book, session, card, number, proven=proven, wallet=wallet)


def try_kept(book: Book, session: Thing, key: str) -> str:
    """Pay an open page with a card that its customer keeps with us."""
    found = [method for method in kept_methods(book, session) if method["id"] == key]
    if not found:
        raise Refused(402, "card_error", "incorrect_number", "That card is not kept any more.", "number")
    card = card_numbered(found[0]["_number"]) or Card()
    return _try(book, session, card, found[0]["_number"], method=found[0])


def kept_methods(book: Book, session: Thing) -> list[Thing]:
    """The cards that the page offers to its customer: those that are meant to be shown again, as the shop asked."""
    kept = [method for method in book.all("pm") if session["customer"] and method["customer"] == session["customer"]]
    return [method for method in kept if method["allow_redisplay"] in session["_offers"]]


def _try(
    book: Book,
    session: Thing,
    card: Card,
    number: str,
    *,
    method: Thing | None = None,
    proven: bool = False,
    wallet: str = "",
) -> str:
    digits, intent = digits_of(number), _intent_of(book, session)
    if card.code:
        raise money.decline(book, intent, card, digits)
    is_proven = proven or (method is not None and method["_set_up"] and not card.away_fails)
    if card.challenge and not is_proven:
        intent.update(status="requires_action", next_action={"type": "use_stripe_sdk"}, _number=number)
        book.tell("payment_intent.requires_action", intent)
        return "challenge"
    _pay(book, session, card, method or new_method(book, digits), wallet)
    return "paid"


def fail_challenge(book: Book, session: Thing) -> Refused:
    """3-D Secure was not passed: the bank's no, in words for the page."""
    intent = _intent_of(book, session)
    words = "The provided PaymentMethod has failed authentication. Provide a new one to try again."
    error = {"type": "invalid_request_error", "code": NOT_PROVEN, "message": words}
    intent.update(status="requires_payment_method", last_payment_error=error, next_action=None, _number="")
    book.tell("payment_intent.payment_failed", intent)
    shown = "Your bank did not let this card through: the payment requires authentication. Try again, or another card."
    return Refused(402, "card_error", NOT_PROVEN, shown)


def _intent_of(book: Book, session: Thing) -> Thing:
    if session["payment_intent"]:
        return book.get("pi", session["payment_intent"])
    data = session["_intent"]
    intent = new_intent(
        book,
        amount=session["amount_total"],
        code=session["currency"],
        metadata=data.get("metadata") or {},
        setup_future_usage=data.get("setup_future_usage"),
        description=data.get("description"),
        customer=session["customer"],
    )
    session["payment_intent"] = intent["id"]
    book.tell("payment_intent.created", intent)
    return intent


def _pay(book: Book, session: Thing, card: Card, method: Thing, wallet: str) -> None:
    intent = _intent_of(book, session)
    if not session["customer"] and (intent["setup_future_usage"] or session["customer_creation"] == "always"):
        session["customer"] = book.make("cus", email=session["customer_email"], metadata={})["id"]
    intent.update(customer=session["customer"], payment_method=method["id"], _number="")
    money.charge(book, intent, card, method["_number"], wallet)
    keep(intent, method)
    session.update(
        status="complete",
        payment_status="paid",
        url=None,
        customer_details={"email": session["customer_email"]},
    )
    book.tell("checkout.session.completed", session)
