"""A stand-in on a free port with a clock of its own, the company's own library speaking to it, and a browser on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest
import stripe

from fakes.stripe.server import Fake

NOW = 1_800_000_000
VISA, PROVEN, DECLINED, DISPUTED = "4242424242424242", "4000002760003184", "4000000000000002", "4000000000000259"


@dataclass
class Shop:
    """Whoever takes money: asks by the library, pays by browser."""

    fake: Fake
    client: stripe.StripeClient
    http: httpx.Client
    time: list[float]  # the company's clock

    def session(self, amount: int = 4_000, **more: Any) -> Any:
        price = {"currency": "gbp", "unit_amount": amount, "product_data": {"name": "Clean"}}
        asked: dict[str, Any] = {
            "mode": "payment",
            "success_url": "https://shop.test/done?s={CHECKOUT_SESSION_ID}",
            "cancel_url": "https://shop.test/back",
            "line_items": [{"quantity": 1, "price_data": price}],
            **more,
        }
        return self.client.v1.checkout.sessions.create(asked)  # type: ignore[arg-type]

    def pay(self, url: str, card: str = VISA, *, expiry: str = "12 / 34", cvc: str = "123") -> httpx.Response:
        return httpx.post(url, data={"number": card, "expiry": expiry, "cvc": cvc})

    def prove(self, answer: httpx.Response, word: str = "complete") -> httpx.Response:
        """Answer the bank's question where a payment was sent to it."""
        address = self.fake.url + answer.headers["location"]
        assert httpx.get(address).status_code == 200
        return httpx.post(address, data={"proof": word})

    def charge(self, amount: int = 4_000, card: str = VISA, **more: Any) -> Any:
        """A paid session's charge."""
        made = self.session(amount, **more)
        assert self.pay(made.url, card).status_code == 303
        paid = self.client.v1.checkout.sessions.retrieve(made.id, {"expand": ["payment_intent.latest_charge"]})
        intent: Any = paid.payment_intent
        return intent.latest_charge

    def kept(self, card: str = VISA) -> tuple[str, str]:
        """A customer and the card they keep: paid with once, while they were there."""
        intent = {"setup_future_usage": "off_session"}
        made = self.session(customer_creation="always", payment_intent_data=intent)
        answer = self.pay(made.url, card)
        if "3ds" in answer.headers["location"]:
            self.prove(answer)
        paid: Any = self.client.v1.checkout.sessions.retrieve(made.id, {"expand": ["payment_intent"]})
        return paid.customer, paid.payment_intent.payment_method

    def control(self, verb: str, **asked: Any) -> Any:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def told(self) -> list[str]:
        """The kinds of all events so far, the oldest first."""
        return [event["type"] for event in reversed(self.fake.book.all("evt"))]


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0)
    monkeypatch.setattr(stripe.HTTPClient, "MAX_DELAY", 0)
    monkeypatch.setattr(stripe, "enable_telemetry", False)
    time = [float(NOW)]
    with Fake(clock=lambda: time[0]) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        client = stripe.StripeClient(
            fake.secret_key,
            base_addresses={"api": fake.url},
            max_network_retries=0,
            http_client=stripe.RequestsClient(timeout=5),
        )
        with httpx.Client(base_url=fake.url, auth=(fake.secret_key, "")) as http:
            yield Shop(fake, client, http, time)
        fake.shutdown()
