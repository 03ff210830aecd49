"""PayPal by its stand-in: each method, each refusal, answers that got lost, signatures, and amounts of several currencies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import httpx
import pytest
import respx

from almanac.payments.providers import paypal_calls
from almanac.payments.providers.online import (
    BadSignature,
    ChargeAsk,
    Decline,
    Line,
    Notice,
    NoticeAbout,
    PaymentAsk,
    PaymentStanding,
    ProviderDown,
    ProviderRefused,
    RefundAsk,
    RefundStage,
    Stage,
)
from almanac.payments.providers.paypal import LIVE, PAYPAL, SANDBOX, PayPal
from almanac.payments.providers.paypal_amounts import as_money, minor_units
from almanac.payments.providers.paypal_calls import EARLY, Calls
from fakes.paypal import disputes, money, orders
from fakes.paypal.server import Fake

NOW = datetime(2026, 9, 21, 10, tzinfo=UTC)
KEYS = {
    "environment": "sandbox",
    "client_id": "standin-client",
    "client_secret": "standin-secret",
    "webhook_id": "STANDINWEBHOOK",
}


@pytest.fixture
def fake() -> Iterator[Fake]:
    with Fake(clock=NOW.timestamp) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def paypal(fake: Fake) -> Any:
    paypal_calls._tokens.clear()
    return PAYPAL.make(KEYS, fake.url)


def ask(key: str = "payment:1", amount: int = 5200, currency: str = "GBP", **more: Any) -> PaymentAsk:
    first = amount // 3
    return PaymentAsk(
        **{
            "key": key,
            "payment_id": key.removeprefix("payment:"),
            "amount": amount,
            "currency": currency,
            "description": "VAL-7XK2M9QPRT",
            "lines": (Line("Deep clean", first), Line("Oven", amount - first)),
            "email": "canary@example.com",
            "language": "en-GB",
            "return_url": "https://shop.example/paid",
            "cancel_url": "https://shop.example/basket",
            "closes_at": NOW + timedelta(minutes=30),
            **more,
        }
    )


def approved(paypal: PayPal, fake: Fake, instrument: str = "balance", **more: Any) -> str:
    reference = paypal.open_page(ask(**more)).reference
    orders.approve(fake.book, fake.book.orders[reference], instrument)
    return reference


def paid(paypal: PayPal, fake: Fake, **more: Any) -> PaymentStanding:
    return paypal.look_up(approved(paypal, fake, **more))


def test_a_page_is_opened_approved_and_paid(paypal: PayPal, fake: Fake) -> None:
    page = paypal.open_page(ask())
    assert page.url == f"{fake.url}/checkoutnow?token={page.reference}"
    assert paypal.look_up(page.reference) == PaymentStanding(page.reference, "1", Stage.OPEN, 5200, "GBP")
    answer = httpx.post(page.url, data={"step": "pay", "instrument": "balance"})
    assert answer.headers["location"].startswith("https://shop.example/paid?token=")
    standing = paypal.look_up(page.reference)
    (charge,) = fake.book.captures
    assert standing == PaymentStanding(
        reference=page.reference,
        payment_id="1",
        stage=Stage.CAPTURED,
        amount=5200,
        currency="GBP",
        charge=charge,
        captured_at=NOW,
        fee_amount=181,
        paid_with="PayPal",
    )
    assert paypal.look_up(page.reference) == paypal.look_up(charge) == standing
    assert fake.book.balances() == {"GBP": 5200 - 181}


def test_the_same_key_is_the_same_page_also_when_the_answer_got_lost(paypal: PayPal, fake: Fake) -> None:
    fake.tokens.made = 0
    paypal.open_page(ask("payment:0"))
    fake.lose_answers = 1
    with pytest.raises(ProviderDown, match="unreachable"):
        paypal.open_page(ask())
    page = paypal.open_page(ask())
    assert page == paypal.open_page(ask())
    assert len(fake.book.orders) == 2
    assert fake.tokens.made == 1
    orders.approve(fake.book, fake.book.orders[page.reference], "balance")
    assert paypal.open_page(ask()).url == "https://shop.example/paid"


def test_a_capture_whose_answer_got_lost_is_found_and_not_made_again(paypal: PayPal, fake: Fake) -> None:
    reference = approved(paypal, fake)
    real = fake.rest.answer

    def lose(asked: Any) -> Any:
        fake.lose_answers = 1 if asked.path.endswith("/capture") else 0
        return real(asked)

    fake.rest.answer = lose  # type: ignore[method-assign]
    with pytest.raises(ProviderDown):
        paypal.look_up(reference)
    assert paypal.look_up(reference).stage is Stage.CAPTURED
    assert len(fake.book.captures) == 1


def test_somebody_else_may_have_been_quicker(paypal: PayPal, fake: Fake) -> None:
    reference = approved(paypal, fake)
    real = fake.rest.answer

    def overtake(asked: Any) -> Any:
        if asked.path.endswith("/capture"):
            fake.rest.answer = real  # type: ignore[method-assign]
            orders.capture(fake.book, reference)
        return real(asked)

    fake.rest.answer = overtake  # type: ignore[method-assign]
    assert paypal.look_up(reference).stage is Stage.CAPTURED
    assert len(fake.book.captures) == 1


@pytest.mark.parametrize(("instrument", "decline"), [("declined", Decline.DECLINED), ("refused", Decline.DECLINED)])
def test_declined_the_page_takes_another(paypal: PayPal, fake: Fake, instrument: str, decline: Decline) -> None:
    reference = approved(paypal, fake, instrument)
    standing = paypal.look_up(reference)
    assert (standing.stage, standing.decline, standing.payment_id) == (Stage.OPEN, decline, "1")
    orders.approve(fake.book, fake.book.orders[reference], "balance")
    assert paypal.look_up(reference).stage is Stage.CAPTURED


@pytest.mark.parametrize(("end", "stage"), [("COMPLETED", Stage.CAPTURED), ("DECLINED", Stage.FAILED)])
def test_money_that_waits(paypal: PayPal, fake: Fake, end: str, stage: Stage) -> None:
    standing = paid(paypal, fake, instrument="echeck")
    assert (standing.stage, standing.charge, standing.captured_at, standing.fee_amount) == (
        Stage.PENDING,
        "",
        None,
        None,
    )
    (capture,) = fake.book.captures.values()
    money.end_capture(fake.book, capture, end)
    ended = paypal.look_up(standing.reference)
    assert (ended.stage, ended.charge) == (stage, capture["id"] if stage is Stage.CAPTURED else "")


def test_a_closed_page_is_never_captured(paypal: PayPal, fake: Fake) -> None:
    left, late = paypal.open_page(ask("payment:1")).reference, approved(paypal, fake, key="payment:2")
    for reference in (left, late):
        assert paypal.close_page(reference).stage is Stage.CLOSED
    orders.approve(fake.book, fake.book.orders[left], "balance")
    for reference in (left, late):
        assert paypal.look_up(reference).stage is Stage.CLOSED
        assert paypal.close_page(reference).stage is Stage.CLOSED
    assert fake.book.captures == {}


def test_a_page_closed_while_it_is_captured(paypal: PayPal, fake: Fake) -> None:
    """PayPal itself refuses then: whoever comes second learns how it stands."""
    reference = approved(paypal, fake)
    real = fake.rest.answer

    def overtake(asked: Any) -> Any:
        if asked.path.endswith("/capture"):
            fake.book.orders[reference]["intent"] = "AUTHORIZE"
        return real(asked)

    fake.rest.answer = overtake  # type: ignore[method-assign]
    assert paypal.look_up(reference).stage is Stage.CLOSED


def test_a_page_that_was_paid_or_is_gone_says_so_when_closed(paypal: PayPal, fake: Fake) -> None:
    standing = paid(paypal, fake)
    assert paypal.close_page(standing.reference) == standing
    assert paypal.close_page("GONE").stage is Stage.CLOSED
    with pytest.raises(ProviderRefused, match="INVALID_RESOURCE_ID"):
        paypal.look_up("GONE")


@pytest.mark.parametrize("reference", ["", "../../v1/oauth2/token", "a/b", "a?b", "x" * 65])
def test_what_is_no_id_goes_into_no_address(paypal: PayPal, reference: str) -> None:
    with pytest.raises(ProviderRefused, match="RESOURCE_NOT_FOUND"):
        paypal.look_up(reference)


def refund(charge: str, amount: int = 2000, key: str = "refund:1", currency: str = "GBP") -> RefundAsk:
    return RefundAsk(key=key, refund_id=key.removeprefix("refund:"), charge=charge, amount=amount, currency=currency)


def test_money_goes_back_once_a_key(paypal: PayPal, fake: Fake) -> None:
    charge = paid(paypal, fake).charge
    fake.lose_answers = 1
    with pytest.raises(ProviderDown):
        paypal.refund(refund(charge))
    found = paypal.refund(refund(charge))
    assert found == paypal.refund(refund(charge)) == paypal.look_up_refund(found.reference)
    assert (found.refund_id, found.charge, found.stage, found.amount, found.happened_at, found.failure) == (
        "1",
        charge,
        RefundStage.DONE,
        2000,
        NOW,
        "",
    )
    assert list(fake.book.refunds) == [found.reference]
    assert paypal.look_up(charge).amount == 5200


def test_more_than_came_is_refused(paypal: PayPal, fake: Fake) -> None:
    charge = paid(paypal, fake).charge
    with pytest.raises(ProviderRefused, match="REFUND_AMOUNT_EXCEEDED"):
        paypal.refund(refund(charge, 5201))
    paypal.refund(refund(charge, 5200))
    with pytest.raises(ProviderRefused, match="CAPTURE_FULLY_REFUNDED"):
        paypal.refund(refund(charge, 1, "refund:2"))


@pytest.mark.parametrize(
    ("end", "stage", "failure"),
    [
        ("COMPLETED", RefundStage.DONE, ""),
        ("FAILED", RefundStage.FAILED, "FAILED"),
        ("CANCELLED", RefundStage.FAILED, "CANCELLED"),
    ],
)
def test_a_refund_that_waits(paypal: PayPal, fake: Fake, end: str, stage: RefundStage, failure: str) -> None:
    fake.rest.refunds_end_as = "PENDING"
    found = paypal.refund(refund(paid(paypal, fake).charge))
    assert (found.stage, found.failure) == (RefundStage.PENDING, "ECHECK")
    money.end_refund(fake.book, fake.book.refunds[found.reference], end)
    ended = paypal.look_up_refund(found.reference)
    assert (ended.stage, ended.failure) == (stage, failure)


def test_disputes(paypal: PayPal, fake: Fake) -> None:
    charge = paid(paypal, fake).charge
    opened = disputes.open_one(fake.book, fake.book.captures[charge], "UNAUTHORISED", chargeback=True)
    found = paypal.look_up_dispute(opened["dispute_id"])
    assert (found.charge, found.stage, found.reason, found.amount, found.currency, found.fee_amount) == (
        charge,
        "needs_response",
        "UNAUTHORISED",
        5200,
        "GBP",
        1400,
    )
    assert (found.opened_at, found.respond_by) == (NOW, NOW + timedelta(days=10))
    disputes.answer(fake.book, opened)
    assert paypal.look_up_dispute(opened["dispute_id"]).stage == "under_review"
    disputes.decide(fake.book, opened, "RESOLVED_SELLER_FAVOUR")
    won = paypal.look_up_dispute(opened["dispute_id"])
    assert (won.stage, won.fee_amount, won.respond_by) == ("won", 1400, None)
    second = disputes.open_one(fake.book, fake.book.captures[charge], "OTHER", chargeback=False)
    disputes.accept(fake.book, second)
    lost = paypal.look_up_dispute(second["dispute_id"])
    assert (lost.stage, lost.fee_amount) == ("lost", 0)


def test_no_account_is_kept_for_later(paypal: PayPal) -> None:
    with pytest.raises(ProviderRefused, match="not_offered"):
        paypal.charge_kept(ChargeAsk("k", "1", 100, "GBP", "d", "c", "m"))


@pytest.mark.parametrize(
    ("amount", "currency", "value"),
    [
        (5200, "GBP", "52.00"),
        (5, "EUR", "0.05"),
        (1999, "USD", "19.99"),
        (5200, "JPY", "5200"),
        (520000, "HUF", "5200"),
        (100, "TWD", "1"),
        (-150, "GBP", "-1.50"),
    ],
)
def test_amounts_there_and_back(amount: int, currency: str, value: str) -> None:
    money = as_money(amount, currency)
    assert money == {"currency_code": currency, "value": value}
    assert minor_units(money) == amount


@pytest.mark.parametrize(("currency", "whole"), [("JPY", 5200), ("GBP", 5200), ("EUR", 1), ("HUF", 99900)])
def test_paid_in(paypal: PayPal, fake: Fake, currency: str, whole: int) -> None:
    standing = paid(paypal, fake, amount=whole, currency=currency, lines=(Line("All", whole),))
    assert (standing.stage, standing.amount, standing.currency) == (Stage.CAPTURED, whole, currency)
    assert paypal.refund(refund(standing.charge, whole, currency=currency)).amount == whole


def test_what_cannot_be_said_or_taken(paypal: PayPal, fake: Fake) -> None:
    with pytest.raises(ProviderRefused, match="DECIMALS_NOT_SUPPORTED"):
        paypal.open_page(ask(currency="HUF", amount=5250))
    with pytest.raises(ProviderRefused, match="CURRENCY_NOT_SUPPORTED"):
        paypal.open_page(ask(currency="UAH"))
    for value in ("1.001", "1,00", "", "one", "1e3"):
        with pytest.raises(ProviderDown):
            minor_units({"currency_code": "GBP", "value": value})
    assert minor_units({"currency_code": "GBP", "value": "1.5000"}) == 150


def test_lines_that_take_off_are_not_named(paypal: PayPal, fake: Fake) -> None:
    page = paypal.open_page(ask(lines=(Line("All", 6000), Line("Coupon", -800)), language="uk", email=""))
    unit = fake.book.orders[page.reference]["purchase_units"][0]
    assert "items" not in unit
    assert unit["amount"] == {"currency_code": "GBP", "value": "52.00"}


def notices(paypal: PayPal, fake: Fake) -> list[Notice]:
    found: list[Notice] = []
    for body, headers in fake.telling.messages():
        lower = {name.lower(): value for name, value in headers.items()}
        found += paypal.read_notices(body, lower, now=NOW)
    return found


def test_messages_say_where_to_look(paypal: PayPal, fake: Fake) -> None:
    standing = paid(paypal, fake)
    back = paypal.refund(refund(standing.charge))
    opened = disputes.open_one(fake.book, fake.book.captures[standing.charge], "OTHER", chargeback=False)
    money.reverse(fake.book, fake.book.captures[standing.charge])
    fake.book.tell("MERCHANT.ONBOARDING.COMPLETED", "merchant", {})
    fake.book.tell("CHECKOUT.PAYMENT-APPROVAL.REVERSED", "order", {"order_id": standing.reference})
    found = notices(paypal, fake)
    assert [(each.kind, each.about, each.reference) for each in found] == [
        ("CHECKOUT.ORDER.APPROVED", NoticeAbout.PAYMENT, standing.reference),
        ("PAYMENT.CAPTURE.COMPLETED", NoticeAbout.PAYMENT, standing.reference),
        ("PAYMENT.CAPTURE.REFUNDED", NoticeAbout.REFUND, back.reference),
        ("CUSTOMER.DISPUTE.CREATED", NoticeAbout.DISPUTE, opened["dispute_id"]),
        ("PAYMENT.CAPTURE.REVERSED", NoticeAbout.REFUND, list(fake.book.refunds)[1]),
        ("MERCHANT.ONBOARDING.COMPLETED", NoticeAbout.OTHER, ""),
        ("CHECKOUT.PAYMENT-APPROVAL.REVERSED", NoticeAbout.PAYMENT, standing.reference),
    ]
    assert len({each.event_id for each in found}) == len(found)


def test_only_what_paypal_signed_for_our_webhook(paypal: PayPal, fake: Fake) -> None:
    approved(paypal, fake)
    ((body, headers),) = fake.telling.messages()
    lower = {name.lower(): value for name, value in headers.items()}
    assert paypal.read_notices(body, lower, now=NOW)
    other = PAYPAL.make({**KEYS, "webhook_id": "OTHER"}, fake.url)
    with pytest.raises(BadSignature):
        other.read_notices(body, lower, now=NOW)
    changed = json.dumps({**json.loads(body), "id": "WH-mine"}).encode()
    for wrong, sent in (
        (changed, lower),
        (body, {**lower, "paypal-transmission-sig": "bm8="}),
        (body, {}),
        (b"[]", lower),
    ):
        with pytest.raises(BadSignature):
            paypal.read_notices(wrong, sent, now=NOW)
    for unreadable in (b"", b"not json", b"\xff\xfe{", body + b', "webhook_id": "STANDINWEBHOOK"'):
        with pytest.raises(ValueError):
            paypal.read_notices(unreadable, lower, now=NOW)


@pytest.mark.parametrize("status", [500, 503, 429, 409, 408])
def test_the_companys_own_trouble(paypal: PayPal, fake: Fake, status: int) -> None:
    paypal.open_page(ask())
    fake.down = [status]
    with pytest.raises(ProviderDown, match=str(status)):
        paypal.look_up("ANY")


def test_wrong_credentials_and_tokens_that_end(paypal: PayPal, fake: Fake) -> None:
    with pytest.raises(ProviderRefused, match="invalid_client"):
        PAYPAL.make({**KEYS, "client_secret": "canary"}, fake.url).look_up("ANY")
    reference = paypal.open_page(ask()).reference
    fake.tokens.forget()
    assert paypal.look_up(reference).stage is Stage.OPEN
    assert fake.tokens.made == 2


def test_a_token_is_used_until_shortly_before_its_end(fake: Fake) -> None:
    ticks = [0.0]
    calls = Calls(fake.url, "standin-client", "standin-secret", lambda: ticks[0])
    paypal_calls._tokens.clear()
    fake.tokens.made = 0
    for at, made in ((0.0, 1), (fake.tokens.seconds - EARLY - 1, 1), (fake.tokens.seconds - EARLY, 2)):
        ticks[0] = at
        with pytest.raises(ProviderRefused):
            calls.get("/v2/checkout/orders/NONE")
        assert fake.tokens.made == made


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (httpx.Response(200, text="<html>"), ProviderDown("not_documented")),
        (httpx.Response(200, json=[]), ProviderDown("not_documented")),
        (httpx.Response(200, json={"status": "CREATED", "intent": "CAPTURE"}), ProviderDown("not_documented")),
        (httpx.Response(422, text="no"), ProviderRefused("422")),
        (httpx.Response(403, json={"name": "NOT_AUTHORIZED", "details": []}), ProviderRefused("NOT_AUTHORIZED")),
        (
            httpx.Response(422, json={"details": [{"issue": "canary@example.com is not known"}]}),
            ProviderRefused("422"),
        ),
        (httpx.Response(422, json={"details": [{"issue": "PREVIOUS_REQUEST_IN_PROGRESS"}]}), ProviderDown("422")),
    ],
)
def test_answers_that_are_not_documented(answer: httpx.Response, expected: Exception) -> None:
    paypal_calls._tokens.clear()
    with respx.mock(base_url=SANDBOX) as there:
        there.post("/v1/oauth2/token").respond(json={"access_token": "t", "expires_in": 100})
        there.get(url__startswith=f"{SANDBOX}/v2/").mock(return_value=answer)
        with pytest.raises(type(expected)) as raised:
            PAYPAL.make(KEYS, "").look_up("ORDER")
    assert str(raised.value) == str(expected)


@pytest.mark.parametrize(("error", "word"), [(httpx.ReadTimeout, "slow"), (httpx.ConnectError, "unreachable")])
def test_no_answer_and_no_name_in_it(error: type[Exception], word: str) -> None:
    paypal_calls._tokens.clear()
    with respx.mock(base_url=LIVE) as there:
        there.post("/v1/oauth2/token").mock(side_effect=error("canary@example.com"))
        with pytest.raises(ProviderDown) as raised:
            PAYPAL.make({**KEYS, "environment": "live"}, "").open_page(ask())
    assert str(raised.value) == word
    assert raised.value.__suppress_context__


def test_what_an_administrator_sets() -> None:
    assert [(key.name, key.is_secret) for key in PAYPAL.keys] == [
        ("environment", False),
        ("client_id", False),
        ("client_secret", True),
        ("webhook_id", False),
    ]
    assert PAYPAL.is_test_key(KEYS)
    assert not PAYPAL.is_test_key({**KEYS, "environment": " Live"})
