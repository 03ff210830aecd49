"""The Mollie adapter: against the stand-in, and by the same contract against Mollie's own test mode where its key is set.

ALMANAC_MOLLIE_TEST_KEY=test_… pytest almanac/payments/tests/test_mollie.py -k TestMode
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any
from uuid import uuid4

import httpx
import pytest
import respx

from almanac.payments.providers.mollie import MOLLIE, Mollie
from almanac.payments.providers.mollie_amounts import as_money, minor_units
from almanac.payments.providers.mollie_calls import LIVE, Calls
from almanac.payments.providers.online import (
    BadSignature,
    Decline,
    Evidence,
    NoticeAbout,
    PaymentStanding,
    ProviderDown,
    ProviderRefused,
    RefundStage,
    SetupAsk,
    Stage,
)
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
from fakes.mollie import money, payments
from fakes.mollie.server import Fake

TEST_KEY = os.environ.get("ALMANAC_MOLLIE_TEST_KEY", "")
VISA, CHALLENGED, DECLINED, SLOW, AWAY_FAILS, CHARGED_BACK = (
    "4242424242424242",
    "4000002760003184",
    "4000000000000002",
    "4000000000000077",
    "4000000000000341",
    "4000000000000259",
)
HOOK = "http://shop.example.com/api/payment-webhooks/mollie"


class StandIn(Company):
    """The stand-in, in this process."""

    page_lasts = timedelta(minutes=15)
    disputes_open_as = "under_review"

    def __init__(self, fake: Fake) -> None:
        self.fake = fake
        self.provider: Mollie = self.adapter(fake.rest.api_key)

    def adapter(self, api_key: str, secret: str = "our+own word") -> Mollie:
        return Mollie(Calls(f"{self.fake.url}/", api_key), secret, HOOK, self.now)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.fake.book.clock(), UTC)

    def pay(self, reference: str, card: str = VISA, *, proof: str = "complete") -> None:
        self.typed(reference, card, proof=proof)

    def typed(self, reference: str, card: str = VISA, *, proof: str = "complete") -> httpx.Response:
        fields = {"number": card, "expiry": "12 / 34", "cvc": "123"}
        answer = httpx.post(f"{self.fake.url}/checkout/credit-card/{reference}", data=fields)
        if answer.headers.get("location", "").startswith("/checkout/3ds/"):
            bank = self.fake.url + answer.headers["location"]
            assert "Your bank asks" in httpx.get(bank).text
            answer = httpx.post(bank, data={"proof": proof})
        return answer

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
        return self.kept(AWAY_FAILS)

    def messages(self) -> list[Message]:
        return list(self.fake.webhooks.messages())

    def unsigned(self, message: Message) -> Message:
        body, headers = message
        return body, {**headers, ":path": "/api/payment-webhooks/mollie?key=guessed"}

    def be_down(self, requests: int) -> None:
        self.fake.down = [500, 503] * requests

    def lose_answers(self, requests: int) -> None:
        self.fake.lose_answers = requests

    def wrong(self) -> Mollie:
        return self.adapter("test_wrong")

    def end_refund(self, reference: str, *, is_done: bool) -> None:
        refund = self.fake.book.one("refund", reference.partition("/")[2])
        money.end_refund(self.fake.book, refund, "refunded" if is_done else "failed")

    def refunds_wait(self) -> None:
        """They do at Mollie."""

    def dispute(self, charge: str) -> str:
        made = money.charge_back(self.fake.book, self.payment(charge))
        return f"{charge}/{made['id']}"

    def decide(self, reference: str, *, is_won: bool) -> None:
        if is_won:
            money.reverse(self.fake.book, self.fake.book.one("chargeback", reference.partition("/")[2]))
        else:
            self.fake.book.ahead += 120 * 86_400

    def balance(self) -> int:
        return self.fake.book.balances().get(self.currency, 0)

    def payment(self, reference: str) -> Any:
        return self.fake.book.one("payment", reference)


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


class AtMollie(Company):
    """Mollie's own test mode. Nobody sits at its page, so what is captured there cannot be tried; all else can."""

    currency = "EUR"
    page_lasts = timedelta(minutes=10)
    disputes_open_as = "under_review"

    def __init__(self) -> None:
        self.provider = Mollie(Calls(LIVE, TEST_KEY), "word", "https://example.com/api/payment-webhooks/mollie")

    def captured(self, amount: int = 4_000) -> PaymentStanding:
        raise pytest.skip.Exception("nobody can pay here")

    def wrong(self) -> Mollie:
        return Mollie(Calls(LIVE, "test_wrongwrongwrongwrongwrongwrong"), "word", "")


@pytest.mark.skipif(not TEST_KEY.startswith("test_"), reason="ALMANAC_MOLLIE_TEST_KEY is not set")
class TestTestMode(ProviderContract):
    @pytest.fixture
    def company(self) -> Company:
        return AtMollie()


# What only Mollie has


def test_what_an_administrator_is_asked_for() -> None:
    assert [(each.name, each.is_secret, each.is_ours) for each in MOLLIE.keys] == [
        ("api_key", True, False),
        ("webhook_secret", True, True),
    ]
    assert MOLLIE.is_test_key({"api_key": "test_x"})
    assert not MOLLIE.is_test_key({"api_key": "live_x"})
    assert not MOLLIE.takes(["GBP", "UAH"])


def test_its_messages_are_asked_for_only_where_they_can_arrive(settings: Any) -> None:
    keys = {"api_key": "test_x", "webhook_secret": "a b"}
    settings.PUBLIC_URL = "https://val.example"
    made: Any = MOLLIE.make(keys, "")
    assert made._told_to() == {"webhookUrl": "https://val.example/api/payment-webhooks/mollie?key=a%20b"}
    settings.PUBLIC_URL = "http://localhost:3000"
    made = MOLLIE.make(keys, "")
    assert made._told_to() == {}  # Mollie refuses payments with such an address
    made = MOLLIE.make(keys, "http://127.0.0.1:8044")
    assert made._told_to() != {}


def test_a_page_says_what_is_paid_and_by_whom(company: StandIn) -> None:
    ask = page_ask(company, language="de-AT")
    page = company.provider.open_page(ask)
    made = company.payment(page.reference)
    assert page.url == f"{company.fake.url}/checkout/credit-card/{page.reference}"
    assert (made["amount"], made["method"], made["locale"]) == (
        {"value": "40.00", "currency": "GBP"},
        "creditcard",
        "de_DE",
    )
    assert (made["redirectUrl"], made["cancelUrl"]) == (ask.return_url, ask.cancel_url)
    assert (made["sequenceType"], made["captureMode"], made["metadata"]) == (
        "oneoff",
        "manual",
        {"payment_id": ask.payment_id},
    )
    assert made["billingAddress"] == {"email": EMAIL}
    shown = httpx.get(page.url).text
    assert all(words in shown for words in ("Deep clean", "GBP 35.00", "Oven", "GBP 5.00", "Pay GBP 40.00"))
    assert "locale" not in company.payment(company.provider.open_page(page_ask(company, language="uk")).reference)


def test_money_is_taken_when_it_is_looked_up(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.pay(reference)
    assert (company.payment(reference)["status"], company.balance()) == ("authorized", 0)
    paid = company.provider.look_up(reference)
    assert (paid.stage, paid.charge, paid.paid_with) == (Stage.CAPTURED, reference, "Visa 4242")
    assert paid.fingerprint
    assert company.balance() == 4_000
    assert company.provider.look_up(reference) == paid
    assert len(company.fake.book.things["capture"]) == 1


def test_of_two_who_take_it_at_once_one_does(company: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.pay(reference)
    real = Calls.post

    def quicker(self: Calls, path: str, body: Any, *, key: str = "") -> Any:
        if path.endswith("/captures"):
            payments.capture(company.fake.book, company.payment(reference))
        return real(self, path, body, key=key)

    monkeypatch.setattr(Calls, "post", quicker)
    assert company.provider.look_up(reference).stage is Stage.CAPTURED
    assert company.balance() == 4_000


def test_what_was_promised_on_a_closed_page_is_given_back(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    assert company.provider.close_page(reference).stage is Stage.CLOSED
    company.pay(reference)
    assert company.payment(reference)["status"] == "authorized"
    assert company.provider.look_up(reference).stage is Stage.CLOSED
    assert (company.payment(reference)["status"], company.balance()) == ("canceled", 0)


def test_promised_before_it_is_closed_it_is_paid(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.pay(reference)
    assert company.provider.close_page(reference).stage is Stage.CAPTURED
    assert company.balance() == 4_000


def test_promised_in_the_very_moment_it_is_closed_nothing_is_taken(
    company: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    real = Calls.patch

    def meanwhile(self: Calls, path: str, body: Any) -> Any:
        company.pay(reference)
        return real(self, path, body)

    monkeypatch.setattr(Calls, "patch", meanwhile)
    assert company.provider.close_page(reference).stage is Stage.CLOSED
    assert (company.payment(reference)["status"], company.balance()) == ("canceled", 0)


def test_a_page_ends_by_itself_after_a_quarter_of_an_hour(company: StandIn) -> None:
    page = company.provider.open_page(page_ask(company))
    assert page.closes_at is not None
    company.fake.book.ahead += (page.closes_at - company.now()).total_seconds() + 1
    assert company.provider.look_up(page.reference).stage is Stage.CLOSED
    company.pay(page.reference)
    assert company.provider.look_up(page.reference).stage is Stage.CLOSED


@pytest.mark.parametrize(
    ("card", "decline", "reason"),
    [
        (DECLINED, Decline.DECLINED, "card_declined"),
        ("4100000000000019", Decline.DECLINED, "possible_fraud"),
        ("4000000000009995", Decline.INSUFFICIENT, "insufficient_funds"),
        ("4000000000000069", Decline.EXPIRED, "card_expired"),
        ("4000000000000127", Decline.OTHER, "invalid_cvv"),
        ("4111111111111111", Decline.OTHER, "invalid_card_number"),
    ],
)
def test_every_decline_ends_the_page(company: StandIn, card: str, decline: Decline, reason: str) -> None:
    found = company.paid(card)
    assert (found.stage, found.decline, found.reason, found.attempt) == (Stage.FAILED, decline, reason, found.reference)
    assert (found.charge, found.captured_at, found.paid_with) == ("", None, "")


def test_the_banks_question(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.pay(reference, CHALLENGED, proof="fail")
    found = company.provider.look_up(reference)
    assert (found.stage, found.decline) == (Stage.FAILED, Decline.NOT_PROVEN)
    assert company.paid(CHALLENGED).stage is Stage.CAPTURED


def test_a_bank_that_takes_its_time(company: StandIn) -> None:
    reference = company.provider.open_page(page_ask(company)).reference
    company.pay(reference, SLOW)
    assert company.provider.look_up(reference).stage is Stage.OPEN
    httpx.post(f"{company.fake.url}/_control/answer", json={"payment": reference})
    assert company.provider.look_up(reference).stage is Stage.CAPTURED


def test_given_up_on_the_page(company: StandIn) -> None:
    ask = page_ask(company)
    page = company.provider.open_page(ask)
    answer = httpx.post(page.url, data={"outcome": "canceled"})
    assert (answer.headers["location"], company.provider.look_up(page.reference).stage) == (
        ask.cancel_url,
        Stage.CLOSED,
    )
    assert company.provider.open_page(ask).reference == page.reference


def test_pressed_twice_it_is_paid_once(company: StandIn) -> None:
    page = company.provider.open_page(page_ask(company))
    for _ in range(2):
        assert company.typed(page.reference).headers["location"] == "https://shop.example.com/done"
    assert company.provider.look_up(page.reference).stage is Stage.CAPTURED
    assert company.balance() == 4_000
    assert "This was paid already." in httpx.get(page.url).text


# Kept cards


def test_a_card_is_kept_where_its_owner_said_so(company: StandIn) -> None:
    assert company.paid().method_reference == ""
    kept = company.paid(keep_card=True)
    (customer,) = company.fake.book.things["customer"].values()
    (mandate,) = company.fake.book.things["mandate"].values()
    assert (kept.customer_reference, kept.method_reference) == (customer["id"], mandate["id"])
    assert customer["email"] == EMAIL
    again = company.paid(keep_card=True, customer_reference=customer["id"])
    assert again.customer_reference == customer["id"]
    assert len(company.fake.book.things["customer"]) == 1


def test_a_kept_card_is_offered_on_the_next_page(company: StandIn) -> None:
    customer, mandate = company.kept()
    page = company.provider.open_page(page_ask(company, customer_reference=customer))
    assert "Pay with Visa 4242" in httpx.get(page.url).text
    httpx.post(page.url, data={"kept": mandate})
    assert company.provider.look_up(page.reference).stage is Stage.CAPTURED
    assert mandate not in httpx.get(company.provider.open_page(page_ask(company)).url).text


def test_hours_later_the_same_key_is_still_one_charge(company: StandIn) -> None:
    ask = kept_ask(company, company.kept())
    before = company.balance()
    standing = company.provider.charge_kept(ask)
    company.fake.book.ahead += 5 * 3600  # Mollie forgot the key long ago
    assert company.provider.charge_kept(ask) == standing
    assert company.balance() - before == 2_500


def test_a_charge_is_found_again_behind_hundreds_of_others(company: StandIn) -> None:
    kept = company.kept()
    ask = kept_ask(company, kept)
    first = company.provider.charge_kept(ask)
    others = dict.fromkeys(("paymentId",), "")
    for number in range(300):
        company.fake.book.add("payment", "tr", **others, **{**_plain(kept), "metadata": {"payment_id": str(number)}})
    company.fake.book.ahead += 5 * 3600
    assert company.provider.charge_kept(ask).reference == first.reference


def _plain(kept: tuple[str, str]) -> dict[str, Any]:
    money_of = {"value": "1.00", "currency": "GBP"}
    return {"amount": money_of, "status": "open", "sequenceType": "oneoff", "customerId": kept[0]}


def test_an_answer_that_was_lost_to_the_charge_itself(company: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = kept_ask(company, company.kept())
    before = company.balance()
    real = Calls.post

    def lost(self: Calls, path: str, body: Any, *, key: str = "") -> Any:
        real(self, path, body, key=key)
        raise ProviderDown("unreachable")

    with monkeypatch.context() as patch:
        patch.setattr(Calls, "post", lost)
        with pytest.raises(ProviderDown):
            company.provider.charge_kept(ask)
    assert company.provider.charge_kept(ask).stage is Stage.CAPTURED
    assert company.balance() - before == 2_500


def test_a_charge_the_bank_answers_later(company: StandIn) -> None:
    kept = company.kept()
    company.fake.book.recurring_wait = True
    made = company.provider.charge_kept(kept_ask(company, kept))
    assert made.stage is Stage.PENDING
    httpx.post(f"{company.fake.url}/_control/answer", json={"payment": made.reference})
    assert company.provider.look_up(made.reference).stage is Stage.CAPTURED


def test_where_the_bank_wants_the_customer_the_charge_failed(company: StandIn) -> None:
    found = company.provider.charge_kept(kept_ask(company, company.kept(CHALLENGED)))
    assert (found.stage, found.decline) == (Stage.FAILED, Decline.NOT_PROVEN)


def test_forgotten_it_is_charged_no_more(company: StandIn) -> None:
    kept = company.kept()
    company.provider.forget_kept(*kept)
    found = company.provider.charge_kept(kept_ask(company, kept))
    assert (found.stage, found.decline, found.reason) == (Stage.FAILED, Decline.OTHER, "422.mandateId")
    with pytest.raises(ProviderRefused):
        company.provider.forget_kept(*kept)
    with pytest.raises(ProviderRefused):  # the mandate is good, so something else is wrong
        company.provider.charge_kept(kept_ask(company, company.kept(), amount=2_000_000))


def test_a_card_is_left_without_paying(company: StandIn) -> None:
    ask = SetupAsk("keep:1", EMAIL, "en", "https://shop.example.com/kept", "https://shop.example.com/", company.now())
    page = company.provider.open_setup_page(ask)
    assert company.provider.look_up_setup(page.reference).stage is Stage.OPEN
    assert "Save a card" in httpx.get(page.url).text
    company.pay(page.reference, CHALLENGED)
    found = company.provider.look_up_setup(page.reference)
    assert (found.stage, found.label, company.balance()) == (Stage.CAPTURED, "Visa 3184", 0)
    assert company.messages() == []  # of no payment of ours
    assert found.customer_reference
    assert found.method_reference
    refused = company.provider.open_setup_page(replace(ask, key="keep:2", customer_reference=found.customer_reference))
    company.decline(refused.reference)
    assert company.provider.look_up_setup(refused.reference).stage is Stage.CLOSED


# Money back


def test_a_refund_is_one_also_when_its_answer_was_lost_and_hours_passed(
    company: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    paid = company.captured(4_000)
    ask = refund_ask(company, paid, 1_000)
    real = Calls.post

    def lost(self: Calls, path: str, body: Any, *, key: str = "") -> Any:
        real(self, path, body, key=key)
        raise ProviderDown("unreachable")

    with monkeypatch.context() as patch:
        patch.setattr(Calls, "post", lost)
        with pytest.raises(ProviderDown):
            company.provider.refund(ask)
    company.fake.book.ahead += 2 * 3600
    assert company.provider.refund(ask).amount == 1_000
    assert company.balance() == 3_000


def test_more_than_came_is_refused_by_ourselves(company: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mollie lets more go back than came (its "over-refund"): nobody here asks for that."""
    paid = company.captured(4_000)
    monkeypatch.setattr(money, "back_of", lambda *_: 0)
    company.provider.refund(refund_ask(company, paid, 3_000))
    with pytest.raises(ProviderRefused, match="more_than_came"):
        company.provider.refund(refund_ask(company, paid, 1_001))
    assert company.balance() == 1_000


def test_a_refund_that_failed_can_be_asked_for_anew(company: StandIn) -> None:
    paid = company.captured(4_000)
    made = company.provider.refund(refund_ask(company, paid, 4_000))
    assert (made.stage, made.charge) == (RefundStage.PENDING, paid.charge)
    company.end_refund(made.reference, is_done=False)
    assert company.provider.look_up_refund(made.reference).failure == "failed"
    assert company.provider.refund(refund_ask(company, paid, 4_000)).stage is RefundStage.PENDING
    company.fake.book.ahead += 2 * 86_400
    assert company.balance() == 0


# Messages


def test_a_message_is_believed_in_nothing(company: StandIn) -> None:
    paid = company.captured(4_000)
    (message,) = company.messages()[:1]
    body, headers = message
    assert body == f"id={paid.reference}".encode()
    assert headers[":path"] == "/api/payment-webhooks/mollie?key=our%2Bown%20word"
    for words in (b"id=", b"id=ord_1", b"id=tr_1/../x", b"\xff", b"{}"):
        with pytest.raises(BadSignature):
            read(company, (words, headers))
    with pytest.raises(ProviderRefused):
        read(company, (b"id=tr_somebodyElse", headers))
    with pytest.raises(BadSignature):  # no word of ours is no word
        company.adapter(company.fake.rest.api_key, "").read_notices(body, {":path": "/?key="}, now=company.now())


def test_one_message_stands_for_refunds_and_chargebacks_too(company: StandIn) -> None:
    paid = company.captured(4_000)
    key = paid.reference
    company.messages()
    back = company.provider.refund(refund_ask(company, paid, 1_000))
    taken = company.dispute(key)
    first, second = (read(company, message) for message in company.messages())
    assert first == second  # the same state told twice is one thing
    assert [(each.event_id, each.kind, each.about, each.reference) for each in first] == [
        (f"{key}:paid", "payment.paid", NoticeAbout.PAYMENT, key),
        (f"{back.reference}:pending", "refund.pending", NoticeAbout.REFUND, back.reference),
        (f"{taken}:received", "chargeback.received", NoticeAbout.DISPUTE, taken),
    ]
    company.end_refund(back.reference, is_done=True)
    company.decide(taken, is_won=True)
    later = {each.event_id for message in company.messages() for each in read(company, message)}
    assert later == {f"{key}:paid", f"{back.reference}:refunded", f"{taken}:reversed"}


def test_its_own_lists_tell_what_no_message_did(company: StandIn) -> None:
    paid, since = company.captured(4_000), company.now()
    ask = SetupAsk("keep:1", EMAIL, "en", "https://shop.example.com/kept", "https://shop.example.com/", since)
    company.pay(company.provider.open_setup_page(ask).reference)  # and of no payment of ours neither
    company.fake.book.ahead += 10 * 86_400
    company.provider.open_page(page_ask(company))  # of what waits nothing is to be told
    back = company.provider.refund(refund_ask(company, paid, 1_000))
    taken = company.dispute(paid.charge)
    told = company.provider.told_since(since - timedelta(minutes=1))
    assert [each.notice.event_id for each in told] == [
        f"{paid.reference}:paid",
        f"{back.reference}:pending",
        f"{taken}:received",
    ]
    assert {each.event_id for message in company.messages()[-1:] for each in read(company, message)} == {
        each.notice.event_id for each in told
    }
    company.end_refund(back.reference, is_done=True)
    company.decide(taken, is_won=True)
    later = company.provider.told_since(company.now() + timedelta(days=20))
    assert [each.notice.event_id for each in later] == [f"{back.reference}:refunded", f"{taken}:reversed"]
    assert company.provider.told_since(company.now() + timedelta(days=121)) == ()
    assert [each.reference for each in company.provider.refunds_of(paid.charge)] == [back.reference]
    with pytest.raises(ProviderRefused, match="not_told"):
        company.provider.look_up_payout("stl_1")


def test_whose_key_it_is_and_what_is_not_told(company: StandIn) -> None:
    assert (company.provider.known_as(), company.provider.missing_events(HOOK)) == ("pfl_standin", ())
    assert Mollie(Calls(company.fake.url, company.fake.rest.api_key), "x", "").missing_events(HOOK) == ("payment",)
    with pytest.raises(ProviderRefused):
        company.wrong().known_as()


def test_of_payments_it_did_not_say_where_to_tell_nothing_comes(company: StandIn) -> None:
    silent = Mollie(Calls(company.fake.url, company.fake.rest.api_key), "x", "")
    company.pay(silent.open_page(page_ask(company)).reference)
    assert company.messages() == []


def test_a_chargeback_takes_what_is_left_and_no_answer(company: StandIn) -> None:
    found = company.paid(CHARGED_BACK)
    (made,) = company.fake.book.things["chargeback"].values()
    reference = f"{found.charge}/{made['id']}"
    standing = company.provider.look_up_dispute(reference)
    assert (standing.stage, standing.amount, standing.respond_by) == ("under_review", 4_000, None)
    assert company.balance() == 0
    evidence = Evidence("1", "N", EMAIL, "Clean", "", "It was made.")
    with pytest.raises(ProviderRefused, match="by_hand"):
        company.provider.answer_dispute(reference, evidence)
    with pytest.raises(ProviderRefused, match="no_warnings"):
        company.provider.look_up_warning(reference)


# Amounts, answers


@pytest.mark.parametrize(
    ("minor", "currency", "value"),
    [(0, "EUR", "0.00"), (5, "GBP", "0.05"), (123_456, "USD", "1234.56"), (52, "JPY", "52")],
)
def test_amounts_there_and_back(minor: int, currency: str, value: str) -> None:
    assert as_money(minor, currency) == {"currency": currency, "value": value}
    assert minor_units({"currency": currency, "value": value}) == minor


@pytest.mark.parametrize(
    ("currency", "value"), [("EUR", "1.2"), ("EUR", "1"), ("JPY", "1.00"), ("EUR", "x"), ("EUR", None)]
)
def test_what_is_no_amount_is_not_guessed_at(currency: str, value: Any) -> None:
    with pytest.raises(ProviderDown, match="not_documented"):
        minor_units({"currency": currency, "value": value})


@pytest.mark.parametrize(
    ("answer", "error", "word"),
    [
        (httpx.Response(429), ProviderDown, "429"),
        (httpx.Response(409, json={"status": 409}), ProviderDown, "409"),
        (httpx.Response(200, text="<html>"), ProviderDown, "not_documented"),
        (httpx.Response(200, json={"id": "tr_1"}), ProviderDown, "not_documented"),
        (httpx.Response(422, json={"detail": f"{EMAIL} is wrong", "field": "amount"}), ProviderRefused, "422.amount"),
        (httpx.Response(404, json={"detail": EMAIL, "field": f"{EMAIL} "}), ProviderRefused, "404"),
        (httpx.Response(302, headers={"Location": "https://elsewhere.example"}), ProviderRefused, "302"),
    ],
)
def test_every_kind_of_answer(answer: httpx.Response, error: type[Exception], word: str) -> None:
    with respx.mock:
        respx.get(f"{LIVE}/v2/payments/tr_1").mock(return_value=answer)
        with pytest.raises(error, match=f"^{word}$"):
            Mollie(Calls(LIVE, "test_x"), "w", "").look_up("tr_1")


@pytest.mark.parametrize("trouble", [httpx.ConnectTimeout("x"), httpx.ReadError("x")])
def test_no_answer_at_all(trouble: Exception) -> None:
    with respx.mock:
        respx.post(f"{LIVE}/v2/payments").mock(side_effect=trouble)
        with pytest.raises(ProviderDown):
            Mollie(Calls(LIVE, "test_x"), "w", "").open_page(page_ask(Company(), payment_id=str(uuid4())))
