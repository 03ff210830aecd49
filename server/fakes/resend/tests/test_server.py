"""An e-mail is taken, refused, repeated and told of as Resend documents it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest

from fakes.resend.account import API_KEY, WEBHOOK_SECRET
from fakes.resend.server import Fake
from fakes.resend.webhooks import signature

START = 1_790_000_000.0  # Mon, 21 Sep 2026 14:13:20 GMT
PATIENCE = 30  # of a machine that does much else
ANNA = "anna@example.com"
LETTER: dict[str, Any] = {
    "from": "Val <val@val.example>",
    "to": [ANNA],
    "subject": "Hello",
    "text": "Hello",
    "tags": [{"name": "delivery", "value": "a-1"}],
}


@dataclass
class Shop:
    """The shop's end of the line."""

    fake: Fake
    at: float = START

    def now(self) -> float:
        return self.at

    def send(self, key: str = "", authorization: str = f"Bearer {API_KEY}", **more: Any) -> httpx.Response:
        headers = {"Authorization": authorization, "Idempotency-Key": key}
        named = {name: value for name, value in headers.items() if value}
        body = {name: value for name, value in {**LETTER, **more}.items() if value is not None}
        return httpx.post(f"{self.fake.url}/emails", json=body, headers=named, timeout=PATIENCE)

    def sent(self, key: str = "", **more: Any) -> str:
        answer = self.send(key, **more)
        assert answer.status_code == 200, answer.text
        assert list(answer.json()) == ["id"]
        return str(answer.json()["id"])

    def wish(self, verb: str, **more: Any) -> dict[str, Any]:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=more, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def events(self) -> list[dict[str, Any]]:
        """What was told since: each checked as a shop checks it, by a reckoning of its own."""
        found = []
        for body, headers in self.fake.telling.messages():
            assert headers["svix-timestamp"] == str(int(self.at))
            signed = f"{headers['svix-id']}.{headers['svix-timestamp']}.".encode() + body
            key = base64.b64decode(WEBHOOK_SECRET.removeprefix("whsec_"))
            expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
            assert headers["svix-signature"] == f"v1,{expected}"
            found.append(json.loads(body))
        return found


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Fake() as fake:
        found = Shop(fake)
        fake.clock = fake.keys.clock = found.now
        fake.telling.clock = found.now  # type: ignore[attr-defined]
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield found
        fake.shutdown()


def refusal(answer: httpx.Response) -> tuple[int, str]:
    said = answer.json()
    assert set(said) == {"statusCode", "name", "message"}
    assert said["statusCode"] == answer.status_code
    return answer.status_code, said["name"]


def test_what_svix_documents_as_signature() -> None:
    body = b'{"test": 2432232314}'
    known = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # of their documentation
    assert signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body, secret) == known


def test_an_email_is_taken_and_can_be_looked_at(shop: Shop) -> None:
    id = shop.sent(html="<p>Hello</p>", reply_to="desk@val.example")
    headers = {"Authorization": f"Bearer {API_KEY}"}
    found = httpx.get(f"{shop.fake.url}/emails/{id}", headers=headers, timeout=PATIENCE).json()
    assert (found["object"], found["id"], found["to"], found["last_event"]) == ("email", id, [ANNA], "queued")
    assert (found["html"], found["reply_to"]) == ("<p>Hello</p>", ["desk@val.example"])
    assert shop.wish("messages", to=ANNA)["messages"][0]["id"] == id
    missing = httpx.get(f"{shop.fake.url}/emails/other", headers=headers, timeout=PATIENCE)
    assert refusal(missing) == (404, "not_found")


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"to": None}, (422, "missing_required_field")),
        ({"subject": ""}, (422, "missing_required_field")),
        ({"text": None}, (422, "missing_required_field")),
        ({"to": ["anna"]}, (422, "validation_error")),
        ({"reply_to": "desk"}, (422, "validation_error")),
        ({"from": '"Val, London" <val@val.example>'}, (422, "validation_error")),
        ({"from": "=?utf-8?q?Val?= <val@val.example>"}, (422, "validation_error")),
        ({"tags": [{"name": "delivery", "value": "a.b"}]}, (422, "validation_error")),
        ({"attachments": [{"filename": "a.ics"}]}, (422, "invalid_attachment")),
    ],
)
def test_what_is_wrong_is_refused(shop: Shop, more: Any, refused: tuple[int, str]) -> None:
    assert refusal(shop.send(**more)) == refused
    assert shop.wish("messages")["messages"] == []


@pytest.mark.parametrize(
    ("authorization", "refused"),
    [("", (401, "missing_api_key")), ("Bearer other", (403, "invalid_api_key"))],
)
def test_whose_key_it_is(shop: Shop, authorization: str, refused: tuple[int, str]) -> None:
    assert refusal(shop.send(authorization=authorization)) == refused


def test_domains_and_quotas(shop: Shop) -> None:
    shop.wish("unverified", domains=["val.example"])
    assert refusal(shop.send()) == (403, "validation_error")
    shop.wish("unverified", domains=[])
    shop.wish("quota", left=1)
    shop.sent()
    assert refusal(shop.send()) == (429, "daily_quota_exceeded")


def test_a_key_makes_one_email_of_a_days_requests(shop: Shop) -> None:
    first = shop.sent("k")
    shop.at += 24 * 3600
    assert shop.sent("k") == first
    assert len(shop.wish("messages")["messages"]) == 1
    shop.at += 1
    assert shop.sent("k") != first


def test_a_key_for_something_else_is_refused(shop: Shop) -> None:
    shop.sent("k")
    assert refusal(shop.send("k", subject="Other")) == (409, "invalid_idempotent_request")
    shop.wish("working", keys=["k"])
    assert refusal(shop.send("k")) == (409, "concurrent_idempotent_requests")
    assert refusal(shop.send("k" * 257)) == (400, "invalid_idempotency_key")


def test_what_was_refused_uses_no_key_up(shop: Shop) -> None:
    assert shop.send("k", to=["anna"]).status_code == 422
    shop.sent("k")


@pytest.mark.parametrize(
    ("to", "told"),
    [
        (ANNA, ["email.sent", "email.delivered"]),
        ("bounced+1@val.example", ["email.sent", "email.bounced"]),
        ("complained@val.example", ["email.sent", "email.delivered", "email.complained"]),
        ("suppressed@val.example", ["email.suppressed"]),
    ],
)
def test_events_by_address(shop: Shop, to: str, told: list[str]) -> None:
    id = shop.sent(to=[to])
    assert shop.events() == []
    assert shop.wish("advance", to=to) == {"moved": 1}
    events = shop.events()
    assert [event["type"] for event in events] == told
    assert {event["data"]["email_id"] for event in events} == {id}
    assert events[0]["data"]["tags"] == {"delivery": "a-1"}
    assert shop.wish("advance") == {"moved": 0}


def test_troubles_of_the_line(shop: Shop) -> None:
    shop.wish("down", statuses=[429, 500])
    assert refusal(shop.send()) == (429, "rate_limit_exceeded")
    assert refusal(shop.send()) == (500, "application_error")
    shop.wish("lose-answers", times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        shop.send("k")
    id = shop.sent("k")
    assert [mail["id"] for mail in shop.wish("messages")["messages"]] == [id]
    shop.wish("event", id=id, kind="email.bounced")
    assert [event["type"] for event in shop.events()] == ["email.bounced"]
