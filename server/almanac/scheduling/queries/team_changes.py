"""What a change by the team would mean: another start, length or person for a visit, at the price it was sold for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.business.policies import Policies
from almanac.business.queries import policies_of
from almanac.catalog.models import Venue
from almanac.catalog.queries.offers import bookable_offerings
from almanac.engine.facts import Code
from almanac.engine.problem import Place, Segment, Slot
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import StaffMember
from almanac.scheduling.errors import Objection, WrongState
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import can_give_to, is_ahead, visible_to, works_on
from almanac.scheduling.queries.objections import objections
from almanac.scheduling.visits import VisitRequest, rules_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What the team wants for one appointment: a start, and a length or a person where those change too."""

    starts_at: int  # epoch seconds
    minutes: int | None = None
    staff_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The visit as it is, and what scheduling is asked so that it becomes as wished. Nothing is locked or written."""

    target: Appointment
    visit: tuple[Appointment, ...]
    staff_member: StaffMember  # who does the target's service afterwards
    request: VisitRequest
    slot: Slot
    is_delivered: bool

    @property
    def starts_at(self) -> int:
        return self.slot.start + sum(item.duration for item in self.request.segments[: self._position])

    @property
    def ends_at(self) -> int:
        return self.starts_at + self.request.segments[self._position].duration

    @property
    def is_handed_on(self) -> bool:
        """Whether somebody else does it afterwards."""
        return self.staff_member.pk != self.target.staff_member_id

    @property
    def changes_nothing(self) -> bool:
        return (self.starts_at, self.ends_at, self.staff_member.pk) == (
            self.target.starts,
            self.target.ends,
            self.target.staff_member_id,
        )

    @property
    def _position(self) -> int:
        return [item.pk for item in self.visit].index(self.target.pk)


def plan(actor: Actor, appointment_id: UUID, wish: Wish, *, now: datetime) -> Plan:
    """What the wish asks of the whole visit: its other services move along, those of the same person go along too.

    What was sold stays: services, place, seats, price. Raises NotFound, NotAllowed, WrongState.
    """
    target = visible_to(actor).select_related("staff_member", "customer").filter(pk=appointment_id).first()
    if target is None:
        raise NotFound
    visit = _visit(target)
    check_may(actor, visit, now=now)
    taker = _taker(actor, target, wish)
    staff_ids = tuple(
        str(taker.pk if item.staff_member_id == target.staff_member_id else item.staff_member_id) for item in visit
    )
    lengths = [
        wish.minutes * 60 if wish.minutes and item.pk == target.pk else item.ends - item.starts for item in visit
    ]
    start = visit[0].starts + wish.starts_at - target.starts
    return Plan(
        target=target,
        visit=visit,
        staff_member=taker,
        request=request_of(visit, staff_ids, lengths, policies_of({target.business_id})[target.business_id]),
        slot=Slot(start, start + sum(lengths), staff_ids),
        is_delivered=taker.pk == target.staff_member_id or _delivers(taker, visit, target.staff_member_id),
    )


def objections_to(planned: Plan, *, now: datetime, is_given_back: bool = False) -> list[Objection]:
    """What stands against the plan; with the visit's own time ignored until it is given back."""
    own = {} if is_given_back else seats_of(planned.visit)
    found = objections(planned.request, planned.slot, now=clock.epoch(now), ignoring=own)
    return found if planned.is_delivered else [Objection(code=Code.NOT_OFFERED, may_override=False), *found]


def check_may(actor: Actor, visit: Sequence[Appointment], *, now: datetime) -> None:
    """Whoever changes a visit looks after all of it, and before it begins. Raises NotAllowed, WrongState."""
    for item in visit:
        if not works_on(actor, item):
            raise NotAllowed
        if not is_ahead(item, now):
            raise WrongState(state=item.state)


def _visit(target: Appointment) -> tuple[Appointment, ...]:
    rows = Appointment.objects.filter(visit_id=target.visit_id).exclude(state=Appointment.State.CANCELLED)
    visit = tuple(rows.select_related("service", "address").order_by("position"))
    if target.pk not in {item.pk for item in visit}:
        raise WrongState(state=target.state)
    return visit


def _taker(actor: Actor, target: Appointment, wish: Wish) -> StaffMember:
    if wish.staff_id is None or wish.staff_id == target.staff_member_id:
        return target.staff_member
    if not can_give_to(actor, wish.staff_id):
        raise NotAllowed
    found = StaffMember.objects.filter(
        pk=wish.staff_id, business=target.business_id, archived_at=None, is_bookable=True
    ).first()
    if found is None:
        raise NotFound
    return found


def _delivers(taker: StaffMember, visit: Sequence[Appointment], old_staff_id: UUID) -> bool:
    wanted = {item.service_id for item in visit if item.staff_member_id == old_staff_id}
    offered = bookable_offerings(wanted).filter(staff_member=taker).values_list("service_id", flat=True)
    return wanted <= set(offered)


def request_of(
    visit: Sequence[Appointment], staff_ids: Sequence[str], lengths: Sequence[int], policies: Policies
) -> VisitRequest:
    """The same services again by these people, each so many seconds long; the rows come with service and address."""
    first = visit[0]
    address = first.address if first.venue == Venue.CUSTOMER else None
    return VisitRequest(
        business_id=first.business_id,
        segments=tuple(
            Segment(
                service_id=str(item.service_id),
                duration=length,
                buffer_before=item.buffer_before_seconds,
                buffer_after=item.buffer_after_seconds,
                capacity=item.service.capacity,
                staff_ids=(staff_id,),
            )
            for item, staff_id, length in zip(visit, staff_ids, lengths, strict=True)
        ),
        rules=rules_of(policies.booking_with(first.service.booking_rules), policies.travel),
        place=Place(address.latitude, address.longitude) if address else None,
        seats=first.seats,
    )


def seats_of(visit: Sequence[Appointment]) -> dict[UUID, int]:
    """The seats a visit has in each of its claims."""
    seats: dict[UUID, int] = {}
    for item in visit:
        if item.claim_id is not None:
            seats[item.claim_id] = max(seats.get(item.claim_id, 0), item.seats)
    return seats
