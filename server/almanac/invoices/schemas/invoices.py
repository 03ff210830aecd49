"""What the API says about invoices, credit notes and statements. Amounts are minor units of `currency` and include tax."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.invoices.links import pdf_address
from almanac.invoices.models import Invoice
from almanac.invoices.queries.documents import Standing
from almanac.invoices.queries.statements import Statement
from almanac.kit.actor import Actor
from almanac.payments.modes import Money


class InvoicesWanted(Schema):
    """Which documents: by how they stand, by business (its slug), and by the days they were issued on."""

    state: list[Standing] = []
    business: str = ""
    first_on: date | None = None
    last_on: date | None = None


class InvoiceOut(Schema):
    """A document: an `invoice`, or a `credit_note` of the invoice that `corrects` names. `state` is `open`, `overdue`, `paid`,
    `credited` (nothing is left of it) or `credit_note`; `is_test`: it is about test money, and no tax document;
    `due_amount` is still to be paid, below nothing where too much was.
    `pdf_url` opens the file for the asker, for some hours."""

    id: UUID
    kind: str
    number: str
    order_number: str
    business: str
    business_name: str
    customer_id: UUID
    customer_name: str
    state: Standing
    issued_at: datetime
    issued_on: date
    due_on: date | None
    currency: str
    net_amount: int
    tax_amount: int
    total_amount: int
    credited_amount: int
    paid_amount: int
    due_amount: int
    corrects: str
    is_test: bool
    pdf_url: str

    @classmethod
    def seen(cls, row: Invoice, reader: Actor, now: datetime) -> Self:
        """A row of queries.documents, which knows how it stands."""
        is_invoice = row.corrects is None
        return cls(
            id=row.pk,
            kind=row.kind,
            number=row.code,
            order_number=row.order_number,
            business=row.business.slug,
            business_name=row.business.name,
            customer_id=row.order.customer_id,
            customer_name=row.buyer_name,
            state=Standing(row.standing),  # type: ignore[attr-defined]  # annotated
            issued_at=row.issued_at,
            issued_on=row.issued_on,
            due_on=row.due_on,
            currency=row.currency,
            net_amount=row.net_amount,
            tax_amount=row.tax_amount,
            total_amount=row.total_amount,
            credited_amount=row.credited,  # type: ignore[attr-defined]
            paid_amount=row.paid if is_invoice else 0,  # type: ignore[attr-defined]
            due_amount=row.due,  # type: ignore[attr-defined]
            corrects=row.corrects.code if row.corrects else "",
            is_test=row.is_test or row.order.is_test,
            pdf_url=pdf_address(row.pk, reader=reader, now=now),
        )


class StatementWanted(Schema):
    """With which business (its slug), and from which day to which, on its clock; of `real` money, `test` money or `all`. Where
    nobody says which, it is real money once a company has live keys."""

    business: str
    first_on: date
    last_on: date
    money: Money | None = None


class MovementOut(Schema):
    """One row: `invoice`, `credit_note`, `payment` or `refund`. `amount` is below nothing where less is owed from it on;
    `balance_amount` is what is owed then. `paid_with` is what money came by."""

    on: date
    what: str
    number: str
    paid_with: str
    method: str
    amount: int
    balance_amount: int
    pdf_url: str


class StatementOut(Schema):
    """What a customer owed a business before the first day, what happened, and what they owe after the last."""

    customer_id: UUID
    customer_name: str
    business: str
    business_name: str
    currency: str
    first_on: date
    last_on: date
    opening_amount: int
    closing_amount: int
    movements: list[MovementOut]

    @classmethod
    def of(cls, found: Statement, reader: Actor, now: datetime) -> Self:
        rows, balance = [], found.opening_amount
        for row in found.movements:
            balance += row.amount
            rows.append(
                MovementOut(
                    on=row.on,
                    what=row.what,
                    number=row.number,
                    paid_with=row.paid_with,
                    method=row.method,
                    amount=row.amount,
                    balance_amount=balance,
                    pdf_url=pdf_address(row.document_id, reader=reader, now=now) if row.document_id else "",
                )
            )
        return cls(
            customer_id=found.customer.pk,
            customer_name=found.customer.name,
            business=found.business_slug,
            business_name=found.business_name,
            currency=found.currency,
            first_on=found.first_on,
            last_on=found.last_on,
            opening_amount=found.opening_amount,
            closing_amount=found.closing_amount,
            movements=rows,
        )
