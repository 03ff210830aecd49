"""Stripe: cards and wallets on its hosted page (Checkout) or within ours (stripe_page), refunds, disputes, its signed messages.

Sources: docs.stripe.com/api (Checkout Sessions, Payment Intents, Refunds, Disputes, Errors, Idempotent requests),
docs.stripe.com/webhooks (signatures), docs.stripe.com/payments/payment-intents/asynchronous-capture (the fee may come
after the money, with `charge.updated`), docs.stripe.com/payments/save-and-reuse (setup mode, `allow_redisplay`),
docs.stripe.com/disputes/how-disputes-work (an inquiry takes nothing, and becomes a dispute where it is not answered).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

import stripe as sdk

from almanac.kit import clock
from almanac.payments.providers import stripe_notices as notices
from almanac.payments.providers import stripe_page
from almanac.payments.providers import stripe_reading as reading
from almanac.payments.providers.kinds import KeyField, ProviderKind
from almanac.payments.providers.online import (
    BadSignature,
    ChargeAsk,
    Decline,
    DisputeStanding,
    Evidence,
    Notice,
    PaymentAsk,
    PaymentPage,
    PaymentStanding,
    PayoutStanding,
    ProviderRefused,
    RefundAsk,
    RefundStanding,
    SetupAsk,
    SetupStanding,
    Stage,
    Told,
    WarningStanding,
)
from almanac.payments.providers.stripe_calls import NOT_ALLOWED, OTHER_ASK, Declined, asked, listed

sdk.enable_telemetry = False  # it would name this machine, and write a file about it

SECONDS = 10  # for one answer
AGAIN = 1  # the library's own second try, with the same key
TOLERANCE = 300  # seconds between a message's signing and its coming
SOONEST = 30 * 60 + 30  # a page stays open for half an hour at least
MOST_PAGES = 10  # of open pages, 100 each, looked through for one
WHOLE_SESSION = ["payment_intent.latest_charge.balance_transaction"]
WHOLE_SETUP = ["setup_intent.payment_method"]
WHOLE_INTENTS = ["data.latest_charge.balance_transaction"]
WHOLE_INTENT = ["latest_charge.balance_transaction"]
WHOLE_REFUND, WHOLE_REFUNDS = ["balance_transaction"], ["data.balance_transaction"]
# Cards kept for charges while the customer is away are "limited" there, which the page would not offer by itself.
OFFERED = ["always", "limited"]
LANGUAGES = {"en": "en-GB", "uk": "auto", "es": "es", "fr": "fr", "de": "de"}


class Stripe:
    """Speaks to Stripe with one set of keys; `api_url` is another address of the same API, "" Stripe's own."""

    name = "stripe"

    def __init__(self, secret_key: str, webhook_secret: str, api_url: str = "", *, seconds: float = SECONDS) -> None:
        self._webhook_secret = webhook_secret
        self._client = _client(secret_key, api_url, seconds)

    def open_page(self, ask: PaymentAsk) -> PaymentPage:
        """A Checkout Session for one payment, by card or by a wallet, which holds cards."""
        params: dict[str, Any] = {
            "mode": "payment",
            "payment_method_types": ["card"],
            "client_reference_id": ask.payment_id,
            **stripe_page.ways_of(ask),
            "locale": _locale(ask.language),
            "expires_at": max(clock.epoch(ask.closes_at), clock.epoch(clock.now()) + SOONEST),
            "line_items": [_line(line.name, line.amount, ask.currency) for line in ask.lines],
            "metadata": {"payment_id": ask.payment_id},
            "payment_intent_data": {"description": ask.description, "metadata": {"payment_id": ask.payment_id}},
        }
        if ask.customer_reference:
            params["customer"] = ask.customer_reference
            params["saved_payment_method_options"] = {"allow_redisplay_filters": OFFERED}
        elif ask.email:
            params["customer_email"] = ask.email
        if ask.keep_card:
            params["payment_intent_data"]["setup_future_usage"] = "off_session"
            params |= {} if ask.customer_reference else {"customer_creation": "always"}
        options: Any = {"idempotency_key": stripe_page.key_of(ask)}
        try:
            made = asked(lambda: self._client.v1.checkout.sessions.create(params, options))  # type: ignore[arg-type]
        except ProviderRefused as refused:
            found = self._opened_before(ask) if refused.code == OTHER_ASK else None
            if found is None:
                raise
            made = found
        return PaymentPage(made.id, made.url or "", clock.instant(made.expires_at), made.client_secret or "")

    def open_setup_page(self, ask: SetupAsk) -> PaymentPage:
        """A Checkout Session that only sets a card up."""
        params: dict[str, Any] = {
            "mode": "setup",
            "payment_method_types": ["card"],
            "success_url": ask.return_url,
            "cancel_url": ask.cancel_url,
            "locale": _locale(ask.language),
            "expires_at": max(clock.epoch(ask.closes_at), clock.epoch(clock.now()) + SOONEST),
        }
        if ask.customer_reference:
            params["customer"] = ask.customer_reference
        else:
            params |= {"customer_creation": "always", **({"customer_email": ask.email} if ask.email else {})}
        made = asked(lambda: self._client.v1.checkout.sessions.create(params, {"idempotency_key": ask.key}))  # type: ignore[arg-type]
        return PaymentPage(made.id, made.url or "", clock.instant(made.expires_at))

    def look_up_setup(self, reference: str) -> SetupStanding:
        return reading.setup_standing(
            asked(lambda: self._client.v1.checkout.sessions.retrieve(reference, {"expand": WHOLE_SETUP}))
        )

    def forget_kept(self, customer_reference: str, method_reference: str) -> None:
        """Detach the payment method; it cannot be charged or attached again."""
        asked(lambda: self._client.v1.payment_methods.detach(method_reference))

    def _opened_before(self, ask: PaymentAsk) -> Any:
        """The open session of a payment whose answer was lost. Asked anew its hour or language may be another one, and the
        company gives a session back only to the very same question."""
        after: dict[str, Any] = {}
        for _ in range(MOST_PAGES):
            params: dict[str, Any] = {"status": "open", "limit": 100, **after}
            page = asked(lambda: self._client.v1.checkout.sessions.list(params))  # type: ignore[arg-type]  # noqa: B023
            for session in page.data:
                if stripe_page.is_so(session, ask):
                    return session
            if not page.has_more:
                break
            after = {"starting_after": page.data[-1].id}
        return None

    def look_up(self, reference: str) -> PaymentStanding:
        """By the id of a session, a payment intent or a charge."""
        if reference.startswith(("ch_", "py_")):
            charge = asked(lambda: self._client.v1.charges.retrieve(reference))
            if not charge.payment_intent:  # made before payment intents, or by hand: none of ours
                raise ProviderRefused("no_payment_intent")
            reference = str(charge.payment_intent)
        if reference.startswith("pi_"):
            # A declined card is not the end while the page is open, and only the page's session says that it is.
            sessions = asked(lambda: self._client.v1.checkout.sessions.list({"payment_intent": reference, "limit": 1}))
            if not sessions.data:
                return reading.intent_standing(self._intent(reference))
            reference = sessions.data[0].id
        session = asked(lambda: self._client.v1.checkout.sessions.retrieve(reference, {"expand": WHOLE_SESSION}))
        return reading.session_standing(session)

    def _intent(self, reference: str) -> Any:
        return asked(lambda: self._client.v1.payment_intents.retrieve(reference, {"expand": WHOLE_INTENT}))

    def close_page(self, reference: str) -> PaymentStanding:
        """Expire the session; one that is not open any more says how it stands."""
        with suppress(ProviderRefused):
            asked(lambda: self._client.v1.checkout.sessions.expire(reference))
        return self.look_up(reference)

    def charge_kept(self, ask: ChargeAsk) -> PaymentStanding:
        """A payment intent confirmed off-session."""
        before = self._charged_before(ask) if ask.is_old else None
        if before is not None:
            return self._away(ask, reading.intent_standing(before))
        params: dict[str, Any] = {
            "amount": ask.amount,
            "currency": ask.currency.lower(),
            "customer": ask.customer_reference,
            "payment_method": ask.method_reference,
            "off_session": True,
            "confirm": True,
            "description": ask.description,
            "metadata": {"payment_id": ask.payment_id},
            "expand": WHOLE_INTENT,
        }
        try:
            intent = asked(lambda: self._client.v1.payment_intents.create(params, {"idempotency_key": ask.key}))  # type: ignore[arg-type]
        except Declined as declined:
            return PaymentStanding(
                reference=declined.reference,
                payment_id=ask.payment_id,
                stage=Stage.FAILED,
                amount=ask.amount,
                currency=ask.currency,
                decline=declined.decline,
                reason=declined.code,
            )
        return self._away(ask, reading.intent_standing(intent))

    def _away(self, ask: ChargeAsk, standing: PaymentStanding) -> PaymentStanding:
        """What an intent comes to while the customer is away: one that waits for them, as where the bank wants them, failed."""
        if standing.stage is Stage.OPEN:
            return replace(standing, stage=Stage.FAILED, decline=standing.decline or Decline.NOT_PROVEN)
        return replace(standing, method_reference=ask.method_reference)

    def _charged_before(self, ask: ChargeAsk) -> Any:
        """The intent of a payment whose answer was lost, among all of its customer's. The company keeps keys for a day."""
        after: dict[str, Any] = {}
        for _ in range(MOST_PAGES):
            params = {"customer": ask.customer_reference, "limit": 100, "expand": WHOLE_INTENTS, **after}
            page = asked(lambda: self._client.v1.payment_intents.list(params))  # type: ignore[arg-type]  # noqa: B023
            for intent in page.data:
                if reading.intent_standing(intent).payment_id == ask.payment_id:
                    return intent
            if not page.has_more:
                break
            after = {"starting_after": page.data[-1].id}
        return None

    def refund(self, ask: RefundAsk) -> RefundStanding:
        """A refund of a charge, in part or in full."""
        params: dict[str, Any] = {
            "charge": ask.charge,
            "amount": ask.amount,
            "metadata": {"refund_id": ask.refund_id},
            "expand": WHOLE_REFUND,
        }
        made = asked(lambda: self._client.v1.refunds.create(params, {"idempotency_key": ask.key}))  # type: ignore[arg-type]
        return reading.refund_standing(made)

    def look_up_refund(self, reference: str) -> RefundStanding:
        params: Any = {"expand": WHOLE_REFUND}
        return reading.refund_standing(asked(lambda: self._client.v1.refunds.retrieve(reference, params)))

    def refunds_of(self, charge: str) -> tuple[RefundStanding, ...]:
        """Also those of its dashboard."""
        wanted = {"charge": charge, "expand": WHOLE_REFUNDS}
        found = listed(self._client.v1.refunds.list, wanted)
        return tuple(reading.refund_standing(each) for each in found)

    def look_up_dispute(self, reference: str) -> DisputeStanding:
        return reading.dispute_standing(asked(lambda: self._client.v1.disputes.retrieve(reference)))

    def look_up_warning(self, reference: str) -> WarningStanding:
        return reading.warning_standing(asked(lambda: self._client.v1.radar.early_fraud_warnings.retrieve(reference)))

    def look_up_payout(self, reference: str) -> PayoutStanding:
        return reading.payout_standing(asked(lambda: self._client.v1.payouts.retrieve(reference)))

    def answer_dispute(self, reference: str, evidence: Evidence) -> DisputeStanding:
        """Its text is `uncategorized_text`: all texts together may have 150,000 characters."""
        said = {
            "customer_name": evidence.customer_name,
            "customer_email_address": evidence.customer_email,
            "product_description": evidence.product,
            "service_date": evidence.service_date,
            "uncategorized_text": evidence.text,
        }
        params: Any = {"evidence": {name: text for name, text in said.items() if text}, "submit": True}
        options: Any = {"idempotency_key": evidence.key}
        return reading.dispute_standing(asked(lambda: self._client.v1.disputes.update(reference, params, options)))

    def read_notices(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> tuple[Notice, ...]:
        """One event. Signed with HMAC-SHA256 over its time and body; too old or too new ones are refused."""
        header = headers.get("stripe-signature", "")
        parts = [part.partition("=") for part in header.split(",")]
        stamps = [value for name, _, value in parts if name.strip() == "t"]
        if not stamps or not stamps[0].isdecimal() or abs(int(stamps[0]) - clock.epoch(now)) > TOLERANCE:
            raise BadSignature
        try:
            sdk.WebhookSignature.verify_header(body, header, self._webhook_secret)
        except sdk.SignatureVerificationError as error:
            raise BadSignature from error
        try:
            return (notices.notice_of(json.loads(body)),)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("no event") from error

    def told_since(self, since: datetime) -> tuple[Told, ...]:
        """Of its events of the last 30 days those that we need."""
        wanted = {"created": {"gte": clock.epoch(since)}, "types": list(notices.NEEDED)}
        found = listed(self._client.v1.events.list, wanted)
        bodies = [str(event) for event in found]
        return tuple(Told(notices.notice_of(json.loads(body)), body) for body in reversed(bodies))

    def known_as(self) -> str:
        """The account's id; keys of narrow rights may not ask for it."""
        try:
            return str(asked(self._client.v1.accounts.retrieve_current).id)
        except ProviderRefused as refused:
            if refused.code != NOT_ALLOWED:
                raise
            return ""

    def missing_events(self, address: str) -> tuple[str, ...]:
        """Of all webhook endpoints with our address."""
        found = listed(self._client.v1.webhook_endpoints.list, {})
        return notices.missing(((each.url, each.status, each.enabled_events) for each in found), address)


def _client(secret_key: str, api_url: str, seconds: float = SECONDS) -> sdk.StripeClient:
    return sdk.StripeClient(
        secret_key,
        base_addresses={"api": api_url.rstrip("/")} if api_url else None,
        max_network_retries=AGAIN,
        http_client=_connections(seconds, os.getpid()),
    )


@cache
def _connections(seconds: float, process: int) -> sdk.RequestsClient:
    """One a process, so that none speaks on another's line: it keeps connections open, each thread its own, for whoever's keys
    it is asked with."""
    return sdk.RequestsClient(timeout=seconds)


def _locale(language: str) -> str:
    return LANGUAGES.get(language.split("-", maxsplit=1)[0], "auto")


def _line(name: str, amount: int, currency: str) -> dict[str, Any]:
    return {
        "quantity": 1,
        "price_data": {"currency": currency.lower(), "unit_amount": amount, "product_data": {"name": name}},
    }


def _make(keys: Mapping[str, str], api_url: str) -> Stripe:
    return Stripe(keys["secret_key"], keys["webhook_secret"], api_url)


def _is_test(keys: Mapping[str, str]) -> bool:
    return keys["secret_key"].startswith(("sk_test_", "rk_test_"))


STRIPE = ProviderKind(
    name="stripe",
    keys=(
        KeyField("secret_key", is_secret=True),
        KeyField("webhook_secret", is_secret=True),
        KeyField("publishable_key", is_secret=False, for_page=True),
    ),
    make=_make,
    is_test_key=_is_test,
    own_page=stripe_page.own_page(_client),
)
