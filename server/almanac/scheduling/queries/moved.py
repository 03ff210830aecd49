"""Where an appointment was before it was moved last, as it is kept with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from almanac.scheduling.models import Appointment


@dataclass(frozen=True, slots=True)
class Where:
    """A time (epoch seconds), a person and an address; `by` moved it from there: `customer` or `staff`."""

    start: int
    end: int
    staff_id: UUID
    address_id: UUID | None
    by: str


def kept_place(appointment: Appointment, *, by: str) -> dict[str, Any]:
    """Where it is, about to be moved, to be kept as JSON."""
    return {
        "start": appointment.starts,
        "end": appointment.ends,
        "staff": str(appointment.staff_member_id),
        "address": str(appointment.address_id) if appointment.address_id else None,
        "by": by,
    }


def place_before(appointment: Appointment) -> Where | None:
    """Where it was before; None where it was never moved, or that was undone."""
    kept = appointment.moved_from
    if kept is None:
        return None
    address_id = UUID(kept["address"]) if kept["address"] else None
    return Where(kept["start"], kept["end"], UUID(kept["staff"]), address_id, kept["by"])
