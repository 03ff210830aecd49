"""Documents as lines of the import files of accountants' programs, in the columns these name (docs/algorithms/invoices.md).

Xero: sales invoice template, 27 columns; amounts without tax; a credit note is an invoice with amounts below nothing. QuickBooks
Online outside the United States: invoices with amounts and tax of each line; a credit note goes into a file of its own, which it
takes with the same columns.

A gift card that is sold is nobody's income: it stands on an account of what is owed, outside VAT, since what it will buy is not
known (a multi-purpose voucher). A package is owed too, and its VAT is due at once (a single-purpose voucher). What moves of
them later is in a file of journals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings

from almanac.invoices.facts import JournalLine
from almanac.invoices.models import InvoiceLine, Kind
from almanac.kit.exports import Column, decimal
from almanac.sales.models import LineKind

XERO_RATES = {2000: "20% (VAT on Income)", 500: "5% (VAT on Income)", 0: "Zero Rated Income"}
QUICKBOOKS_RATES = {2000: "20.0% S", 500: "5.0% R", 0: "0.0% Z"}
NO_VAT = "No VAT"
PAID_AHEAD = (LineKind.GIFT_CARD, LineKind.PACKAGE)
ITEMS: Mapping[str, str] = {LineKind.GIFT_CARD: "Gift cards", LineKind.PACKAGE: "Prepaid visits"}  # of QuickBooks
Value = Callable[[InvoiceLine], object]


@dataclass(frozen=True, slots=True)
class Layout:
    """A file: its columns in their order, and of which documents it is."""

    columns: Mapping[str, Value]
    kinds: tuple[Kind, ...]

    def as_columns(self) -> list[Column[InvoiceLine]]:
        """The columns under the names the program knows, whatever language the reader speaks."""
        languages = [code for code, _ in settings.LANGUAGES]
        return [Column(dict.fromkeys(languages, title), value) for title, value in self.columns.items()]


def _nothing(_: InvoiceLine) -> str:
    return ""


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on else ""


def _due(line: InvoiceLine) -> str:
    return _day(line.invoice.due_on or line.invoice.issued_on)


def _address(part: int) -> Value:
    """A line of the buyer's address before its town; the last two are town and postcode."""

    def value(line: InvoiceLine) -> str:
        lines = line.invoice.buyer_address.splitlines()
        before = lines[:-2]
        if part < 0:
            return lines[part] if len(lines) >= -part else ""
        return before[part] if part < len(before) else ""

    return value


def _signed(line: InvoiceLine) -> str:
    return decimal(-line.net_amount if line.is_credit else line.net_amount)


def _visited(line: InvoiceLine) -> str:
    return _day(line.starts_at.astimezone(ZoneInfo(line.zone)).date()) if line.starts_at else ""


def _about(line: InvoiceLine) -> str:
    day = _visited(line)
    return f"{line.name} ({day})" if day else line.name


def _rate(names: Mapping[int, str]) -> Value:
    def value(line: InvoiceLine) -> str:
        if not line.invoice.seller.get("vat_number") or line.order_line.kind == LineKind.GIFT_CARD:
            return NO_VAT
        basis_points = line.tax_rate_bp
        return names.get(basis_points, f"{decimal(basis_points).rstrip('0').rstrip('.')}%")

    return value


class _Figure:
    """A figure that is no text to be guarded: a minus before it is one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text


XERO = Layout(
    {
        "*ContactName": lambda line: line.invoice.buyer_name,
        "EmailAddress": lambda line: line.invoice.order.customer.email,
        "POAddressLine1": _address(0),
        "POAddressLine2": _address(1),
        "POAddressLine3": _nothing,
        "POAddressLine4": _nothing,
        "POCity": _address(-2),
        "PORegion": _nothing,
        "POPostalCode": _address(-1),
        "POCountry": _nothing,
        "*InvoiceNumber": lambda line: line.invoice.code,
        "Reference": lambda line: line.invoice.order_number,
        "*InvoiceDate": lambda line: _day(line.invoice.issued_on),
        "*DueDate": _due,
        "InventoryItemCode": _nothing,
        "*Description": _about,
        "*Quantity": lambda _: 1,
        "*UnitAmount": lambda line: _Figure(_signed(line)),
        "Discount": _nothing,
        "*AccountCode": lambda line: getattr(line, "account_code", ""),
        "*TaxType": _rate(XERO_RATES),
        "TrackingName1": _nothing,
        "TrackingOption1": _nothing,
        "TrackingName2": _nothing,
        "TrackingOption2": _nothing,
        "Currency": lambda line: line.invoice.currency,
        "BrandingTheme": _nothing,
    },
    (Kind.INVOICE, Kind.CREDIT_NOTE),
)


_QUICKBOOKS: Mapping[str, Value] = {
    "*InvoiceNo": lambda line: line.invoice.code,
    "*Customer": lambda line: line.invoice.buyer_name,
    "*InvoiceDate": lambda line: _day(line.invoice.issued_on),
    "*DueDate": _due,
    "Terms": _nothing,
    "Location": _nothing,
    "Memo": lambda line: line.invoice.corrects.code if line.invoice.corrects else line.invoice.order_number,
    "Item(Product/Service)": lambda line: ITEMS.get(line.order_line.kind, line.name),
    "ItemDescription": _about,
    "ItemQuantity": lambda _: 1,
    "ItemRate": lambda line: decimal(line.net_amount),
    "*ItemAmount": lambda line: decimal(line.net_amount),
    "*ItemTaxCode": _rate(QUICKBOOKS_RATES),
    "ItemTaxAmount": lambda line: decimal(line.tax_amount),
    "Currency": lambda line: line.invoice.currency,
    "Service Date": _visited,
}
LAYOUTS: Mapping[str, Layout] = {
    "xero": XERO,
    "quickbooks": Layout(_QUICKBOOKS, (Kind.INVOICE,)),
    "quickbooks_credit_notes": Layout(_QUICKBOOKS, (Kind.CREDIT_NOTE,)),
}


@dataclass(frozen=True, slots=True)
class JournalLayout:
    """A file of journals: its columns in their order, a line for each side."""

    columns: Mapping[str, Callable[[JournalLine], object]]

    def values(self, line: JournalLine) -> list[object]:
        return [value(line) for value in self.columns.values()]


def _side(sign: int) -> Callable[[JournalLine], str]:
    return lambda line: decimal(abs(line.amount)) if line.amount * sign > 0 else ""


JOURNALS: Mapping[str, JournalLayout] = {
    "xero_journals": JournalLayout(
        {
            "*Narration": lambda line: f"{line.about} {line.number}",  # a journal is the lines of one narration and day
            "*Date": lambda line: _day(line.on),
            "Description": lambda line: line.about,
            "*AccountCode": lambda line: line.account,
            "*TaxRate": lambda _: NO_VAT,
            "*Amount": lambda line: _Figure(decimal(line.amount)),
            "TrackingName1": lambda _: "",
            "TrackingOption1": lambda _: "",
            "TrackingName2": lambda _: "",
            "TrackingOption2": lambda _: "",
        }
    ),
    "quickbooks_journals": JournalLayout(
        {
            "*JournalNo": lambda line: line.number[-20:],
            "*JournalDate": lambda line: _day(line.on),
            "*AccountName": lambda line: line.account,
            "*Debits": _side(1),
            "*Credits": _side(-1),
            "Description": lambda line: line.about,
            "Name": lambda _: "",
            "Currency": lambda line: line.currency,
            "Location": lambda _: "",
            "Class": lambda _: "",
        }
    ),
}
