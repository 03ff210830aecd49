"""Changing many visits of a subscription at once, as it was shown, in one transaction. docs/algorithms/series.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from almanac.booking.actions.changes import check_reason
from almanac.booking.actions.charging import follow_restored
from almanac.booking.errors import PackageUsedUp, PlanChanged, TimesGone
from almanac.booking.queries.renewals import notice_at
from almanac.booking.queries.series_parts import (
    Asked,
    ForPass,
    Item,
    Plan,
    SeriesChangeKind,
    places_of,
    visit_kept,
    waits_for_yes,
)
from almanac.booking.queries.series_pauses import pauses_of
from almanac.booking.queries.series_plans import plan_of
from almanac.engine.problem import Slot
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import NotAllowed
from almanac.payments.actions import charges, dues, passes, refunds, transfers
from almanac.payments.models import Refund
from almanac.payments.queries import refundable_of
from almanac.places.models import Address
from almanac.sales import actions as sales
from almanac.sales import subscriptions
from almanac.sales.errors import PassChanged
from almanac.sales.models import OrderLine, Subscription, SubscriptionChange
from almanac.scheduling.actions import changes as scheduling
from almanac.scheduling.actions.changes import Moving, Restoring
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.locks import contention, lock_staff
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import OPEN
from almanac.scheduling.visits import VisitRequest


def change_series(
    *, actor: Actor, subscription_id: UUID, asked: Asked, token: str, reason: str = "", now: datetime
) -> Plan:
    """Do what a plan said, all of it or nothing; tells the plan. `token` is that of the plan that was agreed to.

    Raises NotFound, NotAllowed, NotOnOffer, ReasonMissing, TimesGone (a time is not free any more), PackageUsedUp (as many visits
    are not left of a package), PlanChanged when it would do anything else by now.
    """
    people = _people(plan_of(actor, subscription_id, asked, now=now))
    try:
        with contention(), transaction.atomic():
            row = subscriptions.lock_subscription(subscription_id)
            lock_staff(people)
            plan = plan_of(actor, subscription_id, asked, now=now)
            if plan.token != token or not _people(plan) <= people:
                raise PlanChanged
            if plan.is_empty:
                raise NotAllowed
            if plan.undoes:
                _check_whole(plan)
            for item in plan.done[:1]:
                check_reason(item.change, reason)
            _carry_out(actor, plan, reason=reason, now=now)
            _write_down(actor, row, plan, now=now)
    except (
        SlotTaken,
        WrongState,
        PassChanged,
    ) as lost:  # somebody was faster with a time or the last visit of a package
        raise PlanChanged from lost
    return plan


def _check_whole(plan: Plan) -> None:
    """An undoing is whole or not at all."""
    missing = {why: [item.occurs_on for item in plan.items if item.left_alone == why] for why in ("taken", "package")}
    if missing["taken"]:
        raise TimesGone(dates=missing["taken"])
    if missing["package"]:
        raise PackageUsedUp(dates=missing["package"])


def _people(plan: Plan) -> set[UUID]:
    """Everybody whose time is given back or taken."""
    return {spot.staff_id for item in plan.done for spot in (item.before, item.after) if spot}


def _carry_out(actor: Actor, plan: Plan, *, reason: str, now: datetime) -> None:
    off = [item for item in plan.done if item.after is None]
    moved = [item for item in plan.done if item.before and item.after]
    back = [item for item in plan.done if item.before is None]
    for item in off:
        scheduling.cancel_appointment(
            actor=actor, appointment_id=item.change.appointment.pk, by=plan.party, reason=reason, now=now
        )
    lines = [(item.change.line, item.refund_amount, item.for_pass is ForPass.USED) for item in off]
    _settle(actor, lines, by_customer=plan.party == Appointment.Party.CUSTOMER, now=now)
    places = places_of((item.change, item.after) for item in plan.done if item.after)
    if moved:
        scheduling.move_many(actor, _moves(plan, moved, places), now=now, by=plan.party, check=None, reason=reason)
    if back:
        waited = _waited(plan)
        wanted = [
            Restoring(appointment.pk, _request(plan, item, places), _slot(item), waited[str(appointment.pk)])
            for item in back
            if (appointment := item.change.appointment)
        ]
        scheduling.restore_many(actor=actor, wanted=wanted, now=now)
        for order_id in sorted({item.change.order.pk for item in back}):
            order = sales.revive(actor=actor, order_id=order_id, now=now)
            dues.owe_again(order=order, now=now)
        passes.stand_again([item.change.line.pk for item in back], actor=actor, now=now)
        follow_restored([item.change.line.pk for item in back], now=now)


def _waited(plan: Plan) -> dict[str, bool]:
    """Whether each visit waited for the team's yes when it was called off, by its appointment: then it does so again."""
    told, found = pauses_of(plan.row).told, {}
    for item in plan.done:
        line, appointment = item.change.line, item.change.appointment
        waited = told.get(str(appointment.pk), {}).get("waited")
        found[str(appointment.pk)] = waits_for_yes(line, appointment) if waited is None else bool(waited)
    return found


def _moves(plan: Plan, moved: Sequence[Item], places: Mapping[UUID | None, Address]) -> list[Moving]:
    found = []
    for item in moved:
        if item.after is None:
            continue
        request = _request(plan, item, places)
        found.append(Moving(item.change.appointment.visit_id, request, _slot(item), item.after.address_id))
    return found


def _request(plan: Plan, item: Item, places: Mapping[UUID | None, Address]) -> VisitRequest:
    if item.after is None:
        raise LookupError("a visit that is called off asks for nothing")
    return plan.of.request_at(item.change, item.after, places, stood_there=plan.undoes is not None)


def _slot(item: Item) -> Slot:
    if item.after is None:
        raise LookupError("a visit that is called off has no slot")
    return Slot(item.after.start, item.after.end, (str(item.after.staff_id),))


def _settle(actor: Actor, off: Sequence[tuple[OrderLine, int, bool]], *, by_customer: bool, now: datetime) -> None:
    """What follows for the orders of lines that were called off, each with what goes back of it and whether it is late: what is
    left of each order, no charge to come, visits of packages, and one refund of all that goes back."""
    by_order: dict[UUID, list[tuple[OrderLine, int]]] = defaultdict(list)
    for line, back, _ in off:
        by_order[line.order_id].append((line, back))
    for order_id in sorted(by_order):
        for line, _ in by_order[order_id]:
            if line.appointment_id:
                sales.settle_after_cancellation(actor=actor, appointment_id=line.appointment_id, now=now)
        dues.owe_what_stands(order_id=order_id, now=now)
        charges.withdraw(line_ids=[line.pk for line, _ in by_order[order_id]])
    passes.call_off_many({line.pk: is_late for line, _, is_late in off}, actor=actor, now=now)
    for order_id in sorted(by_order):
        amounts = {line.pk: back for line, back in by_order[order_id] if back}
        if amounts:
            why = Refund.Why.POLICY if by_customer else Refund.Why.TEAM_CANCELLED
            refunds.ask(actor=actor, order=sales.lock_order(order_id), amounts=amounts, why=why, now=now)
        transfers.confirm_if_paid(order_id=order_id, now=now)  # all that is left of it may be paid by a package


def pause_unpaid(*, subscription_id: UUID, now: datetime) -> bool:
    """A charge was given up: what is still to come of the subscription is called off and what was paid for it goes back, until
    somebody lets it go on. False where it is not running (any more)."""
    due = OrderLine.objects.filter(subscription=subscription_id, appointment__starts_at__gt=now)
    due = due.filter(appointment__state__in=OPEN).select_related("appointment")
    with transaction.atomic():
        row = subscriptions.lock_subscription(subscription_id)
        lines = list(due.order_by("occurs_on"))
        if row.state != subscriptions.State.ACTIVE or not (lines or subscriptions.goes_on(row)):
            return False
        lock_staff({line.appointment.staff_member_id for line in due if line.appointment})
        paid = refundable_of([line.pk for line in lines])
        visits = [visit_kept(line, line.appointment) for line in lines if line.appointment]
        for line in lines:
            if line.appointment_id:
                scheduling.cancel_appointment(
                    actor=SYSTEM, appointment_id=line.appointment_id, by=Appointment.Party.SYSTEM, now=now
                )
        _settle(SYSTEM, [(line, paid.get(line.pk, 0), False) for line in lines], by_customer=False, now=now)
        subscriptions.write_change(
            actor=SYSTEM,
            row=row,
            kind=SeriesChangeKind.PAUSE,
            party=Appointment.Party.SYSTEM,
            visits=visits,
            from_on=now.astimezone(ZoneInfo(row.zone)).date(),
            now=now,
        )
        subscriptions.stand(row, paused_from=pauses_of(row).paused_from, now=now)
    return True


def _write_down(actor: Actor, row: Subscription, plan: Plan, *, now: datetime) -> None:
    """What was done, and how the subscription stands afterwards."""
    asked = plan.asked
    made = subscriptions.write_change(
        actor=actor,
        row=row,
        kind=asked.kind,
        party=plan.party,
        visits=[item.kept() for item in plan.done],
        from_on=asked.from_on,
        until_on=asked.until_on,
        is_whole=plan.is_whole,
        now=now,
    )
    if plan.resumes:
        subscriptions.resume_pauses(made, plan.resumes, from_on=asked.from_on)
    if plan.ends:
        subscriptions.end_with_these(row)
    if plan.undoes:
        SubscriptionChange.objects.filter(pk=plan.undoes.pk).update(undone_at=now)
        subscriptions.pause_again(plan.undoes)
        if plan.carries_on_again:
            subscriptions.carry_on_again(row, notice_at=notice_at(row))
    subscriptions.stand(row, paused_from=pauses_of(row).paused_from, is_over=plan.ends, now=now)
