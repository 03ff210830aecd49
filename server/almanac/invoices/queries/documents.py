"""Reads of invoices and credit notes; each starts from what the actor may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Case, CharField, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from almanac.files.queries import content_of, picture
from almanac.invoices.facts import DocumentFacts, Head, Moved, PaperLine
from almanac.invoices.models import Invoice, InvoiceLine, Kind
from almanac.invoices.permissions import visible_to
from almanac.invoices.queries.money import day_of, money_of
from almanac.invoices.words import Words, words_in
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.kit.sorting import Sorting

INVOICES = Sorting(
    {"issued": "issued_at", "total": "total_amount", "customer": "buyer_name", "due": "due_on"},
    standard="-issued",
    may_be_empty=frozenset({"due"}),
)
PICTURES = "/api/pictures/"


class Standing(StrEnum):
    """How a document stands: an invoice is `paid`, `open`, `overdue`, or `credited` when nothing is left of it."""

    OPEN = "open"
    OVERDUE = "overdue"
    PAID = "paid"
    CREDITED = "credited"
    CREDIT_NOTE = "credit_note"


def with_due(rows: QuerySet[Invoice], today: date) -> QuerySet[Invoice]:
    """Each with `credited`, `paid`, `due` (minor units; of a credit note nothing) and `standing`, worked out by the database."""
    own = InvoiceLine.objects.filter(invoice=OuterRef("pk")).order_by().values("invoice")
    notes = Invoice.objects.filter(corrects=OuterRef("pk")).order_by().values("corrects")
    whole = IntegerField()
    rows = rows.annotate(
        credited=Coalesce(Subquery(notes.annotate(sum=Sum("total_amount")).values("sum"), output_field=whole), 0),
        paid=Coalesce(Subquery(own.annotate(sum=Sum("order_line__paid_amount")).values("sum"), output_field=whole), 0),
    )
    rows = rows.annotate(
        due=Case(When(kind=Kind.INVOICE, then=F("total_amount") - F("credited") - F("paid")), default=Value(0))
    )
    return rows.annotate(
        standing=Case(
            When(kind=Kind.CREDIT_NOTE, then=Value(Standing.CREDIT_NOTE.value)),
            When(credited__gte=F("total_amount"), then=Value(Standing.CREDITED.value)),
            When(due__lte=0, then=Value(Standing.PAID.value)),
            When(due_on__lt=today, then=Value(Standing.OVERDUE.value)),
            default=Value(Standing.OPEN.value),
            output_field=CharField(),
        )
    )


def invoices(
    actor: Actor,
    *,
    today: date,
    standings: Sequence[str] = (),
    business: str = "",
    first_on: date | None = None,
    last_on: date | None = None,
) -> QuerySet[Invoice]:
    """Documents this actor may see, narrowed where asked: one SQL query."""
    found = with_due(Invoice.objects.filter(visible_to(actor)), today)
    if standings:
        found = found.filter(Q(standing__in=standings))
    if business:
        found = found.filter(business__slug=business)
    if first_on:
        found = found.filter(issued_on__gte=first_on)
    if last_on:
        found = found.filter(issued_on__lte=last_on)
    return found.select_related("business", "corrects", "order__customer")


def of_order(actor: Actor, number: str, *, today: date) -> list[Invoice]:
    """The documents of an order, the oldest first. One SQL query."""
    found = invoices(actor, today=today).filter(order__number=number)
    return list(found.order_by("issued_at", "-kind", "number"))


def document(actor: Actor, invoice_id: UUID, *, today: date) -> Invoice:
    """One document. Raises NotFound, also for those of others."""
    found = invoices(actor, today=today).filter(pk=invoice_id).first()
    if found is None:
        raise NotFound
    return found


def facts_of(invoice_id: UUID) -> DocumentFacts:
    """All that is printed of a document, whose reader has been looked at. A constant number of SQL queries. Raises NotFound."""
    row = (
        Invoice.objects.filter(pk=invoice_id)
        .select_related("corrects", "order")
        .prefetch_related("lines", "credit_notes")
        .first()
    )
    if row is None:
        raise NotFound
    words = words_in(row.language)
    moved = tuple(_moved(row, words)) if row.kind == Kind.INVOICE else ()
    return DocumentFacts(
        head=head_of(row),
        kind=row.kind,
        code=row.code,
        issued_at=row.issued_at,
        issued_on=row.issued_on,
        due_on=row.due_on,
        order_number=row.order_number,
        corrects=row.corrects.code if row.corrects else "",
        lines=tuple(_line(line, words) for line in row.lines.all()),
        net_amount=row.net_amount,
        tax_amount=row.tax_amount,
        total_amount=row.total_amount,
        moved=moved,
        due_amount=row.total_amount + sum(each.amount for each in moved) if row.kind == Kind.INVOICE else None,
        is_test=row.is_test or row.order.is_test,
    )


def head_of(row: Invoice) -> Head:
    """Who writes to whom in a document."""
    return Head(
        row.seller, row.buyer_name, row.buyer_address, row.language, row.currency, logo_of(row.seller["logo_url"])
    )


def logo_of(address: str) -> bytes:
    """The bytes of a picture of ours, or none: an address of elsewhere is not fetched, and a lost file spoils no invoice."""
    if not address.startswith(PICTURES):
        return b""
    try:
        return content_of(picture(UUID(address.removeprefix(PICTURES).strip("/"))))
    except (NotFound, ValueError, OSError):
        return b""


def _line(line: InvoiceLine, words: Words) -> PaperLine:
    when = words.when(line.starts_at, line.ends_at, line.zone) if line.starts_at and line.ends_at else ""
    details = tuple(str(each) for each in line.details)
    return PaperLine(line.name, when, details, line.tax_rate_bp, line.net_amount, line.tax_amount, line.total_amount)


def _moved(row: Invoice, words: Words) -> list[Moved]:
    """What changed what is open of an invoice, the oldest first: payments, money back, credit notes."""
    lines = [line.order_line_id for line in row.lines.all()]
    zone = row.lines.all()[0].zone
    found = [
        (note.issued_at, Moved("credit", note.issued_on, -note.total_amount, number=note.code))
        for note in row.credit_notes.all()
    ]
    for each in money_of(Q(line__in=lines)):
        kind, sign = ("back", 1) if each.is_refund else ("paid", -1)
        how = words.how(each.method, each.paid_with)
        found.append((each.at, Moved(kind, day_of(each.at, zone), sign * each.amount, how=how)))
    return [each for _, each in sorted(found, key=lambda pair: (pair[0], pair[1].amount))]
