"""From the page to the payout as documented, what the days bring, and what the sample accounts do."""

from __future__ import annotations

import httpx
import pytest

from fakes.gocardless.payouts import fee_tenths, tenths, whole
from fakes.gocardless.tests.conftest import CLOSED, CONTESTED, LATE, POOR, Till, wrong

COLLECTED = ["created", "submitted", "confirmed", "paid_out"]


def test_from_the_page_to_the_payout(till: Till) -> None:
    payment = till.debit()
    assert till.get("payments", payment)["status"] == "pending_submission"
    for days, status in ((1, "submitted"), (1, "submitted"), (1, "confirmed"), (1, "paid_out")):
        till.wish("days", days=days)
        assert till.get("payments", payment)["status"] == status
    assert till.happened(payment) == COLLECTED
    payout = till.get("payments", payment)["links"]["payout"]
    items = till.ask("GET", f"/payout_items?payout={payout}").json()["payout_items"]
    assert [(item["type"], item["amount"]) for item in items] == [
        ("payment_paid_out", "5200.0"),
        ("gocardless_fee", "-72.0"),
    ]
    assert till.get("payouts", payout)["amount"] == 5128
    assert till.wish("book")["balances"] == {"GBP": 5128}
    assert till.wish("book")["mandates"] == {till.get("payments", payment)["links"]["mandate"]: "active"}


def test_many_days_at_once_are_the_same(till: Till) -> None:
    payment = till.debit()
    till.wish("days", days=30)
    assert till.happened(payment) == COLLECTED


@pytest.mark.parametrize(
    ("number", "events", "balance"),
    [
        (POOR, ["created", "submitted", "failed"], {}),
        (CLOSED, ["created", "submitted", "failed"], {}),
        (LATE, [*COLLECTED, "failed", "late_failure_settled"], {"GBP": 0}),
        (CONTESTED, [*COLLECTED, "charged_back", "chargeback_settled"], {"GBP": 0}),
    ],
)
def test_sample_accounts(till: Till, number: str, events: list[str], balance: dict[str, int]) -> None:
    payment = till.debit(number)
    till.wish("days", days=30)
    assert till.happened(payment) == events
    assert till.wish("book")["balances"] == balance


def test_why_a_bank_did_not_pay(till: Till) -> None:
    payment = till.debit(POOR)
    till.wish("days", days=3)
    (event,) = till.ask("GET", "/events?resource_type=payments&action=failed").json()["events"]
    assert (event["details"]["origin"], event["details"]["cause"]) == ("bank", "insufficient_funds")
    assert event["links"] == {"payment": payment}
    till.ask("POST", f"/payments/{payment}/actions/retry", {})
    assert till.get("payments", payment)["status"] == "pending_submission"
    assert wrong(till.ask("POST", f"/payments/{payment}/actions/retry", {}))[2] == "retry_failed"


def test_a_chargeback_called_off(till: Till) -> None:
    payment = till.debit(CONTESTED)
    till.wish("days", days=8)
    assert till.get("payments", payment)["status"] == "charged_back"
    till.wish("cancel-chargeback", payment=payment)
    till.wish("days", days=30)
    assert till.happened(payment)[-2:] == ["charged_back", "chargeback_cancelled"]
    assert till.wish("book")["balances"] == {"GBP": 5128}


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("payment_submitted", "submitted"),
        ("payment_confirmed", "confirmed"),
        ("payment_paid_out", "paid_out"),
        ("payment_failed", "failed"),
        ("payment_charged_back", "charged_back"),
        ("payment_chargeback_settled", "charged_back"),
        ("payment_late_failure", "failed"),
        ("payment_late_failure_settled", "failed"),
    ],
)
def test_scenario_simulators(till: Till, name: str, status: str) -> None:
    payment = till.debit()
    body = {"data": {"links": {"resource": payment}}}
    assert till.ask("POST", f"/scenario_simulators/{name}/actions/run", body).status_code == 200
    assert till.get("payments", payment)["status"] == status


def test_simulators_begin_where_they_can(till: Till) -> None:
    payment = till.debit()
    till.wish("scenario", name="payment_failed", resource=payment)
    body = {"data": {"links": {"resource": payment}}}
    assert till.ask("POST", "/scenario_simulators/payment_confirmed/actions/run", body).status_code == 422
    assert till.ask("POST", "/scenario_simulators/rain/actions/run", body).status_code == 404
    mandate = till.mandate()
    for name in ("mandate_activated", "mandate_failed"):
        till.wish("scenario", name=name, resource=mandate)
    assert till.get("mandates", mandate)["status"] == "failed"


def test_a_debit_can_be_called_off_until_it_is_sent(till: Till) -> None:
    first, second = till.debit(), till.debit()
    assert till.ask("POST", f"/payments/{first}/actions/cancel", {}).json()["payments"]["status"] == "cancelled"
    till.wish("days", days=1)
    refused = till.ask("POST", f"/payments/{second}/actions/cancel", {})
    assert wrong(refused) == (422, "invalid_state", "cancellation_failed")


def test_a_mandate_that_ended_takes_no_debit(till: Till) -> None:
    payment = till.debit()
    mandate = till.get("payments", payment)["links"]["mandate"]
    assert till.ask("POST", f"/mandates/{mandate}/actions/cancel", {}).json()["mandates"]["status"] == "cancelled"
    assert till.get("payments", payment)["status"] == "cancelled"
    body = {"payments": {"amount": 1, "currency": "GBP", "links": {"mandate": mandate}}}
    assert wrong(till.ask("POST", "/payments", body)) == (422, "invalid_state", "mandate_is_inactive")
    assert till.ask("POST", f"/mandates/{mandate}/actions/cancel", {}).status_code == 422


def test_the_page(till: Till) -> None:
    request = till.request()
    flow = till.flow(request, prefilled_customer={"email": "sam@example.com"})
    page = httpx.get(flow["authorisation_url"]).text
    assert "stands in for GoCardless" in page
    assert "VAL-1" in page
    for form in ({"account_number": "00000000"}, {"sort_code": "12"}, {"account_holder_name": " "}):
        assert 'role="alert"' in till.agree(flow, **form).text
    assert httpx.post(flow["authorisation_url"], data={"step": "exit"}).headers["location"].endswith("/basket")
    assert till.agree(flow).headers["location"] == "https://shop.example/paid"
    told = till.get("billing_requests", request["id"])
    assert (told["status"], {action["status"] for action in told["actions"]}) == ("fulfilled", {"completed"})
    account = till.get("customer_bank_accounts", told["links"]["customer_bank_account"])
    assert (account["account_holder_name"], account["account_number_ending"]) == ("SAM SAMPLE", "11")
    assert till.get("customers", told["links"]["customer"])["email"] == "sam@example.com"
    assert "is set up" in httpx.get(flow["authorisation_url"]).text


def test_a_page_closes_by_time_and_by_the_shop(till: Till) -> None:
    late, left = till.flow(till.request()), till.request()
    gone = till.flow(left)
    assert till.ask("POST", f"/billing_requests/{left['id']}/actions/cancel", {}).status_code == 200
    assert "has closed" in till.agree(gone).text
    assert till.ask("POST", f"/billing_requests/{left['id']}/actions/cancel", {}).status_code == 422
    again = {"billing_request_flows": {"links": {"billing_request": left["id"]}}}
    assert wrong(till.ask("POST", "/billing_request_flows", again))[1] == "invalid_state"
    till.wish("days", days=7)
    assert "has closed" in httpx.get(late["authorisation_url"]).text
    assert httpx.get(f"{till.fake.url}/flow/NONE").status_code == 404


def test_in_euro_by_iban_and_at_once_by_the_bank(till: Till) -> None:
    request = till.request("EUR")
    assert request["mandate_request"]["scheme"] == "sepa_core"
    flow = till.flow(request, skip_success_screen=False)
    assert "valid account" in till.agree(flow, iban="DE12").text
    assert "On to your order" in till.agree(flow, iban="DE89 3704 0044 0532 0130 00").text
    wanted = {"payment_request": {"currency": "GBP", "amount": "500", "description": "At once"}}
    instant = till.make("billing_requests", wanted)
    till.agree(till.flow(instant))
    payment = till.get("billing_requests", instant["id"])["links"]["payment_request_payment"]
    assert till.get("payments", payment)["status"] == "confirmed"


def test_fees_are_counted_in_tenths() -> None:
    assert [fee_tenths(amount) for amount in (5200, 5255, 100, 500_000)] == [720, 726, 210, 4000]
    assert [tenths(value) for value in (720, -726, 5)] == ["72.0", "-72.6", "0.5"]
    assert [whole(value) for value in (724, 725, 726, 735, -725)] == [72, 72, 73, 74, -72]
