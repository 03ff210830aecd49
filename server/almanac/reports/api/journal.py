"""The door to the books as a file of plain text accounting."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router

from almanac.invoices.errors import PeriodWrong
from almanac.kit.errors import InvalidInput, NotAllowed, SignInNeeded, responses
from almanac.kit.requests import signed_in
from almanac.ledger.exports import ENDINGS
from almanac.reports.queries.journal import journal
from almanac.reports.schemas.journal import JournalWanted

router = Router(tags=["invoices"])


@router.get(
    "/journal/{kind}",
    response=responses(SignInNeeded, NotAllowed, InvalidInput, PeriodWrong),
    operation_id="journal",
    openapi_extra={
        "responses": {200: {"description": "OK", "content": {"text/plain": {"schema": {"type": "string"}}}}}
    },
)
def journal_file(
    request: HttpRequest, kind: Literal["hledger", "beancount"], wanted: Query[JournalWanted]
) -> StreamingHttpResponse:
    """The books of whole days of a zone, all businesses together, as hledger or beancount read them (text/plain): what stood
    before, every entry, and what must stand in the end."""
    lines = journal(signed_in(request), kind, **wanted.dict())
    answer = StreamingHttpResponse((line.encode() for line in lines), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="books-{wanted.first_on}-{wanted.last_on}.{ENDINGS[kind]}"'
    answer["Cache-Control"] = "no-store"
    return answer
