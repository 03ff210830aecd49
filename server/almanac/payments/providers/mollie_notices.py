"""What Mollie has to tell of a payment, its refunds and its chargebacks: each in its state is one notice, told by a message or
found in Mollie's own lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from almanac.payments.providers import mollie_reading as reading
from almanac.payments.providers.mollie_calls import Calls, Thing
from almanac.payments.providers.online import Notice, NoticeAbout, ProviderDown, Told

UNTOLD = frozenset({"open", "pending"})  # of which no message tells either
# How long after it was made a thing may change without a message that came.
LATE = {"payments": timedelta(0), "refunds": timedelta(days=30), "chargebacks": reading.LOST_AFTER}


def named_in(payment: Thing) -> tuple[Notice, ...]:
    """The payment, its refunds and its chargebacks, as they were fetched together. Raises ValueError for what is none."""
    try:
        found = [_of_payment(payment)]
        found += [_of_refund(each) for each in embedded(payment, "refunds")]
        return (*found, *(_of_chargeback(each) for each in embedded(payment, "chargebacks")))
    except (KeyError, TypeError, AttributeError):
        raise ValueError("not_documented") from None


def told_since(calls: Calls, since: datetime) -> tuple[Told, ...]:
    """The oldest first. Payments that are none of ours are left out."""
    try:
        paid = [
            (_of_payment(each), each)
            for each in _lately(calls, "payments", since)
            if each["status"] not in UNTOLD and reading.told(each).get("payment_id")
        ]
        back = [(_of_refund(each), each) for each in _lately(calls, "refunds", since)]
        taken = [(_of_chargeback(each), each) for each in _lately(calls, "chargebacks", since)]
    except (KeyError, TypeError, AttributeError, ValueError):
        raise ProviderDown("not_documented") from None
    found = sorted(paid + back + taken, key=lambda each: str(each[1]["createdAt"]))
    return tuple(Told(notice, json.dumps(thing)) for notice, thing in found)


def embedded(thing: Thing, kind: str) -> list[Thing]:
    found = (thing.get("_embedded") or {}).get(kind) or []
    if not isinstance(found, list):
        raise ProviderDown("not_documented")
    return found


def _lately(calls: Calls, kind: str, since: datetime) -> Iterator[Thing]:
    for each in calls.all(f"/{kind}", kind):
        if reading.moment(each["createdAt"]) < since - LATE[kind]:
            return
        yield each


def _of_payment(payment: Thing) -> Notice:
    key, status = str(payment["id"]), str(payment["status"])
    return Notice(f"{key}:{status}", f"payment.{status}", NoticeAbout.PAYMENT, key)


def _of_refund(refund: Thing) -> Notice:
    own, status = f"{refund['paymentId']}/{refund['id']}", str(refund["status"])
    return Notice(f"{own}:{status}", f"refund.{status}", NoticeAbout.REFUND, own)


def _of_chargeback(chargeback: Thing) -> Notice:
    own = f"{chargeback['paymentId']}/{chargeback['id']}"
    state = "reversed" if chargeback.get("reversedAt") else "received"
    return Notice(f"{own}:{state}", f"chargeback.{state}", NoticeAbout.DISPUTE, own)
