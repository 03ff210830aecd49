"""Mollie: cards on its hosted page, kept cards charged later, refunds, chargebacks, and messages that carry nothing but an id.

Sources: docs.mollie.com/reference (Payments, Captures, Refunds, Chargebacks, Customers, Mandates, error handling, idempotency),
docs.mollie.com/docs/recurring-payments, /docs/place-a-hold-for-a-payment, /docs/cards (a page lasts 15 minutes; a first
payment may be of nothing), docs.mollie.com/reference/webhooks (classic ones, which alone tell of refunds and chargebacks).

A card's open page cannot be cancelled there. So a page only has the card's bank promise the money (`captureMode: manual`), and
`look_up` takes it: on a page that was closed meanwhile nothing is taken, whatever the customer does, and the promise is given
back. That it was closed stands in the payment's metadata, so nothing need be kept here.

A message is no proof of anything and says no state: its address has a word of ours in it, and what it names is fetched. One
payment's message stands for its refunds and chargebacks too, so each of them that there is becomes a notice.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from django.conf import settings

from almanac.kit import clock
from almanac.payments.links import webhook_url
from almanac.payments.providers import mollie_reading as reading
from almanac.payments.providers.kinds import KeyField, ProviderKind
from almanac.payments.providers.mollie_amounts import TAKEN, as_money
from almanac.payments.providers.mollie_calls import LIVE, Calls, Thing
from almanac.payments.providers.mollie_notices import embedded, named_in, told_since
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
    ProviderDown,
    ProviderRefused,
    RefundAsk,
    RefundStage,
    RefundStanding,
    SetupAsk,
    SetupStanding,
    Stage,
    Told,
    WarningStanding,
)

LANGUAGES = {"en": "en_GB", "de": "de_DE", "es": "es_ES", "fr": "fr_FR"}  # it has no Ukrainian page
SETUP_CURRENCY = "EUR"  # of nothing
HERE = frozenset({"localhost", "127.0.0.1"})  # Mollie refuses addresses that it cannot reach
_PAYMENT = re.compile("tr_[A-Za-z0-9]{1,60}")
_ID = re.compile("[A-Za-z0-9_]{1,80}")


class Mollie:
    """Speaks to Mollie with one key. Its messages are to come to `webhook_url`, "" for none, with `webhook_secret` in it."""

    name = "mollie"

    def __init__(
        self, calls: Calls, webhook_secret: str, webhook_url: str, now: Callable[[], datetime] = clock.now
    ) -> None:
        self._calls = calls
        self._now = now
        self._webhook_secret = webhook_secret
        self._webhook_url = f"{webhook_url}?key={quote(webhook_secret, safe='')}" if webhook_url else ""

    def open_page(self, ask: PaymentAsk) -> PaymentPage:
        """A payment by card, with its page. A kept card wants a customer there."""
        customer = ask.customer_reference
        if ask.keep_card and not customer:
            customer = self._customer(ask.key, ask.email)
        params = self._page_params(ask, customer) | {
            "amount": as_money(ask.amount, ask.currency),
            "description": ask.description,
            "captureMode": "manual",
            "metadata": {"payment_id": ask.payment_id},
            "sequenceType": "first" if ask.keep_card else "oneoff",
            **({"lines": [_line(each.name, each.amount, ask.currency) for each in ask.lines]} if ask.lines else {}),
            **self._told_to(),
        }
        return _page(self._calls.post("/payments", params, key=ask.key), ask.return_url)

    def look_up(self, reference: str) -> PaymentStanding:
        """By the id of a payment. What the card's bank promised is taken, or given back where the page was closed."""
        payment = self._payment(reference)
        if payment.get("status") == "authorized":
            with suppress(ProviderRefused):  # somebody was quicker
                if reading.is_closed(payment):
                    self._calls.post(f"/payments/{reference}/release-authorization", {})
                else:
                    self._calls.post(f"/payments/{reference}/captures", {}, key=f"capture:{reference}")
            payment = self._payment(reference)
        return reading.payment_standing(payment)

    def close_page(self, reference: str) -> PaymentStanding:
        """Nothing is taken by it from now on: `look_up` gives back what its customer may still have promised."""
        payment = self._payment(reference)
        if reading.payment_standing(payment).stage is Stage.OPEN:
            with suppress(ProviderRefused):  # it is over meanwhile
                marked = {**reading.told(payment), reading.CLOSED: "1"}
                self._calls.patch(f"/payments/{reference}", {"metadata": marked})
        return self.look_up(reference)

    def charge_kept(self, ask: ChargeAsk) -> PaymentStanding:
        """A recurring payment on a mandate. It is looked for first: Mollie forgets keys within the hour."""
        path = f"/customers/{_checked(ask.customer_reference)}"
        before = self._charged_before(path, ask)
        if before is not None:
            return reading.payment_standing(before)
        params = {
            "amount": as_money(ask.amount, ask.currency),
            "description": ask.description,
            "sequenceType": "recurring",
            "customerId": ask.customer_reference,
            "mandateId": ask.method_reference,
            "metadata": {"payment_id": ask.payment_id},
            **self._told_to(),
        }
        try:
            return reading.payment_standing(self._calls.post("/payments", params, key=ask.key))
        except ProviderRefused as refused:
            if self._is_valid(path, ask.method_reference):
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
        """A first payment of nothing: the card is left, no money moves."""
        customer = ask.customer_reference or self._customer(ask.key, ask.email)
        params = self._page_params(ask, customer) | {
            "amount": as_money(0, SETUP_CURRENCY),
            "description": "Card",
            "sequenceType": "first",
        }
        return _page(self._calls.post("/payments", params, key=ask.key), ask.return_url)

    def look_up_setup(self, reference: str) -> SetupStanding:
        return reading.setup_standing(self._payment(reference))

    def forget_kept(self, customer_reference: str, method_reference: str) -> None:
        """Revoke the mandate."""
        self._calls.delete(f"/customers/{_checked(customer_reference)}/mandates/{_checked(method_reference)}")

    def refund(self, ask: RefundAsk) -> RefundStanding:
        """A refund of a payment, in part or in full; never more than came, which Mollie would let happen."""
        payment = self._payment(ask.charge, embed="refunds")
        made = [reading.refund_standing(each) for each in embedded(payment, "refunds")]
        for refund in made:
            if refund.refund_id == ask.refund_id:
                return refund
        back = sum(refund.amount for refund in made if refund.stage is not RefundStage.FAILED)
        if back + ask.amount > reading.payment_standing(payment).amount:
            raise ProviderRefused("more_than_came")
        params = {
            "amount": as_money(ask.amount, ask.currency),
            "description": str(payment.get("description") or "Refund"),
            "metadata": {"refund_id": ask.refund_id},
        }
        return reading.refund_standing(self._calls.post(f"/payments/{ask.charge}/refunds", params, key=ask.key))

    def look_up_refund(self, reference: str) -> RefundStanding:
        """By the ids of its payment and its own."""
        return reading.refund_standing(self._calls.get(_path(reference, "refunds")))

    def refunds_of(self, charge: str) -> tuple[RefundStanding, ...]:
        """Also those of its dashboard."""
        found = self._calls.all(f"/payments/{_checked(charge)}/refunds", "refunds")
        return tuple(reading.refund_standing(each) for each in found)

    def look_up_dispute(self, reference: str) -> DisputeStanding:
        """A chargeback by the ids of its payment and its own."""
        return reading.dispute_standing(self._calls.get(_path(reference, "chargebacks")), self._now())

    def look_up_warning(self, reference: str) -> WarningStanding:
        """It tells of fraud by chargebacks alone."""
        raise ProviderRefused("no_warnings")

    def look_up_payout(self, reference: str) -> PayoutStanding:
        """Of its settlements it tells nobody who has but a key."""
        raise ProviderRefused("not_told")

    def answer_dispute(self, reference: str, evidence: Evidence) -> DisputeStanding:
        """Chargebacks are contested in writing, not by the API."""
        raise ProviderRefused("by_hand")

    def read_notices(self, body: bytes, headers: Mapping[str, str], *, now: datetime) -> tuple[Notice, ...]:
        """What is there of the payment that a message names, each in the state it is in: the same again is a repeat."""
        asked = parse_qs(urlsplit(headers.get(":path", "")).query).get("key", [""])[0]
        named = parse_qs(body.decode("ascii", "replace")).get("id", [""])[0]
        is_ours = hmac.compare_digest(asked.encode(), self._webhook_secret.encode()) and bool(asked)
        if not is_ours or not _PAYMENT.fullmatch(named):
            raise BadSignature
        payment = self._payment(named, embed="refunds,chargebacks")
        return named_in(payment)

    def told_since(self, since: datetime) -> tuple[Told, ...]:
        """By its lists of payments, refunds and chargebacks, in the state each is in now; of refunds and chargebacks those of so
        long ago that a bank may still have changed its mind."""
        return told_since(self._calls, since)

    def known_as(self) -> str:
        """The profile that the key is of."""
        return str(self._calls.get("/profiles/me").get("id") or "")

    def missing_events(self, address: str) -> tuple[str, ...]:
        """Each payment says where its messages go; none, where they could not arrive."""
        return () if self._webhook_url else ("payment",)

    def _payment(self, reference: str, **query: str) -> Thing:
        return self._calls.get(f"/payments/{_checked(reference)}", **query)

    def _customer(self, key: str, email: str) -> str:
        made = self._calls.post("/customers", {"email": email} if email else {}, key=f"{key}:customer")
        return str(made.get("id") or "")

    def _charged_before(self, path: str, ask: ChargeAsk) -> Thing | None:
        found = self._calls.all(f"{path}/payments", "payments")
        return next((each for each in found if reading.told(each).get("payment_id") == ask.payment_id), None)

    def _is_valid(self, path: str, mandate: str) -> bool:
        try:
            return self._calls.get(f"{path}/mandates/{_checked(mandate)}").get("status") == "valid"
        except ProviderRefused:
            return False

    def _told_to(self) -> dict[str, str]:
        return {"webhookUrl": self._webhook_url} if self._webhook_url else {}

    def _page_params(self, ask: PaymentAsk | SetupAsk, customer: str) -> dict[str, Any]:
        language = LANGUAGES.get(ask.language.split("-", maxsplit=1)[0])
        return {
            "method": "creditcard",
            "redirectUrl": ask.return_url,
            "cancelUrl": ask.cancel_url,
            **({"locale": language} if language else {}),
            **({"customerId": customer} if customer else {}),
            **({"billingAddress": {"email": ask.email}} if ask.email else {}),
        }


def _page(payment: Thing, return_url: str) -> PaymentPage:
    """Its page; our own where the customer was quicker and there is none any more."""
    try:
        url = ((payment.get("_links") or {}).get("checkout") or {}).get("href")
        closes = payment.get("expiresAt")
        return PaymentPage(payment["id"], url or return_url, reading.moment(closes) if closes else None)
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None


def _line(name: str, amount: int, currency: str) -> dict[str, Any]:
    money = as_money(amount, currency)
    return {"description": name[:255], "quantity": 1, "unitPrice": money, "totalAmount": money}


def _checked(reference: str) -> str:
    """An id as a part of an address. Raises ProviderRefused for what is none of Mollie's."""
    if not _ID.fullmatch(reference):
        raise ProviderRefused("404")
    return reference


def _path(reference: str, kind: str) -> str:
    payment, _, own = reference.partition("/")
    return f"/payments/{_checked(payment)}/{kind}/{_checked(own)}"


def _make(keys: Mapping[str, str], api_url: str) -> Mollie:
    is_reachable = bool(api_url) or urlsplit(settings.PUBLIC_URL).hostname not in HERE
    told = webhook_url("mollie") if is_reachable else ""
    return Mollie(Calls(api_url or LIVE, keys["api_key"]), keys["webhook_secret"], told)


def _is_test(keys: Mapping[str, str]) -> bool:
    return not keys["api_key"].startswith("live_")


MOLLIE = ProviderKind(
    name="mollie",
    keys=(KeyField("api_key", is_secret=True), KeyField("webhook_secret", is_secret=True, is_ours=True)),
    make=_make,
    is_test_key=_is_test,
    currencies=TAKEN,
    tells_fees=False,  # they stand on its invoice; what a key may read has none
    is_told_where=True,
)
