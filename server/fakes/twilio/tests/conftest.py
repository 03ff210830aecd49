"""A stand-in with a clock of the test's own, and a shop's program that speaks to it."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from fakes.twilio.account import ACCOUNT_SID, AUTH_TOKEN, FROM
from fakes.twilio.server import Fake

START = 1_790_000_000.0  # Mon, 21 Sep 2026 14:13:20 GMT
PATIENCE = 30  # of a machine that does much else
HOOK = "http://127.0.0.1:9/hook?key=word"
ANNA = "+447700900777"
ADDRESS = f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages"


@dataclass
class Shop:
    """The shop's end of the line."""

    fake: Fake
    at: float = START

    def now(self) -> float:
        return self.at

    def ask(self, method: str, path: str = f"{ADDRESS}.json", **more: Any) -> httpx.Response:
        sent = {"auth": (ACCOUNT_SID, AUTH_TOKEN), "timeout": PATIENCE, **more}
        return httpx.request(method, self.fake.url + path, **sent)

    def send(self, to: str = ANNA, body: str = "Hello", **more: str) -> httpx.Response:
        form = {"To": to, "From": FROM, "Body": body, "StatusCallback": HOOK, **more}
        return self.ask("POST", data={name: value for name, value in form.items() if value})

    def sent(self, to: str = ANNA, body: str = "Hello", **more: str) -> dict[str, Any]:
        answer = self.send(to, body, **more)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def got(self, sid: str) -> dict[str, Any]:
        found: dict[str, Any] = self.ask("GET", f"{ADDRESS}/{sid}.json").json()
        return found

    def wish(self, verb: str, **more: Any) -> dict[str, Any]:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=more, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def calls(self, *, backwards: bool = False) -> list[dict[str, str]]:
        """What was posted since: each checked as a shop checks it, by a reckoning of its own."""
        found = []
        for body, headers in self.fake.callbacks.messages(backwards=backwards):
            fields = dict(parse_qsl(body.decode(), strict_parsing=True))
            signed = headers[":url"] + "".join(name + value for name, value in sorted(fields.items()))
            digest = hmac.new(AUTH_TOKEN.encode(), signed.encode(), hashlib.sha1).digest()
            assert headers["X-Twilio-Signature"] == base64.b64encode(digest).decode()
            found.append(fields)
        return found


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Fake(slow_seconds=0) as fake:
        found = Shop(fake)
        fake.book.clock = found.now
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield found
        fake.shutdown()
