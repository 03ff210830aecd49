"""Facts about invoices and credit notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, slots=True)
class DocumentEvent(Event):
    """Of one document of one order. The amount is in minor units of `currency`, tax included."""

    invoice_id: UUID
    order_id: UUID
    business_id: UUID
    number: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class InvoiceIssued(DocumentEvent):
    """A business asked for lines of an order."""

    name: ClassVar[str] = "invoices.issued"


@dataclass(frozen=True, slots=True)
class InvoiceCredited(DocumentEvent):
    """A part of an invoice was taken back by a credit note, which `invoice_id` and `number` name."""

    name: ClassVar[str] = "invoices.credited"


@dataclass(frozen=True, slots=True)
class PaymentReminded(DocumentEvent):
    """An invoice is overdue by so many days, and its customer is to be told; the amount is what is open of it."""

    name: ClassVar[str] = "invoices.reminded"
    days: int
