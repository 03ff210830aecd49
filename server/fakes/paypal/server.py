"""PayPal on this machine: its API as documented, the page a buyer approves on, and `/_control/` for tests and demonstrations."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode, urlsplit

from fakes.paypal import orders, pages
from fakes.paypal.api import Api
from fakes.paypal.book import Book, Thing
from fakes.paypal.control import wish
from fakes.paypal.errors import Refused
from fakes.paypal.tokens import Tokens
from fakes.paypal.webhooks import Webhooks
from fakes.serving import Answer, Asked, Company, as_json, as_page, go_to
from fakes.telling import PAUSES


class Fake(Company):
    """The shop's app is `client_id` with `client_secret`; its webhook is `webhook_id` at `webhook_url`."""

    pages = "/checkoutnow"

    def __init__(
        self,
        port: int = 0,
        *,
        client_id: str = "standin-client",
        client_secret: str = "standin-secret",  # noqa: S107  # the stand-in has none to hide
        webhook_id: str = "STANDINWEBHOOK",
        webhook_url: str = "",
        clock: Callable[[], float] = time.time,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.webhooks = Webhooks(webhook_url, webhook_id, clock, pauses)
        super().__init__(port, self.webhooks)
        self.book = Book(clock)
        self.book.url = self.url
        self.book.told = self.webhooks.take
        self.tokens = Tokens(client_id, client_secret, clock)
        self.rest = Api(self.book, self.webhooks)

    def api(self, asked: Asked) -> Answer:
        if asked.path == "/v1/oauth2/token":
            return self.tokens.give(asked)
        try:
            self.tokens.check(asked)
            status, found = self.rest.answer(asked)
        except Refused as refused:
            return as_json(refused.status, refused.body())
        return Answer(status) if found is None else as_json(status, found)

    def trouble(self, status: int) -> Answer:
        name = "RATE_LIMIT_REACHED" if status == 429 else "INTERNAL_SERVER_ERROR"
        return as_json(status, Refused(status, name).body())

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        return wish(self, verb, asked)

    def page(self, asked: Asked) -> Answer:
        try:
            order = orders.get(self.book, asked.query.get("token", ""))
        except Refused:
            return as_page(404, pages.over("There is no such payment (any more). Nothing was charged."))
        if order["status"] == "COMPLETED":
            return as_page(200, pages.over("This was paid already.", [(_way(order, "return_url"), "On to your order")]))
        return self._step(order, asked.form() if asked.method == "POST" else {})

    def _step(self, order: Thing, form: Mapping[str, str]) -> Answer:
        if form.get("step") == "cancel":
            back = _way(order, "cancel_url")
            return go_to(back) if back else as_page(200, pages.over("Cancelled. Nothing was charged."))
        if form.get("step") != "pay":
            return as_page(200, pages.approve(order) if form else pages.sign_in(order))
        try:
            orders.approve(self.book, order, form.get("instrument", ""))
        except ValueError:
            return as_page(400, pages.approve(order))
        done = _way(order, "return_url")
        return go_to(done) if done else as_page(200, pages.over("Approved. You may close this window."))


def _way(order: Thing, name: str) -> str:
    """An address of the shop's, with what PayPal adds to it."""
    address = str(order["_context"].get(name, ""))
    if not address:
        return ""
    added = {"token": order["id"]}
    if name == "return_url" and "payer" in order:
        added["PayerID"] = order["payer"]["payer_id"]
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(added)}"
