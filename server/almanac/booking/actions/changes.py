"""Changes to a booked visit within the rules it was sold under: call it off, or give it another time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from almanac.booking.errors import ConsequenceChanged, ReasonMissing, TooLateToChange
from almanac.booking.queries.changes import (
    Change,
    MoneyBack,
    cancel_refusal,
    change_of,
    check_may_give,
    fee_of,
    is_late,
    money_back,
    move_refusal,
    party_of,
)
from almanac.booking.queries.elsewhere import address_for, check_price, search_at
from almanac.kit.actor import Actor
from almanac.payments.actions import charges, dues, passes, refunds, transfers
from almanac.payments.models import ChargedLine, Refund
from almanac.sales import actions as sales
from almanac.sales.models import OrderLine, OrderState
from almanac.scheduling.actions import changes as scheduling
from almanac.scheduling.models import Appointment
from almanac.scheduling.visits import VisitRequest

Check = Callable[[Appointment], None]


@dataclass(frozen=True, slots=True)
class Cost:
    """What calling a visit off costs, in minor units, and whether a visit of a package is lost by it (`late`). What of the
    fee was not paid is owed where `is_owed`, charged where `charged_to` names something; else it is let go."""

    fee: int = 0
    late: bool = False
    is_owed: bool = False
    charged_to: str = ""
    about: str = "cancel"


NOTHING = Cost()
Costing = Callable[[Change], Cost]


def cancel(*, actor: Actor, appointment_id: UUID, reason: str, now: datetime, shown: str | None) -> None:
    """Call a visit off and give its time back, and of what was paid for it what the policy it was sold under says; with its
    last visit the order is cancelled and owes nothing. Called off by the team, all that was paid goes back.

    Raises NotFound, NotAllowed, TooLateToChange, ReasonMissing, WrongState (somebody was faster), ConsequenceChanged when
    it would mean anything else by now than what was `shown` (the token of what was; None: a program asks, who was shown nothing).
    """
    change = change_of(actor, appointment_id)
    by = party_of(change)
    check = _allowed(change, partial(cancel_refusal, charging=True), now)
    check_reason(change, reason)
    carry_out_cancel(change, by=by, reason=reason, check=check, now=now, shown=shown)


def move(
    *,
    actor: Actor,
    appointment_id: UUID,
    starts_at: int,
    staff_id: UUID | None,
    address_id: UUID | None = None,
    now: datetime,
    reason: str = "",
) -> None:
    """Give a visit another start (epoch seconds), person, or address of its customer's. Services in a row move together, and
    `staff_id` then does all.

    Raises NotFound, NotAllowed (of the team, for somebody whose visits the actor does not look after too), TooLateToChange,
    ReasonMissing, InvalidInput (an address where nobody comes to the customer), CostsMoreThere, SlotTaken.
    """
    change = change_of(actor, appointment_id)
    by = party_of(change)
    check = _allowed(change, move_refusal, now)
    check_reason(change, reason)
    check_may_give(change, staff_id)
    address = address_for(change, address_id)
    search = search_at(change, address)
    check_price(change, address, search, now=now)
    carry_out_move(
        change,
        search.request,
        starts_at=starts_at,
        staff_id=staff_id,
        address_id=address.pk if address else None,
        by=by,
        reason=reason,
        check=check,
        now=now,
    )


def check_reason(change: Change, reason: str) -> None:
    """Raises ReasonMissing where the rules of the sale want one."""
    if change.needs_reason and not reason.strip():
        raise ReasonMissing


def carry_out_cancel(
    change: Change,
    *,
    by: str,
    reason: str,
    check: Check,
    now: datetime,
    shown: str | None,
    costing: Costing | None = None,
) -> None:
    """Call it off, with what follows for the order; it costs what the rules say, or `costing`. Raises what `check` raises,
    WrongState, ConsequenceChanged."""
    appointment_id = change.appointment.pk
    cost = Cost()

    def also_cost(appointment: Appointment) -> None:
        """As the visit is under the lock: one that was moved or confirmed meanwhile may cost something else."""
        nonlocal cost
        check(appointment)
        locked = replace(change, appointment=appointment)
        cost = costing(locked) if costing else cost_of(locked, by, now)

    with transaction.atomic():
        scheduling.cancel_appointment(
            actor=change.actor, appointment_id=appointment_id, by=by, now=now, reason=reason, check=also_cost
        )
        money = settle_cancelled(
            actor=change.actor,
            appointment_id=appointment_id,
            cost=cost,
            by_customer=by == Appointment.Party.CUSTOMER,
            now=now,
        )
        if shown is not None and money and shown != money.token:
            raise ConsequenceChanged(
                refund_amount=money.refund_amount, fee_amount=money.fee_amount, currency=change.order.currency
            )
        if change.order.state == OrderState.PLACED:  # what is left of it may be paid: then it stands
            transfers.confirm_if_paid(order_id=change.order.pk, now=now)


def cost_of(change: Change, by: str, now: datetime) -> Cost:
    """By the rules it was sold under."""
    fee = fee_of(change, by, now)
    charged_to = change.charged_to if fee > change.line.paid_amount else ""
    return Cost(fee, is_late(change, by, now), is_owed=bool(charged_to), charged_to=charged_to)


def carry_out_move(
    change: Change,
    request: VisitRequest,
    *,
    starts_at: int,
    staff_id: UUID | None,
    by: str,
    check: Check,
    now: datetime,
    address_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Give the whole visit another start or person, or an address that `request` is for. Raises what `check` raises, NotFound,
    WrongState, SlotTaken."""
    scheduling.move(
        actor=change.actor,
        visit_id=change.appointment.visit_id,
        request=request,
        start=starts_at,
        staff_ids=[str(staff_id)] * len(request.segments) if staff_id else None,
        address_id=address_id,
        by=by,
        reason=reason,
        check=check,
        now=now,
    )


def settle_cancelled(
    *,
    actor: Actor,
    appointment_id: UUID,
    now: datetime,
    cost: Cost = NOTHING,
    by_customer: bool = False,
) -> MoneyBack | None:
    """What follows for the order when a visit is called off or declined: of what was paid for it all but the fee goes
    back, and the visit of a package that it used unless it is late; what of the fee was not paid is owed where `cost` says so.
    Tells what that came to, none where it belongs to no order; doing it twice changes nothing."""
    with transaction.atomic():
        order = sales.settle_after_cancellation(actor=actor, appointment_id=appointment_id, now=now)
        if order is None:
            return None
        dues.owe_what_stands(order_id=order.pk, now=now)
        line = OrderLine.objects.select_related("order", "appointment").get(appointment_id=appointment_id)
        charges.withdraw(line_ids=[line.pk])
        used = passes.call_off(line_id=line.pk, is_late=cost.late, actor=actor, now=now)
        returns = not cost.late if used else None
        if line.appointment is None:
            return None
        money = money_back(
            line,
            line.appointment,
            fee=cost.fee,
            returns=returns,
            about=cost.about,
            charged_to=cost.charged_to,
        )
        if cost.is_owed and money.owed_amount:
            sales.keep_fee(line_id=line.pk, amount=cost.fee)
            dues.owe_again(order=line.order, now=now)
            if money.charged_to:
                charge_fee(line, now=now)
        if money.refund_amount:
            why = Refund.Why.POLICY if by_customer else Refund.Why.TEAM_CANCELLED
            amounts = {line.pk: money.refund_amount}
            refunds.ask(actor=actor, order=line.order, amounts=amounts, why=why, now=now)
        return money


def charge_fee(line: OrderLine, *, now: datetime) -> None:
    """What is owed of a line is charged to the kept card at once, unless it is to be already. In the caller's transaction."""
    if not ChargedLine.objects.filter(line=line, is_live=True, by_hand=False).exists():
        charges.plan(order=line.order, line_ids=[line.pk], due_at=now)


def _allowed(change: Change, refusal: Callable[[Change, datetime], str | None], now: datetime) -> Check:
    """Refuse what the rules refuse, now and again under the lock: a visit may have been moved, or handed on, meanwhile.

    Raises TooLateToChange, and so does the check it answers with.
    """

    line_of = {appointment.pk: line for line, appointment in change.visit}

    def check(appointment: Appointment) -> None:
        line = line_of.get(appointment.pk, change.line)
        reason = refusal(replace(change, appointment=appointment, line=line), now)
        if reason is not None:
            raise TooLateToChange(reason=reason, business_phone=change.line.business.phone)

    check(change.appointment)
    return check
