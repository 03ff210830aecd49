"""Paid within the shop's own page: the script that it loads, the frame with the card's fields, and what the frame sends.

`/<release>/stripe.js`          the script (stripe.js beside this file): `Stripe(key).initCheckoutElementsSdk({clientSecret})`
`/c/element/<session>`          GET: the frame. POST: a try to pay, as JSON
`/c/element/<session>/session`  what the script may know of the session
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from fakes.stripe import element_page
from fakes.stripe.book import Book, Thing
from fakes.stripe.cards import VISA
from fakes.stripe.checkout import fail_challenge, kept_methods, try_card, try_kept
from fakes.stripe.errors import Refused, invalid, missing
from fakes.stripe.hosted import WALLET, check_fields

SCRIPT = Path(__file__).with_name("stripe.js")
HTML, JSON, JAVASCRIPT = "text/html; charset=utf-8", "application/json", "text/javascript; charset=utf-8"
PATH = re.compile(r"/c/element/([A-Za-z0-9_]+)(/session)?")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
Answer = tuple[str, bytes]


def is_ours(path: str) -> bool:
    return path.startswith("/c/element/") or re.fullmatch(r"/[a-z0-9]+/stripe\.js", path) is not None


def answer(book: Book, publishable_key: str, method: str, path: str, asked: dict[str, str]) -> Answer:
    """Kind and content of what is answered."""
    found = PATH.fullmatch(path)
    if found is None:
        return JAVASCRIPT, SCRIPT.read_bytes()
    session = _session(book, publishable_key, found[1], asked)
    if method == "POST":
        return JSON, json.dumps(_tried(book, session, asked)).encode()
    if found[2]:
        return JSON, json.dumps(_told(session)).encode()
    kept = [
        (each["id"], f"{each['card']['brand'].title()} {each['card']['last4']}")
        for each in (kept_methods(book, session) if session else [])
    ]
    return HTML, element_page.frame(kept, is_open=session is not None and session["status"] == "open").encode()


def new_domain(book: Book, asked: Thing) -> Thing:
    """A host on which wallets may be shown from now on. Raises Refused."""
    name = str(asked.get("domain_name") or "")
    if not name:
        raise missing("domain_name")
    if not HOST.fullmatch(name):
        raise invalid("domain_name", f"Invalid domain: {name}")
    wallet = {"status": "active"}
    return book.make("pmd", domain_name=name, enabled=True, apple_pay=wallet, google_pay=wallet)


def _session(book: Book, publishable_key: str, key: str, asked: dict[str, str]) -> Thing | None:
    """None for whoever does not know the session's secret or the shop's key."""
    found = book.things.get(key)
    is_known = found is not None and found["object"] == "checkout.session" and found.get("client_secret")
    return found if is_known and (asked.get("secret"), asked.get("key")) == (is_known, publishable_key) else None


def _told(session: Thing | None) -> Thing:
    if session is None:
        return {"error": {"code": None, "message": "No such session, or another key."}}
    if session["status"] == "expired":
        return {"error": {"code": None, "message": "This session has expired."}}
    total = {"minorUnitsAmount": session["amount_total"], "amount": str(session["amount_total"])}
    status = {"type": session["status"], "paymentStatus": session["payment_status"]}
    return {"id": session["id"], "currency": session["currency"], "total": {"total": total}, "status": status}


def _tried(book: Book, session: Thing | None, form: dict[str, str]) -> dict[str, Any]:
    if session is None or session["status"] == "expired":
        return _told(session)
    if session["status"] == "complete":  # pressed twice
        return {"result": "paid"}
    try:
        return {"result": _paid(book, session, form)}
    except Refused as refused:
        said = refused.error
        if said.get("code", "").startswith("incomplete_") or said.get("param") == "number":
            return {"error": {"code": None, "message": said["message"]}}
        decline = said.get("decline_code") or said.get("code")
        return {
            "error": {"code": "paymentFailed", "message": said["message"], "paymentFailed": {"declineCode": decline}}
        }


def _paid(book: Book, session: Thing, form: dict[str, str]) -> str:
    """`paid` or `challenge`. Raises Refused."""
    if form.get("proof"):
        number = book.things.get(session["payment_intent"] or "", {}).get("_number", "")
        if not number or form["proof"] != "complete":
            raise fail_challenge(book, session)
        return try_card(book, session, number, proven=True)
    if form.get("way", "new") == "wallet":
        return try_card(book, session, VISA, wallet=WALLET)
    if form.get("way", "new") != "new":
        return try_kept(book, session, form["way"])
    check_fields(form, book.now())
    return try_card(book, session, form.get("number", ""))
