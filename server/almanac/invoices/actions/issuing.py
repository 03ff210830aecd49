"""Writing invoices and credit notes (docs/algorithms/invoices.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from almanac.business.models import Business
from almanac.business.policies import InvoicePolicy
from almanac.business.queries import policy
from almanac.engine.price_facts import StepKind
from almanac.invoices.events import DocumentEvent, InvoiceCredited, InvoiceIssued
from almanac.invoices.models import Invoice, InvoiceLine, Kind, Series
from almanac.invoices.queries.parties import seller_of, usual_address, written
from almanac.invoices.queries.worth import Standing, Written, standings, tax_in
from almanac.invoices.words import words_in
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderLine, OrderState

MARKS = {Kind.INVOICE: "INV", Kind.CREDIT_NOTE: "CN"}
TEST = "TEST-"  # before the numbers of documents about test money
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount of an order's line that goes on a document; of a credit note with the line it takes back of."""

    of: Standing
    amount: int
    row: Written | None = None


def issue(*, actor: Actor, order_id: UUID, line_ids: Iterable[UUID] | None = None, now: datetime) -> list[Invoice]:
    """Write the invoices for these lines of an order, or for all of it: one for each business that sells some of them.

    What is invoiced already, or worth nothing because it was called off, is passed by; an order that waits for money has
    nothing to invoice yet. Emits InvoiceIssued.
    """
    with transaction.atomic():
        order = sales.lock_order(order_id)
        return _issue(actor, order, standings(order, None if line_ids is None else list(line_ids)), now=now)


def settle(*, actor: Actor, order_id: UUID, now: datetime) -> list[Invoice]:
    """Make the documents of an order say what its lines are worth by now: credit notes for what is invoiced beyond it, one for
    each invoice concerned, and invoices for lines that are due and not invoiced.

    Doing it twice changes nothing. Emits InvoiceIssued and InvoiceCredited.
    """
    with transaction.atomic():
        order = sales.lock_order(order_id)
        found = standings(order)
        parts: dict[UUID, list[Entry]] = {}
        for each in found:
            left = each.beyond
            for row in reversed(each.written):  # the newest invoice first
                amount = min(left, row.left)
                if amount:
                    parts.setdefault(row.line.invoice_id, []).append(Entry(each, amount, row))
                    left -= amount
        notes = [_write(actor, order, part, Kind.CREDIT_NOTE, now=now) for _, part in sorted(parts.items())]
        return [*notes, *_issue(actor, order, [each for each in found if each.is_due], now=now)]


def _issue(actor: Actor, order: Order, found: Iterable[Standing], *, now: datetime) -> list[Invoice]:
    if order.state == OrderState.PLACED:
        return []
    parts: dict[UUID, list[Entry]] = {}
    for each in found:
        if each.missing or not (each.written or each.is_called_off):
            parts.setdefault(each.line.business_id, []).append(Entry(each, each.missing))
    return [
        _write(actor, order, part, Kind.INVOICE, now=now)
        for _, part in sorted(parts.items())
        if any(each.amount for each in part)
    ]


def take_number(*, business_id: UUID, kind: Kind, is_test: bool = False) -> int:
    """The next number of a series, which stays locked until the caller's transaction ends."""
    Series.objects.get_or_create(business_id=business_id, kind=kind, is_test=is_test)
    series = Series.objects.select_for_update().get(business_id=business_id, kind=kind, is_test=is_test)
    series.last_number += 1
    series.save(update_fields=["last_number"])
    return series.last_number


def _write(actor: Actor, order: Order, part: list[Entry], kind: Kind, *, now: datetime) -> Invoice:
    """The lines first, then the document that seals them."""
    business = part[0].of.line.business
    rules = policy(business.pk, InvoicePolicy)
    corrected = part[0].row.line.invoice if part[0].row else None
    is_test = corrected.is_test if corrected else order.is_test
    number = take_number(business_id=business.pk, kind=kind, is_test=is_test)
    day = now.astimezone(ZoneInfo(business.zone)).date()
    document = Invoice(
        business=business,
        order=order,
        kind=kind,
        is_test=is_test,
        number=number,
        code=f"{TEST if is_test else ''}{business.order_prefix}-{MARKS[kind]}-{number:0{DIGITS}}",
        corrects=corrected,
        issued_at=now,
        issued_on=day,
        due_on=None if corrected else _due(day, part, business, rules),
        language=order.language,
        currency=order.currency,
        order_number=order.number,
        seller=corrected.seller if corrected else seller_of(business, rules),
        buyer_name=corrected.buyer_name if corrected else order.customer.name,
        buyer_address=corrected.buyer_address if corrected else _address(order, part),
        created_at=now,
    )
    lines = [_line(document, each) for each in part]
    for column in ("net_amount", "tax_amount", "total_amount"):
        setattr(document, column, sum(getattr(line, column) for line in lines))
    InvoiceLine.objects.bulk_create(lines)
    document.save(force_insert=True)
    _tell(InvoiceCredited if corrected else InvoiceIssued, document, actor=actor, now=now)
    return document


def _line(document: Invoice, entry: Entry) -> InvoiceLine:
    """An amount of a line; its tax is the difference between what is in what stands invoiced before and after."""
    line, visit, amount = entry.of.line, entry.of.line.appointment, entry.amount
    before = entry.row.left if entry.row else entry.of.net
    after = before - amount if entry.row else before + amount
    tax = abs(tax_in(line, after) - tax_in(line, before))
    return InvoiceLine(
        invoice=document,
        order_line=line,
        is_credit=entry.row is not None,
        corrects=entry.row.line if entry.row else None,
        position=line.position,
        name=line.name,
        details=_details(document, line),
        starts_at=visit.starts_at if visit else None,
        ends_at=visit.ends_at if visit else None,
        zone=line.business.zone,
        tax_rate_bp=line.tax_rate_bp,
        net_amount=amount - tax,
        tax_amount=tax,
        total_amount=amount,
    )


def _details(document: Invoice, line: OrderLine) -> list[str]:
    """What was added to it, and what its bundle took off when it was sold."""
    words, found = words_in(document.language), []
    for step in line.breakdown:
        if step.get("kind") == StepKind.EXTRA and step.get("label"):
            found.append(str(step["label"]))
        if step.get("kind") == StepKind.BUNDLE:
            off = words.money(int(step["amount"]), document.currency)
            found.append(f"{words.say('bundle', name=str(step['label']))} {off}")
    return found


def _due(day: date, part: list[Entry], business: Business, rules: InvoicePolicy) -> date:
    """The later of today and the day of the last visit, plus the business's payment days."""
    zone = ZoneInfo(business.zone)
    visits = [each.of.line.appointment.ends_at.astimezone(zone).date() for each in part if each.of.line.appointment]
    return max([day, *visits]) + timedelta(days=rules.payment_days)


def _address(order: Order, part: list[Entry]) -> str:
    """Where the first visit of these is made, else the customer's usual address."""
    for each in part:
        if each.of.line.appointment and each.of.line.appointment.address:
            return written(each.of.line.appointment.address)
    return usual_address(order.customer_id)


def _tell(event: type[DocumentEvent], document: Invoice, *, actor: Actor, now: datetime) -> None:
    fact = event(
        invoice_id=document.pk,
        order_id=document.order_id,
        business_id=document.business_id,
        number=document.code,
        amount=document.total_amount,
        currency=document.currency,
    )
    emit(fact, actor=actor, at=now)
