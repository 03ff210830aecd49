"""The hosted page: each card, the bank's question, pressed twice, gone back to, over."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import stripe

from fakes.stripe.tests.conftest import DECLINED, DISPUTED, NOW, PROVEN, VISA, Shop

HALF_AN_HOUR, DAY = 1_800, 86_400


def intent_of(shop: Shop, session: Any) -> Any:
    found: Any = shop.client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]})
    return found.payment_intent


def test_what_is_paid_stands_on_it_and_that_no_money_moves(shop: Shop) -> None:
    page = httpx.get(shop.session(5_250).url).text
    for words in ("Pay GBP 52.50", "Clean", "no real money", "Pay with wallet", 'href="https://shop.test/back"'):
        assert words in page
    yen = {"currency": "jpy", "unit_amount": 500, "product_data": {"name": "<b>Call</b>"}}
    page = httpx.get(shop.session(line_items=[{"quantity": 2, "price_data": yen}]).url).text
    assert "JPY 1000" in page
    assert "&lt;b&gt;Call&lt;/b&gt;" in page


def test_paid(shop: Shop) -> None:
    made = shop.session(client_reference_id="ours", metadata={"a": "b"}, payment_intent_data={"metadata": {"c": "d"}})
    assert (made.status, made.payment_intent, made.livemode) == ("open", None, False)
    answer = shop.pay(made.url)
    assert (answer.status_code, answer.headers["location"]) == (303, f"https://shop.test/done?s={made.id}")
    after: Any = shop.client.v1.checkout.sessions.retrieve(made.id)
    assert (after.status, after.payment_status, after.url) == ("complete", "paid", None)
    intent = intent_of(shop, made)
    assert (intent.status, intent.amount_received, intent.metadata.to_dict()) == ("succeeded", 4_000, {"c": "d"})
    charge = intent.latest_charge
    assert (charge.payment_method_details.card.last4, charge.outcome.risk_level) == ("4242", "normal")
    assert shop.told() == [
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
        "checkout.session.completed",
    ]
    assert len(shop.client.v1.checkout.sessions.line_items.list(made.id).data) == 1


def test_pressed_twice_and_gone_back_to_is_one_charge(shop: Shop) -> None:
    made = shop.session()
    assert shop.pay(made.url).headers["location"] == shop.pay(made.url).headers["location"]
    assert len(shop.fake.book.all("ch")) == 1
    assert "paid already" in httpx.get(made.url).text


def test_the_wallet(shop: Shop) -> None:
    made = shop.session()
    assert httpx.post(made.url, data={"wallet": "1"}).status_code == 303
    assert intent_of(shop, made).latest_charge.payment_method_details.card.wallet.type == "apple_pay"


@pytest.mark.parametrize(
    ("card", "code", "decline"),
    [
        (DECLINED, "card_declined", "generic_decline"),
        ("4000000000009995", "card_declined", "insufficient_funds"),
        ("4000000000000069", "expired_card", "expired_card"),
        ("4000000000000127", "incorrect_cvc", "incorrect_cvc"),
        ("4000000000000119", "processing_error", "processing_error"),
        ("4100000000000019", "card_declined", "fraudulent"),
        ("4111 1111 1111 1111", "card_declined", "test_mode_live_card"),
    ],
)
def test_declined_and_then_paid_with_another_card(shop: Shop, card: str, code: str, decline: str) -> None:
    made = shop.session()
    answer = shop.pay(made.url, card)
    assert (answer.status_code, 'role="alert"' in answer.text) == (402, True)
    intent = intent_of(shop, made)
    error = intent.last_payment_error
    assert (intent.status, error.code, error.decline_code) == ("requires_payment_method", code, decline)
    assert (intent.latest_charge.status, intent.latest_charge.balance_transaction) == ("failed", None)
    assert shop.fake.book.balances() == {}
    assert shop.pay(made.url).status_code == 303
    assert intent_of(shop, made).last_payment_error is None
    assert shop.fake.book.balances() == {"gbp": 3_920}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"card": "4242424242424241"}, "card number is incorrect"),
        ({"card": ""}, "card number is incorrect"),
        ({"expiry": "13 / 34"}, "expiration date is incomplete"),
        ({"expiry": ""}, "expiration date is incomplete"),
        ({"expiry": "01 / 20"}, "expiration date is in the past"),
        ({"cvc": "12"}, "security code is incomplete"),
    ],
)
def test_what_the_page_finds_out_by_itself_is_no_try(shop: Shop, fields: dict[str, str], words: str) -> None:
    made = shop.session()
    answer = shop.pay(made.url, **fields)
    assert (answer.status_code, words in answer.text, 'aria-invalid="true"' in answer.text) == (402, True, True)
    assert intent_of(shop, made) is None


@pytest.mark.parametrize("card", [PROVEN, "4000002500003155"])
def test_the_banks_question(shop: Shop, card: str) -> None:
    made = shop.session()
    answer = shop.pay(made.url, card)
    assert answer.headers["location"] == f"/c/3ds/{made.id}"
    assert intent_of(shop, made).status == "requires_action"
    failed = shop.prove(answer, "fail")
    assert (failed.status_code, "requires authentication" in failed.text) == (402, True)
    intent = intent_of(shop, made)
    assert intent.last_payment_error.code == "payment_intent_authentication_failure"
    assert shop.fake.book.all("ch", also_failed=True) == []
    gone_back = httpx.get(f"{shop.fake.url}/c/3ds/{made.id}")
    assert gone_back.headers["location"] == f"/c/pay/{made.id}"
    assert "shop.test/done" in shop.prove(shop.pay(made.url, card)).headers["location"]
    assert "shop.test/done" in httpx.post(f"{shop.fake.url}/c/3ds/{made.id}").headers["location"]
    assert len(shop.fake.book.all("ch")) == 1


@pytest.mark.parametrize(("card", "risk"), [("4000000000009235", "elevated"), ("4000000000004954", "highest")])
def test_risk(shop: Shop, card: str, risk: str) -> None:
    assert shop.charge(card=card).outcome.risk_level == risk


@pytest.mark.parametrize("card", [DISPUTED, "4000000000002685", "4000000000001976"])
def test_a_card_whose_bank_comes_back_afterwards(shop: Shop, card: str) -> None:
    charge = shop.charge(card=card)
    (opened,) = shop.client.v1.disputes.list({"charge": charge.id}).data
    is_inquiry = card == "4000000000001976"
    assert opened.status == ("warning_needs_response" if is_inquiry else "needs_response")
    assert len(opened.balance_transactions) == (0 if is_inquiry else 1)


@pytest.mark.parametrize(
    ("seconds", "is_taken"), [(HALF_AN_HOUR - 1, False), (HALF_AN_HOUR, True), (DAY, True), (DAY + 1, False)]
)
def test_a_page_is_open_for_half_an_hour_to_a_day(shop: Shop, seconds: int, is_taken: bool) -> None:
    if is_taken:
        assert shop.session(expires_at=NOW + seconds).expires_at == NOW + seconds
    else:
        with pytest.raises(stripe.InvalidRequestError):
            shop.session(expires_at=NOW + seconds)


def test_a_page_closes_by_itself_and_by_us(shop: Shop) -> None:
    made = shop.session(expires_at=NOW + HALF_AN_HOUR)
    shop.pay(made.url, DECLINED)
    shop.time[0] += HALF_AN_HOUR
    assert "has closed" in shop.pay(made.url).text
    assert (intent_of(shop, made).status, shop.fake.book.all("ch")) == ("canceled", [])
    assert shop.told()[-1] == "checkout.session.expired"
    other = shop.session()
    assert shop.client.v1.checkout.sessions.expire(other.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError, match="Only Checkout Sessions"):
        shop.client.v1.checkout.sessions.expire(other.id)
    assert shop.pay(other.url or f"{shop.fake.url}/c/pay/{other.id}").status_code == 200
    assert httpx.get(f"{shop.fake.url}/c/pay/cs_none").status_code == 404


@pytest.mark.parametrize(
    "more",
    [
        {"success_url": "javascript:alert(1)"},
        {"line_items": [{"quantity": 1, "price_data": {"currency": "gbp", "unit_amount": 500}}]},
        {"line_items": [{"price_data": {"currency": "gbp", "unit_amount": 500, "product_data": {"name": "x"}}}]},
        {"customer_email": "nobody"},
        {"customer": "cus_none"},
        {"payment_method_types": ["seashells"]},
        {"surprise": "1"},
    ],
)
def test_pages_that_are_not_opened(shop: Shop, more: dict[str, Any]) -> None:
    with pytest.raises(stripe.InvalidRequestError):
        shop.session(**more)
    assert shop.fake.book.all("cs_test") == []


def test_too_little_and_two_currencies(shop: Shop) -> None:
    with pytest.raises(stripe.InvalidRequestError) as caught:
        shop.session(29)
    assert caught.value.code == "amount_too_small"
    items = [
        {"quantity": 1, "price_data": {"currency": code, "unit_amount": 500, "product_data": {"name": "x"}}}
        for code in ("gbp", "eur")
    ]
    with pytest.raises(stripe.InvalidRequestError, match="same currency"):
        shop.session(line_items=items)


def test_a_known_customer_pays_with_the_card_they_keep(shop: Shop) -> None:
    customer, method = shop.kept()
    (found,) = shop.client.v1.customers.payment_methods.list(customer).data
    assert found.id == method
    with pytest.raises(stripe.InvalidRequestError, match="only specify one"):
        shop.session(customer=customer, customer_email="a@b.test")
    assert "Pay with Visa 4242" not in httpx.get(shop.session(customer=customer).url).text  # "limited" is not offered
    made = shop.session(
        customer=customer, saved_payment_method_options={"allow_redisplay_filters": ["always", "limited"]}
    )
    assert "Pay with Visa 4242" in httpx.get(made.url).text
    assert httpx.post(made.url, data={"kept": "pm_other"}).status_code == 402
    assert httpx.post(made.url, data={"kept": method}).status_code == 303
    assert intent_of(shop, made).payment_method == method
    shop.client.v1.payment_methods.detach(method)
    assert "Pay with Visa" not in httpx.get(shop.session(customer=customer).url).text
    with pytest.raises(stripe.InvalidRequestError):
        shop.client.v1.payment_methods.detach(method)


def test_a_card_is_kept_only_where_that_was_asked_for(shop: Shop) -> None:
    made = shop.session(customer_creation="always")
    shop.pay(made.url, VISA)
    customer: Any = shop.client.v1.checkout.sessions.retrieve(made.id).customer
    assert shop.client.v1.customers.payment_methods.list(customer).data == []
