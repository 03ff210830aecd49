"""How scheduling refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from almanac.kit.errors import AlmanacError


@dataclass(frozen=True)
class Alternative:
    """A time near the wanted one that was open a moment ago, with the person of each service."""

    starts_at: datetime
    ends_at: datetime
    staff_ids: list[UUID]


@dataclass(eq=False)
class SlotTaken(AlmanacError):
    """The time is not, or no longer, open. `line` says which visit of the basket; `alternatives` come nearest first."""

    code = "slot_taken"
    status = 409
    title = "That time was just taken"
    line: str = ""
    alternatives: list[Alternative] = field(default_factory=list)


@dataclass(eq=False)
class VisitTooLong(AlmanacError):
    """A visit with its buffers may not be longer than two days: one claim is never longer."""

    code = "visit_too_long"
    status = 422
    title = "That is too long for one visit"
    longest_seconds: int


@dataclass(eq=False)
class WrongState(AlmanacError):
    """What was asked does not fit the state the appointment is in."""

    code = "wrong_state"
    status = 409
    title = "That cannot be done with this appointment any more"
    state: str


@dataclass(eq=False)
class HoursOverlap(AlmanacError):
    """Two spans of one weekday overlap; which one was meant is not for us to guess."""

    code = "hours_overlap"
    status = 422
    title = "Two of these times overlap"
    weekday: int


@dataclass(eq=False)
class UnknownStaff(AlmanacError):
    """No staff member of this business has this id."""

    code = "unknown_staff_member"
    status = 404
    title = "We do not know this person"
    staff_id: UUID
