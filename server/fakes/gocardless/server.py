"""GoCardless on this machine: its API as documented, its hosted page, and `/_control/` for tests and demonstrations."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from fakes.gocardless import billing, pages
from fakes.gocardless.accounts import digits_of
from fakes.gocardless.api import Api
from fakes.gocardless.book import Book, Thing
from fakes.gocardless.control import wish
from fakes.gocardless.days import lapse
from fakes.gocardless.errors import Refused
from fakes.gocardless.webhooks import Webhooks
from fakes.serving import Answer, Asked, Company, as_json, as_page, go_to
from fakes.telling import PAUSES


class Fake(Company):
    """`access_token` is the shop's; its messages go to `webhook_url`, signed with `webhook_secret`."""

    pages = "/flow/"

    def __init__(
        self,
        port: int = 0,
        *,
        access_token: str = "sandbox_standin",  # noqa: S107
        webhook_secret: str = "standin-webhook-secret",  # noqa: S107  # the stand-in has none to hide
        webhook_url: str = "",
        clock: Callable[[], float] = time.time,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self.webhooks = Webhooks(webhook_url, webhook_secret, pauses)
        super().__init__(port, self.webhooks)
        self.book = Book(clock)
        self.book.url = self.url
        self.book.told = self.webhooks.take
        self.rest = Api(self.book, access_token)

    def api(self, asked: Asked) -> Answer:
        lapse(self.book)
        try:
            return as_json(*self.rest.answer(asked))
        except Refused as refused:
            return as_json(refused.status, refused.body())

    def trouble(self, status: int) -> Answer:
        kind, reason = (
            ("invalid_api_usage", "rate_limit_exceeded") if status == 429 else ("gocardless", "internal_error")
        )
        return as_json(status, Refused(status, kind, reason).body())

    def wish(self, verb: str, asked: Mapping[str, Any]) -> Any:
        return wish(self, verb, asked)

    def page(self, asked: Asked) -> Answer:
        lapse(self.book)
        flow = self.book.things["billing_request_flows"].get(asked.path.rpartition("/")[2])
        if flow is None:
            return as_page(404, pages.over("There is no such page."))
        request = self.book.things["billing_requests"][flow["links"]["billing_request"]]
        if request["status"] == "fulfilled":
            return as_page(200, pages.done(flow["redirect_uri"] or ""))
        if not billing.is_open(self.book, flow):
            return as_page(200, pages.over("This page has closed.", [(flow["exit_uri"] or "", "Back to the shop")]))
        return self._step(flow, request, asked.form() if asked.method == "POST" else {})

    def _step(self, flow: Thing, request: Thing, form: dict[str, str]) -> Answer:
        if form.get("step") == "exit":
            names = {"billing_request": request["id"], "billing_request_flow": flow["id"]}
            self.book.tell("billing_requests", "flow_exited", names)
            return go_to(flow["exit_uri"]) if flow["exit_uri"] else as_page(200, pages.over("Nothing was set up."))
        if form.get("step") != "agree":
            return as_page(200, pages.agree(flow, request, {}))
        holder = form.get("account_holder_name", "").strip()
        scheme = (request["mandate_request"] or request["payment_request"])["scheme"]
        digits = digits_of("bacs" if scheme == "faster_payments" else scheme, form)
        if not holder or not digits:
            problem = "This is not a valid account." if holder else "The name on the account is needed."
            return as_page(422, pages.agree(flow, request, form, problem))
        given, _, family = holder.rpartition(" ")
        prefilled = {"email": flow["prefilled_customer"].get("email")}
        billing.fulfil(self.book, request, holder, digits, {"given_name": given, "family_name": family, **prefilled})
        address = flow["redirect_uri"] or ""
        return go_to(address) if address and flow["skip_success_screen"] else as_page(200, pages.done(address))
