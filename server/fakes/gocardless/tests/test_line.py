"""Keys, refunds, refusals, lists and messages as documented, and troubles of the line."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import httpx
import pytest

from fakes.gocardless.tests.conftest import Till, wrong

MANDATE = {"mandate_request": {"currency": "GBP"}}


def test_a_key_is_used_once_and_names_what_it_made(till: Till) -> None:
    made = till.make("billing_requests", MANDATE, "k1")
    again = till.ask("POST", "/billing_requests", {"billing_requests": MANDATE}, Idempotency_Key="k1")
    assert wrong(again) == (409, "invalid_state", "idempotent_creation_conflict")
    assert again.json()["error"]["errors"][0]["links"] == {"conflicting_resource_id": made["id"]}
    payment = {"amount": 1, "currency": "GBP", "links": {"mandate": till.mandate()}}
    assert till.make("payments", payment, "k1")["id"].startswith("PM")
    assert till.make("billing_requests", MANDATE, "k2")["id"] != made["id"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Authorization": None}, (401, "invalid_api_usage", "missing_authorization_header")),
        ({"Authorization": "Bearer guessed"}, (401, "invalid_api_usage", "access_token_not_found")),
        ({"GoCardless_Version": None}, (400, "invalid_api_usage", "missing_version_header")),
        ({"GoCardless_Version": "2014-01-01"}, (400, "invalid_api_usage", "version_not_found")),
        ({"Content_Type": "text/plain"}, (415, "invalid_api_usage", "invalid_content_type")),
        ({"Idempotency_Key": "x" * 129}, (400, "invalid_api_usage", "idempotency_key_too_long")),
    ],
)
def test_headers(till: Till, headers: dict[str, str | None], expected: tuple[int, str, str]) -> None:
    assert wrong(till.ask("POST", "/billing_requests", {"billing_requests": MANDATE}, **headers)) == expected


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("billing_requests", {}, (422, "validation_failed", "mandate_request")),
        ("billing_requests", {"mandate_request": {"currency": "JPY"}}, (422, "validation_failed", "currency")),
        ("billing_requests", {"payment_request": {"currency": "SEK"}}, (422, "validation_failed", "currency")),
        (
            "billing_requests",
            {**MANDATE, "metadata": dict.fromkeys("abcd", "")},
            (422, "validation_failed", "metadata"),
        ),
        ("billing_requests", {**MANDATE, "metadata": {"a": 1}}, (422, "validation_failed", "metadata")),
        ("billing_request_flows", {}, (404, "invalid_api_usage", "resource_not_found")),
        ("payments", {"amount": 1}, (404, "invalid_api_usage", "resource_not_found")),
        ("customers", {}, (405, "invalid_api_usage", "method_not_allowed")),
        ("nothing", {}, (404, "invalid_api_usage", "resource_not_found")),
    ],
)
def test_what_cannot_be_made(till: Till, kind: str, body: dict[str, Any], expected: tuple[int, str, str]) -> None:
    assert wrong(till.ask("POST", f"/{kind}", {kind: body})) == expected


def test_debits_that_cannot_be(till: Till) -> None:
    links = {"mandate": till.mandate()}
    for body, field in (
        ({"amount": 0, "currency": "GBP"}, "amount"),
        ({"amount": "1.50", "currency": "GBP"}, "amount"),
        ({"amount": 1, "currency": "EUR"}, "currency"),
    ):
        refused = till.ask("POST", "/payments", {"payments": {**body, "links": links}})
        assert wrong(refused) == (422, "validation_failed", field)
    flow = {"redirect_uri": "javascript:x", "links": {"billing_request": till.request()["id"]}}
    assert wrong(till.ask("POST", "/billing_request_flows", {"billing_request_flows": flow}))[2] == "redirect_uri"
    assert wrong(till.ask("POST", "/payments", {"data": {}}))[2] == "invalid_document_structure"
    assert wrong(till.ask("GET", "/payments?colour=red"))[2] == "invalid_filters"
    assert wrong(till.ask("GET", "/payments?limit=501"))[2] == "limit"
    assert wrong(till.ask("GET", "/payments?after=PM1"))[2] == "cursor_not_found"


def refund(till: Till, payment: str, amount: int, total: int) -> httpx.Response:
    body = {"amount": amount, "total_amount_confirmation": total, "links": {"payment": payment}}
    return till.ask("POST", "/refunds", {"refunds": body})


def test_refunds(till: Till) -> None:
    payment = till.debit()
    assert wrong(refund(till, payment, 100, 100))[2] == "refund_payment_invalid_state"
    till.wish("days", days=4)
    first = refund(till, payment, 2000, 2000).json()["refunds"]
    assert (first["status"], till.get("payments", payment)["amount_refunded"]) == ("created", 2000)
    assert wrong(refund(till, payment, 1000, 1000)) == (422, "invalid_state", "total_amount_confirmation_invalid")
    assert wrong(refund(till, payment, 3201, 5201)) == (422, "validation_failed", "amount")
    till.wish("refund-funds", there=False)
    assert wrong(refund(till, payment, 1000, 3000))[2] == "available_refund_amount_insufficient"
    till.wish("refund-funds", there=True)
    second = refund(till, payment, 1000, 3000).json()["refunds"]
    till.wish("scenario", name="refund_bounced", resource=second["id"])
    till.wish("days", days=3)
    assert (till.get("refunds", first["id"])["status"], till.get("refunds", second["id"])["status"]) == (
        "paid",
        "bounced",
    )
    assert till.get("payments", payment)["amount_refunded"] == 2000
    assert till.wish("book")["balances"] == {"GBP": 5128 - 2000}
    assert [each["id"] for each in till.ask("GET", f"/refunds?payment={payment}").json()["refunds"]] == [
        second["id"],
        first["id"],
    ]


def test_refunds_come_to_an_end(till: Till) -> None:
    payment = till.debit()
    till.wish("days", days=4)
    for number in range(25):
        assert refund(till, payment, 1, number + 1).status_code == 201
    assert wrong(refund(till, payment, 1, 26))[2] == "number_of_refunds_exceeded"


def test_lists_come_in_pages(till: Till) -> None:
    made = [till.request()["id"] for _ in range(5)]
    first = till.ask("GET", "/billing_requests?limit=2").json()
    assert [each["id"] for each in first["billing_requests"]] == [made[4], made[3]]
    after = first["meta"]["cursors"]["after"]
    second = till.ask("GET", f"/billing_requests?limit=3&after={after}").json()
    assert [each["id"] for each in second["billing_requests"]] == [made[2], made[1], made[0]]
    assert second["meta"]["cursors"]["after"] is None


def test_messages_carry_several_events_and_one_signature(till: Till) -> None:
    till.debit()
    till.wish("days", days=4)
    ((body, headers),) = till.fake.telling.messages()
    events = json.loads(body)["events"]
    assert [f"{event['resource_type']}.{event['action']}" for event in events] == [
        "billing_requests.created",
        "billing_requests.flow_created",
        "mandates.created",
        "billing_requests.fulfilled",
        "payments.created",
        "mandates.submitted",
        "payments.submitted",
        "mandates.active",
        "payments.confirmed",
        "payouts.paid",
        "payments.paid_out",
    ]
    secret = till.fake.webhooks.secret.encode()
    assert headers["Webhook-Signature"] == hmac.new(secret, body, hashlib.sha256).hexdigest()
    assert b'"_at"' not in body


def test_troubles_of_the_line(till: Till) -> None:
    till.wish("down", statuses=[500, 429])
    assert wrong(till.ask("GET", "/payments")) == (500, "gocardless", "internal_error")
    assert wrong(till.ask("GET", "/payments")) == (429, "invalid_api_usage", "rate_limit_exceeded")
    till.wish("lose-answers", times=1)
    with pytest.raises(httpx.RemoteProtocolError):
        till.ask("POST", "/billing_requests", {"billing_requests": MANDATE})
    assert len(till.wish("book")["billing_requests"]) == 1
    assert httpx.post(f"{till.fake.url}/_control/nothing", json={}).status_code == 400
    request = till.request()["id"]
    till.wish("fulfil", billing_request=request)
    assert httpx.post(f"{till.fake.url}/_control/fulfil", json={"billing_request": request}).status_code == 400
