"""PayPal's own sandbox by the contract of all companies, where its keys are set:

ALMANAC_PAYPAL_SANDBOX_ID=… ALMANAC_PAYPAL_SANDBOX_SECRET=… pytest almanac/payments/tests/test_paypal_sandbox.py

They are those of an app of the sandbox (developer.paypal.com, Apps & Credentials). With ALMANAC_PAYPAL_SANDBOX_WEBHOOK, the id
of a webhook of the app, its messages are looked at too. Nobody approves an order there, so no money is taken and none given back.
"""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from almanac.payments.providers.online import (
    BadSignature,
    PaymentStanding,
    ProviderRefused,
    RefundAsk,
    Stage,
)
from almanac.payments.providers.paypal import ORDERS, SANDBOX, PayPal
from almanac.payments.providers.paypal_calls import Calls
from almanac.payments.tests.contract import Company, ProviderContract, kept_ask, page_ask

CLIENT_ID = os.environ.get("ALMANAC_PAYPAL_SANDBOX_ID", "")
SECRET = os.environ.get("ALMANAC_PAYPAL_SANDBOX_SECRET", "")
WEBHOOK = os.environ.get("ALMANAC_PAYPAL_SANDBOX_WEBHOOK", "")
needs_keys = pytest.mark.skipif(
    not (CLIENT_ID and SECRET), reason="ALMANAC_PAYPAL_SANDBOX_ID and ALMANAC_PAYPAL_SANDBOX_SECRET are not set"
)
needs_webhook = pytest.mark.skipif(not WEBHOOK, reason="ALMANAC_PAYPAL_SANDBOX_WEBHOOK is not set")


class AtPayPal(Company):
    """The sandbox itself."""

    def __init__(self, calls: Calls | None = None, webhook_id: str = WEBHOOK) -> None:
        self.calls = calls or Calls(SANDBOX, CLIENT_ID, SECRET)
        self.provider: PayPal = PayPal(self.calls, webhook_id)

    def captured(self, amount: int = 4_000) -> PaymentStanding:
        raise pytest.skip.Exception("nobody can pay here")

    def wrong(self) -> PayPal:
        return PayPal(Calls(SANDBOX, CLIENT_ID, "wrong"), WEBHOOK)


@needs_keys
class TestSandbox(ProviderContract):
    @pytest.fixture
    def company(self) -> Company:
        return AtPayPal()


@needs_keys
class TestWhatOnlyPayPalHas:
    @pytest.fixture
    def company(self) -> AtPayPal:
        return AtPayPal()

    def test_what_nobody_approved_is_not_captured(self, company: AtPayPal) -> None:
        reference = company.provider.open_page(page_ask(company)).reference
        with pytest.raises(ProviderRefused, match="ORDER_NOT_APPROVED"):
            company.calls.post(f"{ORDERS}/{reference}/capture", {})
        assert company.provider.look_up(reference).stage is Stage.OPEN

    def test_what_we_closed_is_captured_by_nobody(self, company: AtPayPal) -> None:
        reference = company.provider.open_page(page_ask(company)).reference
        assert company.provider.close_page(reference).stage is Stage.CLOSED
        with pytest.raises(ProviderRefused):
            company.calls.post(f"{ORDERS}/{reference}/capture", {})

    def test_no_money_that_never_came_goes_back(self, company: AtPayPal) -> None:
        with pytest.raises(ProviderRefused):
            company.provider.refund(RefundAsk("refund:1", "1", "2GG279541U471931P", 100, company.currency))

    def test_nothing_is_kept_there(self, company: AtPayPal) -> None:
        with pytest.raises(ProviderRefused, match="not_offered"):
            company.provider.charge_kept(kept_ask(company, ("", "")))

    def test_it_lists_what_it_told(self, company: AtPayPal) -> None:
        told = company.provider.told_since(company.now() - timedelta(days=2))
        assert all(each.notice.event_id and each.notice.kind for each in told)

    @needs_webhook
    def test_its_webhook_is_ours_and_tells_of_all_we_need(self, company: AtPayPal) -> None:
        assert company.provider.known_as() == CLIENT_ID
        address = str(company.calls.get(f"/v1/notifications/webhooks/{WEBHOOK}")["url"])
        assert company.provider.missing_events(address) == ()

    @needs_webhook
    def test_what_it_did_not_sign_it_disowns(self, company: AtPayPal) -> None:
        headers = {
            "paypal-auth-algo": "SHA256withRSA",
            "paypal-cert-url": "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-ab66f33d",
            "paypal-transmission-id": "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
            "paypal-transmission-sig": "bm9ib2R5",
            "paypal-transmission-time": company.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        with pytest.raises((BadSignature, ProviderRefused)):
            company.provider.read_notices(b'{"id": "WH-1", "event_type": "x"}', headers, now=company.now())
