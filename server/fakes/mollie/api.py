"""The documented addresses under /v2: which of them makes, tells, changes or ends what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fakes.mollie import money, payments
from fakes.mollie.book import Book, Thing, money_of, units
from fakes.mollie.errors import Refused, unknown, wrong
from fakes.serving import Answer, Asked

KEY_SECONDS = 3600  # how long an Idempotency-Key is remembered
HAL = {"Content-Type": "application/hal+json"}
Found = tuple[int, Thing | None]
KINDS = {"payments": "payment", "refunds": "refund", "chargebacks": "chargeback", "mandates": "mandate"}


class Api:
    """Answers requests that carry the key."""

    def __init__(self, book: Book, api_key: str) -> None:
        self.book = book
        self.api_key = api_key
        self._kept: dict[tuple[str, str], tuple[float, Answer]] = {}

    def answer(self, asked: Asked) -> Answer:
        if asked.headers.get("authorization") != f"Bearer {self.api_key}":
            return refusal(Refused(401, "Missing authentication, or failed to authenticate"))
        name = asked.headers.get("idempotency-key", "") if asked.method == "POST" else ""
        until, kept = self._kept.get((asked.path, name), (0.0, None))
        if name and kept is not None and until > self.book.clock():
            return kept
        try:
            payments.lapse(self.book)
            status, found = self._done(asked)
        except Refused as refused:
            return refusal(refused)
        answer = Answer(status) if found is None else as_hal(status, found)
        if name:
            self._kept[asked.path, name] = (self.book.clock() + KEY_SECONDS, answer)
        return answer

    def _done(self, asked: Asked) -> tuple[int, Thing | None]:
        """Status and body. Raises Refused."""
        kind, *rest = asked.path.removeprefix("/v2/").split("/")
        done = {"payments": self._payments, "customers": self._customers}.get(kind)
        found = self._lists(asked, [kind, *rest]) or (done(asked, _body(asked), rest) if done else None)
        if found is None:
            raise Refused(404, "The requested resource does not exist.")
        return found

    def _lists(self, asked: Asked, path: list[str]) -> Found | None:
        """Of whose key it is, and what there is of everything."""
        if asked.method != "GET" or path == ["profiles", "me"]:
            found = {
                "resource": "profile",
                "id": "pfl_standin",
                "mode": "test",
                "name": "VALClean",
                "status": "verified",
            }
            return (200, found) if asked.method == "GET" else None
        is_list = len(path) == 1 and path[0] in ("payments", "refunds", "chargebacks")
        return (200, self._page(path[0], self.book.of(KINDS[path[0]]), asked)) if is_list else None

    def _payments(self, asked: Asked, body: Thing, path: list[str]) -> Found | None:
        book = self.book
        found: Found | None = None
        match asked.method, path:
            case "POST", []:
                found = 201, self.shown(payments.create(book, body))
            case "GET", [key]:
                found = 200, self.shown(book.one("payment", key), asked.query.get("embed", ""))
            case "PATCH", [key]:
                payments.change(book.one("payment", key), body)
                found = 200, self.shown(book.one("payment", key))
            case "DELETE", [key]:
                payments.cancel(book.one("payment", key))
            case "POST", [key, verb]:
                found = self._work(book.one("payment", key), verb, body)
            case "GET", [key, ("refunds" | "chargebacks") as kind]:
                found = 200, self._page(kind, book.of(KINDS[kind], paymentId=book.one("payment", key)["id"]), asked)
            case "GET", [key, ("refunds" | "chargebacks") as kind, own]:
                found = 200, _below(book.one(KINDS[kind], own), "paymentId", key)
        return found

    def _work(self, payment: Thing, verb: str, body: Thing) -> Found | None:
        if verb == "captures":
            return 201, payments.capture(self.book, payment)
        if verb == "release-authorization":
            payments.release(self.book, payment)
            return 202, None
        return (201, money.refund(self.book, payment, body)) if verb == "refunds" else None

    def _customers(self, asked: Asked, body: Thing, path: list[str]) -> Found | None:
        book = self.book
        found: Found | None = None
        match asked.method, path:
            case "POST", []:
                wanted = {name: body.get(name) for name in ("name", "email", "locale", "metadata")}
                found = 201, book.add("customer", "cst", **wanted)
            case "GET", [key]:
                found = 200, book.one("customer", key)
            case "GET", [key, ("payments" | "mandates") as kind]:
                found = 200, self._page(kind, book.of(KINDS[kind], customerId=book.one("customer", key)["id"]), asked)
            case "GET", [key, "mandates", own]:
                found = 200, _below(book.one("mandate", own), "customerId", key)
            case "DELETE", [key, "mandates", own]:
                money.revoke(_below(book.one("mandate", own), "customerId", key))
                found = 204, None
        return found

    def _page(self, kind: str, found: list[Thing], asked: Asked) -> Thing:
        """One page of a list, the newest first, with a link to the next."""
        limit = asked.query.get("limit", "50")
        if not limit.isdecimal() or not 1 <= int(limit) <= 250:
            raise Refused(400, "Invalid limit", "limit")
        start = asked.query.get("from")
        place = next((at for at, each in enumerate(found) if each["id"] == start), 0)
        rest = found[place + int(limit) :]
        items = [self.shown(each) if kind == "payments" else each for each in found[place : place + int(limit)]]
        following = f"{self.book.url}{asked.path}?from={rest[0]['id']}&limit={limit}" if rest else None
        return {
            "count": len(items),
            "_embedded": {kind: items},
            "_links": {"self": _link(self.book.url + asked.path), "next": _link(following) if following else None},
        }

    def shown(self, payment: Thing, embed: str = "") -> Thing:
        """A payment as it is told, with what is to be embedded."""
        book, key, currency = self.book, payment["id"], payment["amount"]["currency"]
        own = f"{book.url}/v2/payments/{key}"
        links = {"self": _link(own), "dashboard": _link(f"https://my.mollie.com/dashboard/payments/{key}", "text/html")}
        if payment["status"] in ("open", "pending") and payment["sequenceType"] != "recurring":
            links["checkout"] = _link(f"{book.url}/checkout/credit-card/{key}", "text/html")
        whole = {**payment, "_links": links}
        if payment["status"] == "paid":
            back, taken = money.back_of(book, payment), money.taken_of(book, payment)
            whole["amountRefunded"] = money_of(back, currency)
            whole["amountRemaining"] = money_of(units(payment["amount"]) - back, currency)
            whole["amountChargedBack"] = money_of(taken, currency)
        wanted = [kind for kind in embed.split(",") if kind in ("refunds", "chargebacks")]
        if wanted:
            whole["_embedded"] = {kind: book.of(KINDS[kind], paymentId=key) for kind in wanted}
        return whole


def refusal(refused: Refused) -> Answer:
    return as_hal(refused.status, refused.body())


def as_hal(status: int, found: Any) -> Answer:
    """JSON without what only the stand-in knows (names with a dot in front)."""
    return Answer(status, json.dumps(_told(found)).encode(), dict(HAL))


def _told(thing: Any) -> Any:
    if isinstance(thing, Mapping):
        return {name: _told(value) for name, value in thing.items() if not name.startswith(".")}
    return [_told(each) for each in thing] if isinstance(thing, list) else thing


def _below(thing: Thing, of: str, key: str) -> Thing:
    if thing[of] != key:
        raise unknown(thing["resource"], thing["id"])
    return thing


def _body(asked: Asked) -> Thing:
    if asked.method not in ("POST", "PATCH"):
        return {}
    try:
        found = asked.json()
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(400, "The request body is no JSON object")
    if asked.method == "POST" and asked.path == "/v2/payments" and "testmode" in found:
        raise wrong('Non-existent body parameter "testmode" for this API call', "testmode")
    return found


def _link(href: str, kind: str = "application/hal+json") -> Mapping[str, Any]:
    return {"href": href, "type": kind}
