"""PayPal: a buyer approves an order on PayPal's page and we take the money then (Orders v2); refunds, disputes, messages.

Sources: developer.paypal.com/docs/api/orders/v2, /payments/v2, /customer-disputes/v1 and /webhooks/v1 (events of 30 days are
listed).

A buyer's approval moves no money: `look_up` of an approved order captures it. PayPal captures an order once, so no key is
sent along (one would bring the first answer again, which may be of a card that was declined since).

PayPal knows no closing of an order. `close_page` changes its intent to AUTHORIZE, in which PayPal itself refuses to capture
it, whoever asks and in whatever order; an approval that nothing follows costs nobody anything. So what is closed stands at
PayPal and nothing need be kept here. Orders that nobody approved are gone after some hours: those are closed too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from almanac.payments.providers import paypal_reading as reading
from almanac.payments.providers.kinds import KeyField, ProviderKind
from almanac.payments.providers.online import (
    BadSignature,
    ChargeAsk,
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
from almanac.payments.providers.paypal_amounts import as_money
from almanac.payments.providers.paypal_calls import Calls

LIVE, SANDBOX = "https://api-m.paypal.com", "https://api-m.sandbox.paypal.com"
ORDERS, CAPTURES, REFUNDS = "/v2/checkout/orders", "/v2/payments/captures", "/v2/payments/refunds"
DISPUTES, VERIFY = "/v1/customer/disputes", "/v1/notifications/verify-webhook-signature"
WEBHOOKS, EVENTS = "/v1/notifications/webhooks", "/v1/notifications/webhooks-events"
AT_ONCE = 300  # events of one page, the most there can be
MOST_PAGES = 100
NEEDED = (
    "CHECKOUT.ORDER.APPROVED",
    "PAYMENT.CAPTURE.COMPLETED",
    "PAYMENT.CAPTURE.PENDING",
    "PAYMENT.CAPTURE.DENIED",
    "PAYMENT.CAPTURE.REFUNDED",
    "PAYMENT.CAPTURE.REVERSED",
    "PAYMENT.REFUND.PENDING",
    "PAYMENT.REFUND.FAILED",
    "CUSTOMER.DISPUTE.CREATED",
    "CUSTOMER.DISPUTE.UPDATED",
    "CUSTOMER.DISPUTE.RESOLVED",
)
CERTIFICATES = re.compile(r"https://api(\.sandbox)?\.paypal\.com/")  # where a signature of PayPal's is from
LOCALES = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "de": "de-DE"}  # it has no Ukrainian page
LONGEST = 127
SIGNED_WITH = {
    "auth_algo": "paypal-auth-algo",
    "cert_url": "paypal-cert-url",
    "transmission_id": "paypal-transmission-id",
    "transmission_sig": "paypal-transmission-sig",
    "transmission_time": "paypal-transmission-time",
}
GONE = frozenset({"INVALID_RESOURCE_ID", "RESOURCE_NOT_FOUND"})
OVERTAKEN = frozenset(  # somebody else was quicker: how it stands says the order
    {"ORDER_ALREADY_CAPTURED", "ORDER_NOT_APPROVED", "ACTION_DOES_NOT_MATCH_INTENT", "ORDER_ALREADY_COMPLETED"}
)
_ID = re.compile("[A-Za-z0-9-]{1,64}")


class PayPal:
    """Speaks to PayPal as one app of ours; `webhook_id` is PayPal's name of our webhook, which its signatures contain."""

    name = "paypal"

    def __init__(self, calls: Calls, webhook_id: str) -> None:
        self._calls = calls
        self._webhook_id = webhook_id

    def open_page(self, ask: PaymentAsk) -> PaymentPage:
        """An order to be approved. Where the key's order was paid in the meantime the page is our own."""
        order = self._calls.post(ORDERS, _order(ask), key=ask.key)
        links = {link.get("rel"): link.get("href") for link in order.get("links") or []}
        url = links.get("payer-action") or links.get("approve") or ask.return_url
        reference = order.get("id")
        if not isinstance(reference, str):
            raise ProviderDown("not_documented")
        return PaymentPage(reference, str(url), None)

    def look_up(self, reference: str) -> PaymentStanding:
        """By the id of an order or of a capture. One that the buyer approved is captured."""
        order = self._order(reference)
        if order.get("status") != "APPROVED" or order.get("intent") != "CAPTURE":
            return reading.order_standing(order)
        decline, reason = None, ""
        try:
            self._calls.post(f"{ORDERS}/{_in_path(order['id'])}/capture", {})
        except ProviderRefused as refused:
            decline, reason = reading.DECLINES.get(refused.code), refused.code
            if decline is None and refused.code not in OVERTAKEN:
                raise
        return reading.order_standing(self._calls.get(f"{ORDERS}/{_in_path(order['id'])}"), decline, reason)

    def close_page(self, reference: str) -> PaymentStanding:
        """Nothing is captured from then on. One that was paid says so; of one that is gone there is no amount to be told."""
        address = f"{ORDERS}/{_in_path(reference)}"
        try:
            self._calls.patch(address, [{"op": "replace", "path": "/intent", "value": "AUTHORIZE"}])
        except ProviderRefused as refused:
            if refused.code in GONE:
                return PaymentStanding(reference, "", Stage.CLOSED, 0, "")
            if refused.code not in OVERTAKEN:
                raise
        return reading.order_standing(self._calls.get(address))

    def charge_kept(self, ask: ChargeAsk) -> PaymentStanding:
        """Not offered: no PayPal account is kept for later."""
        raise ProviderRefused("not_offered")

    def open_setup_page(self, ask: SetupAsk) -> PaymentPage:
        """Not offered."""
        raise ProviderRefused("not_offered")

    def look_up_setup(self, reference: str) -> SetupStanding:
        """Not offered."""
        raise ProviderRefused("not_offered")

    def forget_kept(self, customer_reference: str, method_reference: str) -> None:
        """Not offered."""
        raise ProviderRefused("not_offered")

    def refund(self, ask: RefundAsk) -> RefundStanding:
        """A refund of a capture, in part or in full."""
        body = {"amount": as_money(ask.amount, ask.currency), "custom_id": ask.refund_id}
        made = self._calls.post(f"{CAPTURES}/{_in_path(ask.charge)}/refund", body, key=ask.key)
        return reading.refund_standing(made)

    def look_up_refund(self, reference: str) -> RefundStanding:
        return reading.refund_standing(self._calls.get(f"{REFUNDS}/{_in_path(reference)}"))

    def refunds_of(self, charge: str) -> tuple[RefundStanding, ...]:
        """As the order of the capture tells them, also those of PayPal's own pages."""
        unit = (self._order(charge).get("purchase_units") or [{}])[0]
        found = [reading.refund_standing(each) for each in (unit.get("payments") or {}).get("refunds") or []]
        return tuple(each for each in found if each.charge == charge)

    def look_up_dispute(self, reference: str) -> DisputeStanding:
        return reading.dispute_standing(self._calls.get(f"{DISPUTES}/{_in_path(reference)}"))

    def look_up_warning(self, reference: str) -> WarningStanding:
        """It tells of fraud by disputes alone."""
        raise ProviderRefused("no_warnings")

    def look_up_payout(self, reference: str) -> PayoutStanding:
        """Withdrawals are made on its own page, and told in its reports alone."""
        raise ProviderRefused("no_payouts")

    def answer_dispute(self, reference: str, evidence: Evidence) -> DisputeStanding:
        """Its answers carry files and are sent on its own page."""
        raise ProviderRefused("by_hand")

    def read_notices(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> tuple[Notice, ...]:
        """One event. PayPal is asked whether it signed it, with the body as it came: written anew it would not pass."""
        event = json.loads(body.decode())
        signed = {name: headers.get(header, "") for name, header in SIGNED_WITH.items()}
        if not all(signed.values()) or not isinstance(event, dict) or not isinstance(event.get("id"), str):
            raise BadSignature
        if not CERTIFICATES.match(signed["cert_url"]):  # PayPal need not be asked
            raise BadSignature
        asked = json.dumps({**signed, "webhook_id": self._webhook_id})
        raw = asked[:-1].encode() + b', "webhook_event": ' + body + b"}"
        if self._calls.post_raw(VERIFY, raw).get("verification_status") != "SUCCESS":
            raise BadSignature
        return (_notice(event),)

    def told_since(self, since: datetime) -> tuple[Told, ...]:
        """Its messages of the last 30 days, and the disputes that changed: those are listed also where no webhook is."""
        first = quote(since.strftime("%Y-%m-%dT%H:%M:%SZ"), safe="")
        events = self._listed(f"{EVENTS}?page_size={AT_ONCE}&start_time={first}", "events")
        told = [Told(_notice(event), json.dumps(event)) for event in events if isinstance(event.get("id"), str)]
        first = quote(since.strftime("%Y-%m-%dT%H:%M:%S.000Z"), safe="")
        for each in self._listed(f"{DISPUTES}?page_size=50&update_time_after={first}", "items"):
            key, changed = str(each.get("dispute_id", "")), str(each.get("update_time", ""))
            notice = Notice(f"{key} {changed}", "CUSTOMER.DISPUTE", NoticeAbout.DISPUTE, key)
            told.append(Told(notice, json.dumps(each)))
        return tuple(told)

    def known_as(self) -> str:
        """The app's id: which shop it is of PayPal does not say. The webhook is asked for, so that all four keys are proven."""
        self._webhook()
        return self._calls.client_id

    def missing_events(self, address: str) -> tuple[str, ...]:
        """Of the webhook that our key names."""
        webhook = self._webhook()
        if str(webhook.get("url", "")).rstrip("/") != address.rstrip("/"):
            return NEEDED
        sent = {str(each.get("name")) for each in webhook.get("event_types") or []}
        return () if "*" in sent else tuple(kind for kind in NEEDED if kind not in sent)

    def _webhook(self) -> dict[str, Any]:
        return self._calls.get(f"{WEBHOOKS}/{_in_path(self._webhook_id)}")

    def _listed(self, address: str, name: str) -> list[dict[str, Any]]:
        """All of a list, the oldest first, page by page."""
        found: list[dict[str, Any]] = []
        for _ in range(MOST_PAGES):
            page = self._calls.get(address)
            found += [each for each in page.get(name) or [] if isinstance(each, dict)]
            following = [str(link.get("href")) for link in page.get("links") or [] if link.get("rel") == "next"]
            if not following:
                break
            split = urlsplit(following[0])
            address = f"{split.path}?{split.query}"
        return found[::-1]

    def _order(self, reference: str) -> dict[str, Any]:
        try:
            return self._calls.get(f"{ORDERS}/{_in_path(reference)}")
        except ProviderRefused as refused:
            if refused.code not in GONE:
                raise
        order = reading.order_of(self._calls.get(f"{CAPTURES}/{_in_path(reference)}"))
        return self._calls.get(f"{ORDERS}/{_in_path(order)}")


def _order(ask: PaymentAsk) -> dict[str, Any]:
    total = as_money(ask.amount, ask.currency)
    unit: dict[str, Any] = {
        "description": ask.description[:LONGEST],
        "custom_id": ask.payment_id,
        # PayPal takes one of them once: of each try, so that a second try is not taken for the first
        "invoice_id": f"{ask.description[:60]} {ask.payment_id}",
        "amount": total,
    }
    if ask.lines and all(line.amount >= 0 for line in ask.lines):
        unit["amount"] = {**total, "breakdown": {"item_total": total}}
        unit["items"] = [
            {"name": line.name[:LONGEST], "quantity": "1", "unit_amount": as_money(line.amount, ask.currency)}
            for line in ask.lines
        ]
    context = {
        "payment_method_preference": "IMMEDIATE_PAYMENT_REQUIRED",
        "shipping_preference": "NO_SHIPPING",
        "user_action": "PAY_NOW",
        "return_url": ask.return_url,
        "cancel_url": ask.cancel_url,
    }
    locale = LOCALES.get(ask.language.split("-", maxsplit=1)[0])
    if locale:
        context["locale"] = locale
    payer: dict[str, Any] = {"experience_context": context, **({"email_address": ask.email} if ask.email else {})}
    return {"intent": "CAPTURE", "purchase_units": [unit], "payment_source": {"paypal": payer}}


def _notice(event: Mapping[str, Any]) -> Notice:
    kind, resource = str(event.get("event_type", "")), event.get("resource")
    about, reference = _about(kind, resource if isinstance(resource, dict) else {})
    return Notice(str(event["id"]), kind, about, reference)


def _about(kind: str, resource: Mapping[str, Any]) -> tuple[NoticeAbout, str]:
    if kind.startswith("CHECKOUT."):
        return NoticeAbout.PAYMENT, str(resource.get("order_id") or resource.get("id") or "")
    if kind in ("PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED"):
        return NoticeAbout.REFUND, str(resource.get("id") or "")
    if kind.startswith("PAYMENT.CAPTURE."):
        return NoticeAbout.PAYMENT, reading.order_of(resource) or str(resource.get("id") or "")
    if kind.startswith("PAYMENT.REFUND."):
        return NoticeAbout.REFUND, str(resource.get("id") or "")
    if kind.startswith("CUSTOMER.DISPUTE."):
        return NoticeAbout.DISPUTE, str(resource.get("dispute_id") or "")
    return NoticeAbout.OTHER, ""


def _in_path(reference: str) -> str:
    """An id as a part of an address. Raises ProviderRefused for what is none of PayPal's."""
    if not _ID.fullmatch(reference):
        raise ProviderRefused("RESOURCE_NOT_FOUND")
    return quote(reference, safe="")


def _make(keys: Mapping[str, str], api_url: str) -> PayPal:
    base = api_url or (SANDBOX if _is_test(keys) else LIVE)
    return PayPal(Calls(base, keys["client_id"], keys["client_secret"]), keys["webhook_id"])


def _is_test(keys: Mapping[str, str]) -> bool:
    """PayPal's ids and secrets look the same in both: whoever sets them says which they are of."""
    return keys["environment"].strip().lower() != "live"


# Those with two digits of developer.paypal.com/reference/currency-codes
TAKEN = "AUD BRL CAD CNY CZK DKK EUR HKD ILS MYR MXN NZD NOK PHP PLN GBP SGD SEK CHF THB USD"
PAYPAL = ProviderKind(
    name="paypal",
    keys=(
        KeyField("environment", is_secret=False),  # "sandbox" or "live"
        KeyField("client_id", is_secret=False),
        KeyField("client_secret", is_secret=True),
        KeyField("webhook_id", is_secret=False),
    ),
    make=_make,
    is_test_key=_is_test,
    currencies=frozenset(TAKEN.split()),
)
