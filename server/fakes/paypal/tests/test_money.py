"""Refunds, reversals and disputes as documented, and what they do to the balance."""

from __future__ import annotations

import pytest

from fakes.paypal.tests.conftest import Till, issue

CAPTURES, REFUNDS, DISPUTES = "/v2/payments/captures", "/v2/payments/refunds", "/v1/customer/disputes"


def money(value: str, code: str = "GBP") -> dict[str, dict[str, str]]:
    return {"amount": {"currency_code": code, "value": value}}


def test_back_in_parts_and_never_more_than_came(till: Till) -> None:
    capture = till.paid()
    first = till.ask(
        "POST", f"{CAPTURES}/{capture}/refund", {**money("20.00"), "custom_id": "r1"}, PayPal_Request_Id="r1"
    )
    assert (first.status_code, first.json()["status"]) == (201, "COMPLETED")
    again = till.ask("POST", f"{CAPTURES}/{capture}/refund", money("20.00"), PayPal_Request_Id="r1")
    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])
    assert till.ask("GET", f"{CAPTURES}/{capture}").json()["status"] == "PARTIALLY_REFUNDED"
    assert issue(till.ask("POST", f"{CAPTURES}/{capture}/refund", money("32.01"))) == (422, "REFUND_AMOUNT_EXCEEDED")
    till.ask("POST", f"{CAPTURES}/{capture}/refund", {})
    assert till.ask("GET", f"{CAPTURES}/{capture}").json()["status"] == "REFUNDED"
    assert issue(till.ask("POST", f"{CAPTURES}/{capture}/refund", {})) == (422, "CAPTURE_FULLY_REFUNDED")
    told = till.ask("GET", f"{REFUNDS}/{first.json()['id']}").json()
    assert told["custom_id"] == "r1"
    assert told["links"][1]["href"].endswith(f"{CAPTURES}/{capture}")
    assert till.wish("book")["balances"] == {"GBP": -181}


def test_refusals(till: Till) -> None:
    capture = till.paid()
    address = f"{CAPTURES}/{capture}/refund"
    assert issue(till.ask("POST", address, money("1.00", "EUR"))) == (422, "REFUND_CAPTURE_CURRENCY_MISMATCH")
    assert issue(till.ask("POST", address, money("0.00"))) == (400, "INVALID_PARAMETER_VALUE")
    assert till.ask("POST", f"{CAPTURES}/NONE/refund", {}).status_code == 404
    assert till.ask("GET", f"{REFUNDS}/NONE").status_code == 404


@pytest.mark.parametrize(("ends_as", "status", "left"), [("PENDING", "PENDING", -181), ("FAILED", "FAILED", 5019)])
def test_a_refund_may_wait_or_fail(till: Till, ends_as: str, status: str, left: int) -> None:
    capture = till.paid()
    till.wish("refunds", end_as=ends_as)
    back = till.ask("POST", f"{CAPTURES}/{capture}/refund", {}, Prefer="return=representation").json()
    assert (back["status"], till.wish("book")["balances"]) == (status, {"GBP": left})


def test_the_bank_says_later_what_became_of_a_refund(till: Till) -> None:
    capture = till.paid()
    till.wish("refunds", end_as="PENDING")
    first, second = (till.ask("POST", f"{CAPTURES}/{capture}/refund", money("10.00")).json()["id"] for _ in range(2))
    till.wish("end-refund", id=first, status="COMPLETED")
    till.wish("end-refund", id=second, status="CANCELLED")
    assert till.wish("book")["refunds"] == {first: "COMPLETED", second: "CANCELLED"}
    assert till.wish("book")["balances"] == {"GBP": 4019}


def test_a_reversal_is_told_as_one(till: Till) -> None:
    capture = till.paid()
    till.wish("reverse", capture=capture)
    assert till.told()[-1] == "PAYMENT.CAPTURE.REVERSED"
    assert till.wish("book")["balances"] == {"GBP": -181}


def test_a_complaint_is_answered_and_won(till: Till) -> None:
    capture = till.paid()
    key = till.wish("dispute", capture=capture)["id"]
    told = till.ask("GET", f"{DISPUTES}/{key}").json()
    assert told["disputed_transactions"][0]["seller_transaction_id"] == capture
    assert (told["status"], told["dispute_amount"]["value"]) == ("WAITING_FOR_SELLER_RESPONSE", "52.00")
    assert till.wish("book")["balances"] == {"GBP": -181}
    part = till.ask("POST", f"{CAPTURES}/{capture}/refund", money("1.00"))
    assert issue(part) == (422, "CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED")
    assert till.ask("POST", f"{DISPUTES}/{key}/provide-evidence", {}).status_code == 200
    assert till.ask("POST", f"{DISPUTES}/{key}/provide-evidence", {}).status_code == 422
    till.wish("decide", id=key, outcome="RESOLVED_SELLER_FAVOUR")
    assert till.wish("book")["balances"] == {"GBP": 5019}
    assert till.told()[-3:] == [f"CUSTOMER.DISPUTE.{each}" for each in ("CREATED", "UPDATED", "RESOLVED")]


def test_a_chargeback_costs_a_fee_and_can_be_accepted(till: Till) -> None:
    key = till.wish("dispute", capture=till.paid(), chargeback=True, reason="UNAUTHORISED")["id"]
    assert till.ask("POST", f"{DISPUTES}/{key}/accept-claim", {}).status_code == 200
    told = till.ask("GET", DISPUTES).json()["items"][0]
    assert (told["status"], told["dispute_outcome"]) == ("RESOLVED", {"outcome_code": "RESOLVED_BUYER_FAVOUR"})
    assert [each["reason"] for each in told["money_movements"]] == ["DISPUTE_SETTLEMENT", "CHARGEBACK_FEE"]
    assert till.ask("POST", f"{DISPUTES}/{key}/accept-claim", {}).status_code == 422
    assert till.wish("book")["balances"] == {"GBP": -1581}
