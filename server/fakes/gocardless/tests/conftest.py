"""A stand-in with a clock of the test's own, and a shop's program that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest

from fakes.gocardless.accounts import SORT_CODE
from fakes.gocardless.server import Fake

START = 1_790_000_000.0
TOKEN = {"Authorization": "Bearer sandbox_standin", "GoCardless-Version": "2015-07-06"}
CLOSED, POOR, LATE, CONTESTED = "22222222", "11111111", "33333333", "44444444"


@dataclass
class Till:
    """The shop's end of the line."""

    fake: Fake

    def ask(self, method: str, path: str, body: Any = None, **headers: str | None) -> httpx.Response:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in {**TOKEN, **given}.items() if value is not None}
        return httpx.request(method, f"{self.fake.url}{path}", json=body, headers=sent, timeout=10)

    def make(self, kind: str, body: dict[str, Any], key: str = "") -> dict[str, Any]:
        answer = self.ask("POST", f"/{kind}", {kind: body}, Idempotency_Key=key or None)
        assert answer.status_code == 201, answer.text
        return dict(answer.json()[kind])

    def get(self, kind: str, key: str) -> dict[str, Any]:
        answer = self.ask("GET", f"/{kind}/{key}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json()[kind])

    def request(self, currency: str = "GBP") -> dict[str, Any]:
        return self.make("billing_requests", {"mandate_request": {"currency": currency, "description": "VAL-1"}})

    def flow(self, request: dict[str, Any], **more: Any) -> dict[str, Any]:
        ways = {"redirect_uri": "https://shop.example/paid", "exit_uri": "https://shop.example/basket"}
        links = {"billing_request": request["id"]}
        return self.make("billing_request_flows", {**ways, "skip_success_screen": True, "links": links, **more})

    def agree(self, flow: dict[str, Any], number: str = "55779911", **form: str) -> httpx.Response:
        account = {"account_holder_name": "Sam Sample", "sort_code": SORT_CODE, "account_number": number}
        return httpx.post(flow["authorisation_url"], data={"step": "agree", **account, **form})

    def mandate(self, number: str = "55779911") -> str:
        request = self.request()
        assert self.agree(self.flow(request), number).status_code == 303
        return str(self.get("billing_requests", request["id"])["links"]["mandate_request_mandate"])

    def debit(self, number: str = "55779911", amount: int = 5200) -> str:
        links = {"mandate": self.mandate(number)}
        return str(self.make("payments", {"amount": amount, "currency": "GBP", "links": links})["id"])

    def wish(self, verb: str, **asked: Any) -> dict[str, Any]:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=asked)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def happened(self, payment: str) -> list[str]:
        """What has happened to a payment, the oldest first."""
        events = self.ask("GET", f"/events?payment={payment}&limit=500").json()["events"]
        return [event["action"] for event in reversed(events)]


def wrong(answer: httpx.Response) -> tuple[int, str, str]:
    """Status, type, and the reason or the field."""
    error = answer.json()["error"]
    assert set(error) == {"message", "documentation_url", "type", "code", "request_id", "errors"}
    one = error["errors"][0]
    return answer.status_code, error["type"], one.get("reason") or one["field"]


@pytest.fixture
def till() -> Iterator[Till]:
    with Fake(clock=lambda: START) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield Till(fake)
        fake.shutdown()
