"""Tables: series of numbers, documents with their lines as they were issued, and which reminders went out."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from almanac.business.models import Business
from almanac.kit.fields import Row
from almanac.sales.models import Order, OrderLine


class Kind(models.TextChoices):
    INVOICE = "invoice", "invoice"
    CREDIT_NOTE = "credit_note", "credit note"


class Series(models.Model):
    """The counter of a business for one kind of document: locked while a number is taken (docs/algorithms/invoices.md)."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    is_test = models.BooleanField(default=False, help_text="of documents about test money (ADR 0042)")
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "series"
        constraints = [models.UniqueConstraint(fields=["business", "kind", "is_test"], name="invoice_series_once")]

    def __str__(self) -> str:
        return f"{self.business_id} {self.kind} {self.last_number}"


class Invoice(Row):
    """A document as it was issued: nothing of it ever changes (guards.py). `seller` is what the business was then; `code` is the
    number as printed. A credit note `corrects` an invoice; its amounts are above nothing and mean less.

    Its lines are written before it and sealed by it.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="invoices")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    is_test = models.BooleanField(
        default=False, help_text="test money came for its order: it is in a series of its own"
    )
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=30)
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="credit_notes")
    issued_at = models.DateTimeField()
    issued_on = models.DateField(help_text="on the business's clock; the tax point")
    due_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=8)
    currency = models.CharField(max_length=3)
    order_number = models.CharField(max_length=20)
    seller: models.JSONField[dict[str, str], dict[str, str]] = models.JSONField()
    buyer_name = models.CharField(max_length=200)
    buyer_address = models.TextField(blank=True)
    net_amount = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField()
    total_amount = models.PositiveIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["-issued_at"], name="invoice_newest"),
            models.Index(fields=["due_on"], name="invoice_by_due", condition=Q(kind="invoice")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["business", "kind", "is_test", "number"], name="invoice_number_once"),
            models.UniqueConstraint(fields=["business", "code"], name="invoice_code_once"),
            models.CheckConstraint(condition=Q(total_amount=F("net_amount") + F("tax_amount")), name="invoice_adds_up"),
            models.CheckConstraint(
                condition=Q(kind="invoice", corrects=None, due_on__isnull=False)
                | Q(kind="credit_note", corrects__isnull=False, due_on=None),
                name="invoice_or_credit_note",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class InvoiceLine(models.Model):
    """A line of a document. `starts_at` to `ends_at` is when it is or was done, on the clock of `zone`; `details` is what
    else was sold with it."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="invoice_lines")
    is_credit = models.BooleanField()
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken_back", help_text="of a credit note"
    )
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    details: models.JSONField[list[Any], list[Any]] = models.JSONField(default=list)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=64)
    tax_rate_bp = models.PositiveIntegerField()
    net_amount = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField()
    total_amount = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["invoice", "order_line"], name="invoice_line_in_document_once"),
            models.CheckConstraint(
                condition=Q(is_credit=False, corrects=None) | Q(is_credit=True, corrects__isnull=False),
                name="invoice_line_or_credit",
            ),
            models.CheckConstraint(
                condition=Q(total_amount=F("net_amount") + F("tax_amount")), name="invoice_line_adds_up"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.position}"


class Reminder(models.Model):
    """That an invoice's customer was reminded, `days` after it was due: each once."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="reminders")
    days = models.PositiveSmallIntegerField()
    reminded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["invoice", "days"], name="invoice_reminder_once")]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.days}"
