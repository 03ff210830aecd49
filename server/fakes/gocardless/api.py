"""The documented addresses: which of them makes, tells, lists or moves what."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

from fakes.gocardless import billing, payments, refunds, scenarios
from fakes.gocardless.book import PREFIXES, Book, Thing
from fakes.gocardless.errors import conflict, invalid, misused, unknown
from fakes.serving import Asked, clean

VERSION = "2015-07-06"
PATH = re.compile("/([a-z_]+)(?:/([A-Za-z0-9_]+))?(?:/actions/([a-z_]+))?")
FILTERS = ("mandate", "customer", "payment", "refund", "billing_request", "payout")
OF_ITS_OWN = ("resource_type", "action", "status", "currency")
MADE: dict[str, Callable[[str, str], bool]] = {  # moments are text of one form
    "created_at[gt]": operator.gt,
    "created_at[gte]": operator.ge,
    "created_at[lt]": operator.lt,
    "created_at[lte]": operator.le,
}
CREDITOR: Thing = {"id": "CR123", "name": "Stand-in", "verification_status": "successful", "links": {}}
USUAL, MOST, LONGEST_KEY = 50, 500, 128
MAKERS: dict[str, Callable[[Book, Thing], Thing]] = {
    "billing_requests": billing.create,
    "billing_request_flows": billing.create_flow,
    "payments": payments.create,
    "refunds": refunds.create,
}
WITHOUT_KEYS = ("billing_request_flows",)
ACTIONS: dict[tuple[str, str], Callable[[Book, Thing], None]] = {
    ("billing_requests", "cancel"): billing.cancel,
    ("payments", "cancel"): payments.cancel,
    ("payments", "retry"): payments.retry,
    ("mandates", "cancel"): payments.cancel_mandate,
}


class Api:
    """Answers requests that carry the shop's token and a version."""

    def __init__(self, book: Book, access_token: str) -> None:
        self.book = book
        self.access_token = access_token
        self._made: dict[tuple[str, str], str] = {}

    def answer(self, asked: Asked) -> tuple[int, Thing]:
        """Status and body of what is answered. Raises Refused."""
        self._check(asked)
        found = PATH.fullmatch(asked.path)
        kind, key, action = (found[1], found[2] or "", found[3] or "") if found else ("", "", "")
        if kind == "scenario_simulators" and asked.method == "POST" and action == "run":
            scenarios.run(self.book, key, str((_body(asked, "data").get("links") or {}).get("resource", "")))
            return 200, {kind: {"id": key}}
        if kind == "creditors" and asked.method == "GET" and not key:
            return 200, _page("creditors", [CREDITOR], asked.query, [CREDITOR["id"]])
        if kind == "payout_items" and asked.method == "GET":
            return 200, self._items(asked.query)
        if kind not in PREFIXES:
            raise unknown()
        if asked.method == "GET" and not action and kind != "billing_request_flows":
            return 200, {kind: clean(self.book.get(kind, key))} if key else self._list(kind, asked.query)
        if asked.method == "POST" and not key and kind in MAKERS:
            return 201, {kind: clean(self._make(kind, asked))}
        if asked.method == "POST" and (kind, action) in ACTIONS:
            thing = self.book.get(kind, key)
            ACTIONS[kind, action](self.book, thing)
            return 200, {kind: clean(thing)}
        raise misused("method_not_allowed", 405) if kind in PREFIXES and asked.method != "GET" else unknown()

    def _check(self, asked: Asked) -> None:
        kind, _, token = asked.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer":
            raise misused("missing_authorization_header", 401)
        if token != self.access_token:
            raise misused("access_token_not_found", 401)
        version = asked.headers.get("gocardless-version")
        if version is None:
            raise misused("missing_version_header")
        if version != VERSION:
            raise misused("version_not_found")
        if asked.method == "POST" and not asked.headers.get("content-type", "").startswith("application/json"):
            raise misused("invalid_content_type", 415)

    def _make(self, kind: str, asked: Asked) -> Thing:
        name = asked.headers.get("idempotency-key", "")
        if len(name) > LONGEST_KEY:
            raise misused("idempotency_key_too_long")
        made = self._made.get((kind, name))
        if name and made and kind not in WITHOUT_KEYS:
            raise conflict(made)
        thing = MAKERS[kind](self.book, _body(asked, kind))
        if name:
            self._made[kind, name] = thing["id"]
        return thing

    def _list(self, kind: str, query: Mapping[str, str]) -> Thing:
        found = list(reversed(self.book.things[kind].values()))
        for name, value in query.items():
            if name in FILTERS:
                found = [each for each in found if each["links"].get(name) == value]
            elif name in OF_ITS_OWN:
                found = [each for each in found if each.get(name) == value]
            elif name in MADE:
                found = [each for each in found if MADE[name](each["created_at"], value)]
            elif name not in ("limit", "after"):
                raise misused("invalid_filters")
        return _page(kind, found, query, [each["id"] for each in found])

    def _items(self, query: Mapping[str, str]) -> Thing:
        self.book.get("payouts", query.get("payout", ""))
        found = [each for each in self.book.items if each["_payout"] == query["payout"]]
        return _page("payout_items", found, query, [str(number) for number in range(len(found))])


def _page(kind: str, found: list[Thing], query: Mapping[str, str], names: list[str]) -> Thing:
    limit = query.get("limit", str(USUAL))
    if not limit.isdecimal() or not 1 <= int(limit) <= MOST:
        raise invalid("limit")
    if "after" in query:
        if query["after"] not in names:
            raise misused("cursor_not_found")
        start = names.index(query["after"]) + 1
        found, names = found[start:], names[start:]
    size = int(limit)
    after = names[size - 1] if len(names) > size else None
    return {kind: clean(found[:size]), "meta": {"cursors": {"before": None, "after": after}, "limit": size}}


def _body(asked: Asked, name: str) -> Thing:
    try:
        found: Any = asked.json()
    except ValueError:
        raise misused("bad_request") from None
    if not isinstance(found, dict) or not isinstance(found.get(name), dict):
        raise misused("invalid_document_structure")
    whole: Thing = found[name]
    return whole
