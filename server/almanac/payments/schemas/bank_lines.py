"""What the API says about lines of banks' statements. Amounts are minor units of `currency`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.payments.bank_tables import BankLine
from almanac.payments.matching import Match
from almanac.payments.statements import MOST_COLUMNS, Columns

Slug = Annotated[str, Field(max_length=80)]
Column = Annotated[int, Field(ge=0, lt=MOST_COLUMNS)]


class BankStatementWanted(Schema):
    """Whose statement it is. Numbers of columns from 0 where they are named by hand: then the day's and the amount's both."""

    business: Slug
    day_column: Column | None = None
    amount_column: Column | None = None
    payer_column: Column | None = None
    text_column: Column | None = None

    def columns(self) -> Columns | None:
        if self.day_column is None or self.amount_column is None:
            return None
        texts = () if self.text_column is None else (self.text_column,)
        return Columns(self.day_column, self.amount_column, self.payer_column, texts)


class BankStatementOut(Schema):
    """What a file brought: `new` lines of money in, how many were `known` from earlier files, how many were left out as money
    out or in another currency, and how many could not be read. `layout` is the bank's, `generic` or `by_hand`."""

    layout: str
    new: int
    known: int
    left_out: int
    unreadable: int


class BankLinesWanted(Schema):
    business: Slug = ""
    state: Literal["open", "booked", "aside"] = "open"


class ProposalOut(Schema):
    """An order that a line may be for, and why: `reference`, `name`, `amount`. `expected_amount` is what is waited for, 0 where
    nothing is; `difference` what is too much, below nothing what is missing."""

    order_number: str
    customer_name: str
    expected_amount: int
    difference: int
    reasons: list[str]


class BankLineOut(Schema):
    """Money in by the bank. `match` is `sure`, `unsure` or `none`, and empty once it is booked or set aside."""

    id: UUID
    business: str
    booked_on: date
    amount: int
    currency: str
    payer: str
    text: str
    match: str
    proposals: list[ProposalOut]
    order_number: str
    surplus_amount: int
    is_aside: bool
    decided_by: str

    @classmethod
    def of(cls, row: BankLine, found: Match | None = None) -> Self:
        payment = row.payment
        return cls(
            id=row.pk,
            business=row.business.slug,
            booked_on=row.booked_on,
            amount=row.amount,
            currency=row.currency,
            payer=row.payer,
            text=row.text,
            match=found.kind if found else "",
            proposals=[
                ProposalOut(
                    order_number=each.candidate.number,
                    customer_name=each.candidate.customer,
                    expected_amount=each.candidate.expected_amount,
                    difference=each.difference,
                    reasons=list(each.reasons),
                )
                for each in (found.proposals if found else ())
            ],
            order_number=payment.order.number if payment else "",
            surplus_amount=payment.surplus_amount if payment else 0,
            is_aside=row.set_aside_at is not None,
            decided_by=row.decided_by.get_full_name() if row.decided_by else "",
        )


class BookLineIn(Schema):
    order_number: Annotated[str, Field(min_length=1, max_length=40)]


class BookedLineIn(BookLineIn):
    line_id: UUID


class BookLinesIn(Schema):
    """Lines with the order that each is for."""

    lines: list[BookedLineIn] = Field(min_length=1, max_length=100)


class LineRefusedOut(Schema):
    """A line that was not booked, and the code of why."""

    line_id: UUID
    code: str


class BookedLinesOut(Schema):
    """Each line is booked by itself: those that were, and those that were not."""

    booked: list[BankLineOut]
    refused: list[LineRefusedOut]


class AsideIn(Schema):
    is_aside: bool
