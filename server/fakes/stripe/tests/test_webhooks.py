"""Messages: signed, repeated until they are taken; doubled, reversed, delayed, lost, and always to be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any, ClassVar

import pytest
import stripe

from fakes.stripe.tests.conftest import Shop
from fakes.stripe.webhooks import PAUSES

PAID = ["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"]
NEVER_TOO_OLD = 10**10


@dataclass
class Ear:
    """The shop's door for messages: what came, and what it answers (200 when nothing else is laid out)."""

    url: str = ""
    bodies: list[tuple[bytes, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def events(self) -> list[Any]:
        """What came, each with its signature found good."""
        return [
            stripe.Webhook.construct_event(body, header, "whsec_standin", NEVER_TOO_OLD) for body, header in self.bodies
        ]

    def kinds(self) -> list[str]:
        return [event.type for event in self.events()]


class Door(BaseHTTPRequestHandler):
    ear: ClassVar[Ear]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.ear.bodies.append((body, self.headers["Stripe-Signature"]))
        self.send_response(self.ear.answers.pop(0) if self.ear.answers else 200)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def ear(shop: Shop) -> Iterator[Ear]:
    Door.ear = Ear()
    with HTTPServer(("127.0.0.1", 0), Door) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        Door.ear.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
        shop.fake.webhooks.address = Door.ear.url
        shop.fake.webhooks.pause = lambda seconds: False
        yield Door.ear
        server.shutdown()


def test_each_is_signed_and_tells_what_was_true_then(shop: Shop, ear: Ear) -> None:
    shop.charge()
    assert shop.fake.webhooks.wait_until_idle()
    assert sorted(ear.kinds()) == sorted(PAID)
    (done,) = [event for event in ear.events() if event.type == "checkout.session.completed"]
    assert (done.data.object.payment_status, done.livemode) == ("paid", False)
    body, header = ear.bodies[0]
    for changed, secret in ((body + b" ", "whsec_standin"), (body, "whsec_other")):
        with pytest.raises(stripe.SignatureVerificationError):
            stripe.Webhook.construct_event(changed, header, secret, NEVER_TOO_OLD)


def test_card_numbers_are_in_no_message(shop: Shop, ear: Ear) -> None:
    made = shop.session(customer_creation="always", payment_intent_data={"setup_future_usage": "off_session"})
    shop.prove(shop.pay(made.url, "4000002760003184"))
    assert shop.fake.webhooks.wait_until_idle()
    assert len(ear.bodies) == 5
    assert not [body for body, _ in ear.bodies if b"4000002760003184" in body or b'"_' in body]


def test_repeated_until_it_is_taken(shop: Shop, ear: Ear) -> None:
    ear.answers = [500, 302, 404]
    shop.control("webhooks", trouble="kept")
    shop.client.v1.checkout.sessions.expire(shop.session().id)
    assert shop.control("flush") == {"sent": 1}
    assert [each.status for each in shop.fake.webhooks.tries] == [500, 302, 404, 200]
    assert len({event.id for event in ear.events()}) == 1
    assert shop.client.v1.events.list().data[0].pending_webhooks == 0


def test_given_up_in_the_end_and_still_to_be_asked_for(shop: Shop, ear: Ear) -> None:
    ear.answers = [500] * 10
    shop.client.v1.checkout.sessions.expire(shop.session().id)
    assert shop.fake.webhooks.wait_until_idle()
    assert len(ear.bodies) == len(PAUSES) + 1
    (event,) = shop.client.v1.events.list({"type": "checkout.session.expired"}).data
    assert (event.pending_webhooks, shop.client.v1.events.retrieve(event.id).type) == (1, "checkout.session.expired")


def test_nobody_there(shop: Shop, ear: Ear) -> None:
    shop.fake.webhooks.address = "http://127.0.0.1:9/hook"
    shop.client.v1.checkout.sessions.expire(shop.session().id)
    assert shop.fake.webhooks.wait_until_idle()
    assert {each.status for each in shop.fake.webhooks.tries} == {0}


def test_doubled(shop: Shop, ear: Ear) -> None:
    shop.control("webhooks", trouble="doubled")
    shop.charge()
    assert shop.fake.webhooks.wait_until_idle()
    assert sorted(ear.kinds()) == sorted(PAID * 2)


def test_reversed(shop: Shop, ear: Ear) -> None:
    shop.control("webhooks", trouble="reversed")
    shop.charge()
    assert ear.kinds() == []
    shop.control("flush")
    assert ear.kinds() == PAID[::-1]


@pytest.mark.parametrize("backwards", [False, True])
def test_kept_and_flushed(shop: Shop, ear: Ear, backwards: bool) -> None:
    shop.control("webhooks", trouble="kept")
    shop.charge()
    shop.control("flush", backwards=backwards)
    assert ear.kinds() == (PAID[::-1] if backwards else PAID)
    assert shop.control("flush") == {"sent": 0}


def test_lost(shop: Shop, ear: Ear) -> None:
    shop.control("webhooks", trouble="lost")
    shop.charge()
    assert shop.fake.webhooks.wait_until_idle()
    assert (ear.kinds(), [event.type for event in shop.client.v1.events.list().data]) == ([], PAID[::-1])


def test_delayed(shop: Shop, ear: Ear) -> None:
    shop.control("webhooks", trouble="delayed", seconds=60)
    shop.charge()
    shop.control("clock", seconds=59)
    assert shop.fake.webhooks.wait_until_idle()
    assert ear.kinds() == []
    shop.control("clock", seconds=1)
    assert shop.fake.webhooks.wait_until_idle()
    assert sorted(ear.kinds()) == sorted(PAID)


def test_without_an_address_they_are_kept_for_whoever_hands_them_over(shop: Shop) -> None:
    shop.control("webhooks", trouble="delayed", seconds=1)
    shop.client.v1.checkout.sessions.expire(shop.session().id)
    shop.control("clock", seconds=1)
    (event,) = shop.fake.webhooks.flush()
    body, headers = shop.fake.webhooks.message(event)
    assert stripe.Webhook.construct_event(body, headers["Stripe-Signature"], "whsec_standin", NEVER_TOO_OLD)
