"""GoCardless: a customer sets up a Direct Debit on its page, and we debit what is due; refunds, chargebacks, messages.

Sources: developer.gocardless.com/api-reference (billing requests, flows, mandates, payments, refunds, payout items, events,
idempotency keys, errors) and developer.gocardless.com/getting-started/staying-up-to-date-with-webhooks.

The page brings a mandate, which moves no money: `look_up` of a request that the customer agreed to makes its one debit, with
a key of the request's. What the debit is of stands in the request's metadata, so nothing need be kept here. Days later the
banks have said nothing and it is `confirmed`: captured. The fee is known once it is paid out.

A bank can take back what had come: a chargeback, or a failure told late. Both are disputes of the debit, by its own id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gocardless_pro import errors, services, webhooks

from almanac.payments.providers import gocardless_reading as reading
from almanac.payments.providers.gocardless_calls import Calls
from almanac.payments.providers.kinds import KeyField, ProviderKind
from almanac.payments.providers.online import (
    BadSignature,
    ChargeAsk,
    Decline,
    DisputeStanding,
    Evidence,
    Notice,
    NoticeAbout,
    PaymentAsk,
    PaymentPage,
    PaymentStanding,
    PayoutStanding,
    ProviderDown,
    ProviderRefused,
    RefundAsk,
    RefundStanding,
    SetupAsk,
    SetupStanding,
    Stage,
    Told,
    WarningStanding,
)

Thing = dict[str, Any]
LIVE, SANDBOX = "https://api.gocardless.com", "https://api-sandbox.gocardless.com"
LANGUAGES = frozenset({"en", "fr", "de", "es"})  # it has no Ukrainian page
REQUESTS = {
    "pending": Stage.OPEN,
    "ready_to_fulfil": Stage.OPEN,
    "fulfilling": Stage.PENDING,
    "cancelled": Stage.CLOSED,
}
AGREED = frozenset({"fulfilled", "fulfilling"})
# A mandate that takes no debit any more.
ENDED = frozenset({"mandate_is_inactive", "mandate_replaced", "bank_account_disabled"})
TOLD_OF_REQUESTS = frozenset({"fulfilled", "cancelled", "failed"})
TAKEN_BACK = frozenset({"charged_back", "chargeback_cancelled", "chargeback_settled", "late_failure_settled"})


class GoCardless:
    """Speaks to GoCardless with one access token; its messages are signed with `webhook_secret`."""

    name = "gocardless"

    def __init__(self, calls: Calls, webhook_secret: str) -> None:
        self._calls = calls
        self._webhook_secret = webhook_secret

    def open_page(self, ask: PaymentAsk) -> PaymentPage:
        """A billing request and its page. The same key is the same request; its page may have several addresses. Where the
        customer agreed in the meantime the page is our own."""
        request = self._calls.make(services.BillingRequestsService, _request(ask), key=ask.key)
        reference = _id(request)
        if request.get("status") in AGREED:
            return PaymentPage(reference, ask.return_url, None)
        flow = self._calls.make(services.BillingRequestFlowsService, _flow(ask, reference))
        return PaymentPage(reference, str(flow.get("authorisation_url", "")), None)

    def look_up(self, reference: str) -> PaymentStanding:
        """By the id of a billing request or of a payment. One that was agreed to is debited."""
        if reference.startswith("PM"):
            return self._debit_standing(self._calls.get(services.PaymentsService, reference))
        request = self._calls.get(services.BillingRequestsService, reference)
        if request.get("status") != "fulfilled":
            return reading.request_standing(request, REQUESTS.get(str(request.get("status")), Stage.OPEN))
        debit = self._debit_of(request)
        if debit is None:
            try:
                debit = self._make_debit(request)
            except ProviderRefused as refused:
                if refused.code not in ENDED:
                    raise
                return reading.request_standing(request, Stage.CLOSED)
        return self._debit_standing(debit, request)

    def close_page(self, reference: str) -> PaymentStanding:
        """Nobody can agree on the page any more; of what was agreed and not debited yet the mandate is ended."""
        if reference.startswith("PM"):
            return self.look_up(reference)
        try:
            return self._closed(self._calls.cancel(services.BillingRequestsService, reference))
        except ProviderRefused as refused:
            if refused.code == "resource_not_found":
                raise
        request = self._calls.get(services.BillingRequestsService, reference)
        if request.get("status") != "fulfilled":
            return self.look_up(reference)
        debit = self._debit_of(request)
        if debit is None:
            self._end_mandate(request)
            debit = self._debit_of(request)  # somebody may have been quicker
        return self._closed(request) if debit is None else self._debit_standing(debit, request)

    def charge_kept(self, ask: ChargeAsk) -> PaymentStanding:
        """A debit on a mandate that stands; it is pending for days."""
        params = _debit(ask.amount, ask.currency, ask.description, ask.method_reference, {"payment_id": ask.payment_id})
        try:
            return self._debit_standing(self._calls.make(services.PaymentsService, params, key=ask.key))
        except ProviderRefused as refused:
            if refused.code not in ENDED:
                raise
            return PaymentStanding(
                reference="",
                payment_id=ask.payment_id,
                stage=Stage.FAILED,
                amount=ask.amount,
                currency=ask.currency,
                decline=Decline.OTHER,
                reason=refused.code,
            )

    def open_setup_page(self, ask: SetupAsk) -> PaymentPage:
        """Not offered: a mandate comes with the first payment."""
        raise ProviderRefused("not_offered")

    def look_up_setup(self, reference: str) -> SetupStanding:
        """Not offered."""
        raise ProviderRefused("not_offered")

    def forget_kept(self, customer_reference: str, method_reference: str) -> None:
        """End the mandate; debits that are under way on it would end too."""
        self._calls.cancel(services.MandatesService, method_reference)

    def refund(self, ask: RefundAsk) -> RefundStanding:
        """Of a confirmed debit. GoCardless wants the total there will be: who asks at the same time asks again."""
        for made in self._calls.all(services.RefundsService, payment=ask.charge):
            if (made.get("metadata") or {}).get("refund_id") == ask.refund_id:
                return reading.refund_standing(made)
        debit = self._calls.get(services.PaymentsService, ask.charge)
        params = {
            "amount": ask.amount,
            "total_amount_confirmation": int(debit.get("amount_refunded") or 0) + ask.amount,
            "metadata": {"refund_id": ask.refund_id},
            "links": {"payment": ask.charge},
        }
        try:
            return reading.refund_standing(self._calls.make(services.RefundsService, params, key=ask.key))
        except ProviderRefused as refused:
            if refused.code != "total_amount_confirmation_invalid":
                raise
        raise ProviderDown("total_amount_confirmation_invalid")

    def look_up_refund(self, reference: str) -> RefundStanding:
        return reading.refund_standing(self._calls.get(services.RefundsService, reference))

    def refunds_of(self, charge: str) -> tuple[RefundStanding, ...]:
        """Also those of its dashboard."""
        return tuple(reading.refund_standing(each) for each in self._calls.all(services.RefundsService, payment=charge))

    def look_up_dispute(self, reference: str) -> DisputeStanding:
        """By the id of the payment whose money was taken back."""
        debit = self._calls.get(services.PaymentsService, reference)
        found = reading.dispute_standing(debit, self._events(reference))
        if found is None:
            raise ProviderRefused("no_dispute")
        return found

    def look_up_warning(self, reference: str) -> WarningStanding:
        """It tells of fraud by disputes alone."""
        raise ProviderRefused("no_warnings")

    def look_up_payout(self, reference: str) -> PayoutStanding:
        return reading.payout_standing(self._calls.get(services.PayoutsService, reference))

    def answer_dispute(self, reference: str, evidence: Evidence) -> DisputeStanding:
        """A bank's debit rules know no answer: whoever was charged back writes to the customer."""
        raise ProviderRefused("by_hand")

    def read_notices(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> tuple[Notice, ...]:
        """Several events, signed as one. A failure is asked about: it may be one of money that had come."""
        header = headers.get("webhook-signature", "")
        if not header.isascii():
            raise BadSignature
        try:
            found = webhooks.parse(body, self._webhook_secret, header)
        except errors.InvalidSignatureError:
            raise BadSignature from None
        except (KeyError, TypeError, AttributeError, json.JSONDecodeError):
            raise ValueError("not_documented") from None
        return tuple(self._notice(each.attributes) for each in found)

    def told_since(self, since: datetime) -> tuple[Told, ...]:
        """All its events, of which it keeps the last 18 months."""
        first = since.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        events = self._calls.all(services.EventsService, **{"created_at[gte]": first})
        return tuple(Told(self._notice(event), json.dumps(event)) for event in reversed(events))

    def known_as(self) -> str:
        """Its first creditor, which is the shop."""
        found = self._calls.all(services.CreditorsService)
        return _id(found[-1]) if found else ""

    def missing_events(self, address: str) -> tuple[str, ...]:
        """It sends every event to every webhook endpoint; which those are it does not say."""
        raise ProviderRefused("not_told")

    def _notice(self, event: Thing) -> Notice:
        kind, action, links = str(event["resource_type"]), str(event["action"]), event.get("links") or {}
        about, reference = NoticeAbout.OTHER, ""
        if kind == "billing_requests" and action in TOLD_OF_REQUESTS:
            about, reference = NoticeAbout.PAYMENT, links.get("billing_request", "")
        elif kind == "payouts":
            about, reference = NoticeAbout.PAYOUT, links.get("payout", "")
        elif kind == "refunds":
            about, reference = NoticeAbout.REFUND, links.get("refund", "")
        elif kind == "payments":
            reference = links.get("payment", "")
            is_late = action == "failed" and reading.was_confirmed(self._events(reference))
            about = NoticeAbout.DISPUTE if is_late or action in TAKEN_BACK else NoticeAbout.PAYMENT
        return Notice(str(event["id"]), f"{kind}.{action}", about, str(reference))

    def _debit_of(self, request: Thing) -> Thing | None:
        """The one debit of a request that was agreed to, where it was made."""
        found = self._calls.all(services.PaymentsService, mandate=_mandate(request))
        return next(
            (each for each in found if (each.get("metadata") or {}).get("billing_request") == request["id"]), None
        )

    def _make_debit(self, request: Thing) -> Thing:
        told = request.get("metadata") or {}
        metadata = {"payment_id": told.get("payment_id", ""), "billing_request": request["id"]}
        currency = (request.get("mandate_request") or {}).get("currency", "")
        amount = int(told.get("amount") or 0)
        params = _debit(amount, currency, told.get("description", ""), _mandate(request), metadata)
        return self._calls.make(services.PaymentsService, params, key=f"debit:{request['id']}")

    def _debit_standing(self, debit: Thing, request: Thing | None = None) -> PaymentStanding:
        customer = ((request or {}).get("links") or {}).get("customer", "")
        return reading.payment_standing(debit, self._events(_id(debit)), customer, self._fee(debit))

    def _fee(self, debit: Thing) -> int | None:
        """None while it is not paid out; also of payouts so old that nothing is told of them any more."""
        payout = (debit.get("links") or {}).get("payout")
        if not payout:
            return None
        try:
            return reading.fee_of(debit["id"], self._calls.all(services.PayoutItemsService, payout=payout))
        except ProviderRefused:
            return None

    def _events(self, payment: str) -> list[Thing]:
        return self._calls.all(services.EventsService, payment=payment)

    def _end_mandate(self, request: Thing) -> None:
        try:
            self._calls.cancel(services.MandatesService, _mandate(request))
        except ProviderRefused:
            return  # it ended already

    def _closed(self, request: Thing) -> PaymentStanding:
        return reading.request_standing(request, Stage.CLOSED)


def _request(ask: PaymentAsk) -> Thing:
    wanted = f"{ask.description}: {ask.currency} {ask.amount // 100}.{ask.amount % 100:02d}"
    return {
        "mandate_request": {"currency": ask.currency, "description": wanted},
        "metadata": {"payment_id": ask.payment_id, "amount": str(ask.amount), "description": ask.description[:100]},
        **({"links": {"customer": ask.customer_reference}} if ask.customer_reference else {}),
    }


def _flow(ask: PaymentAsk, reference: str) -> Thing:
    language = ask.language.split("-", maxsplit=1)[0]
    return {
        "redirect_uri": ask.return_url,
        "exit_uri": ask.cancel_url,
        "language": language if language in LANGUAGES else "en",
        "skip_success_screen": True,
        "links": {"billing_request": reference},
        **({"prefilled_customer": {"email": ask.email}} if ask.email and not ask.customer_reference else {}),
    }


def _debit(amount: int, currency: str, description: str, mandate: str, metadata: Mapping[str, str]) -> Thing:
    return {
        "amount": amount,
        "currency": currency,
        "description": description[:100],
        "metadata": dict(metadata),
        "links": {"mandate": mandate},
    }


def _id(thing: Thing) -> str:
    key = thing.get("id")
    if not isinstance(key, str):
        raise ProviderDown("not_documented")
    return key


def _mandate(request: Thing) -> str:
    key = (request.get("links") or {}).get("mandate_request_mandate")
    if not isinstance(key, str):
        raise ProviderDown("not_documented")
    return key


def _make(keys: Mapping[str, str], api_url: str) -> GoCardless:
    base = api_url or (SANDBOX if _is_test(keys) else LIVE)
    return GoCardless(Calls(base, keys["access_token"]), keys["webhook_secret"])


def _is_test(keys: Mapping[str, str]) -> bool:
    return not keys["access_token"].startswith("live_")


GOCARDLESS = ProviderKind(
    name="gocardless",
    keys=(KeyField("access_token", is_secret=True), KeyField("webhook_secret", is_secret=True)),
    make=_make,
    is_test_key=_is_test,
    currencies=frozenset(["AUD", "CAD", "DKK", "EUR", "GBP", "NZD", "SEK", "USD"]),  # those of its schemes
)
