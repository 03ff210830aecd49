"""How scheduling refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from almanac.engine.facts import Code
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


@dataclass(frozen=True)
class Objection:
    """One rule that a wished time breaks, with the engine's facts, and whether those who look after it may do it anyway."""

    code: Code
    may_override: bool
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    until: datetime | None = None
    need: int | None = None
    have: int | None = None
    why: str = ""


@dataclass(eq=False)
class NotFree(AlmanacError):
    """The team's wish breaks rules that nobody may put aside, or some that were not agreed to; nothing was changed."""

    code = "not_free"
    status = 409
    title = "That time cannot be taken as it stands"
    objections: list[Objection] = field(default_factory=list)


@dataclass(frozen=True)
class GiveTo:
    """Somebody who could take a visit over at its time; `agreed` is sent along when it is given to them."""

    staff_member_id: UUID
    name: str
    agreed: list[Code] = field(default_factory=list)


@dataclass(frozen=True)
class BrokenVisit:
    """A booked visit that a change would break, by which rules, and what mends it.

    `move_to` is the nearest free time with the same people, `give_to` somebody else at the same time and price. With
    neither the customer has to be called. `zone` is the staff member's; `revision` is the appointment's.
    """

    appointment_id: UUID
    revision: int
    starts_at: datetime
    ends_at: datetime
    zone: str
    staff_member_id: UUID
    staff_name: str
    customer_name: str
    service: str
    codes: list[Code]
    move_to: datetime | None = None
    give_to: GiveTo | None = None


@dataclass(eq=False)
class BookingsChanged(AlmanacError):
    """The change breaks visits that were not shown; nothing was saved. The fields are those of a preview."""

    code = "bookings_changed"
    status = 409
    title = "This would break visits that you have not seen yet"
    broken: list[BrokenVisit]
    unnamed: int
    broken_already: int
    seen: str


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


@dataclass(eq=False)
class AnsweredAlready(AlmanacError):
    """Somebody else granted or refused this time off, or it was taken back, a moment ago."""

    code = "answered_already"
    status = 409
    title = "This was answered already"
    state: str
