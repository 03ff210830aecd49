"""GoCardless by its stand-in: each method, each refusal, answers that got lost, signatures, and what banks take back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import httpx
import pytest
import requests

from almanac.payments.providers.gocardless import GOCARDLESS, LIVE, SANDBOX, GoCardless
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
from fakes.gocardless import billing, payments, payouts, refunds
from fakes.gocardless.accounts import SORT_CODE
from fakes.gocardless.book import DAY, Thing
from fakes.gocardless.days import lapse
from fakes.gocardless.server import Fake
from fakes.gocardless.webhooks import signature

NOW = datetime(2026, 9, 21, 10, tzinfo=UTC)
KEYS = {"access_token": "sandbox_standin", "webhook_secret": "standin-webhook-secret"}
PAYS, POOR, CLOSED, LATE, CONTESTED = "55779911", "11111111", "22222222", "33333333", "44444444"


@pytest.fixture
def fake() -> Iterator[Fake]:
    with Fake(clock=NOW.timestamp) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def debits(fake: Fake) -> Any:
    return GOCARDLESS.make(KEYS, fake.url)


def ask(key: str = "payment:1", amount: int = 5200, currency: str = "GBP", **more: Any) -> PaymentAsk:
    return PaymentAsk(
        **{
            "key": key,
            "payment_id": key.removeprefix("payment:"),
            "amount": amount,
            "currency": currency,
            "description": "VAL-7XK2M9QPRT",
            "lines": (Line("Deep clean", amount),),
            "email": "canary@example.com",
            "language": "en-GB",
            "return_url": "https://shop.example/paid",
            "cancel_url": "https://shop.example/basket",
            "closes_at": NOW + timedelta(minutes=30),
            **more,
        }
    )


def agreed(debits: GoCardless, fake: Fake, number: str = PAYS, **more: Any) -> str:
    reference = debits.open_page(ask(**more)).reference
    billing.fulfil(fake.book, fake.book.things["billing_requests"][reference], "Sam Sample", SORT_CODE + number)
    return reference


def debited(debits: GoCardless, fake: Fake, number: str = PAYS, days: float = 0, **more: Any) -> PaymentStanding:
    standing = debits.look_up(agreed(debits, fake, number, **more))
    pass_days(fake, days)
    return debits.look_up(standing.reference)


def pass_days(fake: Fake, days: float) -> None:
    fake.book.ahead += days * DAY
    lapse(fake.book)


def only(fake: Fake, kind: str) -> Thing:
    (found,) = fake.book.things[kind].values()
    return found


def test_a_page_is_opened_agreed_to_and_debited_in_days(debits: GoCardless, fake: Fake) -> None:
    page = debits.open_page(ask())
    assert debits.look_up(page.reference) == PaymentStanding(page.reference, "1", Stage.OPEN, 5200, "GBP")
    assert "VAL-7XK2M9QPRT: GBP 52.00" in httpx.get(page.url).text
    account = {"account_holder_name": "Sam Sample", "sort_code": "20-00-00", "account_number": PAYS}
    answer = httpx.post(page.url, data={"step": "agree", **account})
    assert answer.headers["location"] == "https://shop.example/paid"
    standing = debits.look_up(page.reference)
    request, debit = only(fake, "billing_requests"), only(fake, "payments")
    promised = PaymentStanding(
        reference=page.reference,
        payment_id="1",
        stage=Stage.PENDING,
        amount=5200,
        currency="GBP",
        paid_with="Direct Debit",
        customer_reference=request["links"]["customer"],
        method_reference=request["links"]["mandate_request_mandate"],
    )
    assert standing == promised == debits.look_up(page.reference)
    pass_days(fake, 2)
    assert debits.look_up(page.reference) == promised
    pass_days(fake, 1)
    confirmed = debits.look_up(page.reference)
    assert (confirmed.stage, confirmed.charge, confirmed.captured_at, confirmed.fee_amount) == (
        Stage.CAPTURED,
        debit["id"],
        NOW + timedelta(days=3),
        None,
    )
    pass_days(fake, 1)
    paid = debits.look_up(page.reference)
    assert (paid.stage, paid.fee_amount, paid.captured_at) == (Stage.CAPTURED, 72, confirmed.captured_at)
    by_debit = debits.look_up(debit["id"])
    assert (by_debit.reference, by_debit.payment_id, by_debit.stage) == (page.reference, "1", Stage.CAPTURED)
    assert fake.book.balances() == {"GBP": 5200 - 72}


def test_the_same_key_is_the_same_request_also_when_the_answer_got_lost(debits: GoCardless, fake: Fake) -> None:
    fake.lose_answers = 1
    with pytest.raises(ProviderDown, match="unreachable"):
        debits.open_page(ask())
    page = debits.open_page(ask())
    assert page.reference == debits.open_page(ask()).reference == only(fake, "billing_requests")["id"]
    billing.fulfil(fake.book, only(fake, "billing_requests"), "Sam Sample", SORT_CODE + PAYS)
    assert debits.open_page(ask()).url == "https://shop.example/paid"
    fake.lose_answers = 1
    with pytest.raises(ProviderDown):
        debits.look_up(page.reference)


def lose_answer_to(fake: Fake, path: str) -> None:
    """The next POST there is done and not answered."""
    real = fake.rest.answer

    def lose(asked: Any) -> Any:
        if asked.method == "POST" and asked.path == path:
            fake.rest.answer = real  # type: ignore[method-assign]
            fake.lose_answers = 1
        return real(asked)

    fake.rest.answer = lose  # type: ignore[method-assign]


def test_one_request_is_debited_once(debits: GoCardless, fake: Fake) -> None:
    reference = agreed(debits, fake)
    lose_answer_to(fake, "/payments")
    with pytest.raises(ProviderDown):
        debits.look_up(reference)
    assert debits.look_up(reference).stage is Stage.PENDING
    debit = only(fake, "payments")
    assert debit["metadata"] == {"payment_id": "1", "billing_request": reference}
    debit["metadata"] = {}  # as if it were not found in the list: its key finds it
    assert debits.look_up(reference).stage is Stage.PENDING
    assert only(fake, "payments") is debit


@pytest.mark.parametrize(("number", "decline"), [(POOR, Decline.INSUFFICIENT), (CLOSED, Decline.OTHER)])
def test_banks_that_do_not_pay(debits: GoCardless, fake: Fake, number: str, decline: Decline) -> None:
    standing = debited(debits, fake, number, days=3)
    assert (standing.stage, standing.decline, standing.charge, standing.captured_at) == (
        Stage.FAILED,
        decline,
        "",
        None,
    )


def test_a_debit_tried_again_waits_again(debits: GoCardless, fake: Fake) -> None:
    standing = debited(debits, fake, POOR, days=3)
    payments.retry(fake.book, only(fake, "payments"))
    assert debits.look_up(standing.reference).stage is Stage.PENDING


def test_a_closed_page_is_never_debited(debits: GoCardless, fake: Fake) -> None:
    left, late = debits.open_page(ask("payment:1")).reference, agreed(debits, fake, key="payment:2")
    for reference in (left, late):
        closed = debits.close_page(reference)
        assert (closed.stage, closed.amount, closed.currency) == (Stage.CLOSED, 5200, "GBP")
    for reference in (left, late):
        assert debits.look_up(reference).stage is debits.close_page(reference).stage is Stage.CLOSED
    assert fake.book.things["payments"] == {}
    assert only(fake, "mandates")["status"] == "cancelled"


def test_what_was_debited_says_so_when_closed(debits: GoCardless, fake: Fake) -> None:
    standing = debited(debits, fake)
    assert debits.close_page(standing.reference) == standing
    assert debits.close_page(only(fake, "payments")["id"]).stage is Stage.PENDING


def test_somebody_may_debit_while_the_page_is_closed(debits: GoCardless, fake: Fake) -> None:
    """The mandate's end calls the debit off that was made in between."""
    reference = agreed(debits, fake)
    real = fake.rest.answer

    def overtake(asked: Any) -> Any:
        if asked.path.startswith("/mandates/"):
            fake.rest.answer = real  # type: ignore[method-assign]
            request = only(fake, "billing_requests")
            wanted = {"amount": 5200, "currency": "GBP", "metadata": {"billing_request": reference, "payment_id": "1"}}
            links = {"mandate": request["links"]["mandate_request_mandate"]}
            payments.create(fake.book, {**wanted, "links": links})
        return real(asked)

    fake.rest.answer = overtake  # type: ignore[method-assign]
    assert debits.close_page(reference).stage is Stage.FAILED


@pytest.mark.parametrize("reference", ["", "../payments", "BRQ/1", "BRQ?x", "BRQ1"])
def test_what_is_not_there(debits: GoCardless, reference: str) -> None:
    for method in (debits.look_up, debits.close_page, debits.look_up_refund, debits.look_up_dispute):
        with pytest.raises(ProviderRefused, match="resource_not_found"):
            method(reference)


def test_a_mandate_that_stands_is_debited_later(debits: GoCardless, fake: Fake) -> None:
    first = debited(debits, fake)
    wanted = ChargeAsk("charge:2", "2", 900, "GBP", "VAL-2", first.customer_reference, first.method_reference)
    lose_answer_to(fake, "/payments")
    with pytest.raises(ProviderDown):
        debits.charge_kept(wanted)
    second = debits.charge_kept(wanted)
    assert (second.stage, second.payment_id, second.amount) == (Stage.PENDING, "2", 900)
    assert second == debits.charge_kept(wanted) == debits.look_up(second.reference)
    assert len(fake.book.things["payments"]) == 2
    again = debits.open_page(ask("payment:3", customer_reference=first.customer_reference))
    assert fake.book.things["billing_requests"][again.reference]["links"]["customer"] == first.customer_reference
    payments.cancel_mandate(fake.book, only(fake, "mandates"))
    refused = debits.charge_kept(ChargeAsk("charge:4", "4", 900, "GBP", "VAL-4", "", first.method_reference))
    assert (refused.stage, refused.decline) == (Stage.FAILED, Decline.OTHER)
    with pytest.raises(ProviderRefused, match=r"invalid\.currency"):
        debits.charge_kept(ChargeAsk("charge:5", "5", 900, "EUR", "VAL-5", "", first.method_reference))


def refund(charge: str, amount: int = 2000, key: str = "refund:1") -> RefundAsk:
    return RefundAsk(key=key, refund_id=key.removeprefix("refund:"), charge=charge, amount=amount, currency="GBP")


def test_money_goes_back_once_a_key(debits: GoCardless, fake: Fake) -> None:
    charge = debited(debits, fake, days=4).charge
    lose_answer_to(fake, "/refunds")
    with pytest.raises(ProviderDown):
        debits.refund(refund(charge, 5200))
    found = debits.refund(refund(charge, 5200))
    assert found == debits.refund(refund(charge, 5200)) == debits.look_up_refund(found.reference)
    assert (found.refund_id, found.charge, found.stage, found.amount, found.failure) == (
        "1",
        charge,
        RefundStage.PENDING,
        5200,
        "",
    )
    assert found.happened_at == NOW + timedelta(days=4)
    pass_days(fake, 3)
    assert debits.look_up_refund(found.reference).stage is RefundStage.DONE
    assert only(fake, "refunds")["id"] == found.reference


def test_refunds_in_parts_and_what_is_refused(debits: GoCardless, fake: Fake) -> None:
    charge = debited(debits, fake, days=3).charge
    first, second = debits.refund(refund(charge)), debits.refund(refund(charge, 3000, "refund:2"))
    assert only(fake, "payments")["amount_refunded"] == 5000
    with pytest.raises(ProviderRefused, match=r"invalid\.amount"):
        debits.refund(refund(charge, 201, "refund:3"))
    refunds.move(fake.book, fake.book.things["refunds"][second.reference], "bounced")
    bounced = debits.look_up_refund(second.reference)
    assert (bounced.stage, bounced.failure) == (RefundStage.FAILED, "bounced")
    assert debits.look_up_refund(first.reference).stage is RefundStage.PENDING
    fake.book.has_refund_funds = False
    with pytest.raises(ProviderRefused, match="available_refund_amount_insufficient"):
        debits.refund(refund(charge, 100, "refund:4"))


def test_two_refunds_at_the_same_time(debits: GoCardless, fake: Fake) -> None:
    charge = debited(debits, fake, days=3).charge
    real = fake.rest.answer

    def overtake(asked: Any) -> Any:
        if asked.method == "POST" and asked.path == "/refunds":
            fake.rest.answer = real  # type: ignore[method-assign]
            refunds.create(fake.book, {"amount": 1, "total_amount_confirmation": 1, "links": {"payment": charge}})
        return real(asked)

    fake.rest.answer = overtake  # type: ignore[method-assign]
    with pytest.raises(ProviderDown):
        debits.refund(refund(charge))
    assert debits.refund(refund(charge)).amount == 2000


def notices(debits: GoCardless, fake: Fake) -> list[Notice]:
    found: list[Notice] = []
    for body, headers in fake.telling.messages():
        lower = {name.lower(): value for name, value in headers.items()}
        found += debits.read_notices(body, lower, now=NOW)
    return found


def disputed(found: list[Notice]) -> list[tuple[str, str]]:
    return [(each.kind, each.reference) for each in found if each.about is NoticeAbout.DISPUTE]


def test_a_chargeback_settled(debits: GoCardless, fake: Fake) -> None:
    standing = debited(debits, fake, CONTESTED, days=8)
    assert standing.stage is Stage.CAPTURED
    found = debits.look_up_dispute(standing.charge)
    assert (
        found.reference,
        found.charge,
        found.stage,
        found.reason,
        found.amount,
        found.currency,
        found.fee_amount,
    ) == (
        standing.charge,
        standing.charge,
        "under_review",
        "authorisation_disputed",
        5200,
        "GBP",
        0,
    )
    assert (found.opened_at, found.respond_by) == (NOW + timedelta(days=8), None)
    pass_days(fake, 1)
    assert debits.look_up_dispute(standing.charge).stage == "lost"
    assert debits.look_up(standing.reference).stage is Stage.CAPTURED
    assert disputed(notices(debits, fake)) == [
        ("payments.charged_back", standing.charge),
        ("payments.chargeback_settled", standing.charge),
    ]


def test_a_chargeback_called_off(debits: GoCardless, fake: Fake) -> None:
    standing = debited(debits, fake, CONTESTED, days=8)
    only(fake, "payments")["_contested"] = True
    payments.move(fake.book, only(fake, "payments"), "chargeback_cancelled")
    assert debits.look_up_dispute(standing.charge).stage == "won"


@pytest.mark.parametrize("is_paid_out", [True, False])
def test_a_failure_that_is_told_late_takes_back_what_had_come(
    debits: GoCardless, fake: Fake, is_paid_out: bool
) -> None:
    standing = debited(debits, fake, days=4 if is_paid_out else 3)
    assert notices(debits, fake)
    payments.move(fake.book, only(fake, "payments"), "failed", cause="refer_to_payer")
    late = debits.look_up(standing.reference)
    assert (late.stage, late.charge, late.captured_at) == (Stage.CAPTURED, standing.charge, standing.captured_at)
    found = debits.look_up_dispute(standing.charge)
    assert (found.stage, found.reason, found.amount) == ("lost", "refer_to_payer", 5200)
    assert disputed(notices(debits, fake)) == [("payments.failed", standing.charge)]


def test_nothing_was_taken_back(debits: GoCardless, fake: Fake) -> None:
    debited(debits, fake, POOR, days=3)
    with pytest.raises(ProviderRefused, match="no_dispute"):
        debits.look_up_dispute(only(fake, "payments")["id"])
    (told,) = [each for each in notices(debits, fake) if each.kind == "payments.failed"]
    assert told.about is NoticeAbout.PAYMENT


def test_messages_say_where_to_look(debits: GoCardless, fake: Fake) -> None:
    standing = debited(debits, fake, days=4)
    back = debits.refund(refund(standing.charge))
    found = notices(debits, fake)
    payout = only(fake, "payouts")
    by_debit, by_request = (NoticeAbout.PAYMENT, standing.charge), (NoticeAbout.PAYMENT, standing.reference)
    other = (NoticeAbout.OTHER, "")
    assert [(each.kind, (each.about, each.reference)) for each in found] == [
        ("billing_requests.created", other),
        ("billing_requests.flow_created", other),
        ("mandates.created", other),
        ("billing_requests.fulfilled", by_request),
        ("payments.created", by_debit),
        ("mandates.submitted", other),
        ("payments.submitted", by_debit),
        ("mandates.active", other),
        ("payments.confirmed", by_debit),
        ("payouts.paid", (NoticeAbout.PAYOUT, payout["id"])),
        ("payments.paid_out", by_debit),
        ("refunds.created", (NoticeAbout.REFUND, back.reference)),
    ]
    assert len({each.event_id for each in found}) == len(found)


def test_only_what_gocardless_signed(debits: GoCardless, fake: Fake) -> None:
    body = json.dumps({"events": []}).encode()
    good = signature(body, KEYS["webhook_secret"])
    assert debits.read_notices(body, {"webhook-signature": good}, now=NOW) == ()
    for wrong, header in ((body + b" ", good), (body, signature(body, "guessed")), (body, ""), (body, "ä")):
        with pytest.raises(BadSignature):
            debits.read_notices(wrong, {"webhook-signature": header}, now=NOW)
    with pytest.raises(BadSignature):
        debits.read_notices(body, {}, now=NOW)
    for unreadable in (b"", b"{", b"[]", b"{}", b"\xff"):
        header = signature(unreadable, KEYS["webhook_secret"])
        with pytest.raises(ValueError):
            debits.read_notices(unreadable, {"webhook-signature": header}, now=NOW)


@pytest.mark.parametrize(("currency", "digits"), [("GBP", SORT_CODE + PAYS), ("EUR", "DE89370400440532013000")])
def test_currencies(debits: GoCardless, fake: Fake, currency: str, digits: str) -> None:
    reference = debits.open_page(ask(currency=currency, language="uk")).reference
    billing.fulfil(fake.book, only(fake, "billing_requests"), "Sam Sample", digits)
    debits.look_up(reference)
    pass_days(fake, 4)
    standing = debits.look_up(reference)
    assert (standing.stage, standing.amount, standing.currency) == (Stage.CAPTURED, 5200, currency)


def test_a_currency_that_no_bank_is_debited_in(debits: GoCardless) -> None:
    with pytest.raises(ProviderRefused, match=r"invalid\.currency"):
        debits.open_page(ask(currency="JPY"))


def test_fees_of_a_tenth_of_a_penny(debits: GoCardless, fake: Fake) -> None:
    assert debited(debits, fake, days=4, amount=5255).fee_amount == 73
    assert fake.book.balances() == {"GBP": 5255 - 73}
    only(fake, "payouts")["id"] = "PO0"
    fake.book.things["payouts"].clear()
    assert debits.look_up(only(fake, "payments")["id"]).fee_amount is None


def test_more_than_a_page(debits: GoCardless, fake: Fake) -> None:
    standing = debited(debits, fake, days=3)
    debit = only(fake, "payments")
    for _ in range(600):
        fake.book.tell("payments", "surcharge_fee_debited", {"payment": debit["id"]})
    payouts.pay_out(fake.book, debit)
    assert debits.look_up(standing.reference).captured_at == NOW + timedelta(days=3)


@pytest.mark.parametrize("status", [500, 503, 429, 409])
def test_the_companys_own_trouble(debits: GoCardless, fake: Fake, status: int) -> None:
    fake.down = [status]
    with pytest.raises(ProviderDown, match=str(status)):
        debits.look_up("BRQ1")


def test_a_token_that_is_none(fake: Fake) -> None:
    with pytest.raises(ProviderRefused, match="access_token_not_found"):
        GOCARDLESS.make({**KEYS, "access_token": "sandbox_canary"}, fake.url).open_page(ask())


@pytest.mark.parametrize(
    ("status", "content", "expected"),
    [
        (200, b"<html>", ProviderDown("200")),
        (502, b"<html>", ProviderDown("502")),
        (200, b"[]", ProviderDown("not_documented")),
        (200, b'{"billing_requests": []}', ProviderDown("not_documented")),
        (200, b'{"billing_requests": {"status": "fulfilled"}}', ProviderDown("not_documented")),
        (200, b'{"billing_requests": {"status": "pending"}}', ProviderDown("not_documented")),
        (422, b'{"error": {"type": "invalid_state", "code": 422}}', ProviderDown("not_documented")),
        (
            403,
            b'{"error": {"type": "invalid_api_usage", "code": 403, "message": "canary"}}',
            ProviderRefused("invalid_api_usage"),
        ),
        (
            422,
            b'{"error": {"type": "validation_failed", "code": 422, "errors": [{"message": "canary", "field": "canary@x"}]}}',
            ProviderRefused("validation_failed"),
        ),
    ],
)
def test_answers_that_are_not_documented(
    monkeypatch: pytest.MonkeyPatch, status: int, content: bytes, expected: Exception
) -> None:
    def answer(*args: Any, **kwargs: Any) -> requests.Response:
        found = requests.Response()
        found.status_code, found._content = status, content
        return found

    monkeypatch.setattr(requests, "get", answer)
    with pytest.raises(type(expected)) as raised:
        GOCARDLESS.make(KEYS, "").look_up("BRQ1")
    assert str(raised.value) == str(expected)


@pytest.mark.parametrize(("error", "word"), [(requests.ReadTimeout, "slow"), (requests.ConnectionError, "unreachable")])
@pytest.mark.parametrize(("token", "host"), [("live_1", LIVE), ("sandbox_1", SANDBOX)])
def test_no_answer_is_waited_for_once(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], word: str, token: str, host: str
) -> None:
    asked: list[tuple[str, Any]] = []

    def answer(url: str, **kwargs: Any) -> requests.Response:
        asked.append((url, kwargs["timeout"]))
        raise error("canary@example.com")

    monkeypatch.setattr(requests, "post", answer)
    with pytest.raises(ProviderDown) as raised:
        GOCARDLESS.make({**KEYS, "access_token": token}, "").open_page(ask())
    assert str(raised.value) == word
    assert raised.value.__suppress_context__
    assert asked == [(f"{host}/billing_requests", (3.0, 15.0))]


def test_what_an_administrator_sets() -> None:
    assert [(key.name, key.is_secret) for key in GOCARDLESS.keys] == [("access_token", True), ("webhook_secret", True)]
    assert GOCARDLESS.is_test_key(KEYS)
    assert not GOCARDLESS.is_test_key({**KEYS, "access_token": "live_1"})
