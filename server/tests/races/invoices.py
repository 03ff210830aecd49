"""Documents as commands of the crowd's processes: issued, credited, and the lock of their series switched off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, transaction

from almanac.catalog.models import Service
from almanac.invoices import guards
from almanac.invoices.actions import issuing
from almanac.invoices.models import Invoice, InvoiceLine, Kind, Reminder, Series
from almanac.invoices.tests.laws import broken_documents
from almanac.kit import ids
from almanac.kit.actor import SYSTEM
from almanac.sales.models import Order, OrderLine, OrderState
from almanac.scheduling.tests import factories
from almanac.scheduling.tests.factories import NOW

TOTAL = 4_000
NUMBERS = [item for item in Invoice._meta.constraints if item.name in ("invoice_number_once", "invoice_code_once")]
NUMBER = vars(issuing)["take_number"]


def place_confirmed(*, service: str, count: int) -> list[str]:
    """Orders of one line each that are to be invoiced."""
    sold = Service.objects.select_related("business").get(pk=service)
    made = []
    for _ in range(count):
        order = Order.objects.create(
            business=sold.business,
            customer=factories.customer(),
            number=ids.order_number("R"),
            currency="GBP",
            total_amount=TOTAL,
            tax_amount=667,
            state=OrderState.CONFIRMED,
            placed_at=NOW,
        )
        OrderLine.objects.create(
            order=order,
            business=sold.business,
            position=0,
            name="Clean",
            breakdown=[],
            total_amount=TOTAL,
            tax_rate_bp=2_000,
            tax_amount=667,
        )
        made.append(str(order.pk))
    return made


def issue(*, order: str, breaks_off: bool = False) -> dict[str, Any]:
    """Invoice an order; or be stopped just before it would have stood."""
    with transaction.atomic():
        made = issuing.issue(actor=SYSTEM, order_id=UUID(order), now=NOW)
        transaction.set_rollback(breaks_off)
    return {"numbers": [] if breaks_off else [each.number for each in made]}


def call_off_order(*, order: str) -> dict[str, Any]:
    """Nothing of it is left to deliver."""
    Order.objects.filter(pk=order).update(state=OrderState.CANCELLED)
    return {}


def credit(*, order: str) -> dict[str, Any]:
    """Credit what is invoiced beyond what it is worth."""
    made = issuing.settle(actor=SYSTEM, order_id=UUID(order), now=NOW)
    return {"numbers": [each.number for each in made]}


def look_at_documents() -> dict[str, Any]:
    """Numbers that stand, and what is wrong."""
    rows = Invoice.objects.order_by("number")
    return {
        "invoices": list(rows.filter(kind=Kind.INVOICE).values_list("number", flat=True)),
        "notes": list(rows.filter(kind=Kind.CREDIT_NOTE).values_list("number", flat=True)),
        "broken": broken_documents(of_all=False),
    }


def forget_documents() -> dict[str, Any]:
    """Nothing was ever issued."""
    guards.take_down(connection)
    Reminder.objects.all().delete()
    InvoiceLine.objects.filter(is_credit=True).delete()
    InvoiceLine.objects.all().delete()
    Series.objects.all().delete()
    Invoice.objects.exclude(corrects=None).delete()
    Invoice.objects.all().delete()
    guards.put_up(connection)
    return {}


def _unlocked(*, business_id: UUID, kind: Kind, is_test: bool) -> int:
    Series.objects.get_or_create(business_id=business_id, kind=kind, is_test=is_test)
    series = Series.objects.get(business_id=business_id, kind=kind, is_test=is_test)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number


def without_series_lock() -> dict[str, Any]:
    """This process reads the counter without locking it."""
    vars(issuing)["take_number"] = _unlocked
    return {}


def with_series_lock() -> dict[str, Any]:
    """This process locks again."""
    vars(issuing)["take_number"] = NUMBER
    return {}


def without_number_guards() -> dict[str, Any]:
    """The database does not look at numbers."""
    guards.take_down(connection, guards.NEXT)
    with connection.schema_editor() as editor:
        for guard in NUMBERS:
            editor.remove_constraint(Invoice, guard)
    return {}


def with_number_guards() -> dict[str, Any]:
    """It does again; no two documents may have one number by now."""
    with connection.schema_editor() as editor:
        for guard in NUMBERS:
            editor.add_constraint(Invoice, guard)
    guards.put_up(connection)
    return {}


COMMANDS: dict[str, Any] = {
    "place_confirmed": place_confirmed,
    "issue": issue,
    "call_off_order": call_off_order,
    "credit": credit,
    "look_at_documents": look_at_documents,
    "forget_documents": forget_documents,
    "without_series_lock": without_series_lock,
    "with_series_lock": with_series_lock,
    "without_number_guards": without_number_guards,
    "with_number_guards": with_number_guards,
}
