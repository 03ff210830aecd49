"""Doors to invoices and credit notes: lists, an order's, and the files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from ninja import Query, Router

from almanac.invoices.links import invoice_id_in
from almanac.invoices.paper import document_pdf
from almanac.invoices.queries import documents
from almanac.invoices.schemas.exports import invoice_columns
from almanac.invoices.schemas.invoices import InvoiceOut, InvoicesWanted
from almanac.kit import clock
from almanac.kit.errors import NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.sales.queries import order_numbered

router = Router(tags=["invoices"])
PDF = "application/pdf"
AS_PDF: dict[str, Any] = {
    "responses": {200: {"description": "OK", "content": {PDF: {"schema": {"type": "string"}}}}}
}  # openapi_extra of a door that answers with such a file


@router.get("/invoices", response={200: Page[InvoiceOut], **responses(SignInNeeded)}, operation_id="invoices")
def invoices(
    request: HttpRequest, wanted: Query[InvoicesWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[InvoiceOut]:
    """Documents the asker may see, the newest first; `sort` is issued, total, customer or due, with - in front the other way."""
    actor, now = signed_in(request), clock.now()
    rows = documents.invoices(actor, today=now.date(), **_narrowed(wanted))
    found, following = take_page(rows, by=documents.INVOICES.key(sort), cursor=cursor, limit=limit)
    return Page(items=[InvoiceOut.seen(row, actor, now) for row in found], next_cursor=following)


@router.get("/invoices.csv", response=responses(SignInNeeded), operation_id="invoices_csv", openapi_extra=DOCUMENTED)
def invoices_csv(
    request: HttpRequest, wanted: Query[InvoicesWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    rows = documents.invoices(signed_in(request), today=clock.now().date(), **_narrowed(wanted))
    language = language_of(request, asked=language)
    by = documents.INVOICES.key(sort)
    return csv_answer(rows, invoice_columns(language), by=by, language=language, name="invoices")


@router.get(
    "/orders/{number}/invoices",
    response={200: list[InvoiceOut], **responses(NotFound)},
    operation_id="order_invoices",
)
def order_invoices(request: HttpRequest, number: str) -> list[InvoiceOut]:
    """The documents of an order, the oldest first, for its customer, its link's holder, and who of the team sees all of it."""
    actor, now = actor_of(request), clock.now()
    order_numbered(actor, number, whole=False)
    return [InvoiceOut.seen(row, actor, now) for row in documents.of_order(actor, number, today=now.date())]


@router.get(
    "/invoice-files/{link}",
    response={200: None, **responses(NotFound)},
    operation_id="invoice_file",
    openapi_extra=AS_PDF,
)
def invoice_file(request: HttpRequest, link: str) -> HttpResponse:
    """A document as PDF, by the link that its list gives to those who may see it, or a letter to its customer."""
    invoice_id = invoice_id_in(link, reader=actor_of(request), now=clock.now())
    if invoice_id is None:
        raise NotFound
    facts = documents.facts_of(invoice_id)
    return pdf_answer(document_pdf(facts), facts.code)


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """A PDF that a browser shows, under a name for who keeps it."""
    answer = HttpResponse(content, content_type=PDF)
    answer["Content-Disposition"] = content_disposition_header(False, f"{name}.pdf") or "inline"
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _narrowed(wanted: InvoicesWanted) -> dict[str, Any]:
    return {
        "standings": wanted.state,
        "business": wanted.business,
        "first_on": wanted.first_on,
        "last_on": wanted.last_on,
    }
