"""What came in for lines of orders and what went back, as their payments say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, Sum

from almanac.payments.models import LineShare, PaymentState, Refund, RefundShare


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """A payment's part for some lines, or a refund's: minor units above nothing. `key` tells payments and refunds apart."""

    at: datetime
    is_refund: bool
    method: str
    paid_with: str
    amount: int
    key: UUID


def money_of(lines: Q) -> Iterator[MoneyMoved]:
    """Payments captured and refunds that a company took on, of lines that a filter on LineShare finds. Two SQL
    queries.

    A refund that failed in the end is not there: the money came back to us.
    """
    paid = LineShare.objects.filter(lines, payment__state=PaymentState.CAPTURED, amount__gt=0).values_list(
        "payment", "payment__captured_at", "payment__method", "payment__paid_with"
    )
    for key, at, method, paid_with, amount in paid.annotate(sum=Sum("amount")).order_by("payment"):
        if at is not None:
            yield MoneyMoved(at, False, method, paid_with, amount, key)
    booked = Q(refund__state__in=(Refund.State.PENDING, Refund.State.DONE))
    back = RefundShare.objects.filter(booked, share__in=LineShare.objects.filter(lines)).values_list(
        "refund", "refund__happened_at", "refund__payment__method", "refund__payment__paid_with"
    )
    for key, at, method, paid_with, amount in back.annotate(sum=Sum("amount")).order_by("refund"):
        if at is not None:
            yield MoneyMoved(at, True, method, paid_with, amount, key)


def documents_of(apart: bool | None, *, prefix: str = "") -> Q:
    """Narrows documents to those about test money (True), about real money (False), or not at all; `prefix` is the way to them.
    One whose order had test money after it was issued is about test money too."""
    if apart is None:
        return Q()
    found = Q(**{f"{prefix}is_test": True}) | Q(**{f"{prefix}order__is_test": True})
    return found if apart else ~found


def day_of(at: datetime, zone: str) -> date:
    """The day of an instant on the clock of a zone."""
    return at.astimezone(ZoneInfo(zone)).date()
