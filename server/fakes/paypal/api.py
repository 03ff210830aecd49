"""The documented addresses: which of them makes, tells, changes or takes what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from fakes.paypal import disputes, money, orders
from fakes.paypal.book import Book, Thing
from fakes.paypal.errors import Refused, unknown
from fakes.paypal.webhooks import Webhooks
from fakes.serving import Asked

PATH = re.compile(
    r"(/v[12]/(?:checkout/orders|payments/captures|payments/refunds|customer/disputes))(?:/([^/]+))?(?:/(.+))?"
)
ORDERS, CAPTURES = "/v2/checkout/orders", "/v2/payments/captures"
WEBHOOKS, EVENTS = "/v1/notifications/webhooks", "/v1/notifications/webhooks-events"
REFUNDS, DISPUTES = "/v2/payments/refunds", "/v1/customer/disputes"
KEY_SECONDS = {ORDERS: 6 * 3600, CAPTURES: 45 * 86_400}
Found = tuple[int, Thing | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a PayPal-Request-Id stands for: asked again it is told as it is now."""

    shown: Callable[[], Thing]
    until: float


class Api:
    """Answers requests that carry a good token. `refunds_end_as` is what becomes of the next refunds."""

    def __init__(self, book: Book, webhooks: Webhooks) -> None:
        self.book = book
        self.webhooks = webhooks
        self.refunds_end_as = "COMPLETED"
        self._kept: dict[tuple[str, str], Kept] = {}

    def answer(self, asked: Asked) -> Found:
        """Status and body of what is answered. Raises Refused."""
        if asked.path == "/v1/notifications/verify-webhook-signature" and asked.method == "POST":
            return 200, {"verification_status": "SUCCESS" if self.webhooks.verified(asked) else "FAILURE"}
        listed = self._listed(asked) if asked.method == "GET" else None
        if listed is not None:
            return 200, listed
        found = PATH.fullmatch(asked.path)
        if found is None:
            raise unknown()
        kind, key, verb = found[1], found[2] or "", found[3] or ""
        if asked.method == "GET" and not verb:
            return 200, self._told(kind, key)
        if asked.method == "PATCH" and kind == ORDERS and key and not verb:
            orders.patch(self.book, key, _json(asked))
            return 204, None
        if asked.method != "POST":
            raise unknown()
        name = asked.headers.get("paypal-request-id", "")
        kept = self._kept.get((asked.path, name)) if name else None
        if kept is not None and kept.until > self.book.clock():
            return 200, kept.shown()
        status, shown = self._done(kind, key, verb, _json(asked), name)
        if name and kind in KEY_SECONDS:
            self._kept[asked.path, name] = Kept(shown, self.book.clock() + KEY_SECONDS[kind])
        whole = shown()
        if asked.headers.get("prefer", "").replace(" ", "") != "return=representation":
            whole = {name: whole[name] for name in ("id", "status", "payment_source", "links") if name in whole}
        return status, whole

    def _listed(self, asked: Asked) -> Thing | None:
        """A list, or the shop's webhook; None where the address is another one."""
        if asked.path == EVENTS:
            return self._events(asked)
        if asked.path == DISPUTES:
            after = asked.query.get("update_time_after", "")
            return {
                "items": [each for each in self.book.disputes.values() if each["update_time"] > after][::-1],
                "links": [],
            }
        if asked.path == f"{WEBHOOKS}/{self.webhooks.webhook_id}":
            kinds = [{"name": kind} for kind in self.webhooks.kinds]
            return {"id": self.webhooks.webhook_id, "url": self.webhooks.address, "event_types": kinds}
        return None

    def _events(self, asked: Asked) -> Thing:
        """What was told since `start_time`, the newest first, a page at a time."""
        size, start = int(asked.query.get("page_size", "10")), asked.query.get("start_time", "")
        skip = int(asked.query.get("start_index", "0"))
        found = [each for each in self.book.events if each["create_time"] >= start.replace("Z", ".000Z")][::-1]
        rest = f"page_size={size}&start_time={start}&start_index={skip + size}"
        links = [{"rel": "next", "href": f"{self.book.url}{EVENTS}?{rest}", "method": "GET"}]
        page = found[skip : skip + size]
        return {"events": page, "count": len(page), "links": links if len(found) > skip + size else []}

    def _told(self, kind: str, key: str) -> Thing:
        book = self.book
        if kind == ORDERS and key:
            return orders.shown(book, orders.get(book, key))
        if kind == CAPTURES and key:
            return money.shown_capture(book, book.one(book.captures, key))
        if kind == REFUNDS and key:
            return money.shown_refund(book, book.one(book.refunds, key))
        if kind == DISPUTES and key:
            return book.one(book.disputes, key)
        raise unknown()

    def _done(self, kind: str, key: str, verb: str, asked: Thing, name: str) -> tuple[int, Callable[[], Thing]]:
        book = self.book
        if kind == ORDERS and not key:
            made = orders.create(book, asked, name)
            status = 200 if made["_source"] else 201
            return status, lambda: orders.shown(book, made)
        if kind == ORDERS and verb == "capture":
            taken = orders.capture(book, key)
            return 201, lambda: orders.shown(book, taken)
        if kind == CAPTURES and verb == "refund":
            back = money.refund(book, book.one(book.captures, key), asked, ends_as=self.refunds_end_as)
            return 201, lambda: money.shown_refund(book, back)
        if kind == DISPUTES and verb in ("accept-claim", "provide-evidence"):
            opened = book.one(book.disputes, key)
            (disputes.accept if verb == "accept-claim" else disputes.answer)(book, opened)
            return 200, lambda: {"links": [{"href": f"{book.url}{DISPUTES}/{key}", "rel": "self", "method": "GET"}]}
        raise unknown()


def _json(asked: Asked) -> Thing:
    try:
        found: Thing = asked.json()
    except ValueError:
        raise Refused(400, "INVALID_REQUEST", "MALFORMED_REQUEST_JSON") from None
    return found
