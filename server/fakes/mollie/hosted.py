"""What the hosted page does with a browser: shown, paid once however often Pay is pressed, the bank's question, over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from fakes.mollie import money, pages, payments
from fakes.mollie.book import Book, Thing
from fakes.mollie.cards import CARDS
from fakes.serving import Answer, Asked, as_page, go_to

EXPIRY = re.compile(r"(\d{1,2})\s*/?\s*(\d{2}|20\d{2})")
WAYS = {"/checkout/credit-card/": "card", "/checkout/3ds/": "bank"}


def seen(book: Book, asked: Asked) -> Answer:
    """Answer a browser at a payment's page or, where the bank asks, at the bank's."""
    payments.lapse(book)
    base, _, key = asked.path.rpartition("/")
    payment = book.things["payment"].get(key)
    if payment is None or f"{base}/" not in WAYS:
        return as_page(404, pages.over("There is no such page."))
    if payment["status"] not in ("open", "pending"):
        return _over(payment, asked.method)
    form = asked.form() if asked.method == "POST" else {}
    if WAYS[f"{base}/"] == "bank":
        return _question(book, payment, form)
    return _pay(book, payment, form) if asked.method == "POST" else as_page(200, _page(book, payment))


def _over(payment: Thing, method: str) -> Answer:
    done = payment["redirectUrl"]
    if method == "POST":  # pressed twice: the second press arrives where the first one did
        return go_to(done)
    words = "This was paid already." if payment["status"] in ("paid", "authorized") else "Nothing was charged."
    return as_page(200, pages.over(words, [(done, "On to your order")]))


def _page(book: Book, payment: Thing, problem: str = "", field: str = "") -> str:
    own = money.valid_mandates(book, payment.get("customerId"))
    words = [(each["id"], f"{each['details']['cardLabel']} {each['details']['cardNumber']}") for each in own]
    return pages.pay(payment, problem, field=field, kept=words)


def _pay(book: Book, payment: Thing, form: Mapping[str, str]) -> Answer:
    if "outcome" in form:
        return _choose(book, payment, form["outcome"])
    kept = book.things["mandate"].get(form.get("kept", ""))
    if kept is not None and kept["customerId"] == payment.get("customerId"):
        number = kept[".number"]
    else:
        problem, field = _problem(form, book.clock())
        if problem:
            return as_page(422, _page(book, payment, problem, field))
        number = form.get("number", "")
    found = payments.try_card(book, payment, number)
    if found == "invalid":
        return as_page(422, _page(book, payment, "Your card number is incomplete.", "number"))
    return go_to(f"/checkout/3ds/{payment['id']}" if found == "challenge" else payment["redirectUrl"])


def _choose(book: Book, payment: Thing, outcome: str) -> Answer:
    """As the real test mode's page has it."""
    if outcome == "paid":
        payments.try_card(book, payment, next(iter(CARDS)))
    elif outcome == "failed":
        payments.fail(book, payment, "unknown_reason")
    elif outcome in ("canceled", "expired"):
        payments.end(book, payment, outcome)
    return go_to((payment.get("cancelUrl") if outcome == "canceled" else None) or payment["redirectUrl"])


def _problem(form: Mapping[str, str], now: float) -> tuple[str, str]:
    """What the page finds out by itself, before any bank is asked, and in which field."""
    found = EXPIRY.fullmatch(form.get("expiry", "").strip())
    if found is None or not 1 <= int(found[1]) <= 12:
        return "Your card's expiration date is incomplete.", "expiry"
    today = datetime.fromtimestamp(now, UTC)
    if (2000 + int(found[2][-2:]), int(found[1])) < (today.year, today.month):
        return "Your card's expiration date is in the past.", "expiry"
    cvc = form.get("cvc", "").strip()
    if not (cvc.isascii() and cvc.isdecimal() and 3 <= len(cvc) <= 4):
        return "Your card's security code is incomplete.", "cvc"
    return "", ""


def _question(book: Book, payment: Thing, form: Mapping[str, str]) -> Answer:
    number = payment.get(".number", "")
    if not number or not CARDS[number].challenge:  # nothing is asked (any more): the back button, or an address typed
        return go_to(f"/checkout/credit-card/{payment['id']}")
    if not form:
        return as_page(200, pages.challenge(payment))
    if form.get("proof") == "complete":
        payments.try_card(book, payment, number, proven=True)
    else:
        payments.fail(book, payment, "authentication_failed")
    return go_to(payment["redirectUrl"])
