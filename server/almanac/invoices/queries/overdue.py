"""Invoices whose customers are to be reminded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max, OuterRef, Q, Subquery

from almanac.business import queries as business
from almanac.business.models import Business
from almanac.business.policies import InvoicePolicy
from almanac.invoices.models import Invoice, Kind, Reminder
from almanac.invoices.queries.documents import with_due
from almanac.payments.models import PaymentState

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Overdue:
    """An invoice that is to be reminded of, `days` after it was due: the last of the business's reminder days that is reached."""

    invoice: Invoice
    days: int
    due_amount: int


def overdue(now: datetime) -> list[Overdue]:
    """What is open past a reminder day that nobody was reminded of. Two SQL queries a business."""
    return [each for owner in business.open_businesses() for each in _of_business(owner, now)][:AT_ONCE]


def _of_business(owner: Business, now: datetime) -> list[Overdue]:
    days = business.policy(owner.pk, InvoicePolicy).reminder_days
    if not days:
        return []
    today = now.astimezone(ZoneInfo(owner.zone)).date()
    told = Reminder.objects.filter(invoice=OuterRef("pk")).order_by().values("invoice").annotate(last=Max("days"))
    late = Invoice.objects.filter(business=owner, kind=Kind.INVOICE, due_on__lte=today - timedelta(days=min(days)))
    late = with_due(late, today).filter(Q(due__gt=0)).annotate(told=Subquery(told.values("last")))
    late = late.exclude(order__payments__state=PaymentState.PENDING)
    reached = Q()
    for each in days:
        reached |= Q(due_on__lte=today - timedelta(days=each)) & (Q(told=None) | Q(told__lt=each))
    found = late.filter(reached).select_related("business", "order__customer").order_by("due_on", "pk")
    return [
        Overdue(row, max(each for each in days if row.due_on <= today - timedelta(days=each)), row.due)  # type: ignore[attr-defined]  # annotated
        for row in found[:AT_ONCE]
        if row.due_on
    ]
