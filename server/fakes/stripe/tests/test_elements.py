"""Paid within the shop's page: the script, the frame, what may be asked for, and whom it speaks to."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import stripe

from fakes.stripe.tests.conftest import DECLINED, PROVEN, VISA, Shop

ELEMENTS = {"ui_mode": "elements", "return_url": "https://shop.test/done", "success_url": None, "cancel_url": None}


def session(shop: Shop, **more: Any) -> Any:
    return shop.session(**(ELEMENTS | more))


def address(shop: Shop, made: Any) -> str:
    return f"{shop.fake.url}/c/element/{made.id}"


def send(shop: Shop, made: Any, card: str = VISA, **more: str) -> Any:
    known = {"secret": made.client_secret, "key": shop.fake.publishable_key}
    fields = {"number": card, "expiry": "12 / 34", "cvc": "123"}
    return httpx.post(address(shop, made), data={**known, **fields, **more}).json()


def test_made_with_a_secret_and_no_page_of_its_own(shop: Shop) -> None:
    made = session(shop)
    assert (made.ui_mode, made.url, made.return_url) == ("elements", None, "https://shop.test/done")
    assert made.client_secret.startswith(f"{made.id}_secret_")
    hosted = shop.session()
    assert (hosted.ui_mode, hosted.client_secret) == ("hosted_page", None)
    assert httpx.get(f"{shop.fake.url}/c/pay/{made.id}").status_code == 404


@pytest.mark.parametrize(
    "more",
    [
        {"success_url": "https://shop.test/x"},
        {"cancel_url": "https://shop.test/x"},
        {"ui_mode": "custom"},  # its name until March 2026
        {"ui_mode": "hosted_page"},
        {"return_url": "nowhere"},
    ],
)
def test_what_does_not_go_together_is_refused(shop: Shop, more: dict[str, str]) -> None:
    with pytest.raises(stripe.InvalidRequestError):
        session(shop, **more)


def test_the_script_and_its_frame(shop: Shop) -> None:
    made = session(shop)
    script = httpx.get(f"{shop.fake.url}/endive/stripe.js")
    assert script.headers["content-type"].startswith("text/javascript")
    for word in ("initCheckoutElementsSdk", "createPaymentElement", "loadActions", "confirm", "changeAppearance"):
        assert word in script.text
    known = {"secret": made.client_secret, "key": shop.fake.publishable_key}
    page = httpx.get(address(shop, made), params=known).text
    assert ("Card number" in page, 'data-open="yes"' in page) == (True, True)
    told = httpx.get(f"{address(shop, made)}/session", params=known)
    assert (told.json()["total"]["total"]["minorUnitsAmount"], told.headers["access-control-allow-origin"]) == (
        4_000,
        "*",
    )
    for wrong in ({**known, "secret": "x"}, {**known, "key": "pk_test_other"}, {}):
        assert "error" in httpx.get(f"{address(shop, made)}/session", params=wrong).json()
        assert 'data-open=""' in httpx.get(address(shop, made), params=wrong).text
        assert "error" in httpx.post(address(shop, made), data=wrong).json()


def test_declined_then_the_banks_question_then_paid_once(shop: Shop) -> None:
    made = session(shop)
    assert send(shop, made, DECLINED)["error"]["paymentFailed"] == {"declineCode": "generic_decline"}
    assert send(shop, made, "1")["error"]["code"] is None
    assert send(shop, made, expiry="13 / 1")["error"]["code"] is None
    assert send(shop, made, PROVEN) == {"result": "challenge"}
    assert send(shop, made, proof="fail")["error"]["code"] == "paymentFailed"
    assert send(shop, made, proof="complete")["error"]["code"] == "paymentFailed"  # nothing was asked
    assert send(shop, made, PROVEN) == {"result": "challenge"}
    assert send(shop, made, proof="complete") == send(shop, made) == {"result": "paid"}
    assert len(shop.fake.book.all("ch")) == 1


def test_a_kept_card_and_a_wallet(shop: Shop) -> None:
    customer, method = shop.kept()
    offers = {"allow_redisplay_filters": ["always", "limited", "unspecified"]}
    made = session(shop, customer=customer, saved_payment_method_options=offers)
    known = {"secret": made.client_secret, "key": shop.fake.publishable_key}
    assert "Visa 4242" in httpx.get(address(shop, made), params=known).text
    assert send(shop, made, way=method) == {"result": "paid"}
    assert send(shop, session(shop), way="wallet") == {"result": "paid"}


def test_an_expired_one_takes_nothing(shop: Shop) -> None:
    made = session(shop)
    shop.client.v1.checkout.sessions.expire(made.id)
    assert send(shop, made)["error"]["message"] == "This session has expired."
    assert shop.fake.book.balances() == {}


def test_a_host_is_registered_once(shop: Shop) -> None:
    domains = shop.client.v1.payment_method_domains
    made = domains.create({"domain_name": "clean.example"})
    assert (made.enabled, made.apple_pay.status) == (True, "active")
    assert [each.id for each in domains.list({"domain_name": "clean.example"}).data] == [made.id]
    assert domains.list({"domain_name": "other.example"}).data == []
    with pytest.raises(stripe.InvalidRequestError):
        domains.create({"domain_name": "no host"})
