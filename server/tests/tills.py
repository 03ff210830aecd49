"""A shop whose cards are taken by the Stripe stand-in, and a customer's browser on its page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest
import stripe

from almanac.business.models import Business, Setting
from almanac.kit import clock
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.actions import keeping
from almanac.payments.models import KeptMethod, Payment, ProviderAccount
from almanac.sales.models import Order
from fakes.stripe.intents import new_method
from fakes.stripe.server import Fake
from tests.cast import Person
from tests.shop import Booked, Shop, Visitor

VISA, CHALLENGED, DECLINED, DISPUTED, AWAY_FAILS = (
    "4242424242424242",
    "4000002760003184",
    "4000000000000002",
    "4000000000000259",
    "4000000000000341",
)
# Nothing here is encrypted, and to read whom to trust takes long.
NOBODY_TRUSTED = httpx.create_ssl_context(verify=False)


def nobody_is_looked_at() -> None:
    """One customer may pay as often as they like: where a test pays for many orders within a day."""
    many = {"most_by_card": 1_000, "most_by_email": 1_000, "most_by_address": 1_000}
    for business in Business.objects.all():
        Setting.objects.get_or_create(business=business, group="review", defaults={"values": many})


@dataclass
class Till:
    """The company's end, and what a test does there."""

    fake: Fake
    account: ProviderAccount

    def pay(self, url: str, card: str = VISA, *, proof: str = "complete") -> str:
        """Fill the page in and press Pay; where the browser is sent, or the page's words when the card was declined."""
        with httpx.Client(follow_redirects=False, timeout=10, verify=NOBODY_TRUSTED) as browser:
            answer = browser.post(url, data={"number": card, "expiry": "12 / 34", "cvc": "123"})
            if answer.status_code == 303 and answer.headers["location"].startswith("/c/3ds/"):
                address = self.fake.url + answer.headers["location"]
                assert browser.get(address).status_code == 200
                answer = browser.post(address, data={"proof": proof})
            return answer.headers.get("location") or answer.text

    def messages(self, *, backwards: bool = False) -> list[tuple[bytes, dict[str, str]]]:
        """What the company wants to tell and has not: bodies and headers."""
        return [self.fake.webhooks.message(event) for event in self.fake.webhooks.flush(backwards=backwards)]

    def tell(self, *, backwards: bool = False, times: int = 1) -> list[int]:
        """The company's messages come to our door; the answers' statuses."""
        return self.post([each for each in self.messages(backwards=backwards) for _ in range(times)])

    def post(self, messages: list[tuple[bytes, dict[str, str]]]) -> list[int]:
        """Messages of the company's, taken before, come to our door."""
        stranger = Person()
        return [
            stranger.client.post(
                "/api/payment-webhooks/stripe",
                data=body,
                content_type="application/json",
                headers={"stripe-signature": headers["Stripe-Signature"]},
            ).status_code
            for body, headers in messages
        ]

    def agrees(self) -> bool:
        """Our account at the company says what its own book says, and every law holds."""
        theirs = self.fake.book.balances().get("gbp", 0)
        assert broken_laws() == []
        return balance(Role.CLEARING, "GBP", "stripe") == theirs


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stripe's library does not rest between its tries."""
    for name in ("INITIAL_DELAY", "MAX_DELAY"):
        monkeypatch.setattr(stripe.HTTPClient, name, 0)


@pytest.fixture
def till(shop: Shop) -> Iterator[Till]:
    """Cards are taken. The company's messages wait until the test sends them (`till.tell()`)."""
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        account = ProviderAccount.objects.create(
            provider="stripe",
            mode=ProviderAccount.Mode.TEST,
            keys=json.dumps({"secret_key": fake.secret_key, "webhook_secret": fake.webhooks.secret}),
            api_url=fake.url,
            is_on=True,
        )
        yield Till(fake, account)
        fake.shutdown()


def placed(visitor: Visitor, shop: Shop, **more: Any) -> Booked:
    """A clean of 40.00, to be paid by card before it stands."""
    visitor.ready(shop, **more)
    answer = visitor.book(payment_method="card")
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def page_of(visitor: Person, made: Booked, method: str = "card") -> str:
    """The address of the company's page for an order."""
    answer = visitor.post(f"/orders/{made.number}/payments", {"method": method}, x_order_token=made.token)
    assert answer.status_code == 200, answer.content
    return str(answer.json()["url"])


def check(visitor: Person, made: Booked) -> dict[str, Any]:
    """What the browser asks that comes back from the page that was open."""
    (payment,) = Payment.objects.filter(order__number=made.number, state="open")
    answer = visitor.post(f"/payments/{payment.pk}/check", {})
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def unpaid(made: Booked) -> dict[str, str]:
    """What is answered of a page that is still open, beside why a try on it did not work."""
    return {"state": "open", "order_number": made.number, "order_state": "placed"}


def paid(visitor: Visitor, shop: Shop, till: Till, **more: Any) -> Booked:
    """An order that stands and is paid."""
    made = placed(visitor, shop, **more)
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made


def order_of(made: Booked) -> Order:
    return Order.objects.get(number=made.number)


def keeps(till: Till, order: Order, card: str = VISA) -> KeptMethod:
    """The order's customer has left a card with the company for later."""
    book = till.fake.book
    customer = book.make("cus", email=order.customer.email, metadata={})
    method = new_method(book, card, customer=customer["id"], is_set_up=True)
    return keeping.keep(
        customer_id=order.customer_id,
        account=till.account,
        method="card",
        label=f"Visa {card[-4:]}",
        customer_reference=customer["id"],
        method_reference=method["id"],
        now=clock.now(),
    )


def words_on(page: str) -> str:
    """The text of a page without its marks."""
    return re.sub(r"<[^>]+>", " ", page)
