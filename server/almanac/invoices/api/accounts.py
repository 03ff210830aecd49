"""Doors to statements of customers, and to files for accountants."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from almanac.invoices.api.invoices import AS_PDF, pdf_answer
from almanac.invoices.errors import PeriodWrong
from almanac.invoices.layouts import JOURNALS, LAYOUTS
from almanac.invoices.paper import statement_pdf
from almanac.invoices.queries import books, journals, statements
from almanac.invoices.schemas.invoices import StatementOut, StatementWanted
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer, csv_of
from almanac.kit.requests import language_of, signed_in

router = Router(tags=["invoices"])
ERRORS = (SignInNeeded, NotFound, PeriodWrong)


@router.get(
    "/customers/{customer_id}/statement",
    response={200: StatementOut, **responses(*ERRORS)},
    operation_id="statement",
)
def statement(request: HttpRequest, customer_id: UUID, wanted: Query[StatementWanted]) -> StatementOut:
    """All that passed between a customer and a business in a time, for the customer and for administrators."""
    actor = signed_in(request)
    found = statements.statement(actor, customer_id=customer_id, **wanted.dict())
    return StatementOut.of(found, actor, clock.now())


@router.get(
    "/customers/{customer_id}/statement.pdf",
    response={200: None, **responses(*ERRORS)},
    operation_id="statement_file",
    openapi_extra=AS_PDF,
)
def statement_file(
    request: HttpRequest, customer_id: UUID, wanted: Query[StatementWanted], language: str = ""
) -> HttpResponse:
    """The same as PDF, in the reader's `language`."""
    found = statements.statement(signed_in(request), customer_id=customer_id, **wanted.dict())
    facts = statements.statement_facts(found, language_of(request, asked=language))
    return pdf_answer(statement_pdf(facts), f"statement-{found.business_slug}-{found.first_on}-{found.last_on}")


@router.get(
    "/invoice-exports/{layout}.csv",
    response=responses(SignInNeeded, NotAllowed, NotFound, PeriodWrong),
    operation_id="invoice_export",
    openapi_extra=DOCUMENTED,
)
def invoice_export(
    request: HttpRequest,
    layout: Literal["xero", "xero_journals", "quickbooks", "quickbooks_credit_notes", "quickbooks_journals"],
    wanted: Query[StatementWanted],
) -> StreamingHttpResponse:
    """Documents of a business in a time, line by line, or what moved of gift cards and packages without one, in the columns that
    an accountants' program imports."""
    name = f"{layout.replace('_', '-')}-{wanted.business}-{wanted.first_on}-{wanted.last_on}"
    actor = signed_in(request)
    if layout in JOURNALS:
        journal = JOURNALS[layout]
        lines = journals.journal_for(actor, **wanted.dict())
        return csv_of(list(journal.columns), map(journal.values, lines), name=name)
    kind = LAYOUTS[layout]
    rows = books.lines_for(actor, kind, **wanted.dict())
    return csv_answer(rows, kind.as_columns(), by=books.IN_ORDER, language="en", name=name)
