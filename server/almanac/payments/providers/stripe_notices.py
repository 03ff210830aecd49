"""Stripe's events: which we need to be told of, and what each is about.

Sources: docs.stripe.com/api/events/types, docs.stripe.com/api/events/list (kept for 30 days),
docs.stripe.com/api/webhook_endpoints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from almanac.payments.providers.online import Notice, NoticeAbout

ABOUT = {
    "checkout.session": NoticeAbout.PAYMENT,
    "payment_intent": NoticeAbout.PAYMENT,
    "charge": NoticeAbout.PAYMENT,
    "refund": NoticeAbout.REFUND,
    "dispute": NoticeAbout.DISPUTE,
    "radar.early_fraud_warning": NoticeAbout.WARNING,
    "payout": NoticeAbout.PAYOUT,
}
NEEDED = (
    "checkout.session.completed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.canceled",
    "charge.failed",
    "charge.updated",  # the fee, where it comes after the money
    "refund.created",
    "refund.updated",
    "refund.failed",
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.dispute.closed",
    "radar.early_fraud_warning.created",
    "payout.created",
    "payout.paid",
    "payout.failed",
    "payout.canceled",
)
EVERY = "*"


def notice_of(event: Mapping[str, Any]) -> Notice:
    """Raises KeyError, TypeError, AttributeError for what is no event."""
    return Notice(event["id"], event["type"], *_about(event["data"]["object"]))


def missing(endpoints: Iterable[tuple[str, str, Iterable[str]]], address: str) -> tuple[str, ...]:
    """What none of these endpoints (address, status, kinds of events) sends to our address."""
    sent: set[str] = set()
    for url, status, kinds in endpoints:
        if url.rstrip("/") == address.rstrip("/") and status == "enabled":
            sent |= set(kinds)
    return () if EVERY in sent else tuple(kind for kind in NEEDED if kind not in sent)


def _about(thing: Mapping[str, Any]) -> tuple[NoticeAbout, str]:
    """What a message is about, and what to look up."""
    about = ABOUT.get(thing["object"], NoticeAbout.OTHER)
    if about is NoticeAbout.OTHER:
        return about, ""
    return about, str(thing["id"] if thing["object"] != "charge" else thing.get("payment_intent") or thing["id"])
