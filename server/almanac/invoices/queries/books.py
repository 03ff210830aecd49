"""Documents of a business in a time, line by line, for its accountants."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, CharField, F, QuerySet, Value, When

from almanac.business.policies import InvoicePolicy
from almanac.business.queries import by_slug, policy
from almanac.invoices.layouts import PAID_AHEAD, Layout
from almanac.invoices.models import InvoiceLine
from almanac.invoices.permissions import can_export
from almanac.invoices.queries.money import documents_of
from almanac.invoices.queries.statements import check_period
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.kit.sorting import SortKey
from almanac.payments.modes import Money, money_wanted

IN_ORDER = SortKey("written_at")


def lines_for(
    actor: Actor, layout: Layout, *, business: str, first_on: date, last_on: date, money: Money | None = None
) -> QuerySet[InvoiceLine]:
    """The lines of the documents that a layout is of, issued on these days, of real or of test money. Raises NotAllowed,
    NotFound, PeriodWrong."""
    if not can_export(actor):
        raise NotAllowed
    check_period(first_on, last_on)
    seller = by_slug(business)
    rules = policy(seller.pk, InvoicePolicy)
    code = Case(
        When(order_line__kind__in=PAID_AHEAD, then=Value(rules.liability_code)),
        default=Value(rules.account_code),
        output_field=CharField(),
    )
    rows = InvoiceLine.objects.filter(
        invoice__business=seller, invoice__kind__in=layout.kinds, invoice__issued_on__range=(first_on, last_on)
    )
    rows = rows.filter(documents_of(money_wanted(money).apart, prefix="invoice__"))
    rows = rows.annotate(written_at=F("invoice__issued_at"), account_code=code)
    return rows.select_related("invoice__order__customer", "invoice__corrects", "order_line")
