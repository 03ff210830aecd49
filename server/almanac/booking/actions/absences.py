"""One side was not there: said by whoever looks after the visit, or reported by its customer and said yes to
(docs/algorithms/cancellation.md). The order of locks: the visit, its people, the order, the package."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.actions.changes import Cost, charge_fee, settle_cancelled
from almanac.booking.errors import ConsequenceChanged, MoneyMoved
from almanac.booking.queries.absences import Absent, absence_money, consequence_of
from almanac.booking.queries.changes import Change, MoneyBack, change_of
from almanac.engine.cancellation import ALL
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.payments.actions import charges, dues, passes, refunds
from almanac.payments.models import ChargedLine, Refund, RefundShare
from almanac.sales import actions as sales
from almanac.sales.errors import PassChanged
from almanac.scheduling.actions import changes as scheduling
from almanac.scheduling.actions import states
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import works_on


def mark_no_show(*, actor: Actor, appointment_id: UUID, shown: str, now: datetime) -> None:
    """The customer was not there: the fee of the policy is kept or owed, what was paid beyond it goes back. `shown` is the token
    of what was.

    Raises NotFound, NotAllowed, WrongState, ConsequenceChanged.
    """
    change = change_of(actor, appointment_id)
    with transaction.atomic():
        visit = states.mark_no_show(actor=actor, appointment_id=appointment_id, now=now)
        money = _settle_missed(replace(change, appointment=visit), now=now)
        check_shown(change, money, shown)


def undo_no_show(*, actor: Actor, appointment_id: UUID, now: datetime) -> None:
    """The mark was a mistake: the visit stands and costs what it did, the visit of a package too. Raises NotFound, NotAllowed,
    WrongState, MoneyMoved (also where what went back to the package was used since)."""
    change = change_of(actor, appointment_id)
    with transaction.atomic():
        visit = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
        since = visit.missed_at
        states.undo_no_show(actor=actor, appointment_id=appointment_id, now=now)
        order = sales.lock_order(change.order.pk)
        back = RefundShare.objects.filter(share__line=change.line.pk).exclude(refund__state=Refund.State.FAILED)
        if since is None or back.filter(refund__created_at__gte=since).exists():
            raise MoneyMoved
        try:
            passes.stand_again([change.line.pk], actor=actor, now=now)
        except PassChanged as used:
            raise MoneyMoved from used
        _stop_charge(change.line.pk, since)
        sales.keep_fee(line_id=change.line.pk, amount=None)
        dues.owe_what_stands(order_id=order.pk, now=now)


def mark_not_served(*, actor: Actor, appointment_id: UUID, reason: str, shown: str, now: datetime) -> None:
    """Nobody came to the customer: everything goes back. Raises NotFound, NotAllowed, WrongState, ConsequenceChanged."""
    change = change_of(actor, appointment_id)
    carry_out_not_served(change, reason=reason, shown=shown, now=now)


def carry_out_not_served(change: Change, *, reason: str, shown: str, now: datetime) -> None:
    """As `mark_not_served`, of a visit that was read. Raises NotAllowed, WrongState, ConsequenceChanged."""

    def theirs(appointment: Appointment) -> None:
        if not works_on(change.actor, appointment):
            raise NotAllowed

    with transaction.atomic():
        visit = scheduling.not_served(
            actor=change.actor, appointment_id=change.appointment.pk, reason=reason, now=now, check=theirs
        )
        sales.lock_order(change.order.pk)
        sales.keep_fee(line_id=change.line.pk, amount=None)
        passes.unearn(line_id=change.line.pk, now=now)
        money = settle_cancelled(
            actor=change.actor, appointment_id=visit.pk, cost=Cost(about=f"absent:{Absent.TEAM}"), now=now
        )
        check_shown(change, money, shown)


def check_shown(change: Change, money: MoneyBack | None, shown: str) -> None:
    """Raises ConsequenceChanged where it means anything else than what was shown."""
    if money is None or money.token != shown:
        raise ConsequenceChanged(
            refund_amount=money.refund_amount if money else 0,
            fee_amount=money.fee_amount if money else 0,
            currency=change.order.currency,
        )


def _stop_charge(line_id: UUID, since: datetime) -> None:
    """The charge of the fee is called off, as long as it was not tried. Raises MoneyMoved."""
    lines = ChargedLine.objects.filter(line=line_id, due_charge__created_at__gte=since)
    if lines.filter(due_charge__tries__gt=0).exists():
        raise MoneyMoved
    if lines.exists():
        charges.withdraw(line_ids=[line_id])


def _settle_missed(change: Change, *, now: datetime) -> MoneyBack:
    order, line = sales.lock_order(change.order.pk), change.line
    found = consequence_of(change, Absent.CUSTOMER)
    used = passes.call_off(line_id=line.pk, is_late=found.refund_percent < ALL, actor=change.actor, now=now)
    returns = found.refund_percent == ALL if used else None
    money = absence_money(change, Absent.CUSTOMER, fee=found.fee_amount, returns=returns)
    if money.refund_amount:
        amounts = {line.pk: money.refund_amount}
        refunds.ask(actor=change.actor, order=order, amounts=amounts, why=Refund.Why.POLICY, now=now)
    sales.keep_fee(line_id=line.pk, amount=found.fee_amount)
    if money.charged_to:
        charge_fee(line, now=now)
    dues.owe_what_stands(order_id=order.pk, now=now)
    return money
