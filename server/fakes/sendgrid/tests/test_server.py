"""An e-mail is taken, refused and told of as SendGrid documents it."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from fakes.sendgrid.account import API_KEY, WEBHOOK_KEY
from fakes.sendgrid.server import Fake

PATIENCE = 30  # of a machine that does much else
ANNA = "anna@example.com"
CALENDAR = {"content": "QkVHSU4=", "type": "text/calendar", "filename": "booking.ics"}
LETTER: dict[str, Any] = {
    "personalizations": [{"to": [{"email": ANNA}]}],
    "from": {"email": "val@val.example", "name": "Val"},
    "subject": "Hello",
    "content": [{"type": "text/plain", "value": "Hello"}, {"type": "text/html", "value": "<p>Hello</p>"}],
    "headers": {"Message-ID": "<a@val.example>"},
    "custom_args": {"delivery": "a-1"},
}


@dataclass
class Shop:
    """The shop's end of the line."""

    fake: Fake

    def send(self, key: str = API_KEY, **more: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {key}"}
        return httpx.post(f"{self.fake.url}/v3/mail/send", json={**LETTER, **more}, headers=headers, timeout=PATIENCE)

    def sent(self, **more: Any) -> str:
        answer = self.send(**more)
        assert (answer.status_code, answer.content) == (202, b""), answer.text
        return answer.headers["X-Message-Id"]

    def wish(self, verb: str, **more: Any) -> dict[str, Any]:
        answer = httpx.post(f"{self.fake.url}/_control/{verb}", json=more, timeout=PATIENCE)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def events(self) -> list[dict[str, Any]]:
        """What was told since: each message checked as a shop checks it."""
        found = []
        for body, headers in self.fake.telling.messages():
            key = load_der_public_key(base64.b64decode(WEBHOOK_KEY))
            assert isinstance(key, ec.EllipticCurvePublicKey)
            at = headers["X-Twilio-Email-Event-Webhook-Timestamp"].encode()
            signed = base64.b64decode(headers["X-Twilio-Email-Event-Webhook-Signature"])
            key.verify(signed, at + body, ec.ECDSA(hashes.SHA256()))
            found += json.loads(body)
        return found


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield Shop(fake)
        fake.shutdown()


def refusal(answer: httpx.Response) -> tuple[int, str | None]:
    (said,) = answer.json()["errors"]
    assert set(said) == {"message", "field", "help"}
    return answer.status_code, said["field"]


def test_an_email_is_taken(shop: Shop) -> None:
    id = shop.sent(attachments=[CALENDAR])
    (mail,) = shop.wish("messages", to=ANNA)["messages"]
    assert (mail["id"], mail["subject"], mail["attachments"]) == (id, "Hello", [CALENDAR])
    assert shop.sent() != id, "they know no key that makes a repeat harmless"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"personalizations": []}, "personalizations"),
        ({"personalizations": [{"to": [{"email": "anna"}]}]}, "personalizations.0.to.0.email"),
        ({"from": {"email": "val"}}, "from.email"),
        ({"reply_to": {"email": "val"}}, "reply_to.email"),
        ({"subject": ""}, "subject"),
        ({"content": []}, "content"),
        ({"content": [{"type": "text/plain", "value": ""}]}, "content.0.value"),
        ({"content": [{"type": "text/html", "value": "a"}, {"type": "text/plain", "value": "a"}]}, "content"),
        ({"headers": {"Reply-To": "a"}}, "headers"),
        ({"attachments": [{**CALENDAR, "type": "text/calendar; method=REQUEST"}]}, "attachments.0.type"),
        ({"attachments": [{**CALENDAR, "content": "no base64"}]}, "attachments.0.content"),
        ({"attachments": [{**CALENDAR, "filename": ""}]}, "attachments.0.filename"),
    ],
)
def test_what_is_wrong_is_refused_by_name(shop: Shop, more: Any, field: str) -> None:
    assert refusal(shop.send(**more)) == (400, field)
    assert shop.wish("messages")["messages"] == []


def test_keys_and_senders(shop: Shop) -> None:
    assert refusal(shop.send("other")) == (401, None)
    shop.wish("unverified", domains=["val.example"])
    assert refusal(shop.send()) == (403, "from")


@pytest.mark.parametrize(
    ("to", "told"),
    [
        (ANNA, ["processed", "delivered"]),
        ("bounced@val.example", ["processed", "bounce"]),
        ("complained@val.example", ["processed", "delivered", "spamreport"]),
        ("dropped@val.example", ["dropped"]),
        ("deferred@val.example", ["processed", "deferred"]),
    ],
)
def test_events_by_address(shop: Shop, to: str, told: list[str]) -> None:
    id = shop.sent(personalizations=[{"to": [{"email": to}]}])
    shop.wish("advance")
    events = shop.events()
    assert [event["event"] for event in events] == told
    assert {event["sg_message_id"].partition(".")[0] for event in events} == {id}
    assert {(event["email"], event["delivery"], event["smtp-id"]) for event in events} == {
        (to, "a-1", "<a@val.example>")
    }


def test_troubles_of_the_line(shop: Shop) -> None:
    shop.wish("down", statuses=[429, 500])
    assert refusal(shop.send()) == (429, None)
    assert refusal(shop.send()) == (500, None)
    shop.wish("lose-answers", times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        shop.send()
    assert len(shop.wish("messages")["messages"]) == 1
