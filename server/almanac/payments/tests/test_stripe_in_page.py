"""The Stripe adapter where cards are taken within our page: the same contract, and what only such a page has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
import stripe as sdk

from almanac.payments.providers import stripe_page
from almanac.payments.providers.online import PaymentAsk, PaymentPage, ProviderDown, Stage
from almanac.payments.providers.stripe import STRIPE, Stripe
from almanac.payments.tests.contract import EMAIL, Company, ProviderContract, page_ask
from almanac.payments.tests.test_stripe import DECLINED, PROVEN, VISA, StandIn
from fakes.stripe import elements
from fakes.stripe.server import Fake


class Within(Stripe):
    """Every page that the contract asks for is one within ours."""

    def open_page(self, ask: PaymentAsk) -> PaymentPage:
        page = super().open_page(within(ask))
        assert (page.url, page.secret.startswith(f"{page.reference}_secret_")) == ("", True)
        return PaymentPage(page.reference, "https://shop.example.com/pay/card/", page.closes_at, page.secret)


def within(ask: PaymentAsk) -> PaymentAsk:
    return PaymentAsk(**{name: getattr(ask, name) for name in PaymentAsk.__slots__} | {"in_page": True})


class StandInWithin(StandIn):
    """The stand-in, and a customer whose browser has its frame in our page."""

    def adapter(self, **more: Any) -> Within:
        return Within(self.fake.secret_key, self.fake.webhooks.secret, f"{self.fake.url}/", **more)

    def pay(self, reference: str, card: str = VISA, *, proof: str = "complete") -> None:
        session = self.fake.book.things[reference]
        fields = {"number": card, "expiry": "12 / 34", "cvc": "123"}
        if self._send(session, fields).get("result") == "challenge":
            self._send(session, {"proof": proof})

    def _send(self, session: dict[str, Any], fields: dict[str, str]) -> dict[str, Any]:
        known = {"secret": session["client_secret"], "key": self.fake.publishable_key}
        with self.fake.book.lock:
            _, content = elements.answer(
                self.fake.book, self.fake.publishable_key, "POST", f"/c/element/{session['id']}", fields | known
            )
        found: dict[str, Any] = json.loads(content)
        return found


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sdk.HTTPClient, "INITIAL_DELAY", 0)
    monkeypatch.setattr(sdk.HTTPClient, "MAX_DELAY", 0)


@pytest.fixture
def company() -> Iterator[StandInWithin]:
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield StandInWithin(fake)
        fake.shutdown()


class TestWithin(ProviderContract):
    @pytest.fixture
    def company(self, company: StandInWithin) -> Company:
        return company


def test_the_script_is_of_the_release_that_the_library_speaks() -> None:
    assert sdk.api_version.endswith(f".{stripe_page.TRAIN}")
    assert stripe_page.script("") == f"https://js.stripe.com/{stripe_page.TRAIN}/stripe.js"
    assert stripe_page.script("http://127.0.0.1:1/") == f"http://127.0.0.1:1/{stripe_page.TRAIN}/stripe.js"


@pytest.mark.parametrize(("key", "mode"), [("pk_test_1", "test"), ("pk_live_1", "live"), ("sk_test_1", ""), ("", "")])
def test_the_mode_of_a_key_for_browsers(key: str, mode: str) -> None:
    assert STRIPE.own_page is not None
    assert STRIPE.own_page.mode_of(key) == mode


def test_the_session_says_where_it_is_paid_and_who_pays(company: StandInWithin) -> None:
    ask = within(page_ask(company, keep_card=True))
    page = Stripe(company.fake.secret_key, "whsec", company.fake.url).open_page(ask)
    session = company.fake.book.get("cs_test", page.reference)
    assert (session["ui_mode"], session["return_url"], session["url"]) == ("elements", ask.return_url, None)
    assert (session["customer_email"], session["client_secret"]) == (EMAIL, page.secret)
    assert page.secret not in repr(page)
    company.pay(page.reference, PROVEN)
    paid = company.provider.look_up(page.reference)
    assert (paid.stage, paid.paid_with, bool(paid.method_reference)) == (Stage.CAPTURED, "Visa 3184", True)


def test_the_same_payment_on_the_companys_page_is_another_session(company: StandInWithin) -> None:
    adapter = Stripe(company.fake.secret_key, "whsec", company.fake.url)
    ask = page_ask(company)
    here, there = adapter.open_page(within(ask)), adapter.open_page(ask)
    assert (here.reference != there.reference, there.url != "", there.secret) == (True, True, "")
    company.lose_answers(2)
    other = within(page_ask(company))
    with pytest.raises(ProviderDown):
        adapter.open_page(other)
    changed = PaymentAsk(**{name: getattr(other, name) for name in PaymentAsk.__slots__} | {"language": "fr"})
    assert adapter.open_page(changed).secret  # found among the open ones, with its secret
    assert len(company.fake.book.all("cs_test")) == 3


def test_a_declined_card_leaves_it_open(company: StandInWithin) -> None:
    page = company.provider.open_page(page_ask(company))
    company.pay(page.reference, DECLINED)
    assert company.provider.look_up(page.reference).stage is Stage.OPEN
