"""Doors to banks' statements: a file sent, its lines with the orders they may be for, booked or set aside."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import File, Query, Router
from ninja.files import UploadedFile

from almanac.business.queries import by_slug
from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import AlmanacError, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.ids import read_order_number
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import signed_in
from almanac.payments import queries
from almanac.payments.actions import bank_lines
from almanac.payments.errors import AlreadyDecided, OtherCurrency, StatementColumns, StatementUnreadable
from almanac.payments.permissions import can_see_accounts
from almanac.payments.schemas.bank_lines import (
    AsideIn,
    BankLineOut,
    BankLinesWanted,
    BankStatementOut,
    BankStatementWanted,
    BookedLinesOut,
    BookLinesIn,
    LineRefusedOut,
)
from almanac.payments.statements import MOST_BYTES, ColumnsUnknown, Unreadable

router = Router(tags=["payments"])
FILES = ratelimit.Limit("bank statements", count=30, seconds=600)
ADMINS_ONLY = (SignInNeeded, NotAllowed)


@router.post(
    "/bank-statements",
    response={200: BankStatementOut, **responses(*ADMINS_ONLY, NotFound, StatementUnreadable, StatementColumns)},
    operation_id="send_bank_statement",
)
def send(request: HttpRequest, wanted: Query[BankStatementWanted], file: File[UploadedFile]) -> BankStatementOut:
    """Read a bank's statement as CSV, 2 MB at most: its lines of money in are kept, each once whatever files it comes in."""
    actor, now = signed_in(request), clock.now()
    if not can_see_accounts(actor):
        raise NotAllowed
    ratelimit.spend(FILES, client_address(request), now=now)
    if (file.size or 0) > MOST_BYTES:  # before it is read
        raise StatementUnreadable(reason="too_large")
    try:
        found, new = bank_lines.keep_statement(
            actor=actor, business=by_slug(wanted.business), content=file.read(), columns=wanted.columns(), now=now
        )
    except Unreadable as error:
        raise StatementUnreadable(reason=error.reason) from error
    except ColumnsUnknown as error:
        raise StatementColumns(titles=error.titles, rows=error.rows) from error
    return BankStatementOut(
        layout=found.layout,
        new=new,
        known=len(found.lines) - new,
        left_out=found.left_out,
        unreadable=found.unreadable,
    )


@router.get("/bank-lines", response={200: Page[BankLineOut], **responses(*ADMINS_ONLY)}, operation_id="bank_lines")
def lines(
    request: HttpRequest, wanted: Query[BankLinesWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[BankLineOut]:
    """Money in by the bank, the newest first, each open line with the orders it may be for; `sort` is day, with - in front the
    other way."""
    rows = queries.bank_lines(signed_in(request), business=wanted.business, state=wanted.state)
    found, following = take_page(rows, by=queries.BANK_LINES.key(sort), cursor=cursor, limit=limit)
    matches = queries.matches_of(found) if wanted.state == "open" else {}
    return Page(items=[BankLineOut.of(row, matches.get(row.pk)) for row in found], next_cursor=following)


@router.post(
    "/bank-lines/book", response={200: BookedLinesOut, **responses(*ADMINS_ONLY)}, operation_id="book_bank_lines"
)
def book(request: HttpRequest, payload: BookLinesIn) -> BookedLinesOut:
    """Book lines as payments of orders, each whole and by itself; booking the same again changes nothing."""
    actor, now = signed_in(request), clock.now()
    if not can_see_accounts(actor):
        raise NotAllowed
    booked, refused = [], []
    for each in payload.lines:
        number = read_order_number(each.order_number)
        try:
            line = bank_lines.book_line(actor=actor, line_id=each.line_id, number=number, now=now)
            booked.append(BankLineOut.of(line))
        except (NotFound, AlreadyDecided, OtherCurrency) as error:
            refused.append(_refused(each.line_id, error))
    return BookedLinesOut(booked=booked, refused=refused)


@router.post(
    "/bank-lines/{line_id}/aside",
    response={200: BankLineOut, **responses(*ADMINS_ONLY, NotFound, AlreadyDecided)},
    operation_id="set_bank_line_aside",
)
def aside(request: HttpRequest, line_id: UUID, payload: AsideIn) -> BankLineOut:
    """Say that a line is of no order, or that it is to be looked at after all."""
    line = bank_lines.set_aside(actor=signed_in(request), line_id=line_id, is_aside=payload.is_aside, now=clock.now())
    return BankLineOut.of(line)


def _refused(line_id: UUID, error: AlmanacError) -> LineRefusedOut:
    return LineRefusedOut(line_id=line_id, code=error.code)
