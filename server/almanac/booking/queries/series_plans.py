"""What a change of a subscription would do to each visit and to the money: docs/algorithms/series.md, promise 6. Reads alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.queries.changes import Change, cancel_refusal, fee_of, move_refusal
from almanac.booking.queries.series import problem_of
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
from almanac.catalog.errors import NotOnOffer
from almanac.engine import recurrence, series, slots
from almanac.engine.problem import Problem
from almanac.engine.recurrence import Occurrence, Recurrence
from almanac.engine.series import Fit
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed, NotFound
from almanac.payments.queries import refundable_of
from almanac.people.models import StaffMember
from almanac.places.models import Address
from almanac.sales.models import OrderState, SubscriptionChange
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import is_ahead
from almanac.scheduling.visits import VisitRequest

UNDONE_WITHIN = timedelta(hours=24)
UNDOES = (SeriesChangeKind.MOVE, SeriesChangeKind.PAUSE, SeriesChangeKind.CANCEL)
State = Appointment.State


def plan_of(actor: Actor, subscription_id: UUID, asked: Asked, *, now: datetime) -> Plan:
    """What the change would do now. Raises NotFound, NotAllowed (undoing is the team's; nothing left to undo; visits would come
    back to an order that is not paid yet), NotOnOffer."""
    found = following(actor, subscription_id)
    undoes = None
    if asked.kind is SeriesChangeKind.MOVE:
        items = _moved(found, asked, now)
    elif asked.kind is SeriesChangeKind.RESUME:
        items = _resumed(found, asked, now)
    elif asked.kind is SeriesChangeKind.UNDO:
        undoes = undoable(found, now)
        if undoes is None:
            raise NotAllowed
        items = _undone(found, undoes, now)
    else:
        items = _called_off(found, asked, now)
    if any(item.before is None and item.change.order.state == OrderState.PLACED for item in items):
        raise NotAllowed  # the order waits for its money: what was called off of it comes back when it is paid
    return Plan(found, asked, tuple(sorted(items, key=lambda item: item.occurs_on)), undoes)


def names_in(plan: Plan) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The names of the people and addresses a plan tells of. Two SQL queries."""
    spots = [spot for item in plan.items for spot in (item.before, item.after) if spot]
    people = StaffMember.objects.filter(pk__in={spot.staff_id for spot in spots}).values_list("pk", "name")
    places = Address.objects.filter(pk__in={spot.address_id for spot in spots if spot.address_id})
    return dict(people), {row.pk: str(row) for row in places}


def undoable(found: Following, now: datetime) -> SubscriptionChange | None:
    """The last change, as long as the team can undo it."""
    if found.party != Appointment.Party.STAFF:
        return None
    last = found.row.changes.order_by("-made_at", "-pk").first()
    can = last is not None and last.undone_at is None and last.kind in UNDOES
    return last if last and can and now - last.made_at < UNDONE_WITHIN else None


def _called_off(found: Following, asked: Asked, now: datetime) -> list[Item]:
    zone = ZoneInfo(found.row.zone)
    due = [
        change
        for change in found.changes
        if is_ahead(change.appointment, now)
        and asked.from_on <= change.appointment.starts_at.astimezone(zone).date()
        and (asked.until_on is None or change.appointment.starts_at.astimezone(zone).date() < asked.until_on)
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
    wished = [(change, _wished(found, change, asked)) for change in free]
    placed = _fitted(found, wished, asked=asked, address=address, now=now)
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


def _resumed(found: Following, asked: Asked, now: datetime) -> list[Item]:
    paused = {
        visit["appointment"]
        for change in found.row.changes.filter(kind=SeriesChangeKind.PAUSE, undone_at=None)
        for visit in change.visits
    }
    off = [
        change
        for change in found.changes
        if str(change.appointment.pk) in paused
        and change.appointment.state == State.CANCELLED
        and change.appointment.starts_at > now
        and (change.line.occurs_on or date.min) >= asked.from_on
    ]
    placed = _fitted(found, [(change, _as_is(change)) for change in off], asked=None, address=None, now=now)
    items = []
    for change, dated in placed:
        if dated.slot is None:
            items.append(Item(change, None, None, Fit.NOTHING, left_alone="nothing_fits"))
            continue
        after = Spot(dated.slot.start, dated.slot.end, UUID(dated.slot.staff_ids[0]), change.appointment.address_id)
        items.append(Item(change, None, after, dated.fit, owed_amount=_unpaid(change)))
    return items


def _undone(found: Following, last: SubscriptionChange, now: datetime) -> list[Item]:
    by_appointment = {str(change.appointment.pk): change for change in found.changes}
    pairs = [
        (change, visit)
        for visit in last.visits
        if (change := by_appointment.get(visit["appointment"])) and visit["before"]
    ]
    is_open = _open_at(found, [(change, spot_from(visit["before"])) for change, visit in pairs], now=epoch(now))
    items = []
    for change, visit in pairs:
        back = spot_from(visit["before"])
        now_at = None if change.appointment.state == State.CANCELLED else spot_of(change.appointment)
        if spot_kept(now_at) != visit["after"]:
            items.append(Item(change, now_at, now_at, left_alone="changed_since"))
        elif back.start <= epoch(now):
            items.append(Item(change, now_at, now_at, left_alone="over"))
        elif not is_open[change.line.pk]:
            items.append(Item(change, now_at, now_at, Fit.NOTHING, left_alone="taken"))
        else:
            items.append(Item(change, now_at, back, owed_amount=0 if now_at else _unpaid(change)))
    return items


def address_of(found: Following, asked: Asked) -> Address | None:
    """The address a change names, one of the customer's own. Raises NotFound."""
    if asked.address_id is None:
        return None
    row = Address.objects.filter(pk=asked.address_id, customer=found.row.customer_id, archived_at=None).first()
    if row is None:
        raise NotFound
    return row


def _wished(found: Following, change: Change, asked: Asked) -> Occurrence:
    """Where the visit would be: as many days from its date as the first one moves, at the same wall time."""
    on = change.line.occurs_on or date.min
    if asked.starts_at is None:
        return Occurrence(on, change.appointment.starts)
    first = datetime.fromtimestamp(asked.starts_at, ZoneInfo(found.row.zone))
    rule = Recurrence(zone=found.row.zone, first_on=on, minutes=first.hour * 60 + first.minute, count=1)
    return Occurrence(on, recurrence.starts_at(rule, on + (first.date() - asked.from_on)))


def _as_is(change: Change) -> Occurrence:
    return Occurrence(change.line.occurs_on or date.min, change.appointment.starts)


def _fitted(
    found: Following,
    wished: Sequence[tuple[Change, Occurrence]],
    *,
    asked: Asked | None,
    address: Address | None,
    now: datetime,
) -> list[tuple[Change, series.Dated]]:
    """Where each fits. Two SQL queries and a few for what is on offer, for all visits of one length and person together."""
    ignoring = _claims(change for change, _ in wished)
    problems: dict[tuple[object, ...], Problem] = {}
    placed = []
    for change, date_ in wished:
        appointment = change.appointment
        staff_id = (asked.staff_id if asked else None) or appointment.staff_member_id
        if asked and asked.starts_at is None and asked.staff_id is None and address is None:
            continue
        alike = (appointment.ends - appointment.starts, appointment.address_id, staff_id, appointment.seats)
        if alike not in problems:
            request = found.request(change, address)
            if asked and asked.staff_id:
                request = _given_to(found, request, change, asked.staff_id)
            same = [d for c, d in wished if c.appointment.ends - c.appointment.starts == alike[0]]
            problems[alike] = problem_of(request, same, staff_id=staff_id, now=epoch(now), ignoring=ignoring)
        placed.append((change, series.fit_one(problems[alike], date_, staff_id=str(staff_id))))
    return placed


def _given_to(found: Following, request: VisitRequest, change: Change, staff_id: UUID) -> VisitRequest:
    """With this person first: the team may choose any who deliver the service, a customer those at the same price."""
    found.wish(change).offer.offering_of(staff_id)
    segment = request.segments[0]
    if str(staff_id) not in segment.staff_ids and not change.by_team:
        raise NotOnOffer(what="staff_member", service_id=change.appointment.service_id)
    others = [each for each in segment.staff_ids if each != str(staff_id)]
    return replace(request, segments=(replace(segment, staff_ids=(str(staff_id), *others)),))


def _open_at(found: Following, wanted: Sequence[tuple[Change, Spot]], *, now: int) -> dict[UUID, bool]:
    """Whether each visit could be at its spot, once all of them have left where they are now; by line."""
    ignoring = _claims(change for change, _ in wanted)
    problems: dict[tuple[object, ...], Problem] = {}
    answer = {}
    for change, spot in wanted:
        alike = (spot.staff_id, spot.end - spot.start, spot.address_id, change.appointment.seats)
        if alike not in problems:
            there = [
                Occurrence(other.line.occurs_on or date.min, at.start)
                for other, at in wanted
                if at.start > now and at.staff_id == spot.staff_id
            ]
            if not there:
                answer[change.line.pk] = False
                continue
            request = found.request_at(change, spot, stood_there=True)
            problems[alike] = problem_of(request, there, staff_id=spot.staff_id, now=now, ignoring=ignoring)
        answer[change.line.pk] = slots.find(problems[alike], spot.start, (str(spot.staff_id),)) is not None
    return answer


def _claims(changes: Iterable[Change]) -> dict[UUID, int]:
    return {change.appointment.claim_id: change.appointment.seats for change in changes if change.appointment.claim_id}


def _unpaid(change: Change) -> int:
    return change.line.total_amount - change.line.paid_amount
