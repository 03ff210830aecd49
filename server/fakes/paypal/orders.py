"""Orders: made, changed, approved by the payer, captured, shown (Orders v2)."""

from __future__ import annotations

import re
from typing import Any

from fakes.paypal import money
from fakes.paypal.amounts import units
from fakes.paypal.book import Book, Thing
from fakes.paypal.buyers import BUYER, INSTRUMENTS
from fakes.paypal.errors import Refused, missing, unknown, unprocessable

OPEN_SECONDS = 3 * 3600  # an order that nobody approved is gone then
APPROVED_SECONDS = 72 * 3600
PATCH = re.compile(r"/purchase_units/@reference_id=='default'/(custom_id|description|invoice_id|soft_descriptor)")


def create(book: Book, asked: Thing, request_id: str) -> Thing:
    """A new order. Raises Refused."""
    if asked.get("intent") not in ("CAPTURE", "AUTHORIZE"):
        raise missing("/intent")
    purchase = asked.get("purchase_units") or []
    if len(purchase) != 1:
        raise missing("/purchase_units")
    source = (asked.get("payment_source") or {}).get("paypal")
    if source is not None and not request_id:
        raise Refused(400, "INVALID_REQUEST", "PAYPAL_REQUEST_ID_REQUIRED")
    unit = {"reference_id": "default", **purchase[0]}
    _check(unit)
    context = (source or {}).get("experience_context") or asked.get("application_context") or {}
    order = {
        "id": book.new_id(),
        "intent": asked["intent"],
        "status": "PAYER_ACTION_REQUIRED" if source is not None else "CREATED",
        "create_time": book.now(),
        "purchase_units": [unit],
        "_context": context,
        "_at": book.clock(),
        "_source": source is not None,
    }
    book.orders[order["id"]] = order
    return order


def _check(unit: Thing) -> None:
    amount, field = unit.get("amount") or {}, "/purchase_units/@reference_id=='default'"
    if not amount.get("value"):
        raise missing(f"{field}/amount/value")
    total = units(amount, f"{field}/amount")
    if total <= 0:
        raise unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE", f"{field}/amount/value")
    for name, most in (("custom_id", 255), ("invoice_id", 127), ("description", 127)):
        if len(unit.get(name) or "") > most:
            raise Refused(400, "INVALID_REQUEST", "INVALID_STRING_MAX_LENGTH", f"{field}/{name}")
    breakdown, items = amount.get("breakdown"), unit.get("items") or []
    if breakdown is not None and units(breakdown["item_total"], f"{field}/amount/breakdown/item_total") != total:
        raise unprocessable("AMOUNT_MISMATCH", f"{field}/amount/value")
    if not items:
        return
    if breakdown is None:
        raise unprocessable("ITEM_TOTAL_REQUIRED", f"{field}/amount/breakdown/item_total")
    found = 0
    for item in items:
        if not item.get("name") or not str(item.get("quantity", "")).isdecimal():
            raise missing(f"{field}/items")
        if len(item["name"]) > 127:
            raise Refused(400, "INVALID_REQUEST", "INVALID_STRING_MAX_LENGTH", f"{field}/items/name")
        each = units(item["unit_amount"], f"{field}/items/unit_amount")
        if each < 0:
            raise unprocessable("CANNOT_BE_NEGATIVE", f"{field}/items/unit_amount/value")
        found += each * int(item["quantity"])
    if found != total:
        raise unprocessable("ITEM_TOTAL_MISMATCH", f"{field}/amount/breakdown/item_total/value")


def get(book: Book, key: str) -> Thing:
    """Raises Refused for one that is not there, or not any more: what was not captured in time is forgotten."""
    order = book.one(book.orders, key)
    lasts = APPROVED_SECONDS if order["status"] == "APPROVED" else OPEN_SECONDS
    if order["status"] != "COMPLETED" and book.clock() >= order["_at"] + lasts:
        raise unknown()
    return order


def patch(book: Book, key: str, asked: Any) -> None:
    """Change what may be changed of an order that is not completed. Raises Refused."""
    order = get(book, key)
    if order["status"] == "COMPLETED":
        raise unprocessable("ORDER_ALREADY_COMPLETED")
    if not isinstance(asked, list) or not asked:
        raise missing("/")
    for change in asked:
        path, wanted = str(change.get("path", "")), change.get("value")
        found = PATCH.fullmatch(path)
        if path == "/intent" and change.get("op") == "replace" and wanted in ("CAPTURE", "AUTHORIZE"):
            order["intent"] = wanted
        elif found and change.get("op") in ("add", "replace"):
            order["purchase_units"][0][found[1]] = str(wanted)
        else:
            raise unprocessable("NOT_PATCHABLE", path)


def approve(book: Book, order: Thing, instrument: str) -> None:
    """The payer says yes, with what they chose to pay with."""
    if order["status"] not in ("CREATED", "PAYER_ACTION_REQUIRED", "APPROVED") or instrument not in INSTRUMENTS:
        raise ValueError(instrument)
    order.update(status="APPROVED", _instrument=instrument, _at=book.clock())
    order["payer"] = {
        "payer_id": BUYER.payer_id,
        "email_address": BUYER.email,
        "name": {"given_name": BUYER.given_name, "surname": BUYER.surname},
    }
    book.tell("CHECKOUT.ORDER.APPROVED", "checkout-order", shown(book, order), "An order has been approved by buyer")


def capture(book: Book, key: str) -> Thing:
    """Take the money of an approved order. Raises Refused."""
    order = get(book, key)
    if order["intent"] != "CAPTURE":
        raise unprocessable("ACTION_DOES_NOT_MATCH_INTENT")
    if order["status"] == "COMPLETED":
        raise unprocessable("ORDER_ALREADY_CAPTURED")
    if order["status"] != "APPROVED":
        raise unprocessable("ORDER_NOT_APPROVED")
    instrument = INSTRUMENTS[order["_instrument"]]
    if instrument.declined:
        links = [{"href": _page(book, order), "rel": "redirect", "method": "GET"}]
        raise unprocessable(instrument.declined, links=links if instrument.declined == "INSTRUMENT_DECLINED" else None)
    money.capture(book, order, instrument.pending)
    order["status"] = "COMPLETED"
    return order


def _page(book: Book, order: Thing) -> str:
    return f"{book.url}/checkoutnow?token={order['id']}"


def shown(book: Book, order: Thing) -> Thing:
    """An order as the API tells it, with the links that its status allows."""
    unit = dict(order["purchase_units"][0])
    captures = [each for each in book.captures.values() if each["_order"] == order["id"]]
    if captures:
        mine = [each for each in book.refunds.values() if each["_capture"] in {one["id"] for one in captures}]
        unit["payments"] = {
            "captures": [money.shown_capture(book, each) for each in captures],
            **({"refunds": [money.shown_refund(book, each) for each in mine]} if mine else {}),
        }
    found = {**order, "purchase_units": [unit], "links": _links(book, order)}
    if order["_source"] and "payer" in order:
        found["payment_source"] = {
            "paypal": {"email_address": BUYER.email, "account_id": BUYER.payer_id, "account_status": "VERIFIED"}
        }
    return found


def _links(book: Book, order: Thing) -> list[dict[str, str]]:
    own = f"{book.url}/v2/checkout/orders/{order['id']}"
    links = [{"href": own, "rel": "self", "method": "GET"}]
    if order["status"] == "PAYER_ACTION_REQUIRED":
        links.append({"href": _page(book, order), "rel": "payer-action", "method": "GET"})
    elif order["status"] == "CREATED":
        links.append({"href": _page(book, order), "rel": "approve", "method": "GET"})
        links.append({"href": own, "rel": "update", "method": "PATCH"})
    if order["status"] in ("CREATED", "APPROVED"):
        links.append({"href": f"{own}/capture", "rel": "capture", "method": "POST"})
    return links
