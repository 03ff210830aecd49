"""A push service with a clock of the test's own, and a shop that pushes to it encrypts by the library that shops use."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import http_ece
import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from fakes.push_service.decrypting import point_of
from fakes.push_service.server import Fake
from fakes.push_service.vapid import decoded, encoded

PATIENCE = 30  # of a machine that does much else
Key = ec.EllipticCurvePrivateKey


def new_key() -> Key:
    return ec.generate_private_key(ec.SECP256R1())


def public(key: Key) -> str:
    return encoded(point_of(key.public_key()))


def encrypted(to: dict[str, Any], text: str) -> bytes:
    """For the browser of a subscription, by the library alone."""
    body: bytes = http_ece.encrypt(
        text.encode(),
        private_key=new_key(),
        dh=decoded(to["keys"]["p256dh"]),
        auth_secret=decoded(to["keys"]["auth"]),
        version="aes128gcm",
    )
    return body


@dataclass
class Shop:
    """The shop's end of the line."""

    fake: Fake
    key: Key = field(default_factory=new_key)
    ahead: float = 0

    def now(self) -> float:
        return time.time() + self.ahead

    def subscribed(self, **more: Any) -> dict[str, Any]:
        return self.wish("subscribe", **{"applicationServerKey": public(self.key), **more})

    def wish(self, verb: str, **more: Any) -> dict[str, Any]:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=more, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def token(self, key: Key | None = None, **more: Any) -> str:
        plain = {"aud": self.fake.url, "exp": int(self.now()) + 3600, "sub": "mailto:shop@example.com"}
        claims = {name: value for name, value in {**plain, **more}.items() if value is not None}
        return jwt.encode(claims, key or self.key, algorithm="ES256")

    def push(self, to: dict[str, Any], text: str = "Hello", **headers: str) -> httpx.Response:
        """Encrypted by the library; a header of this name that is empty is left out."""
        return self.post(to["endpoint"], encrypted(to, text), **headers)

    def post(self, endpoint: str, body: bytes, **headers: str) -> httpx.Response:
        plain = {
            "TTL": "60",
            "Content-Encoding": "aes128gcm",
            "Authorization": f"vapid t={self.token()}, k={public(self.key)}",
        }
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in {**plain, **named}.items() if value}
        return httpx.post(endpoint, content=body, headers=sent, timeout=PATIENCE)

    def messages(self, to: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.wish("messages", endpoint=to["endpoint"] if to else "")["messages"]
        return found


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Fake() as fake:
        found = Shop(fake)
        fake.agents.clock = found.now
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield found
        fake.shutdown()
