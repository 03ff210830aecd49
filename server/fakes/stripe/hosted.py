"""What the hosted page does with a browser: shown, paid once however often Pay is pressed, the bank's question, over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from fakes.stripe import pages, setups
from fakes.stripe.book import Book, Thing
from fakes.stripe.cards import VISA
from fakes.stripe.checkout import fail_challenge, kept_methods, lapse, try_card, try_kept
from fakes.stripe.errors import Refused

EXPIRY = re.compile(r"(\d{1,2})\s*/?\s*(\d{2}|20\d{2})")
WALLET = "apple_pay"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the browser gets: a page, or where it is sent."""

    status: int
    html: str = ""
    location: str = ""


def seen(book: Book, method: str, path: str, form: dict[str, str]) -> Seen:
    """Answer a browser at `/c/pay/<session>` or, where the bank asks, at `/c/3ds/<session>`."""
    _, _, step, key = [*path.split("/"), "", "", "", ""][:4]
    with book.lock:
        lapse(book)
        try:
            session = book.get("cs_test", key)
        except Refused:
            return Seen(404, pages.over("There is no such page."))
        if session.get("client_secret"):  # it is paid within the shop's page
            return Seen(404, pages.over("There is no such page."))
        done = session["success_url"].replace("{CHECKOUT_SESSION_ID}", key)
        if session["status"] != "open":
            return _over(session, method, done)
        try:
            if step == "3ds":
                return _question(book, session, method, form, done)
            return _pay(book, session, form, done) if method == "POST" else Seen(200, _page(book, session))
        except Refused as refused:
            return Seen(402, _page(book, session, refused))


def _over(session: Thing, method: str, done: str) -> Seen:
    if session["status"] == "expired":
        back = session["cancel_url"]
        links = [(back, "Back to the shop")] if back else []
        return Seen(200, pages.over("This page has closed. Nothing was charged.", links))
    if method == "POST":  # pressed twice: the second press arrives where the first one did
        return Seen(303, location=done)
    return Seen(200, pages.over("This was paid already.", [(done, "On to your order")]))


def _page(book: Book, session: Thing, refused: Refused | None = None) -> str:
    problem = str(refused.error["message"]) if refused else ""
    field = str(refused.error.get("param", "")) if refused else ""
    if session["mode"] == "setup":
        return pages.leave(session, problem, field=field)
    return pages.pay(
        session,
        problem,
        field=field,
        kept=[
            (method["id"], f"{method['card']['brand'].title()} {method['card']['last4']}")
            for method in kept_methods(book, session)
        ],
    )


def _pay(book: Book, session: Thing, form: dict[str, str], done: str) -> Seen:
    if session["mode"] == "setup":
        check_fields(form, book.now())
        found = setups.leave_card(book, session, form.get("number", ""))
    elif form.get("kept"):
        found = try_kept(book, session, form["kept"])
    elif form.get("wallet"):
        found = try_card(book, session, VISA, wallet=WALLET)
    else:
        check_fields(form, book.now())
        found = try_card(book, session, form.get("number", ""))
    return Seen(303, location=done if found == "paid" else f"/c/3ds/{session['id']}")


def check_fields(form: dict[str, str], now: int) -> None:
    """What the page finds out by itself, before any bank is asked. Raises Refused."""
    found = EXPIRY.fullmatch(form.get("expiry", "").strip())
    if found is None or not 1 <= int(found[1]) <= 12:
        raise _wrong("expiry", "Your card's expiration date is incomplete.")
    today = datetime.fromtimestamp(now, UTC)
    if (2000 + int(found[2][-2:]), int(found[1])) < (today.year, today.month):
        raise _wrong("expiry", "Your card's expiration date is in the past.")
    cvc = form.get("cvc", "").strip()
    if not (cvc.isascii() and cvc.isdecimal() and 3 <= len(cvc) <= 4):
        raise _wrong("cvc", "Your card's security code is incomplete.")


def _wrong(field: str, words: str) -> Refused:
    return Refused(402, "card_error", f"incomplete_{field}", words, field)


def _question(book: Book, session: Thing, method: str, form: dict[str, str], done: str) -> Seen:
    is_setup = session["mode"] == "setup"
    asked = session if is_setup else book.things.get(session["payment_intent"] or "", {})
    number = asked.get("_number", "")
    if not number:  # nothing is asked (any more): the back button, or an address typed
        return Seen(303, location=f"/c/pay/{session['id']}")
    if method != "POST":
        return Seen(200, pages.challenge(session))
    if form.get("proof") != "complete":
        raise setups.fail_challenge(book, session) if is_setup else fail_challenge(book, session)
    if is_setup:
        setups.leave_card(book, session, number, proven=True)
    else:
        try_card(book, session, number, proven=True)
    return Seen(303, location=done)
