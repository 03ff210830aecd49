"""Every way to take time that exists, as commands of the crowd's processes. Each raises SlotTaken with alternatives."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from almanac.engine.problem import Slot
from almanac.kit import clock
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.kit.errors import Conflict
from almanac.scheduling.actions import blocks, changes, holds, reservations
from almanac.scheduling.actions.team_changes import change_visit
from almanac.scheduling.errors import NotFree, SlotTaken
from almanac.scheduling.models import Appointment
from almanac.scheduling.queries.objections import SOFT
from almanac.scheduling.queries.team_changes import Wish
from almanac.scheduling.tests.factories import NOW
from almanac.scheduling.visits import Reservation, VisitRequest
from tests.races.world import move_request, request

HOUR = 3600


def hold(
    *, service: str, staff: list[str], start: int, owner: str, capacity: int = 1, seats: int = 1
) -> dict[str, Any]:
    """Keep a slot for fifteen minutes."""
    asked = request(service, staff, capacity=capacity, seats=seats)
    kept = holds.hold(actor=STRANGER, request=asked, start=start, owner=owner, minutes=15, now=NOW)
    return {"staff": list(kept.slot.staff_ids)}


def reserve(
    *,
    service: str,
    staff: list[str],
    starts: list[int],
    customer: str,
    capacity: int = 1,
    seats: int = 1,
    owner: str = "",
) -> dict[str, Any]:
    """Appointments at once, several visits in one go when there are several starts, all by the first person."""
    asked = request(service, staff, capacity=capacity, seats=seats)
    return _reserve(asked, [(start, (staff[0],)) for start in starts], customer, owner)


def reserve_row(*, service: str, staff: list[str], start: int, customer: str) -> dict[str, Any]:
    """Two services in a row by two people, in the order given."""
    return _reserve(request(service, staff, in_a_row=2), [(start, (staff[0], staff[1]))], customer, "")


def _reserve(
    asked: VisitRequest, wanted: list[tuple[int, tuple[str, ...]]], customer: str, owner: str
) -> dict[str, Any]:
    items = [
        Reservation(
            request=asked,
            slot=Slot(start, start + HOUR * len(people), people),
            customer_id=UUID(customer),
            venue="online",
            zone="Europe/London",
            state="confirmed",
            owner=owner,
            line="",
        )
        for start, people in wanted
    ]
    try:
        made = reservations.reserve(actor=STRANGER, reservations=items, now=NOW)
    except SlotTaken as refusal:  # as booking does, when its transaction is over
        near = holds.alternatives(asked, start=wanted[0][0], now=clock.epoch(NOW))
        raise SlotTaken(line=refusal.line, alternatives=near) from refusal
    return {"visits": [str(visit[0].visit_id) for visit in made], "appointments": [str(a.pk) for v in made for a in v]}


def move(*, visit: str, staff: list[str], start: int, at_most: int | None = None) -> dict[str, Any]:
    """Give a visit another start, by any of these people; `at_most` so often, as its customer may."""

    def check(appointment: Appointment) -> None:
        if at_most is not None and appointment.reschedules >= at_most:
            raise SlotTaken

    asked, by = move_request(visit, staff), "staff" if at_most is None else "customer"
    moved = changes.move(actor=SYSTEM, visit_id=UUID(visit), request=asked, start=start, by=by, check=check, now=NOW)
    return {"staff": [str(item.staff_member_id) for item in moved]}


def change(*, appointment: str, staff: str, start: int) -> dict[str, Any]:
    """A dispatcher gives an appointment another start and person, putting aside every rule that may be."""
    target = Appointment.objects.get(pk=appointment)
    wish = Wish(start, None, UUID(staff))
    try:
        change_visit(actor=SYSTEM, appointment_id=target.pk, wish=wish, agreed=SOFT, revision=None, now=NOW)
    except (NotFree, Conflict) as refusal:  # dispatchers are told why; the crowd wants to hear other times
        asked = move_request(str(target.visit_id), [staff])
        raise SlotTaken(alternatives=holds.alternatives(asked, start=start, now=clock.epoch(NOW))) from refusal
    return {"staff": [staff]}


def cancel(*, appointment: str) -> dict[str, Any]:
    """Call an appointment off."""
    changes.cancel_appointment(actor=SYSTEM, appointment_id=UUID(appointment), by="customer", now=NOW)
    return {}


def block(*, staff: list[str], start: int) -> dict[str, Any]:
    """The first person blocks an hour; says which appointments lay under it."""
    made = blocks.block_time(
        actor=SYSTEM,
        staff_id=UUID(staff[0]),
        starts_at=clock.instant(start),
        ends_at=clock.instant(start + HOUR),
        now=NOW,
    )
    return {"block": str(made.block.pk), "conflicts": [str(found) for found in made.conflicts]}


WAYS = {
    "hold": hold,
    "reserve": reserve,
    "reserve_row": reserve_row,
    "move": move,
    "change": change,
    "cancel": cancel,
    "block": block,
}
