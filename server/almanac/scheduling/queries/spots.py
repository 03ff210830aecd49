"""Where an appointment is or was, as a value, and as it is kept as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from almanac.scheduling.models import Appointment


@dataclass(frozen=True, slots=True)
class Spot:
    """When, with whom and where a visit is; epoch seconds."""

    start: int
    end: int
    staff_id: UUID
    address_id: UUID | None


def spot_of(appointment: Appointment) -> Spot:
    """Where a visit is."""
    return Spot(appointment.starts, appointment.ends, appointment.staff_member_id, appointment.address_id)


def spot_kept(spot: Spot) -> dict[str, Any]:
    """As JSON."""
    return {name: str(value) if isinstance(value, UUID) else value for name, value in asdict(spot).items()}


def spot_from(kept: dict[str, Any]) -> Spot:
    """From the JSON of `spot_kept`; what else is kept with it is left alone."""
    there = kept["address_id"]
    return Spot(kept["start"], kept["end"], UUID(kept["staff_id"]), UUID(there) if there else None)
