"""The Stripe adapter: against the stand-in, and by the same contract against Stripe's own sandbox where its key is set.

ALMANAC_STRIPE_SANDBOX_KEY=sk_test_… pytest almanac/payments/tests/test_stripe.py -k Sandbox
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import httpx
import pytest
import stripe as sdk

from almanac.kit import clock
from almanac.payments.providers.online import (
    BadSignature,
    Decline,
    Notice,
    NoticeAbout,
    PaymentStanding,
    ProviderDown,
    ProviderRefused,
    RefundStage,
    Settled,
    Stage,
)
from almanac.payments.providers.stripe import SOONEST, STRIPE, Stripe
from almanac.payments.tests.contract import (
    EMAIL,
    Company,
    Message,
    ProviderContract,
    kept_ask,
    page_ask,
    read,
    refund_ask,
)
from fakes.stripe import money
from fakes.stripe.server import Fake
from fakes.stripe.troubles import Stall
from fakes.stripe.webhooks import signature

SANDBOX_KEY = os.environ.get("ALMANAC_STRIPE_SANDBOX_KEY", "")
VISA, PROVEN, DECLINED, INQUIRED = (
    "4242424242424242",
    "4000002760003184",
    "4000000000000002",
    "4000000000001976",
)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's second try comes at once."""
    monkeypatch.setattr(sdk.HTTPClient, "INITIAL_DELAY", 0)
    monkeypatch.setattr(sdk.HTTPClient, "MAX_DELAY", 0)


class StandIn(Company):
    """The stand-in, in this process."""

    def __init__(self, fake: Fake) -> None:
        self.fake = fake
        self.provider: Stripe = self.adapter()

    def adapter(self, **more: Any) -> Stripe:
        return Stripe(self.fake.secret_key, self.fake.webhooks.secret, f"{self.fake.url}/", **more)

    def now(self) -> datetime:
        return clock.instant(self.fake.book.now())

    def pay(self, reference: str, card: str = VISA, *, proof: str = "complete") -> None:
        fields = {"number": card, "expiry": "12 / 34", "cvc": "123"}
        answer = httpx.post(f"{self.fake.url}/c/pay/{reference}", data=fields)
        if answer.headers.get("location", "").startswith("/c/3ds/"):
            httpx.post(self.fake.url + answer.headers["location"], data={"proof": proof})

    def decline(self, reference: str) -> None:
        self.pay(reference, DECLINED)

    def paid(self, card: str = VISA, **more: Any) -> PaymentStanding:
        page = self.provider.open_page(page_ask(self, **more))
        self.pay(page.reference, card)
        return self.provider.look_up(page.reference)

    def kept(self, card: str = VISA) -> tuple[str, str]:
        found = self.paid(card, keep_card=True)
        return found.customer_reference, found.method_reference

    def kept_but_empty(self) -> tuple[str, str]:
        return self.kept("4000000000000341")

    def messages(self) -> list[Message]:
        sent = [self.fake.webhooks.message(event) for event in self.fake.webhooks.flush()]
        return [(body, {name.lower(): value for name, value in headers.items()}) for body, headers in sent]

    def be_down(self, requests: int) -> None:
        self.fake.down = [500, 503] * requests

    def lose_answers(self, requests: int) -> None:
        self.fake.lose_answers = requests

    def wrong(self) -> Stripe:
        return Stripe("sk_test_wrong", "whsec_wrong", self.fake.url)

    def refunds_wait(self) -> None:
        self.fake.api.refunds_end_as = "pending"

    def end_refund(self, reference: str, *, is_done: bool) -> None:
        refund = self.fake.book.get("re", reference)
        money.end_refund(self.fake.book, refund, "succeeded" if is_done else "failed")

    def dispute(self, charge: str) -> str:
        return str(money.dispute(self.fake.book, self.fake.book.get("ch", charge), "fraudulent")["id"])

    def decide(self, reference: str, *, is_won: bool) -> None:
        money.decide(self.fake.book, self.fake.book.get("du", reference), "won" if is_won else "lost")

    def balance(self) -> int:
        return self.fake.book.balances().get(self.currency.lower(), 0)


@pytest.fixture
def company() -> Iterator[StandIn]:
    with Fake() as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield StandIn(fake)
        fake.shutdown()


class TestStandIn(ProviderContract):
    @pytest.fixture
    def company(self, company: StandIn) -> Company:
        return company


class Sandbox(Company):
    """Stripe's own test mode. Nobody sits at its page: what is captured there is a charge of a kept card."""

    def __init__(self) -> None:
        self.provider = Stripe(SANDBOX_KEY, "whsec_none")
        self._client = sdk.StripeClient(SANDBOX_KEY)

    def captured(self, amount: int = 4_000) -> PaymentStanding:
        made = self.provider.charge_kept(kept_ask(self, self.kept(), amount))
        return self.provider.look_up(made.reference)

    def kept(self, method: str = "pm_card_visa") -> tuple[str, str]:
        customer = self._client.v1.customers.create({"description": "contract"})
        return customer.id, self._client.v1.payment_methods.attach(method, {"customer": customer.id}).id

    def kept_but_empty(self) -> tuple[str, str]:
        return self.kept("pm_card_chargeCustomerFail")

    def wrong(self) -> Stripe:
        return Stripe("sk_test_wrong", "whsec_none")


@pytest.mark.skipif(not SANDBOX_KEY.startswith("sk_test_"), reason="ALMANAC_STRIPE_SANDBOX_KEY is not set")
class TestSandbox(ProviderContract):
    @pytest.fixture
    def company(self) -> Company:
        return Sandbox()


# What only Stripe has


def test_what_an_administrator_is_asked_for() -> None:
    assert [(field.name, field.is_secret, field.for_page) for field in STRIPE.keys] == [
        ("secret_key", True, False),
        ("webhook_secret", True, False),
        ("publishable_key", False, True),
    ]
    keys = {"secret_key": "sk_test_x", "webhook_secret": "whsec_x"}
    assert (STRIPE.make(keys, "").name, STRIPE.is_test_key(keys)) == ("stripe", True)
    assert not STRIPE.is_test_key({"secret_key": "sk_live_x"})


def test_a_page_says_what_is_paid_and_by_whom(company: StandIn) -> None:
    ask = page_ask(company, language="de-AT", closes_at=company.now())
    page = company.provider.open_page(ask)
    session = company.fake.book.get("cs_test", page.reference)
    assert (session["customer_email"], session["locale"], session["payment_method_types"]) == (EMAIL, "de", ["card"])
    assert (session["client_reference_id"], session["success_url"]) == (ask.payment_id, ask.return_url)
    assert session["_lines"] == [("Deep clean", 3_500), ("Oven", 500)]
    assert page.closes_at is not None
    assert page.closes_at - company.now() >= timedelta(seconds=SOONEST - 1)


@pytest.mark.parametrize("changed", [{"language": "fr"}, {"email": "other@example.com"}, {"closes_at": None}])
def test_asked_again_later_or_otherwise_after_a_lost_answer_it_is_the_same_page(
    company: StandIn, changed: dict[str, Any]
) -> None:
    ask = page_ask(company)
    company.lose_answers(2)
    with pytest.raises(ProviderDown):
        company.provider.open_page(ask)
    for _ in range(3):
        company.provider.open_page(page_ask(company))
    again = replace(
        ask, **(changed if changed.get("closes_at", 1) else {"closes_at": ask.closes_at + timedelta(1 / 24)})
    )
    page = company.provider.open_page(again)
    sessions = [each for each in company.fake.book.all("cs_test") if each["client_reference_id"] == ask.payment_id]
    assert ([each["id"] for each in sessions], page.url) == ([page.reference], sessions[0]["url"])


def test_a_key_whose_page_is_over_is_refused_where_it_is_asked_otherwise(company: StandIn) -> None:
    ask = page_ask(company)
    company.provider.close_page(company.provider.open_page(ask).reference)
    with pytest.raises(ProviderRefused) as caught:
        company.provider.open_page(replace(ask, language="fr"))
    assert caught.value.code == "idempotency_error"


@pytest.mark.parametrize(
    ("card", "decline"),
    [
        ("4000000000000002", Decline.DECLINED),
        ("4000000000009987", Decline.DECLINED),
        ("4100000000000019", Decline.DECLINED),
        ("4000000000009995", Decline.INSUFFICIENT),
        ("4000000000000069", Decline.EXPIRED),
        ("4000000000000127", Decline.OTHER),
        ("4000000000000119", Decline.OTHER),
    ],
)
def test_every_decline(company: StandIn, card: str, decline: Decline) -> None:
    ask = page_ask(company)
    reference = company.provider.open_page(ask).reference
    company.pay(reference, card)
    standing = company.provider.look_up(reference)
    assert (standing.stage, standing.decline, standing.charge) == (Stage.OPEN, decline, "")
    assert (standing.payment_id, standing.fee_amount, standing.paid_with) == (ask.payment_id, None, "")
    company.pay(reference)
    paid = company.provider.look_up(reference)
    assert (paid.stage, paid.decline, paid.paid_with) == (Stage.CAPTURED, None, "Visa 4242")


def test_the_banks_question(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.pay(reference, PROVEN, proof="fail")
    standing = company.provider.look_up(reference)
    assert (standing.stage, standing.decline) == (Stage.OPEN, Decline.NOT_PROVEN)
    company.pay(reference, PROVEN)
    assert company.provider.look_up(reference).stage is Stage.CAPTURED


def test_a_declined_page_that_is_closed_is_closed(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.decline(reference)
    intent = company.fake.book.get("cs_test", reference)["payment_intent"]
    assert company.provider.look_up(intent).stage is Stage.OPEN
    assert company.provider.close_page(reference).stage is Stage.CLOSED
    assert company.provider.look_up(intent).stage is Stage.CLOSED


@pytest.mark.parametrize(("card", "risk"), [(VISA, "normal"), ("4000000000009235", "elevated")])
def test_paid_in_full(company: StandIn, card: str, risk: str) -> None:
    paid = company.paid(card)
    assert (paid.fee_amount, paid.risk, paid.paid_with) == (80, risk, f"Visa {card[-4:]}")
    assert (paid.customer_reference, paid.method_reference) == ("", "")
    intent = company.fake.book.get("ch", paid.charge)["payment_intent"]
    for reference in (intent, paid.charge):
        assert company.provider.look_up(reference) == paid


def test_the_fee_may_come_later(company: StandIn) -> None:
    company.fake.book.fees_wait = True
    paid = company.paid()
    assert (paid.stage, paid.fee_amount) == (Stage.CAPTURED, None)
    company.messages()
    money.settle_fees(company.fake.book)
    ((notice,),) = [read(company, message) for message in company.messages()]
    assert notice.kind == "charge.updated"
    assert company.provider.look_up(notice.reference) == replace(paid, fee_amount=80)


def test_what_arrived_and_the_fee_are_told_in_the_currency_of_the_balance(company: StandIn) -> None:
    paid = company.paid()
    (movement,) = company.fake.book.all("txn")
    movement["currency"] = "usd"
    found = company.provider.look_up(paid.reference)
    assert found == replace(paid, settled=Settled(movement["amount"], "USD"))
    assert found.fee_amount == movement["fee"]


def test_minor_units_of_a_currency_without_any(company: StandIn) -> None:
    company.currency = "JPY"
    paid = company.paid(amount=5_000)
    assert (paid.amount, paid.currency) == (5_000, "JPY")


def test_a_kept_card_is_offered_again_and_charged_without_the_customer(company: StandIn) -> None:
    customer, method = company.kept()
    assert customer.startswith("cus_")
    assert method.startswith("pm_")
    page = company.provider.open_page(page_ask(company, customer_reference=customer, keep_card=True))
    assert "Pay with Visa 4242" in httpx.get(page.url).text
    charged = company.provider.charge_kept(kept_ask(company, (customer, method)))
    assert (charged.stage, charged.paid_with, charged.fee_amount) == (Stage.CAPTURED, "Visa 4242", 58)
    assert (charged.customer_reference, charged.method_reference) == (customer, method)
    assert charged.reference.startswith("pi_")
    assert company.provider.close_page(charged.reference).stage is Stage.CAPTURED


@pytest.mark.parametrize(("card", "decline"), [("4000000000000341", Decline.DECLINED), (PROVEN, Decline.NOT_PROVEN)])
def test_a_kept_card_that_needs_its_customer_or_is_empty(company: StandIn, card: str, decline: Decline) -> None:
    standing = company.provider.charge_kept(kept_ask(company, company.kept(card)))
    assert (standing.stage, standing.decline) == (Stage.FAILED, decline)
    seen = company.provider.look_up(standing.reference)
    assert (seen.stage, seen.decline, seen.charge) == (Stage.FAILED, decline, "")


def test_a_bank_that_asks_while_the_customer_is_away_has_said_no(
    company: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = company.kept(PROVEN)
    monkeypatch.setattr("fakes.stripe.intents.is_true", lambda asked, name: name == "confirm")
    standing = company.provider.charge_kept(kept_ask(company, kept))
    assert (standing.stage, standing.decline) == (Stage.FAILED, Decline.NOT_PROVEN)


def test_somebody_elses_card_is_refused(company: StandIn) -> None:
    customer, _ = company.kept()
    with pytest.raises(ProviderRefused) as caught:
        company.provider.charge_kept(kept_ask(company, (customer, "pm_none")))
    assert caught.value.code == "resource_missing"


@pytest.mark.parametrize(("status", "word"), [(500, "APIError"), (503, "APIError"), (429, "RateLimitError"), (0, "")])
def test_each_trouble_of_theirs_is_tried_once_more_and_then_down(company: StandIn, status: int, word: str) -> None:
    paid = company.paid()
    company.fake.asked.clear()
    company.fake.down = [status] * 2
    with pytest.raises(ProviderDown) as caught:
        company.provider.look_up_refund("re_x")
    assert word in str(caught.value)
    tries = 1 if status == 429 else 2
    assert len(company.fake.asked) == tries
    company.fake.down = [500]
    assert company.provider.look_up(paid.reference) == paid


def test_an_answer_that_does_not_come_in_time(company: StandIn) -> None:
    ask = page_ask(company)
    company.fake.troubles.stall(Stall.AFTER, times=2)
    with pytest.raises(ProviderDown):
        company.adapter(seconds=0.1).open_page(ask)
    company.fake.troubles.release()
    page = company.provider.open_page(ask)
    assert [each["id"] for each in company.fake.book.all("cs_test")] == [page.reference]


def test_nobody_there() -> None:
    with pytest.raises(ProviderDown):
        Stripe("sk_test_x", "whsec_x", "http://127.0.0.1:9").look_up("cs_test_x")


def test_a_proxys_page_is_no_answer(company: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fakes.stripe.server.Handler._worked", lambda *_: (200, b"<html>"))
    with pytest.raises(ProviderDown):
        company.provider.look_up_refund("re_x")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"currency": "ZZZZ"}, "InvalidRequestError"),
        ({"email": "nobody"}, "email_invalid"),
        ({"customer_reference": "cus_none"}, "resource_missing"),
        ({"amount": 20, "lines": ()}, "parameter_missing"),
    ],
)
def test_refusals_keep_the_companys_word(company: StandIn, change: dict[str, Any], code: str) -> None:
    with pytest.raises(ProviderRefused) as caught:
        company.provider.open_page(page_ask(company, **change))
    assert caught.value.code == code


def test_a_wrong_key_and_a_charge_of_no_payment(company: StandIn) -> None:
    with pytest.raises(ProviderRefused) as caught:
        company.wrong().look_up("cs_test_x")
    assert caught.value.code == "AuthenticationError"
    paid = company.paid()
    company.fake.book.get("ch", paid.charge)["payment_intent"] = None
    with pytest.raises(ProviderRefused):
        company.provider.look_up(paid.charge)


def test_nothing_personal_is_logged(
    company: StandIn, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ProviderRefused) as caught:
        company.provider.open_page(page_ask(company, email=f"{EMAIL}@"))
    assert EMAIL not in str(caught.value)
    company.paid()
    said = capfd.readouterr()
    assert EMAIL not in caplog.text + said.out + said.err


def test_a_refund_of_a_disputed_charge_is_refused_and_a_failed_one_says_why(company: StandIn) -> None:
    disputed, other = company.paid(), company.paid()
    company.dispute(disputed.charge)
    with pytest.raises(ProviderRefused) as caught:
        company.provider.refund(refund_ask(company, disputed, 1))
    assert caught.value.code == "charge_disputed"
    company.fake.api.refunds_end_as = "failed"
    made = company.provider.refund(refund_ask(company, other, 1))
    assert (made.stage, made.failure) == (RefundStage.FAILED, "lost_or_stolen_card")


def test_an_inquiry_is_nothing_to_book_until_money_is_taken(company: StandIn) -> None:
    company.paid(INQUIRED)
    notices = [notice for message in company.messages() for notice in read(company, message)]
    (asked,) = [notice for notice in notices if notice.kind == "charge.dispute.created"]
    (opened,) = company.fake.book.all("du")
    assert (asked.about, asked.reference) == (NoticeAbout.DISPUTE, opened["id"])
    standing = company.provider.look_up_dispute(opened["id"])
    assert (standing.stage, standing.amount, standing.fee_amount) == ("needs_response", 0, 0)
    money.escalate(company.fake.book, opened)
    ((notice,),) = [read(company, message) for message in company.messages()]
    assert (notice.about, notice.reference) == (NoticeAbout.DISPUTE, opened["id"])
    standing = company.provider.look_up_dispute(opened["id"])
    assert (standing.amount, standing.fee_amount) == (4_000, money.DISPUTE_FEE)
    assert standing.respond_by is not None
    assert standing.respond_by > standing.opened_at


def test_evidence_is_under_review(company: StandIn) -> None:
    key = company.dispute(company.paid().charge)
    money.answer_dispute(company.fake.book, company.fake.book.get("du", key), {"evidence": {"a": "b"}})
    assert company.provider.look_up_dispute(key).stage == "under_review"


# Messages


def event(thing: Mapping[str, Any], kind: str = "some.kind") -> bytes:
    return company_json({"id": "evt_1", "type": kind, "data": {"object": thing}})


def company_json(found: Any) -> bytes:
    return httpx.Request("POST", "https://x.test", json=found).read()


def signed(body: bytes, secret: str = "whsec_standin", *, age: int = 0, now: datetime) -> dict[str, str]:
    return {"stripe-signature": signature(body, secret, clock.epoch(now) - age)}


@pytest.mark.parametrize(
    ("thing", "about", "reference"),
    [
        ({"object": "checkout.session", "id": "cs_1"}, NoticeAbout.PAYMENT, "cs_1"),
        ({"object": "payment_intent", "id": "pi_1"}, NoticeAbout.PAYMENT, "pi_1"),
        ({"object": "charge", "id": "ch_1", "payment_intent": "pi_1"}, NoticeAbout.PAYMENT, "pi_1"),
        ({"object": "charge", "id": "ch_1", "payment_intent": None}, NoticeAbout.PAYMENT, "ch_1"),
        ({"object": "refund", "id": "re_1"}, NoticeAbout.REFUND, "re_1"),
        ({"object": "dispute", "id": "du_1", "status": "lost"}, NoticeAbout.DISPUTE, "du_1"),
        ({"object": "dispute", "id": "du_1", "status": "warning_closed"}, NoticeAbout.DISPUTE, "du_1"),
        ({"object": "payout", "id": "po_1"}, NoticeAbout.PAYOUT, "po_1"),
    ],
)
def test_what_a_message_is_about(company: StandIn, thing: dict[str, Any], about: NoticeAbout, reference: str) -> None:
    body, now = event(thing), company.now()
    (notice,) = company.provider.read_notices(body, signed(body, now=now), now=now)
    assert notice == Notice("evt_1", "some.kind", about, reference)


def test_only_what_was_signed_within_five_minutes(company: StandIn) -> None:
    body, now = event({"object": "payout", "id": "po_1"}), company.now()
    for age in (-300, 0, 300):
        assert company.provider.read_notices(body, signed(body, now=now, age=age), now=now)
    good = signed(body, now=now)["stripe-signature"]
    rotated = signed(body, "whsec_old", now=now)["stripe-signature"] + "," + good.partition(",")[2]
    assert company.provider.read_notices(body, {"stripe-signature": rotated}, now=now)
    for headers in (
        signed(body, now=now, age=301),
        signed(body, now=now, age=-301),
        signed(body, "whsec_other", now=now),
        signed(body + b" ", now=now),
        {"stripe-signature": ""},
        {"stripe-signature": "t=,v1="},
        {"stripe-signature": "t=²,v1=x"},
        {"stripe-signature": good.replace("v1=", "v0=")},
        {"stripe-signature": good.partition(",")[0]},
        {},
    ):
        with pytest.raises(BadSignature):
            company.provider.read_notices(body, headers, now=now)


@pytest.mark.parametrize(
    "body", [b"", b"[", b"[]", b"7", b"{}", b'{"id": "evt_1", "type": "x", "data": null}', b"\xff"]
)
def test_signed_but_not_to_be_read(company: StandIn, body: bytes) -> None:
    now = company.now()
    headers = signed(body, now=now)
    with pytest.raises((ValueError, BadSignature)):
        company.provider.read_notices(body, headers, now=now)


def test_every_message_of_a_payments_life_leads_to_what_is_true(company: StandIn) -> None:
    paid = company.paid("4000000000000259")
    dispute = company.fake.book.all("du")[0]
    money.decide(company.fake.book, dispute, "won")
    company.fake.book.get("ch", paid.charge)["disputed"] = False
    company.provider.refund(refund_ask(company, paid, 4_000))
    for message in company.messages():
        for notice in read(company, message):
            if notice.about is NoticeAbout.PAYMENT:
                assert company.provider.look_up(notice.reference) == paid
            elif notice.about is NoticeAbout.REFUND:
                assert company.provider.look_up_refund(notice.reference).stage is RefundStage.DONE
            else:
                assert company.provider.look_up_dispute(notice.reference).stage == "won"
