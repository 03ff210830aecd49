"""GoCardless's own sandbox by the contract of all companies, where its key is set:

ALMANAC_GOCARDLESS_SANDBOX_TOKEN=sandbox_… pytest almanac/payments/tests/test_gocardless_sandbox.py

The token (read-write) is of an account at manage-sandbox.gocardless.com whose creditor takes GBP and may refund. What a customer
types on its page is given over its API, and days at the banks pass by its scenario simulators, some seconds each.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from gocardless_pro import services

from almanac.payments.providers.gocardless import SANDBOX, GoCardless
from almanac.payments.providers.gocardless_calls import Calls
from almanac.payments.providers.online import (
    NoticeAbout,
    PaymentStanding,
    ProviderRefused,
    RefundAsk,
    RefundStage,
    Stage,
)
from almanac.payments.tests.contract import EMAIL, Company, ProviderContract, kept_ask, page_ask, refund_ask

TOKEN = os.environ.get("ALMANAC_GOCARDLESS_SANDBOX_TOKEN", "")
needs_key = pytest.mark.skipif(not TOKEN.startswith("sandbox_"), reason="ALMANAC_GOCARDLESS_SANDBOX_TOKEN is not set")
WAITS, STEP = 90, 3.0  # seconds a simulator is waited for, and between two looks
Found = TypeVar("Found")
PAYER = {
    "given_name": "Sam",
    "family_name": "Sample",
    "email": EMAIL,
    "address_line1": "1 Plain Street",
    "city": "London",
    "postal_code": "SW11 1AA",
    "country_code": "GB",
}
ACCOUNT = {
    "account_holder_name": "Sam Sample",
    "branch_code": "200000",
    "account_number": "55779911",
    "country_code": "GB",
}


class AtGoCardless(Company):
    """The sandbox itself. `agree` is a customer on its page, `simulate` the banks' days."""

    disputes_open_as = "lost"  # a bank's debit rules know no answer

    def __init__(self) -> None:
        self.calls = Calls(SANDBOX, TOKEN)
        self.provider: GoCardless = GoCardless(self.calls, "secret")

    def agree(self, reference: str) -> None:
        """Who pays names the account and agrees; on a page that was closed nothing comes of it."""
        requests = self.calls._service(services.BillingRequestsService)
        customer = {key: PAYER[key] for key in ("given_name", "family_name", "email")}
        details = {key: each for key, each in PAYER.items() if key not in customer}
        requests.collect_customer_details(reference, params={"customer": customer, "customer_billing_detail": details})
        requests.collect_bank_account(reference, params=ACCOUNT)
        requests.confirm_payer_details(reference)
        requests.fulfil(reference)

    def simulate(self, name: str, resource: str) -> None:
        """What would take days at the banks."""
        simulators = self.calls._service(services.ScenarioSimulatorsService)
        simulators.run(name, params={"links": {"resource": resource}})

    def promised(self, amount: int = 4_000) -> PaymentStanding:
        """A debit that the bank has not answered, on a mandate that is active."""
        page = self.provider.open_page(page_ask(self, amount=amount))
        self.agree(page.reference)
        standing = self.provider.look_up(page.reference)
        self.simulate("mandate_activated", standing.method_reference)
        self.until(lambda: self._mandate_is("active", standing.method_reference))
        return standing

    def captured(self, amount: int = 4_000) -> PaymentStanding:
        reference = self.promised(amount).reference
        self.simulate("payment_confirmed", self.debit_of(reference))
        return self.until(lambda: self._ended(reference))

    def debit_of(self, reference: str) -> str:
        """The id of the debit that came of a page."""
        request = self.calls.get(services.BillingRequestsService, reference)
        debit = self.provider._debit_of(request)
        assert debit is not None
        return str(debit["id"])

    def until(self, found: Callable[[], Found | None]) -> Found:
        """What a simulator brings about, some seconds later."""
        for _ in range(int(WAITS / STEP)):
            if (answer := found()) is not None:
                return answer
            time.sleep(STEP)
        raise pytest.skip.Exception("the sandbox did not move in time")

    def wrong(self) -> GoCardless:
        return GoCardless(Calls(SANDBOX, "sandbox_wrong"), "secret")

    def _ended(self, reference: str) -> PaymentStanding | None:
        standing = self.provider.look_up(reference)
        return None if standing.stage is Stage.PENDING else standing

    def _mandate_is(self, status: str, mandate: str) -> bool | None:
        return self.calls.get(services.MandatesService, mandate)["status"] == status or None


@needs_key
class TestSandbox(ProviderContract):
    """What needs no answer within the second: a debit takes days, also a simulated one takes some seconds."""

    @pytest.fixture
    def company(self) -> Company:
        return AtGoCardless()


@needs_key
class TestWhatOnlyGoCardlessHas:
    @pytest.fixture
    def company(self) -> AtGoCardless:
        return AtGoCardless()

    def test_who_agrees_is_debited_in_days(self, company: AtGoCardless) -> None:
        ask = page_ask(company)
        page = company.provider.open_page(ask)
        company.agree(page.reference)
        standing = company.provider.look_up(page.reference)
        assert (standing.stage, standing.payment_id, standing.amount) == (Stage.PENDING, ask.payment_id, 4_000)
        assert standing.customer_reference.startswith("CU")
        assert standing.method_reference.startswith("MD")
        assert company.debit_of(page.reference) == company.debit_of(company.provider.look_up(page.reference).reference)

    def test_a_mandate_is_debited_once_a_key(self, company: AtGoCardless) -> None:
        first = company.promised()
        ask = kept_ask(company, (first.customer_reference, first.method_reference))
        made = company.provider.charge_kept(ask)
        assert (made.stage, made.amount, made.payment_id) == (Stage.PENDING, 2_500, ask.payment_id)
        assert company.provider.charge_kept(ask).reference == made.reference
        company.provider.forget_kept(first.customer_reference, first.method_reference)
        gone = company.provider.charge_kept(kept_ask(company, (first.customer_reference, first.method_reference)))
        assert gone.stage is Stage.FAILED

    def test_a_bank_that_says_no(self, company: AtGoCardless) -> None:
        reference = company.promised().reference
        company.simulate("payment_failed", company.debit_of(reference))
        ended = company.until(lambda: company._ended(reference))
        assert (ended.stage, ended.charge) == (Stage.FAILED, "")
        assert ended.decline

    def test_a_bank_that_takes_it_back(self, company: AtGoCardless) -> None:
        debit = company.debit_of(company.promised().reference)
        company.simulate("payment_charged_back", debit)

        def taken_back() -> str | None:
            try:
                return company.provider.look_up_dispute(debit).stage
            except ProviderRefused:
                return None

        assert company.until(taken_back) in ("needs_response", "under_review", "lost")

    def test_no_money_that_did_not_come_goes_back(self, company: AtGoCardless) -> None:
        debit = company.debit_of(company.promised().reference)
        with pytest.raises(ProviderRefused):
            company.provider.refund(RefundAsk("refund:1", "1", debit, 100, company.currency))

    def test_a_part_goes_back_where_the_account_may(self, company: AtGoCardless) -> None:
        paid = company.captured()
        try:
            made = company.provider.refund(refund_ask(company, paid, 1_500))
        except ProviderRefused as refused:
            raise pytest.skip.Exception(f"refunds are not switched on for this account: {refused.code}") from None
        assert (made.amount, made.charge) == (1_500, paid.charge)
        assert made.stage in (RefundStage.PENDING, RefundStage.DONE)

    def test_it_lists_what_it_told(self, company: AtGoCardless) -> None:
        since = company.now() - timedelta(minutes=5)
        debit = company.debit_of(company.promised().reference)
        about = [each.notice for each in company.provider.told_since(since)]
        assert debit in [notice.reference for notice in about if notice.about is NoticeAbout.PAYMENT]
        assert company.provider.known_as().startswith("CR")
