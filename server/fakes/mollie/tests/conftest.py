"""A stand-in with a clock of the test's own, and a shop's program that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest

from fakes.mollie.server import Fake

START = 1_790_000_000.0
PATIENCE = 30  # of a machine that does much else
HOOK = "http://127.0.0.1:9/hook?key=word"


@dataclass
class Shop:
    """The shop's end of the line."""

    fake: Fake
    at: float = START

    def now(self) -> float:
        return self.at

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        sent = {"Authorization": f"Bearer {self.fake.rest.api_key}"}
        sent |= {name.replace("_", "-"): each for name, each in headers.items()}
        return httpx.request(method, f"{self.fake.url}/v2{path}", json=body, headers=sent, timeout=PATIENCE)

    def made(self, **more: Any) -> dict[str, Any]:
        answer = self.ask("POST", "/payments", payment(**more))
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def got(self, key: str) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("GET", f"/payments/{key}").json()
        return found

    def type_in(self, made: dict[str, Any], number: str = "4242 4242 4242 4242", **more: str) -> httpx.Response:
        form = {"number": number, "expiry": "12 / 34", "cvc": "123", **more}
        return httpx.post(made["_links"]["checkout"]["href"], data=form, timeout=PATIENCE)


def payment(**more: Any) -> dict[str, Any]:
    plain = {
        "amount": {"currency": "GBP", "value": "40.00"},
        "description": "VAL-1",
        "method": "creditcard",
        "redirectUrl": "https://shop.example/done",
        "webhookUrl": HOOK,
    }
    return plain | more


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Fake() as fake:
        found = Shop(fake)
        fake.book._clock = found.now
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield found
        fake.shutdown()
