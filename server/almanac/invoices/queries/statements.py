"""All that passed between a customer and a business in a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from almanac.business.policies import InvoicePolicy
from almanac.business.queries import by_slug, policy
from almanac.invoices.errors import PeriodWrong
from almanac.invoices.facts import Head, Moved, StatementFacts
from almanac.invoices.models import Invoice, Kind
from almanac.invoices.permissions import can_see_statement
from almanac.invoices.queries.documents import logo_of
from almanac.invoices.queries.money import day_of, documents_of, money_of
from almanac.invoices.queries.parties import seller_of, usual_address
from almanac.invoices.words import words_in
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.payments.modes import Money, money_wanted
from almanac.people.models import Customer

MOST_DAYS = 3 * 366


@dataclass(frozen=True, slots=True)
class Movement:
    """One thing that changed what a customer owes: `invoice`, `credit_note`, `payment` or `refund`; `amount` is below nothing
    where they owe less from it on. `document_id` where it is a document."""

    at: datetime
    on: date
    what: str
    amount: int
    number: str = ""
    method: str = ""
    paid_with: str = ""
    document_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What was owed before the first day, what happened, what was owed after the last: minor units of `currency`."""

    customer: Customer
    business_slug: str
    business_name: str
    currency: str
    first_on: date
    last_on: date
    opening_amount: int
    closing_amount: int
    movements: list[Movement]


def check_period(first_on: date, last_on: date) -> None:
    """Raises PeriodWrong."""
    if not 0 <= (last_on - first_on).days <= MOST_DAYS:
        raise PeriodWrong(most_days=MOST_DAYS)


def statement(
    actor: Actor, *, customer_id: UUID, business: str, first_on: date, last_on: date, money: Money | None = None
) -> Statement:
    """A customer's statement with a business, for whole days on its clock, of real or of test money. Eight SQL queries at most.

    Raises NotFound, also for that of others, PeriodWrong.
    """
    customer = Customer.objects.filter(pk=customer_id).first()
    if customer is None or not can_see_statement(actor, customer_id):
        raise NotFound
    check_period(first_on, last_on)
    seller = by_slug(business)
    apart = money_wanted(money).apart
    documents = Invoice.objects.filter(order__customer=customer_id, business=seller, currency=seller.currency)
    documents = documents.filter(documents_of(apart))
    found = [_of_document(row) for row in documents]
    lines = Q(line__order__customer=customer_id, line__business=seller, line__order__currency=seller.currency)
    lines &= Q() if apart is None else Q(line__order__is_test=apart)
    for each in money_of(lines):
        what, sign = ("refund", 1) if each.is_refund else ("payment", -1)
        on = day_of(each.at, seller.zone)
        found.append(Movement(each.at, on, what, sign * each.amount, method=each.method, paid_with=each.paid_with))
    found.sort(key=lambda row: (row.on, row.at, row.what != "invoice", row.number))
    opening = sum(row.amount for row in found if row.on < first_on)
    within = [row for row in found if first_on <= row.on <= last_on]
    return Statement(
        customer=customer,
        business_slug=seller.slug,
        business_name=seller.name,
        currency=seller.currency,
        first_on=first_on,
        last_on=last_on,
        opening_amount=opening,
        closing_amount=opening + sum(row.amount for row in within),
        movements=within,
    )


def statement_facts(found: Statement, language: str) -> StatementFacts:
    """All that is printed of a statement, in the reader's language."""
    words = words_in(language)
    business = by_slug(found.business_slug)
    seller = seller_of(business, policy(business.pk, InvoicePolicy))
    return StatementFacts(
        head=Head(
            seller,
            found.customer.name,
            usual_address(found.customer.pk),
            words.language,
            found.currency,
            logo_of(seller["logo_url"]),
        ),
        first_on=found.first_on,
        last_on=found.last_on,
        opening_amount=found.opening_amount,
        closing_amount=found.closing_amount,
        rows=tuple(
            Moved(
                row.what,
                row.on,
                row.amount,
                how=words.how(row.method, row.paid_with) if row.method else "",
                number=row.number,
            )
            for row in found.movements
        ),
    )


def _of_document(row: Invoice) -> Movement:
    is_credit = row.kind == Kind.CREDIT_NOTE
    return Movement(
        row.issued_at,
        row.issued_on,
        row.kind,
        -row.total_amount if is_credit else row.total_amount,
        number=row.code,
        document_id=row.pk,
    )
