"""Undoing that one visit was moved: whether it can be, and where it would be again. Reads alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from almanac.booking.queries.changes import Change, change_of
from almanac.booking.queries.restoring import request_again
from almanac.catalog.errors import NotOnOffer
from almanac.engine.problem import Place, Slot
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed
from almanac.people.models import StaffMember
from almanac.places.models import Address
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import OPEN, UNDONE_WITHIN, can_give_to
from almanac.scheduling.queries.free import slots_at
from almanac.scheduling.queries.spots import Spot, spot_from, spot_of
from almanac.scheduling.visits import VisitRequest


@dataclass(frozen=True, slots=True)
class MoveBack:
    """A visit that was moved, where it was `before`: its `staff_name`, its `address` where it has one. `refused` says why that
    cannot be."""

    change: Change
    before: Spot
    staff_name: str
    address: Address | None
    refused: str

    @property
    def slot(self) -> Slot:
        """Where it was."""
        return Slot(self.before.start, self.before.end, (str(self.before.staff_id),))

    @property
    def token(self) -> str:
        """Names exactly this."""
        appointment = self.change.appointment
        told = (str(appointment.pk), appointment.revision, self.slot, str(self.before.address_id))
        return hashlib.sha256(repr(told).encode()).hexdigest()


def move_back_of(actor: Actor, appointment_id: UUID, *, now: datetime) -> MoveBack:
    """What it would mean now. Raises NotFound, NotAllowed (it is for those who look after the visit)."""
    change = change_of(actor, appointment_id)
    if not change.by_team:
        raise NotAllowed
    appointment = change.appointment
    was = appointment.moved_from
    before = spot_from(was) if was else spot_of(appointment)
    person = StaffMember.objects.get(pk=before.staff_id)
    address = Address.objects.filter(pk=before.address_id).first() if before.address_id else None
    found = MoveBack(change, before, person.name, address, "")
    return replace(found, refused="not_moved" if was is None else _refusal(found, person, now))


def request_back(found: MoveBack) -> VisitRequest:
    """What scheduling is asked for the visit where it was before: of what stood there no notice, grid or daily limit anew. Raises
    NotOnOffer."""
    request = request_again(found.change)
    length = found.before.end - found.before.start
    only = replace(request.segments[0], staff_ids=found.slot.staff_ids, duration=length)
    address = found.address
    there = Place(address.latitude, address.longitude) if address else request.place
    return replace(request, segments=(only,), place=there)


def _refusal(found: MoveBack, person: StaffMember, now: datetime) -> str:
    """`over` (it began, or would have), `too_late` (a day has passed), `in_a_row` (it is one of several services in a visit),
    `not_yours` (the asker does not look after that person's visits), `gone` (that person or address is), `taken`."""
    appointment, before, at = found.change.appointment, found.before, found.change.appointment.moved_at
    alike = Appointment.objects.filter(visit_id=appointment.visit_id).exclude(pk=appointment.pk)
    is_over = appointment.state not in OPEN or appointment.starts_at <= now or before.start <= epoch(now)
    no_address = before.address_id is not None and (found.address is None or found.address.archived_at is not None)
    given = before.staff_id != appointment.staff_member_id
    reasons = (
        ("over", is_over),
        ("too_late", at is None or now - at >= UNDONE_WITHIN),
        ("in_a_row", alike.exists()),
        ("not_yours", given and not can_give_to(found.change.actor, before.staff_id)),
        ("gone", person.archived_at is not None or no_address),
        ("taken", not is_over and not _is_free(found, now)),
    )
    return next((reason for reason, holds in reasons if holds), "")


def _is_free(found: MoveBack, now: datetime) -> bool:
    """Whether its time there is still free, once it has left where it is."""
    appointment = found.change.appointment
    own = {appointment.claim_id: appointment.seats} if appointment.claim_id else {}
    try:
        request = request_back(found)
    except NotOnOffer:
        return False
    start = found.before.start
    return bool(slots_at(request, start=start, now=epoch(now), staff_ids=found.slot.staff_ids, ignoring=own))
