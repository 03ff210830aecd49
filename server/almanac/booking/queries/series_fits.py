"""Where the visits of a subscription fit when several of them move, come back, or go where they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.queries.changes import Change
from almanac.booking.queries.series import problem_of
from almanac.booking.queries.series_parts import Asked, Following, places_of
from almanac.catalog.errors import NotOnOffer
from almanac.engine import recurrence, series, slots
from almanac.engine.problem import Problem
from almanac.engine.recurrence import Occurrence, Recurrence
from almanac.engine.series import Dated, Fit
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import StaffMember
from almanac.places.models import Address
from almanac.scheduling.permissions import can_give_to
from almanac.scheduling.queries.spots import Spot
from almanac.scheduling.visits import VisitRequest

Wished = Sequence[tuple[Change, Occurrence]]


def address_of(found: Following, asked: Asked) -> Address | None:
    """The address a change names, one of the customer's own. Raises NotFound."""
    if asked.address_id is None:
        return None
    row = Address.objects.filter(pk=asked.address_id, customer=found.row.customer_id, archived_at=None).first()
    if row is None:
        raise NotFound
    return row


def wished_of(found: Following, change: Change, asked: Asked) -> Occurrence:
    """Where the visit would be: as many days from its date as the first one moves, at the same wall time; where no new time is
    asked for, as it is."""
    on = change.line.occurs_on or date.min
    if asked.starts_at is None:
        return as_is(change)
    first = datetime.fromtimestamp(asked.starts_at, ZoneInfo(found.row.zone))
    rule = Recurrence(zone=found.row.zone, first_on=on, minutes=first.hour * 60 + first.minute, count=1)
    return Occurrence(on, recurrence.starts_at(rule, on + (first.date() - asked.from_on)))


def as_is(change: Change) -> Occurrence:
    """Where the visit is, or was when it was called off."""
    return Occurrence(change.line.occurs_on or date.min, change.appointment.starts)


def fitted(
    found: Following, wished: Wished, *, asked: Asked | None, address: Address | None, now: datetime
) -> list[tuple[Change, Dated]]:
    """Where each fits, none at a time that another of them is given. Who finds nothing stays, so that nobody is given that time
    either: then all are looked for anew. Two SQL queries and a few for what is on offer, for all visits of one length and person
    together, each time."""
    staying: list[tuple[Change, Dated]] = []
    going = list(wished)
    while True:
        placed = _placed(found, going, asked=asked, address=address, now=now)
        stuck = {change.line.pk for change, dated in placed if dated.slot is None and change.appointment.claim_id}
        staying += [each for each in placed if each[0].line.pk in stuck]
        if not stuck:
            return [*placed, *staying]
        going = [each for each in going if each[0].line.pk not in stuck]


def _placed(
    found: Following, wished: Wished, *, asked: Asked | None, address: Address | None, now: datetime
) -> list[tuple[Change, Dated]]:
    """Where each fits when all of them have left where they are, one after another."""
    ignoring = _claims(change for change, _ in wished)
    problems: dict[tuple[object, ...], Problem | None] = {}
    given: list[tuple[Problem, Dated]] = []
    placed = []
    for change, date_ in wished:
        appointment = change.appointment
        staff_id = (asked.staff_id if asked else None) or appointment.staff_member_id
        if asked and asked.starts_at is None and asked.staff_id is None and address is None:
            continue
        alike = (appointment.ends - appointment.starts, appointment.address_id, staff_id, appointment.seats)
        if alike not in problems:
            request = _asked_of(found, change, address, asked.staff_id if asked else None)
            same = [d for c, d in wished if c.appointment.ends - c.appointment.starts == alike[0]]
            problems[alike] = (
                problem_of(request, same, staff_id=staff_id, now=epoch(now), ignoring=ignoring) if request else None
            )
            for before, dated in given:
                problems[alike] = _standing(problems[alike], before, dated)
        problem = problems[alike]
        dated = series.fit_one(problem, date_, staff_id=str(staff_id)) if problem else _nothing(date_)
        placed.append((change, dated))
        if problem and dated.slot:
            given.append((problem, dated))
            problems = {key: _standing(each, problem, dated) for key, each in problems.items()}
    return placed


def _standing(problem: Problem | None, of: Problem, dated: Dated) -> Problem | None:
    """The question once a visit that was placed by another one stands."""
    if problem is None or dated.slot is None:
        return problem
    return series.with_visit(problem, dated.slot, of.ask)


def _nothing(date_: Occurrence) -> Dated:
    return Dated(date_, Fit.NOTHING, None)


def _asked_of(found: Following, change: Change, address: Address | None, staff_id: UUID | None) -> VisitRequest | None:
    """Asked of those alone who can be booked: whoever has the visit by now may have left, or take no more. Where somebody is
    named they come first: the team may name any who deliver the service and whom the actor may give work, a customer those at
    the same price. None: of nobody. Raises NotOnOffer, NotAllowed."""
    offer, request = found.wish(change).offer, found.request(change, address)
    segment = request.segments[0]
    people = bookable(found, change)
    if staff_id is not None:
        offer.offering_of(staff_id)
        if change.by_team and not can_give_to(change.actor, staff_id):
            raise NotAllowed
        if str(staff_id) not in people and not change.by_team:
            raise NotOnOffer(what="staff_member", service_id=change.appointment.service_id)
        people = [str(staff_id), *(each for each in people if each != str(staff_id))]
    return replace(request, segments=(replace(segment, staff_ids=tuple(people)),)) if people else None


def bookable(found: Following, change: Change) -> list[str]:
    """Who could be booked for a visit at the price it was sold at, by the team those whom the actor may give work."""
    on_offer = {each.staff_id for each in found.wish(change).offer.offerings}
    people = [each for each in found.request(change).segments[0].staff_ids if each in on_offer]
    return [each for each in people if not change.by_team or can_give_to(change.actor, UUID(each))]


def open_at(found: Following, wanted: Sequence[tuple[Change, Spot]], *, now: int) -> dict[UUID, bool]:
    """Whether each visit could be at its spot, once all of them have left where they are now; by line. Nobody comes who has left
    us."""
    ignoring = _claims(change for change, _ in wanted)
    here = StaffMember.objects.filter(pk__in={spot.staff_id for _, spot in wanted}, archived_at=None)
    with_us = set(here.values_list("pk", flat=True))
    places = places_of(wanted)
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
            if not there or spot.staff_id not in with_us:
                answer[change.line.pk] = False
                continue
            request = found.request_at(change, spot, places, stood_there=True)
            problems[alike] = problem_of(request, there, staff_id=spot.staff_id, now=now, ignoring=ignoring)
        answer[change.line.pk] = slots.find(problems[alike], spot.start, (str(spot.staff_id),)) is not None
    return answer


def _claims(changes: Iterable[Change]) -> dict[UUID, int]:
    return {change.appointment.claim_id: change.appointment.seats for change in changes if change.appointment.claim_id}
