"""Lines of a bank's statement: kept once each, booked as payments of orders, or set aside."""

from __future__ import annotations

from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from almanac.business.models import Business
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.payments import statements
from almanac.payments.actions import steps
from almanac.payments.actions.takings import record_taking
from almanac.payments.bank_tables import BankLine, BankStatement
from almanac.payments.errors import AlreadyDecided, OtherCurrency
from almanac.payments.events import BankLineBooked, BankLineSetAside, StatementRead
from almanac.payments.permissions import can_see_accounts
from almanac.payments.providers.bank_transfer import BANK_TRANSFER
from almanac.payments.statements import Columns, Statement
from almanac.payments.step_tables import StepKind
from almanac.sales.models import Order


def keep_statement(
    *, actor: Actor, business: Business, content: bytes, columns: Columns | None, now: datetime
) -> tuple[Statement, int]:
    """Keep the lines of money in of a file that no file brought before; what was read, and how many are new. Emits
    StatementRead. Raises NotAllowed, Unreadable, ColumnsUnknown."""
    if not can_see_accounts(actor):
        raise NotAllowed
    found = statements.read(content, currency=business.currency, columns=columns)
    with transaction.atomic():
        before = BankLine.objects.filter(business=business).count()
        row = BankStatement.objects.create(business=business, layout=found.layout, uploaded_by_id=actor.user_id)
        BankLine.objects.bulk_create(
            [
                BankLine(
                    business=business,
                    statement=row,
                    digest=line.digest,
                    booked_on=line.booked_on,
                    amount=line.amount,
                    currency=business.currency,
                    payer=line.payer,
                    text=line.text,
                )
                for line in found.lines
            ],
            ignore_conflicts=True,  # it came in an earlier file
            batch_size=500,
        )
        new = BankLine.objects.filter(business=business).count() - before
        emit(StatementRead(statement_id=row.pk, business_id=business.pk, lines=new), actor=actor, at=now)
    return found, new


def book_line(*, actor: Actor, line_id: UUID, number: str, now: datetime) -> BankLine:
    """Book a line as a payment of the order of this number, whole: what the order does not owe is to be given back. The same
    again changes nothing. Emits BankLineBooked. Raises NotAllowed, NotFound, AlreadyDecided, OtherCurrency."""
    if not can_see_accounts(actor):
        raise NotAllowed
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).filter(number=number).first()
        line = _locked(line_id)
        if order is None or order.business_id != line.business_id:
            raise NotFound
        if line.payment is not None and line.payment.order_id == order.pk:
            return line
        if line.payment is not None or line.set_aside_at is not None:
            raise AlreadyDecided
        if order.currency != line.currency:
            raise OtherCurrency(currency=order.currency)
        line.payment = record_taking(
            actor=actor,
            order=order,
            method=BANK_TRANSFER,
            amount=line.amount,
            came_at=_noon(line),
            now=now,
        )
        _decided(line, actor)
        steps.write(line.payment, StepKind.MATCHED, at=now, actor=actor, amount=line.amount, about=line.pk)
        fact = BankLineBooked(
            line_id=line.pk,
            payment_id=line.payment.pk,
            order_id=order.pk,
            business_id=line.business_id,
            amount=line.amount,
            currency=line.currency,
        )
        emit(fact, actor=actor, at=now)
    return line


def set_aside(*, actor: Actor, line_id: UUID, is_aside: bool, now: datetime) -> BankLine:
    """A line is of no order, or is to be looked at after all. Emits BankLineSetAside. Raises NotAllowed, NotFound,
    AlreadyDecided where it is booked."""
    if not can_see_accounts(actor):
        raise NotAllowed
    with transaction.atomic():
        line = _locked(line_id)
        if line.payment_id is not None:
            raise AlreadyDecided
        if (line.set_aside_at is not None) is not is_aside:
            line.set_aside_at = now if is_aside else None
            _decided(line, actor)
            emit(BankLineSetAside(line.pk, line.business_id, is_aside), actor=actor, at=now)
    return line


def _locked(line_id: UUID) -> BankLine:
    rows = BankLine.objects.select_for_update(of=("self",)).select_related("business", "payment__order", "decided_by")
    line = rows.filter(pk=line_id).first()
    if line is None:
        raise NotFound
    return line


def _decided(line: BankLine, actor: Actor) -> None:
    line.decided_by_id = actor.user_id
    line.revision += 1
    line.save()


def _noon(line: BankLine) -> datetime:
    """When it came: the bank tells the day alone."""
    return datetime.combine(line.booked_on, time(12), ZoneInfo(line.business.zone)).astimezone(UTC)
