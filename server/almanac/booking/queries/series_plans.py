"""What a change of a subscription would do to each visit and to the money: docs/algorithms/series.md, promise 6. Reads alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from almanac.booking.queries.changes import Change, cancel_refusal, fee_of, is_late, move_refusal
from almanac.booking.queries.moved_prices import There, service_price
from almanac.booking.queries.series_fits import address_of, as_is, fitted, open_at, wished_of
from almanac.booking.queries.series_parts import (
    Asked,
    Following,
    Item,
    Plan,
    SeriesChangeKind,
    following,
)
from almanac.booking.queries.series_passes import given_up, taken_again
from almanac.booking.queries.series_pauses import day_of, to_resume, wait_for_money
from almanac.catalog.queries.pricing import rules_of
from almanac.engine.series import Fit
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed
from almanac.kit.localized import FALLBACK
from almanac.payments.queries import refundable_of
from almanac.payments.shares import splits_of
from almanac.people.models import StaffMember
from almanac.places.models import Address
from almanac.sales.models import SubscriptionChange
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import UNDONE_WITHIN, is_ahead
from almanac.scheduling.queries.spots import Spot, spot_from, spot_kept, spot_of

UNDOES = (SeriesChangeKind.MOVE, SeriesChangeKind.PAUSE, SeriesChangeKind.RESUME, SeriesChangeKind.CANCEL)
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
        if undoes is None or wait_for_money(visits_of(found, undoes)):
            raise NotAllowed
        items = _undone(found, undoes, now)
    else:
        items = _called_off(found, asked, now)
    items = taken_again(_priced(found, items, now), as_it_was=undoes is not None)
    in_order = tuple(sorted(items, key=lambda item: item.occurs_on))
    cancels = asked.kind is SeriesChangeKind.CANCEL
    is_whole = found.may_end(now) if cancels else found.is_whole(now)
    stay = found.others_from(asked.from_on, now) if cancels else 0
    return Plan(found, asked, in_order, undoes, resumes, is_whole, stay)


def names_in(plan: Plan) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The names of the people and addresses a plan tells of. Two SQL queries."""
    spots = [spot for item in plan.items for spot in (item.before, item.after) if spot]
    people = StaffMember.objects.filter(pk__in={spot.staff_id for spot in spots}).values_list("pk", "name")
    places = Address.objects.filter(pk__in={spot.address_id for spot in spots if spot.address_id})
    return dict(people), {row.pk: str(row) for row in places}


def undoable(found: Following, now: datetime) -> SubscriptionChange | None:
    """The last change that was not undone, as long as the team can undo it: those who look after all of its visits. One after the
    other, the last first, all that was changed within a day can be undone. One of `visits_of` it that waits for its order's money
    keeps it from being undone now."""
    if found.party != Appointment.Party.STAFF:
        return None
    made = found.row.changes.filter(undone_at=None, kind__in=UNDOES, made_at__gt=now - UNDONE_WITHIN)
    last = made.order_by("-made_at", "-pk").first()
    if last is None:
        return None
    seen = {str(change.appointment.pk) for change in found.changes}
    return last if {visit["appointment"] for visit in last.visits} <= seen else None


def visits_of(found: Following, change: SubscriptionChange) -> list[Change]:
    """Those that a change did something to, of those the actor sees."""
    touched = {visit["appointment"] for visit in change.visits}
    return [each for each in found.changes if str(each.appointment.pk) in touched]


def _called_off(found: Following, asked: Asked, now: datetime) -> list[Item]:
    due = [
        change
        for change in found.changes
        if is_ahead(change.appointment, now)
        and asked.from_on <= day_of(found, change)
        and (asked.until_on is None or day_of(found, change) < asked.until_on)
    ]
    paid = refundable_of([change.line.pk for change in due])
    items, off = [], []
    for change in due:
        refused = cancel_refusal(change, now)
        fee = fee_of(change, found.party, now)
        back = max(0, paid.get(change.line.pk, 0) - fee)
        before = spot_of(change.appointment)
        if refused:
            items.append(Item(change, before, before, left_alone=refused))
        else:
            for_pass = given_up(change.line, late=is_late(change, found.party, now))
            off.append(Item(change, before, None, refund_amount=back, fee_amount=fee, for_pass=for_pass))
    return items + _split(off)


def _split(off: Sequence[Item]) -> list[Item]:
    """With how it goes back, and whose the rest is. One SQL query."""
    splits = splits_of((item.change.line, item.refund_amount) for item in off)
    return [replace(item, split=splits[item.change.line.pk]) for item in off]


def _priced(found: Following, items: list[Item], now: datetime) -> list[Item]:
    """With what the visits that move would cost more by the prices of now; a customer does not move to an address where it costs
    more, as with one visit. Two SQL queries where any moves."""
    spots = [spot for item in items for spot in (item.before, item.after) if spot]
    if not any(_moves(item) for item in items):
        return items
    there = Address.objects.filter(pk__in={spot.address_id for spot in spots if spot.address_id})
    postcodes: dict[UUID | None, str] = dict(there.values_list("pk", "postcode"))
    rules = rules_of([found.row.business_id], FALLBACK)

    def price(item: Item, spot: Spot, address_id: UUID | None) -> int:
        at = There(spot.start, spot.end, spot.staff_id, postcodes.get(address_id, ""))
        return service_price(item.change.line, found.wish(item.change), at, rules, now=now)

    priced = []
    for item in items:
        if not _moves(item) or item.before is None or item.after is None:
            priced.append(item)
            continue
        before, after = item.before, item.after
        is_theirs = found.party == Appointment.Party.CUSTOMER and before.address_id != after.address_id
        if is_theirs and price(item, before, after.address_id) > price(item, before, before.address_id):
            priced.append(Item(item.change, before, before, left_alone="costs_more"))
            continue
        more = price(item, after, after.address_id) - price(item, before, before.address_id)
        priced.append(replace(item, more_amount=more))
    return priced


def _moves(item: Item) -> bool:
    return item.before is not None and item.after is not None and not item.left_alone


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
    if wait_for_money(off):
        raise NotAllowed
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
    pairs = [(change, visit) for visit in last.visits if (change := by_appointment.get(visit["appointment"]))]
    items, going = [], []
    off = [change for change, visit in pairs if visit["before"] is None]
    items += _off_again(found, off, {visit["appointment"]: visit["after"] for _, visit in pairs}, now)
    for change, visit in pairs:
        if visit["before"] is None:
            continue
        back = spot_from(visit["before"])
        now_at = None if change.appointment.state == State.CANCELLED else spot_of(change.appointment)
        if (spot_kept(now_at) if now_at else None) != visit["after"]:
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


def _off_again(found: Following, due: Sequence[Change], stood_at: Mapping[str, object], now: datetime) -> list[Item]:
    """Visits that stood again are called off once more, by the team: all that was paid for them goes back."""
    paid = refundable_of([change.line.pk for change in due])
    items, off = [], []
    for change in due:
        appointment = change.appointment
        now_at = None if appointment.state == State.CANCELLED else spot_of(appointment)
        if (spot_kept(now_at) if now_at else None) != stood_at[str(appointment.pk)]:
            items.append(Item(change, now_at, now_at, left_alone="changed_since"))
        elif not is_ahead(appointment, now):
            items.append(Item(change, now_at, now_at, left_alone="over"))
        else:
            for_pass = given_up(change.line, late=False)
            off.append(Item(change, now_at, None, refund_amount=paid.get(change.line.pk, 0), for_pass=for_pass))
    return items + _split(off)


def _unpaid(changes: Sequence[Change]) -> dict[UUID, int]:
    """What each line would owe: what was paid for it less all that goes back of that, also what is still on its way. One SQL
    query."""
    paid = refundable_of([change.line.pk for change in changes])
    return {change.line.pk: change.line.total_amount - paid.get(change.line.pk, 0) for change in changes}
