"""The documented addresses: which of them makes, tells, lists or ends what."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from fakes.stripe import checkout, elements, forms, intents, money
from fakes.stripe.book import Book, Thing, expanded
from fakes.stripe.errors import invalid, no_address, not_permitted, unknown
from fakes.stripe.webhooks import Webhooks

MOST = 100
KINDS = {
    "checkout/sessions": "cs_test",
    "payment_intents": "pi",
    "setup_intents": "seti",
    "charges": "ch",
    "refunds": "re",
    "customers": "cus",
    "payment_methods": "pm",
    "balance_transactions": "txn",
    "disputes": "du",
    "radar/early_fraud_warnings": "issfr",
    "events": "evt",
    "payouts": "po",
    "webhook_endpoints": "we",
    "payment_method_domains": "pmd",
}
PATH = re.compile(r"/v1/(checkout/sessions|radar/early_fraud_warnings|[a-z_]+)(?:/([A-Za-z0-9_]+))?(?:/([a-z_]+))?")
FILTERS = ("charge", "payment_intent", "customer", "type", "status", "source", "payout", "domain_name")


class Api:
    """Answers requests that carry the right key. `refunds_end_as` is what becomes of the next refunds."""

    def __init__(self, book: Book, webhooks: Webhooks, url: Callable[[], str]) -> None:
        self.book = book
        self.webhooks = webhooks
        self.url = url
        self.refunds_end_as = "succeeded"
        self.account = "acct_standin"
        if webhooks.address:
            self._endpoint(["*"])

    def answer(self, method: str, path: str, asked: Thing) -> Thing:
        """What is answered. Raises Refused."""
        found = PATH.fullmatch(path)
        if found is None or (found[1] not in KINDS and found[1] not in ("account", "balance")):
            raise no_address(method, path)
        kind, key, verb = found[1], found[2], found[3]
        paths = asked.pop("expand", [])
        if not isinstance(paths, list):
            raise invalid("expand", "Invalid array")
        if kind == "balance":
            return self._balance()
        if kind == "account" and method == "GET" and key is None:
            if not self.account:
                raise not_permitted()
            return {"id": self.account, "object": "account"}
        if method == "GET":
            return self._read(kind, key, verb, asked, paths)
        if method == "POST":
            return expanded(self.book, self._change(kind, key, verb, asked), paths)
        if method == "DELETE" and kind == "webhook_endpoints" and key:
            self.book.get("we", key)
            del self.book.things[key]
            self.webhooks.address = ""
            return {"id": key, "object": "webhook_endpoint", "deleted": True}
        raise no_address(method, path)

    def _balance(self) -> Thing:
        available = [{"amount": amount, "currency": code} for code, amount in self.book.balances().items()]
        return {"object": "balance", "available": available, "pending": [], "livemode": False}

    def _read(self, kind: str, key: str | None, verb: str | None, asked: Thing, paths: list[str]) -> Thing:
        book = self.book
        if key is None:
            return self._list(kind, book.all(KINDS[kind], also_failed=True), asked, paths)
        thing = book.get(KINDS[kind], key)
        if kind == "customers" and verb == "payment_methods":
            kept = [method for method in book.all("pm") if method["customer"] == key]
            return self._list(f"customers/{key}/payment_methods", kept, asked, paths)
        if kind == "checkout/sessions" and verb == "line_items":
            return self._list(f"checkout/sessions/{key}/line_items", checkout.line_items(thing), asked, paths)
        if verb is not None:
            raise no_address("GET", f"/v1/{kind}/{key}/{verb}")
        return expanded(book, thing, paths)

    def _list(self, address: str, things: list[Thing], asked: Thing, paths: list[str]) -> Thing:
        for name in FILTERS:
            if name in asked:
                things = [thing for thing in things if thing.get(name) == asked[name]]
        if asked.get("types"):
            things = [thing for thing in things if thing.get("type") in asked["types"]]
        things = _made_when(things, asked.get("created"))
        things = _page(things, asked)
        limit = forms.whole(asked, "limit") if "limit" in asked else 10
        if not 1 <= limit <= MOST:
            raise invalid("limit", f"This value must be between 1 and {MOST}.", "parameter_invalid_integer")
        inner = [path.removeprefix("data.") for path in paths]
        return {
            "object": "list",
            "url": f"/v1/{address}",
            "has_more": len(things) > limit,
            "data": [expanded(self.book, thing, inner) for thing in things[:limit]],
        }

    def _change(self, kind: str, key: str | None, verb: str | None, asked: Thing) -> Thing:
        forms.check(f"{kind}/{verb}" if verb else kind, asked)
        if key is None:
            return self._make(kind, asked)
        if (kind, verb) == ("payment_methods", "attach"):
            return intents.attach(self.book, key, asked)
        thing = self.book.get(KINDS[kind], key)
        book = self.book
        changes: dict[tuple[str, str | None], Callable[[], Thing]] = {
            ("checkout/sessions", "expire"): lambda: checkout.expire(book, thing),
            ("payment_intents", "confirm"): lambda: intents.confirm(book, thing, asked),
            ("payment_intents", "cancel"): lambda: intents.cancel(book, thing),
            ("payment_methods", "detach"): lambda: intents.detach(book, thing),
            ("disputes", "close"): lambda: money.accept_dispute(book, thing),
            ("disputes", None): lambda: money.answer_dispute(book, thing, asked),
            ("customers", None): lambda: thing | asked,
        }
        if (kind, verb) not in changes:
            raise no_address("POST", f"/v1/{kind}/{key}" + (f"/{verb}" if verb else ""))
        changed = changes[kind, verb]()
        self.book.things[key] = changed
        return changed

    def _make(self, kind: str, asked: Thing) -> Thing:
        match kind:
            case "checkout/sessions":
                return checkout.create_session(self.book, asked, self.url())
            case "payment_intents":
                return intents.create(self.book, asked)
            case "refunds":
                return money.refund(self.book, asked, ends_as=self.refunds_end_as)
            case "customers":
                if asked.get("email") and not checkout.EMAIL.fullmatch(asked["email"]):
                    raise invalid("email", f"Invalid email address: {asked['email']}", "email_invalid")
                return self.book.make("cus", email=asked.get("email"), metadata=asked.get("metadata") or {})
            case "payment_method_domains":
                return elements.new_domain(self.book, asked)
            case "webhook_endpoints":
                self.webhooks.address = str(asked.get("url") or "")
                return self._endpoint(asked.get("enabled_events") or ["*"])
            case _:
                raise no_address("POST", f"/v1/{kind}")

    def _endpoint(self, kinds: list[str]) -> Thing:
        webhooks = self.webhooks
        return self.book.make(
            "we", url=webhooks.address, enabled_events=kinds, status="enabled", secret=webhooks.secret
        )


def _made_when(things: list[Thing], created: Any) -> list[Thing]:
    """Those made at an instant, or within `created[gte]` and its like."""
    if created is None:
        return things
    if not isinstance(created, dict):
        return [thing for thing in things if thing["created"] == int(created)]
    found = []
    for thing in things:
        at = thing["created"]
        holds = {
            name: {"gt": at > int(when), "gte": at >= int(when), "lt": at < int(when), "lte": at <= int(when)}[name]
            for name, when in created.items()
            if name in ("gt", "gte", "lt", "lte")
        }
        if all(holds.values()):
            found.append(thing)
    return found


def _page(things: list[Thing], asked: Thing) -> list[Thing]:
    """Those after `starting_after`, or just before `ending_before`. Raises Refused for an id that is not in the list."""
    keys = [thing["id"] for thing in things]
    for name in ("starting_after", "ending_before"):
        if asked.get(name) and asked[name] not in keys:
            raise unknown("object", asked[name], name)
    if asked.get("starting_after"):
        return things[keys.index(asked["starting_after"]) + 1 :]
    if asked.get("ending_before"):
        before = things[: keys.index(asked["ending_before"])]
        return before[-int(asked.get("limit") or 10) :]
    return things
