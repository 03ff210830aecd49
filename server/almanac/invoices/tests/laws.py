"""What must be true of all documents once the worker is done: for property tests and races."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Sum

from almanac.invoices.models import Invoice, InvoiceLine, Kind, Series
from almanac.invoices.queries.worth import standings, tax_in
from almanac.sales.models import Order, OrderState


def broken_documents(*, of_all: bool = True) -> list[str]:
    """What is wrong, in words; nothing when documents, orders and payments agree. `of_all`: every order is to be invoiced."""
    orders = Order.objects.all() if of_all else Order.objects.exclude(invoices=None)
    return [*_series(), *_sums(), *(fault for order in orders for fault in _order(order))]


def _series() -> list[str]:
    wrong = []
    for series in Series.objects.all():
        rows = Invoice.objects.filter(business=series.business_id, kind=series.kind, is_test=series.is_test)
        numbers = list(rows.order_by("number").values_list("number", flat=True))
        if numbers != list(range(1, series.last_number + 1)):
            wrong.append(f"{series}: numbers {numbers}")
    return wrong


def _sums() -> list[str]:
    wrong = []
    for row in Invoice.objects.prefetch_related("lines", "credit_notes"):
        lines = row.lines.all()
        said = (row.net_amount, row.tax_amount, row.total_amount)
        if said != tuple(
            sum(getattr(line, name) for line in lines) for name in ("net_amount", "tax_amount", "total_amount")
        ):
            wrong.append(f"{row} is not the sum of its lines")
        if sum(note.total_amount for note in row.credit_notes.all()) > row.total_amount:
            wrong.append(f"{row} is credited beyond what it is")
    return wrong


def _order(order: Order) -> list[str]:
    """In the end, invoiced less credited is what each line is worth, but for what was credited and could not be sent back; its
    tax is what the books hold of that."""
    wrong = []
    for each in standings(order):
        name = f"{order} {each.line.position}"
        if not each.written and order.state == OrderState.CONFIRMED and each.worth and each.is_due:
            wrong.append(f"{name} is not invoiced")
        if each.written and not each.worth - each.to_give <= each.net <= each.worth:
            wrong.append(f"{name}: {each.net} stand invoiced, {each.worth} it is worth")
        tax = _tax(each.line.pk, False) - _tax(each.line.pk, True)
        if tax != tax_in(each.line, each.net):
            wrong.append(f"{name}: tax of {tax} in {each.net}")
    return wrong


def _tax(line_id: UUID, is_credit: bool) -> int:
    rows = InvoiceLine.objects.filter(order_line=line_id, is_credit=is_credit)
    return int(rows.aggregate(sum=Sum("tax_amount"))["sum"] or 0)


def is_settled() -> bool:
    """Whether every invoiced line is paid exactly: then documents and books say the same to the penny."""
    return all(
        not each.written or each.line.paid_amount == each.net
        for order in Order.objects.all()
        for each in standings(order)
    )


def total(column: str) -> int:
    """Invoices less credit notes."""
    found = {
        kind: Invoice.objects.filter(kind=kind).aggregate(sum=Sum(column))["sum"] or 0
        for kind in (Kind.INVOICE, Kind.CREDIT_NOTE)
    }
    return int(found[Kind.INVOICE] - found[Kind.CREDIT_NOTE])
