"""Messages to the shop and troubles of the line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Thread
from typing import Any

import httpx
import pytest

from fakes.paypal.server import Fake
from fakes.paypal.tests.conftest import Clock, Till, issue, order

VERIFY = "/v1/notifications/verify-webhook-signature"
HEADERS = ("auth-algo", "cert-url", "transmission-id", "transmission-sig", "transmission-time")


def asked(headers: dict[str, str], webhook: str = "STANDINWEBHOOK") -> dict[str, Any]:
    found = {name.replace("-", "_"): headers[f"PAYPAL-{name.upper()}"] for name in HEADERS}
    return {**found, "webhook_id": webhook}


def verified(till: Till, given: dict[str, Any], body: bytes) -> httpx.Response:
    raw = json.dumps(given)[:-1].encode() + b', "webhook_event": ' + body + b"}"
    return httpx.post(till.fake.url + VERIFY, content=raw, headers={"Authorization": f"Bearer {till.token}"})


def test_a_message_is_known_by_its_words_and_its_webhook(till: Till) -> None:
    till.paid()
    (first, headers), (second, _) = till.fake.telling.messages()
    event = json.loads(first)
    assert (event["event_type"], event["resource"]["status"]) == ("CHECKOUT.ORDER.APPROVED", "APPROVED")
    assert json.loads(second)["resource"]["links"][0]["href"].startswith(till.fake.url)
    assert verified(till, asked(headers), first).json() == {"verification_status": "SUCCESS"}
    for given, body in (
        (asked(headers), second),
        (asked(headers), first.replace(b": ", b":")),
        (asked(headers, "OTHER"), first),
        ({**asked(headers), "transmission_time": "2026-01-01T00:00:00Z"}, first),
        ({**asked(headers), "auth_algo": "none"}, first),
    ):
        assert verified(till, given, body).json() == {"verification_status": "FAILURE"}
    assert issue(verified(till, {**asked(headers), "cert_url": ""}, first)) == (400, "MISSING_REQUIRED_PARAMETER")


def test_troubles_of_the_line(till: Till) -> None:
    till.wish("down", statuses=[503, 429, 0])
    assert issue(till.ask("GET", "/v2/checkout/orders/NONE")) == (503, "INTERNAL_SERVER_ERROR")
    assert issue(till.ask("GET", "/v2/checkout/orders/NONE")) == (429, "RATE_LIMIT_REACHED")
    with pytest.raises(httpx.RemoteProtocolError):
        till.ask("GET", "/v2/checkout/orders/NONE")
    till.wish("lose-answers", times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        till.ask("POST", "/v2/checkout/orders", order(), PayPal_Request_Id="k1")
    assert list(till.wish("book")["orders"]) == [till.order("k1")["id"]]
    assert httpx.post(f"{till.fake.url}/_control/nothing", json={}).status_code == 400
    assert httpx.post(f"{till.fake.url}/_control/decide", json={"id": "none"}).status_code == 400


class Door(BaseHTTPRequestHandler):
    """The shop's door for messages; `answers` are its next statuses."""

    came: Queue[str]
    answers: list[int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = type(self).answers.pop(0) if type(self).answers else 200
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()
        type(self).came.put(json.loads(body)["event_type"])

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def told() -> Iterator[tuple[Till, Queue[str], list[int]]]:
    came: Queue[str] = Queue()
    answers: list[int] = []
    door = ThreadingHTTPServer(("127.0.0.1", 0), type("OneDoor", (Door,), {"came": came, "answers": answers}))
    clock = Clock()
    address = f"http://127.0.0.1:{door.server_address[1]}/"
    with door, Fake(clock=clock, webhook_url=address, pauses=(0.0, 0.0)) as fake:
        for server in (door, fake):
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        till = Till(fake, clock)
        till.sign_in()
        yield till, came, answers
        fake.shutdown()
        door.shutdown()


def test_a_message_is_sent_until_it_is_taken(told: tuple[Till, Queue[str], list[int]]) -> None:
    till, came, answers = told
    answers += [500, 403]
    till.approve(till.order())
    assert [came.get(timeout=5) for _ in range(3)] == ["CHECKOUT.ORDER.APPROVED"] * 3


def test_messages_doubled_lost_kept_and_turned_round(told: tuple[Till, Queue[str], list[int]]) -> None:
    till, came, _ = told
    till.wish("webhooks", trouble="doubled")
    till.approve(till.order("a"))
    assert [came.get(timeout=5) for _ in range(2)] == ["CHECKOUT.ORDER.APPROVED"] * 2
    till.wish("webhooks", trouble="lost")
    till.approve(till.order("b"))
    till.wish("webhooks", trouble="kept")
    till.paid("c")
    assert came.empty()
    assert till.wish("flush", backwards=True) == {"sent": 2}
    assert [came.get(timeout=5) for _ in range(2)] == ["PAYMENT.CAPTURE.COMPLETED", "CHECKOUT.ORDER.APPROVED"]
