"""The people, services and customers that the crowd fights over, made in the throw-away database by one of its processes."""

from __future__ import annotations

from typing import Any

from almanac.catalog.models import Offering
from almanac.engine.assignment import AssignmentRule
from almanac.engine.problem import Rules, Segment
from almanac.people.models import Customer, StaffMember
from almanac.scheduling.models import Appointment
from almanac.scheduling.tests import factories
from almanac.scheduling.visits import VisitRequest

BUFFER_MINUTES = 10
RULES = Rules(slot_interval=900, horizon_days=3650)


def build(*, people: int, capacity: int = 1) -> dict[str, Any]:
    """Staff members who work day and night, a one-hour service with buffers, a session with seats, a customer."""
    members = [factories.staff(f"Staff {number}", hours=(0, 24)) for number in range(people)]
    service = factories.service()
    Offering.objects.bulk_create(Offering(service=service, staff_member=member) for member in members)
    return {
        "staff": [str(member.pk) for member in members],
        "service": str(service.pk),
        "session": str(factories.service(capacity=capacity).pk),
        "customer": str(factories.customer().pk),
    }


def request(service: str, staff: list[str], *, capacity: int = 1, seats: int = 1, in_a_row: int = 1) -> VisitRequest:
    """One hour, or several in a row, by any of these people, with 10 minutes before and after."""
    buffer = BUFFER_MINUTES * 60 if capacity == 1 else 0
    segment = Segment(
        service_id=service,
        duration=3600,
        buffer_before=buffer,
        buffer_after=buffer,
        capacity=capacity,
        staff_ids=tuple(staff),
    )
    return VisitRequest(
        business_id=StaffMember.objects.values_list("business_id", flat=True).get(pk=staff[0]),
        segments=(segment,) * in_a_row,
        rules=RULES,
        seats=seats,
        assignment=AssignmentRule.LEAST_BUSY,
    )


def move_request(visit_id: str, staff: list[str]) -> VisitRequest:
    """What to ask for in order to move a visit to any of these people."""
    return factories.again(visit_id, rules=RULES, by=staff)


def count() -> dict[str, int]:
    """How many rows there are."""
    return {"appointments": Appointment.objects.count(), "customers": Customer.objects.count()}


COMMANDS = {"build": build, "count": count}
