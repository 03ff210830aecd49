"""What a change of a subscription would do to each visit and to the money: docs/algorithms/series.md, promise 6. Reads alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from almanac.booking.queries.changes import Change, cancel_refusal, fee_of, move_refusal
from almanac.booking.queries.series_fits import address_of, as_is, fitted, open_at, wished_of
from almanac.booking.queries.series_parts import (
    Asked,
    Following,
    Item,
    Plan,
    SeriesChangeKind,
    Spot,
    following,
    spot_from,
    spot_kept,
    spot_of,
)
from almanac.booking.queries.series_pauses import day_of, to_resume
from almanac.engine.series import Fit
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed
from almanac.payments.queries import refundable_of
from almanac.people.models import StaffMember
from almanac.places.models import Address
from almanac.sales.models import OrderState, SubscriptionChange
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import is_ahead

UNDONE_WITHIN = timedelta(hours=24)
UNDOES = (SeriesChangeKind.MOVE, SeriesChangeKind.PAUSE, SeriesChangeKind.CANCEL)
State = Appointment.State


def plan_of(actor: Actor, subscription_id: UUID, asked: Asked, *, now: datetime) -> Plan:
    """What the change would do now. Raises NotFound, NotAllowed (undoing is the team's; nothing left to undo; visits would come
    back to an order that is not paid yet), NotOnOffer."""
    found = following(actor, subscription_id)
    undoes: SubscriptionChange | None = None
    resumes: tuple[SubscriptionChange, ...] = ()
    if asked.kind is SeriesChangeKind.MOVE:
        items = _moved(found, asked, now)
    elif asked.kind is SeriesChangeKind.RESUME:
        items, resumes = _resumed(found, asked, now)
    elif asked.kind is SeriesChangeKind.UNDO:
        undoes = undoable(found, now)
        if undoes is None:
            raise NotAllowed
        items = _undone(found, undoes, now)
    else:
        items = _called_off(found, asked, now)
    if any(item.before is None and item.change.order.state == OrderState.PLACED for item in items):
        raise NotAllowed  # the order waits for its money: what was called off of it comes back when it is paid
    in_order = tuple(sorted(items, key=lambda item: item.occurs_on))
    return Plan(found, asked, in_order, undoes, resumes, found.is_whole(now))


def names_in(plan: Plan) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The names of the people and addresses a plan tells of. Two SQL queries."""
    spots = [spot for item in plan.items for spot in (item.before, item.after) if spot]
    people = StaffMember.objects.filter(pk__in={spot.staff_id for spot in spots}).values_list("pk", "name")
    places = Address.objects.filter(pk__in={spot.address_id for spot in spots if spot.address_id})
    return dict(people), {row.pk: str(row) for row in places}


def undoable(found: Following, now: datetime) -> SubscriptionChange | None:
    """The last change, as long as the team can undo it: those who look after all of its visits."""
    if found.party != Appointment.Party.STAFF:
        return None
    last = found.row.changes.order_by("-made_at", "-pk").first()
    if last is None or last.undone_at is not None or last.kind not in UNDOES or now - last.made_at >= UNDONE_WITHIN:
        return None
    seen = {str(change.appointment.pk) for change in found.changes}
    return last if {visit["appointment"] for visit in last.visits} <= seen else None


def _called_off(found: Following, asked: Asked, now: datetime) -> list[Item]:
    due = [
        change
        for change in found.changes
        if is_ahead(change.appointment, now)
        and asked.from_on <= day_of(found, change)
        and (asked.until_on is None or day_of(found, change) < asked.until_on)
    ]
    paid = refundable_of([change.line.pk for change in due])
    items = []
    for change in due:
        refused = cancel_refusal(change, now)
        fee = fee_of(change, found.party, now)
        back = max(0, paid.get(change.line.pk, 0) - fee)
        before = spot_of(change.appointment)
        items.append(
            Item(change, before, before, left_alone=refused)
            if refused
            else Item(change, before, None, refund_amount=back, fee_amount=fee)
        )
    return items


def _moved(found: Following, asked: Asked, now: datetime) -> list[Item]:
    ahead = [
        change
        for change in found.changes
        if is_ahead(change.appointment, now) and (change.line.occurs_on or date.min) >= asked.from_on
    ]
    refused = {change.line.pk: reason for change in ahead if (reason := move_refusal(change, now))}
    free = [change for change in ahead if change.line.pk not in refused]
    address = address_of(found, asked)
    wished = [(change, wished_of(found, change, asked)) for change in free]
    placed = fitted(found, wished, asked=asked, address=address, now=now)
    items = [
        Item(change, spot_of(change.appointment), spot_of(change.appointment), left_alone=refused[change.line.pk])
        for change in ahead
        if change.line.pk in refused
    ]
    for change, dated in placed:
        before = spot_of(change.appointment)
        if dated.slot is None:
            items.append(Item(change, before, before, Fit.NOTHING, left_alone="nothing_fits"))
            continue
        there = address.pk if address else change.appointment.address_id
        after = Spot(dated.slot.start, dated.slot.end, UUID(dated.slot.staff_ids[0]), there)
        if after != before:
            items.append(Item(change, before, after, dated.fit))
    return items


def _resumed(found: Following, asked: Asked, now: datetime) -> tuple[list[Item], tuple[SubscriptionChange, ...]]:
    off, resumes = to_resume(found, asked, now)
    placed = fitted(found, [(change, as_is(change)) for change in off], asked=None, address=None, now=now)
    owed = _unpaid(off)
    items = []
    for change, dated in placed:
        if dated.slot is None:
            items.append(Item(change, None, None, Fit.NOTHING, left_alone="nothing_fits"))
            continue
        after = Spot(dated.slot.start, dated.slot.end, UUID(dated.slot.staff_ids[0]), change.appointment.address_id)
        items.append(Item(change, None, after, dated.fit, owed_amount=owed[change.line.pk]))
    return items, resumes


def _undone(found: Following, last: SubscriptionChange, now: datetime) -> list[Item]:
    by_appointment = {str(change.appointment.pk): change for change in found.changes}
    pairs = [
        (change, visit)
        for visit in last.visits
        if (change := by_appointment.get(visit["appointment"])) and visit["before"]
    ]
    items, going = [], []
    for change, visit in pairs:
        back = spot_from(visit["before"])
        now_at = None if change.appointment.state == State.CANCELLED else spot_of(change.appointment)
        if spot_kept(now_at) != visit["after"]:
            items.append(Item(change, now_at, now_at, left_alone="changed_since"))
        elif back.start <= epoch(now):
            items.append(Item(change, now_at, now_at, left_alone="over"))
        else:
            going.append((change, now_at, back))
    is_open = open_at(found, [(change, back) for change, _, back in going], now=epoch(now))
    owed = _unpaid([change for change, now_at, _ in going if now_at is None])
    for change, now_at, back in going:
        if not is_open[change.line.pk]:
            items.append(Item(change, now_at, now_at, Fit.NOTHING, left_alone="taken"))
        else:
            items.append(Item(change, now_at, back, owed_amount=owed.get(change.line.pk, 0)))
    return items


def _unpaid(changes: Sequence[Change]) -> dict[UUID, int]:
    """What each line would owe: what was paid for it less all that goes back of that, also what is still on its way. One SQL
    query."""
    paid = refundable_of([change.line.pk for change in changes])
    return {change.line.pk: change.line.total_amount - paid.get(change.line.pk, 0) for change in changes}
