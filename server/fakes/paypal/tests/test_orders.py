"""Orders as documented: made, approved on the page, captured once; what is refused, and in which words."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from fakes.paypal.orders import APPROVED_SECONDS, OPEN_SECONDS
from fakes.paypal.tests.conftest import Till, captures, issue, order
from fakes.paypal.tokens import SECONDS

ORDERS = "/v2/checkout/orders"


def test_only_the_app_with_its_secret_gets_a_token(till: Till) -> None:
    assert till.sign_in().json()["token_type"] == "Bearer"
    wrong = till.sign_in("guessed")
    assert (wrong.status_code, wrong.json()["error"]) == (401, "invalid_client")
    assert till.sign_in(grant="password").status_code == 400


def test_a_token_ends(till: Till) -> None:
    assert till.ask("GET", f"{ORDERS}/NONE").status_code == 404
    till.clock.at += SECONDS
    assert issue(till.ask("GET", f"{ORDERS}/NONE")) == (401, "INVALID_TOKEN")
    till.sign_in()
    assert till.ask("GET", f"{ORDERS}/NONE").status_code == 404
    till.wish("forget-tokens")
    assert till.ask("GET", f"{ORDERS}/NONE").status_code == 401


def test_from_the_page_to_the_money(till: Till) -> None:
    made = till.order(invoice_id="VAL-1")
    assert made["status"] == "PAYER_ACTION_REQUIRED"
    assert issue(till.capture(made)) == (422, "ORDER_NOT_APPROVED")
    assert till.approve(made).startswith(f"https://shop.example/back?payment=1&token={made['id']}&PayerID=")
    assert till.ask("GET", f"{ORDERS}/{made['id']}").json()["status"] == "APPROVED"
    done = till.capture(made)
    (capture,) = captures(done.json())
    assert (done.status_code, done.json()["status"], capture["status"]) == (201, "COMPLETED", "COMPLETED")
    assert capture["seller_receivable_breakdown"]["paypal_fee"] == {"currency_code": "GBP", "value": "1.81"}
    assert capture["supplementary_data"]["related_ids"]["order_id"] == made["id"]
    assert issue(till.capture(made)) == (422, "ORDER_ALREADY_CAPTURED")
    assert till.ask("GET", f"/v2/payments/captures/{capture['id']}").json()["custom_id"] == "payment-1"
    assert till.wish("book")["balances"] == {"GBP": 5019}
    assert till.told() == ["CHECKOUT.ORDER.APPROVED", "PAYMENT.CAPTURE.COMPLETED"]


def test_the_same_key_is_the_same_order_as_it_is_now(till: Till) -> None:
    made = till.order("same")
    assert till.order("same")["id"] == made["id"]
    assert till.order("other")["id"] != made["id"]
    till.approve(made)
    assert till.order("same")["status"] == "APPROVED"
    till.clock.at += 6 * 3600 + 1
    till.sign_in()
    assert till.order("same")["id"] != made["id"]


def test_without_a_wish_for_more_the_answer_is_short(till: Till) -> None:
    assert set(till.order()) == {"id", "status", "links"}
    whole = till.ask("POST", ORDERS, order(), PayPal_Request_Id="k2", Prefer="return=representation").json()
    assert whole["purchase_units"][0]["custom_id"] == "payment-1"


def test_without_a_source_it_is_approved_at_another_link(till: Till) -> None:
    asked = order()
    del asked["payment_source"]
    answer = till.ask("POST", ORDERS, asked)
    assert (answer.status_code, answer.json()["status"]) == (201, "CREATED")
    assert "approve" in [link["rel"] for link in answer.json()["links"]]


def test_a_declined_card_can_be_changed_for_another(till: Till) -> None:
    made = till.order()
    till.approve(made, "declined")
    answer = till.capture(made)
    assert issue(answer) == (422, "INSTRUMENT_DECLINED")
    assert [link["rel"] for link in answer.json()["links"]] == ["redirect"]
    till.approve(made, "refused")
    assert issue(till.capture(made)) == (422, "TRANSACTION_REFUSED")
    till.approve(made)
    assert till.capture(made).status_code == 201


def test_a_buyer_may_leave_the_page(till: Till) -> None:
    made = till.order()
    page = f"{till.fake.url}/checkoutnow?token={made['id']}"
    left = httpx.post(page, data={"step": "cancel"})
    assert left.headers["location"] == f"https://shop.example/basket?token={made['id']}"
    assert httpx.post(page, data={"step": "pay", "instrument": "shells"}).status_code == 400
    till.approve(made)
    till.capture(made)
    assert "paid already" in httpx.get(page).text
    assert httpx.get(f"{till.fake.url}/checkoutnow?token=NONE").status_code == 404


def test_money_that_waits_comes_or_does_not(till: Till) -> None:
    first, second = till.paid("a", instrument="echeck"), till.paid("b", instrument="review")
    assert till.wish("book")["balances"] == {}
    assert issue(till.ask("POST", f"/v2/payments/captures/{first}/refund", {})) == (422, "REFUND_NOT_ALLOWED")
    till.wish("end-capture", id=first, status="COMPLETED")
    till.wish("end-capture", id=second, status="DECLINED")
    assert till.wish("book")["captures"] == {first: "COMPLETED", second: "DECLINED"}
    kinds = [kind for kind in till.told() if kind.startswith("PAYMENT")]
    pending = "PAYMENT.CAPTURE.PENDING"
    assert kinds == [pending, pending, "PAYMENT.CAPTURE.COMPLETED", "PAYMENT.CAPTURE.DENIED"]
    assert till.wish("book")["balances"] == {"GBP": 5019}


def test_an_order_of_another_intent_is_not_captured(till: Till) -> None:
    made = till.order()
    address = f"{ORDERS}/{made['id']}"
    change = [{"op": "replace", "path": "/intent", "value": "AUTHORIZE"}]
    assert till.ask("PATCH", address, change).status_code == 204
    till.approve(made)
    assert issue(till.capture(made)) == (422, "ACTION_DOES_NOT_MATCH_INTENT")
    described = [{"op": "add", "path": "/purchase_units/@reference_id=='default'/description", "value": "Another"}]
    assert till.ask("PATCH", address, described).status_code == 204
    assert till.ask("GET", address).json()["purchase_units"][0]["description"] == "Another"
    assert issue(till.ask("PATCH", address, [{"op": "replace", "path": "/id", "value": "1"}])) == (422, "NOT_PATCHABLE")
    paid = till.order("k2")
    till.approve(paid)
    till.capture(paid)
    assert issue(till.ask("PATCH", f"{ORDERS}/{paid['id']}", change)) == (422, "ORDER_ALREADY_COMPLETED")


def test_what_is_not_captured_in_time_is_gone(till: Till) -> None:
    left, approved = till.order("a"), till.order("b")
    till.approve(approved)
    till.clock.at += OPEN_SECONDS
    assert issue(till.ask("GET", f"{ORDERS}/{left['id']}")) == (404, "INVALID_RESOURCE_ID")
    assert till.ask("GET", f"{ORDERS}/{approved['id']}").status_code == 200
    till.clock.at += APPROVED_SECONDS
    till.sign_in()
    assert till.ask("GET", f"{ORDERS}/{approved['id']}").status_code == 404


def test_one_invoice_is_paid_once(till: Till) -> None:
    first, second = till.order("a", invoice_id="VAL-1"), till.order("b", invoice_id="VAL-1")
    for made in (first, second):
        till.approve(made)
    assert till.capture(first).status_code == 201
    assert issue(till.capture(second)) == (422, "DUPLICATE_INVOICE_ID")


GBP = {"currency_code": "GBP", "value": "52.00"}
HALF = {"currency_code": "GBP", "value": "26.00"}


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ({"amount": {"currency_code": "GBP", "value": "52.001"}}, (422, "DECIMAL_PRECISION")),
        ({"amount": {"currency_code": "JPY", "value": "52.50"}}, (422, "DECIMALS_NOT_SUPPORTED")),
        ({"amount": {"currency_code": "UAH", "value": "52.00"}}, (422, "CURRENCY_NOT_SUPPORTED")),
        ({"amount": {"currency_code": "GBP", "value": "0"}}, (422, "CANNOT_BE_ZERO_OR_NEGATIVE")),
        ({"amount": {"currency_code": "GBP", "value": "much"}}, (400, "INVALID_PARAMETER_VALUE")),
        ({"amount": {"currency_code": "GBP"}}, (400, "MISSING_REQUIRED_PARAMETER")),
        ({"amount": {**GBP, "breakdown": {"item_total": HALF}}}, (422, "AMOUNT_MISMATCH")),
        ({"items": [{"name": "A", "quantity": "1", "unit_amount": GBP}]}, (422, "ITEM_TOTAL_REQUIRED")),
        (
            {
                "amount": {**GBP, "breakdown": {"item_total": GBP}},
                "items": [{"name": "A", "quantity": "1", "unit_amount": HALF}],
            },
            (422, "ITEM_TOTAL_MISMATCH"),
        ),
        ({"custom_id": "x" * 256}, (400, "INVALID_STRING_MAX_LENGTH")),
    ],
)
def test_what_no_order_can_be(till: Till, unit: dict[str, Any], expected: tuple[int, str]) -> None:
    asked = order()
    asked["purchase_units"][0].update(unit)
    assert issue(till.ask("POST", ORDERS, asked, PayPal_Request_Id="k")) == expected


def test_other_refusals(till: Till) -> None:
    assert issue(till.ask("POST", ORDERS, order())) == (400, "PAYPAL_REQUEST_ID_REQUIRED")
    assert issue(till.ask("POST", ORDERS, {})) == (400, "MISSING_REQUIRED_PARAMETER")
    assert issue(till.ask("GET", "/v3/nothing")) == (404, "INVALID_RESOURCE_ID")
    assert till.ask("PUT", ORDERS).status_code == 404
