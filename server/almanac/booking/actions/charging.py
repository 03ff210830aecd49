"""When each visit of a subscription is charged, where it is paid online, and what a moved visit means for its money:
docs/algorithms/series.md, paying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from almanac.booking.queries.charging import due_times, renewed_due_times
from almanac.business import queries as business
from almanac.business.policies import Charging, SubscriptionPolicy
from almanac.kit.actor import Actor
from almanac.payments import registry
from almanac.payments.actions import charges, dues, payees
from almanac.payments.actions.dues import open_payment
from almanac.payments.models import Refund
from almanac.payments.providers.base import PaymentMethod
from almanac.sales import actions as sales
from almanac.sales.models import Order, OrderLine, OrderState
from almanac.scheduling.events import AppointmentMoved
from almanac.scheduling.permissions import OPEN


@dataclass(frozen=True, slots=True)
class Schedule:
    """Lines of an order: those that are due with it, and those that are charged later, together at an instant."""

    now: list[UUID]
    later: list[tuple[datetime, list[UUID]]]
    carries_on: bool = False

    @property
    def needs_card(self) -> bool:
        """Whether something is charged later, of these or of the terms to come."""
        return bool(self.later) or self.carries_on


def agree_payment(
    *,
    actor: Actor,
    order: Order,
    method: PaymentMethod,
    paid: int,
    deposit_amount: int,
    keep_card: bool,
    renews: bool = False,
    now: datetime,
) -> None:
    """How an order that was just placed is paid, but for what was `paid` from gift cards: what is due with it
    (`deposit_amount` where it is paid by a page), and what is charged later on what the customer then keeps; in the caller's
    transaction. Who books visits that are charged later agrees to that with the terms; else only who asks for it (`keep_card`)
    in their own account. Of a term that `renews` a subscription nothing is due before its visits."""
    is_online = method.name in registry.online()
    schedule = schedule_of(order, now=now, first_later=renews) if is_online else Schedule([], [])
    if is_online and renews:
        for due_at, line_ids in schedule.later:
            charges.plan(order=order, line_ids=line_ids, due_at=due_at)
        return
    is_own = actor.customer_id is not None and actor.customer_id == order.customer_id
    open_payment(
        actor=actor,
        order=order,
        method=method,
        paid=paid,
        due_line_ids=schedule.now if schedule.later else None,
        deposit_amount=deposit_amount,
        keep_card=is_online and (schedule.needs_card or (keep_card and is_own)),
        now=now,
    )
    for due_at, line_ids in schedule.later:
        charges.plan(order=order, line_ids=line_ids, due_at=due_at)


def schedule_of(order: Order, *, now: datetime, first_later: bool = False) -> Schedule:
    """When each line of an order that was just placed is due; those of a term's begin too, where they are charged later as the
    others (`first_later`). What costs nothing is charged never. One SQL query, and one for each business of subscriptions."""
    at_once: list[UUID] = []
    later: dict[datetime, list[UUID]] = {}
    series: dict[UUID, list[OrderLine]] = {}
    carries_on = False
    for line in order.lines.select_related("subscription", "appointment").order_by("position"):
        carries_on = carries_on or (line.subscription is not None and line.subscription.carries_on)
        if line.subscription_id and line.total_amount:
            series.setdefault(line.subscription_id, []).append(line)
        else:
            at_once.append(line.pk)
    for lines in series.values():
        for line, due in zip(lines, _due(lines, now=now, first_later=first_later), strict=True):
            if due is None:
                at_once.append(line.pk)
            else:
                later.setdefault(due, []).append(line.pk)
    return Schedule(at_once, sorted(later.items()), carries_on)


def follow_moved(event: AppointmentMoved, at: datetime) -> None:
    """A visit was given another time or person, by whomever and in whatever way. In its transaction: what is charged visit by
    visit is charged as long before the new time, at once where that has passed, and whoever does it now earns by it."""
    lines = OrderLine.objects.select_related("subscription", "appointment")
    line = lines.filter(appointment=event.appointment_id).first()
    if line is None:
        return
    payees.follow(line=line, staff_id=event.staff_id, now=at)
    if line.subscription and line.subscription.charging == Charging.PER_VISIT:
        charges.move(line_id=line.pk, due_at=max(_start(line) - _ahead(line), at))


def follow_restored(line_ids: Sequence[UUID], *, now: datetime) -> None:
    """Visits stand again: whoever does them earns by them, and where they are paid online, what is owed for each is charged at
    its time, or now where that passed."""
    online = set(registry.online())
    found = OrderLine.objects.filter(pk__in=line_ids).select_related("subscription", "appointment")
    for line in found.order_by("pk"):
        if line.appointment:
            payees.follow(line=line, staff_id=line.appointment.staff_member_id, now=now)
        if line.subscription and line.total_amount and line.subscription.payment_method in online:
            charges.restore(line_ids=[line.pk], due_at=max(_start(line) - _ahead(line), now))


def owe_what_came_back(*, refund_id: UUID, now: datetime) -> None:
    """What was on its way back for visits that stand again has gone: now it is owed, on the day or by a charge. Doing it twice
    changes nothing."""
    called_off = (Refund.Why.POLICY, Refund.Why.TEAM_CANCELLED)
    lines = OrderLine.objects.filter(
        payment_shares__refund_shares__refund=refund_id,
        payment_shares__refund_shares__refund__why__in=called_off,
        appointment__state__in=OPEN,
    )
    found = list(lines.order_by("pk").values_list("pk", "order_id").distinct())
    with transaction.atomic():
        for order_id in sorted({order_id for _, order_id in found}):
            order = sales.lock_order(order_id)
            if order.state == OrderState.CONFIRMED:
                dues.owe_again(order=order, now=now)
                follow_restored([line_id for line_id, own in found if own == order_id], now=now)


def _due(lines: Sequence[OrderLine], *, now: datetime, first_later: bool) -> list[datetime | None]:
    row = lines[0].subscription
    if row is None:
        raise LookupError("only lines of a subscription are charged later")
    hours = business.policy(row.business_id, SubscriptionPolicy).charge_hours_before
    starts = [_start(line) for line in lines]
    times = renewed_due_times if first_later else due_times
    return times(starts, charging=row.charging, hours_before=hours, zone=row.zone, now=now)


def _ahead(line: OrderLine) -> timedelta:
    """How long before its start a visit is charged."""
    return timedelta(hours=business.policy(line.business_id, SubscriptionPolicy).charge_hours_before)


def _start(line: OrderLine) -> datetime:
    if line.appointment is None:
        raise LookupError("a visit of a subscription has an appointment")
    return line.appointment.starts_at
