"""A stand-in with a clock of the test's own, and a shop's program that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import httpx
import pytest

from fakes.paypal.server import Fake

START = 1_790_000_000.0


@dataclass
class Clock:
    at: float = START

    def __call__(self) -> float:
        return self.at


@dataclass
class Till:
    """The shop's end of the line."""

    fake: Fake
    clock: Clock
    token: str = field(default="")

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        sent = {
            "Authorization": f"Bearer {self.token}",
            **{name.replace("_", "-"): each for name, each in headers.items()},
        }
        return httpx.request(method, f"{self.fake.url}{path}", json=body, headers=sent, timeout=10)

    def sign_in(self, secret: str | None = None, grant: str = "client_credentials") -> httpx.Response:
        who = (self.fake.tokens.client_id, self.fake.tokens.client_secret if secret is None else secret)
        answer = httpx.post(f"{self.fake.url}/v1/oauth2/token", data={"grant_type": grant}, auth=who)
        self.token = answer.json().get("access_token", self.token)
        return answer

    def order(self, key: str = "k1", value: str = "52.00", code: str = "GBP", **unit: Any) -> dict[str, Any]:
        answer = self.ask("POST", "/v2/checkout/orders", order(value, code, **unit), PayPal_Request_Id=key)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def approve(self, made: dict[str, Any], instrument: str = "balance") -> str:
        """Press the buttons of the page; where the browser is sent."""
        (page,) = [link["href"] for link in made["links"] if link["rel"] == "payer-action"]
        with httpx.Client() as browser:
            assert "stands in for PayPal" in browser.get(page).text
            assert "Pay with" in browser.post(page, data={"step": "login"}).text
            answer = browser.post(page, data={"step": "pay", "instrument": instrument})
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    def capture(self, made: dict[str, Any], **headers: str) -> httpx.Response:
        headers = {"Prefer": "return=representation", **headers}
        return self.ask("POST", f"/v2/checkout/orders/{made['id']}/capture", {}, **headers)

    def paid(self, key: str = "k1", value: str = "52.00", code: str = "GBP", instrument: str = "balance") -> str:
        """The id of a capture."""
        made = self.order(key, value, code)
        self.approve(made, instrument)
        return str(captures(self.capture(made).json())[0]["id"])

    def wish(self, verb: str, **asked: Any) -> dict[str, Any]:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=asked)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def told(self) -> list[str]:
        """Kinds of the events that wait to be told."""
        self.fake.telling.go()
        return [event["event_type"] for event in self.fake.telling.kept]


def order(value: str = "52.00", code: str = "GBP", **unit: Any) -> dict[str, Any]:
    amount = {"currency_code": code, "value": value}
    context = {"return_url": "https://shop.example/back?payment=1", "cancel_url": "https://shop.example/basket"}
    return {
        "intent": "CAPTURE",
        "purchase_units": [{"amount": amount, "custom_id": "payment-1", **unit}],
        "payment_source": {"paypal": {"experience_context": context}},
    }


def captures(found: dict[str, Any]) -> list[dict[str, Any]]:
    return list(found["purchase_units"][0]["payments"]["captures"])


def issue(answer: httpx.Response) -> tuple[int, str]:
    body = answer.json()
    assert set(body) >= {"name", "message", "debug_id", "details"}
    return answer.status_code, body["details"][0]["issue"] if body["details"] else body["name"]


@pytest.fixture
def till() -> Iterator[Till]:
    clock = Clock()
    with Fake(clock=clock) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        found = Till(fake, clock)
        assert found.sign_in().status_code == 200
        yield found
        fake.shutdown()
