"""Mollie's documented HTTP: objects, errors, keys, lists, its page, and calls of webhooks."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from fakes.mollie.tests.conftest import HOOK, PATIENCE, Shop, payment
from fakes.mollie.webhooks import Webhooks

browser = httpx.Client(timeout=PATIENCE)


def test_a_payment_is_told_as_documented(shop: Shop) -> None:
    made = shop.made(metadata={"payment_id": "1"})
    assert made["id"].startswith("tr_")
    assert (made["resource"], made["mode"], made["status"], made["isCancelable"]) == ("payment", "test", "open", False)
    assert made["amount"] == {"currency": "GBP", "value": "40.00"}
    assert made["createdAt"].endswith("+00:00")
    assert made["_links"]["checkout"]["type"] == "text/html"
    assert not [name for name in made if name.startswith(".")]
    assert shop.got(made["id"]) == made


@pytest.mark.parametrize(
    ("more", "status", "field"),
    [
        ({"amount": {"currency": "GBP", "value": 40}}, 422, "amount"),
        ({"amount": {"currency": "GBP", "value": "40"}}, 422, "amount.value"),
        ({"amount": {"currency": "JPY", "value": "40.00"}}, 422, "amount.value"),
        ({"amount": {"currency": "XXX", "value": "40.00"}}, 422, "amount.currency"),
        ({"amount": {"currency": "GBP", "value": "0.00"}}, 422, "amount"),
        ({"amount": {"currency": "GBP", "value": "10000.01"}}, 422, "amount"),
        ({"description": ""}, 422, "description"),
        ({"method": "cheque"}, 422, "method"),
        ({"redirectUrl": None}, 422, "redirectUrl"),
        ({"webhookUrl": "shop"}, 422, "webhookUrl"),
        ({"sequenceType": "twice"}, 422, "sequenceType"),
        ({"sequenceType": "first"}, 422, "customerId"),
        ({"customerId": "cst_none"}, 404, None),
        ({"metadata": {"text": "x" * 2_000}}, 422, "metadata"),
        ({"lines": [{"totalAmount": {"currency": "GBP", "value": "1.00"}}]}, 422, "amount"),
        ({"testmode": True}, 422, "testmode"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(shop: Shop, more: dict[str, Any], status: int, field: str | None) -> None:
    answer = shop.ask("POST", "/payments", payment(**more))
    assert (answer.status_code, answer.json().get("field")) == (status, field)
    assert set(answer.json()) >= {"status", "title", "detail", "_links"}


def test_whose_key_it_is(shop: Shop) -> None:
    assert shop.ask("GET", "/payments/tr_1", Authorization="Bearer test_other").status_code == 401
    assert shop.ask("GET", "/payments/tr_1").json()["detail"] == "No payment exists with token tr_1."
    assert shop.ask("GET", "/nothing").status_code == 404
    assert shop.ask("POST", "/payments", [1]).status_code == 400


def test_a_key_is_remembered_for_an_hour(shop: Shop) -> None:
    first = shop.ask("POST", "/payments", payment(), Idempotency_Key="a").json()
    again = shop.ask("POST", "/payments", payment(description="other"), Idempotency_Key="a").json()
    assert again == first
    shop.at += 3_601
    assert shop.ask("POST", "/payments", payment(), Idempotency_Key="a").json()["id"] != first["id"]


def test_a_card_pays_at_once_or_is_promised(shop: Shop) -> None:
    made = shop.made()
    assert shop.type_in(made).headers["location"] == "https://shop.example/done"
    paid = shop.got(made["id"])
    assert (paid["status"], paid["amountRemaining"]["value"], paid["details"]["cardNumber"]) == (
        "paid",
        "40.00",
        "4242",
    )
    held = shop.made(captureMode="manual")
    shop.type_in(held)
    assert shop.got(held["id"])["status"] == "authorized"
    assert shop.fake.book.balances() == {"GBP": 4_000}
    assert shop.ask("POST", f"/payments/{held['id']}/captures", {}).json()["status"] == "succeeded"
    assert shop.ask("POST", f"/payments/{held['id']}/captures", {}).status_code == 422
    assert shop.ask("POST", f"/payments/{held['id']}/release-authorization", {}).status_code == 422
    assert shop.fake.book.balances() == {"GBP": 8_000}


def test_a_promise_ends_after_a_week_and_can_be_given_back(shop: Shop) -> None:
    held, other = shop.made(captureMode="manual"), shop.made(captureMode="manual")
    for each in (held, other):
        shop.type_in(each)
    assert shop.ask("POST", f"/payments/{other['id']}/release-authorization", {}).status_code == 202
    assert shop.got(other["id"])["status"] == "canceled"
    shop.at += 8 * 86_400
    assert shop.got(held["id"])["status"] == "expired"


def test_the_banks_question_and_a_page_that_is_over(shop: Shop) -> None:
    made = shop.made()
    bank = shop.type_in(made, "4000 0027 6000 3184").headers["location"]
    assert shop.got(made["id"])["status"] == "pending"
    assert "Do you want to pay GBP 40.00?" in browser.get(shop.fake.url + bank).text
    browser.post(shop.fake.url + bank, data={"proof": "fail"})
    failed = shop.got(made["id"])
    assert (failed["status"], failed["details"]["failureReason"]) == ("failed", "authentication_failed")
    assert "Nothing was charged." in browser.get(made["_links"]["checkout"]["href"]).text
    assert "checkout" not in failed["_links"]
    assert browser.get(f"{shop.fake.url}/checkout/credit-card/tr_none").status_code == 404
    plain = shop.made()
    typed = browser.get(f"{shop.fake.url}/checkout/3ds/{plain['id']}")
    assert typed.headers["location"] == f"/checkout/credit-card/{plain['id']}"


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"number": "1234"}, "Your card number is incomplete."),
        ({"expiry": "13 / 34"}, "Your card&#x27;s expiration date is incomplete."),
        ({"expiry": "01/20"}, "Your card&#x27;s expiration date is in the past."),
        ({"cvc": "1"}, "Your card&#x27;s security code is incomplete."),
    ],
)
def test_what_the_page_finds_out_itself_ends_nothing(shop: Shop, form: dict[str, str], words: str) -> None:
    made = shop.made()
    answer = shop.type_in(made, **({"number": "4242424242424242"} | form))
    assert answer.status_code == 422
    assert words in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert shop.got(made["id"])["status"] == "open"


@pytest.mark.parametrize("outcome", ["paid", "failed", "canceled", "expired"])
def test_outcomes_can_be_chosen_as_in_the_real_test_mode(shop: Shop, outcome: str) -> None:
    made = shop.made(cancelUrl="https://shop.example/back")
    answer = browser.post(made["_links"]["checkout"]["href"], data={"outcome": outcome})
    assert answer.headers["location"] == f"https://shop.example/{'back' if outcome == 'canceled' else 'done'}"
    assert shop.got(made["id"])["status"] == outcome


def test_what_may_be_changed_of_a_payment(shop: Shop) -> None:
    made = shop.made()
    changed = shop.ask("PATCH", f"/payments/{made['id']}", {"metadata": {"a": 1}}).json()
    assert changed["metadata"] == {"a": 1}
    assert shop.ask("PATCH", f"/payments/{made['id']}", {"status": "paid"}).json()["field"] == "status"
    assert shop.ask("DELETE", f"/payments/{made['id']}").status_code == 422  # as with every card


def test_refunds_and_chargebacks_stand_below_their_payment(shop: Shop) -> None:
    made = shop.made()
    path = f"/payments/{made['id']}"
    back = {"amount": {"currency": "GBP", "value": "15.00"}}
    assert shop.ask("POST", f"{path}/refunds", back).status_code == 422  # nothing came
    shop.type_in(made)
    refund = shop.ask("POST", f"{path}/refunds", back).json()
    assert (refund["status"], refund["paymentId"]) == ("pending", made["id"])
    for value, currency in (("25.01", "GBP"), ("0.00", "GBP"), ("1.00", "EUR")):
        wrong = {"amount": {"currency": currency, "value": value}}
        assert shop.ask("POST", f"{path}/refunds", wrong).json()["field"] == "amount"
    taken = browser.post(f"{shop.fake.url}/_control/chargeback", json={"payment": made["id"]}).json()["id"]
    whole = shop.ask("GET", f"{path}?embed=refunds,chargebacks").json()
    assert [each["id"] for each in whole["_embedded"]["refunds"]] == [refund["id"]]
    assert whole["_embedded"]["chargebacks"][0]["amount"]["value"] == "25.00"
    assert (whole["amountRefunded"]["value"], whole["amountChargedBack"]["value"]) == ("15.00", "25.00")
    assert shop.fake.book.balances() == {"GBP": 0}
    assert shop.ask("GET", f"{path}/chargebacks/{taken}").json()["reversedAt"] is None
    assert shop.ask("GET", f"{path}/chargebacks").json()["count"] == 1
    assert shop.ask("GET", f"/payments/tr_other/refunds/{refund['id']}").status_code == 404
    shop.at += 2 * 86_400
    assert shop.got(made["id"])["status"] == "paid"
    assert shop.ask("GET", f"{path}/refunds/{refund['id']}").json()["status"] == "refunded"


def test_mandates_come_from_first_payments_and_can_be_revoked(shop: Shop) -> None:
    customer = shop.ask("POST", "/customers", {"email": "n@example.com"}).json()["id"]
    again = {"sequenceType": "recurring", "customerId": customer, "redirectUrl": None}
    assert shop.ask("POST", "/payments", payment(**again)).json()["field"] == "customerId"
    first = shop.made(sequenceType="first", customerId=customer, amount={"currency": "EUR", "value": "0.00"})
    shop.type_in(first)
    (mandate,) = shop.ask("GET", f"/customers/{customer}/mandates").json()["_embedded"]["mandates"]
    assert (shop.got(first["id"])["mandateId"], mandate["status"]) == (mandate["id"], "valid")
    assert shop.fake.book.balances() == {}
    charged = shop.made(**again, mandateId=mandate["id"])
    assert (charged["status"], "checkout" in charged["_links"]) == ("paid", False)
    own = f"/customers/{customer}/mandates/{mandate['id']}"
    assert shop.ask("DELETE", own).status_code == 204
    assert shop.ask("DELETE", own).status_code == 404
    assert shop.ask("GET", own).json()["status"] == "invalid"
    assert shop.ask("POST", "/payments", payment(**again)).status_code == 422


def test_lists_go_on(shop: Shop) -> None:
    customer = shop.ask("POST", "/customers", {}).json()["id"]
    keys = [shop.made(customerId=customer)["id"] for _ in range(5)]
    found: list[str] = []
    path = f"/customers/{customer}/payments?limit=2"
    while path:
        page = shop.ask("GET", path).json()
        found += [each["id"] for each in page["_embedded"]["payments"]]
        following = page["_links"]["next"]
        path = following["href"].partition("/v2")[2] if following else ""
    assert sorted(found) == sorted(keys)
    assert shop.ask("GET", f"/customers/{customer}/payments?limit=251").status_code == 400


def test_webhooks_say_an_id_to_the_payments_own_address(shop: Shop) -> None:
    made = shop.made()
    assert shop.fake.webhooks.messages() == []  # of one that is open nothing is told
    shop.type_in(made)
    ((body, headers),) = shop.fake.webhooks.messages()
    assert body == f"id={made['id']}".encode()
    assert (headers[":path"], headers[":url"]) == ("/hook?key=word", HOOK)
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_only_what_is_a_header_is_sent_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []
    hooks = Webhooks(delivers=True)

    def keep(*said: Any) -> bool:
        sent.append(said)
        return True

    monkeypatch.setattr(hooks, "sent", keep)
    assert hooks._post(*hooks.message([{"id": "tr_1", "url": HOOK}]))
    kinds = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": "Mollie HTTP client/1.0"}
    assert sent == [(HOOK, b"id=tr_1", kinds)]


def test_wishes_that_cannot_be(shop: Shop) -> None:
    for verb, asked in (("answer", {"payment": shop.made()["id"]}), ("reverse", {"id": "chb_1"}), ("nothing", {})):
        assert browser.post(f"{shop.fake.url}/_control/{verb}", json=asked).status_code == 400
    book = browser.post(f"{shop.fake.url}/_control/book", json={}).json()
    assert set(book) >= {"balances", "movements", "payments", "refunds", "chargebacks"}
