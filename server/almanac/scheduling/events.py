"""What happened to appointments and to staff members' time, as facts for reactions, audit and webhooks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class AppointmentEvent(Event):
    """What all facts about one appointment say; `starts_at` is in epoch seconds."""

    appointment_id: UUID
    business_id: UUID
    staff_id: UUID
    customer_id: UUID
    starts_at: int


@dataclass(frozen=True, kw_only=True)
class AppointmentRequested(AppointmentEvent):
    """Reserved, and waiting for approval or payment."""

    name = "scheduling.appointment_requested"


@dataclass(frozen=True, kw_only=True)
class AppointmentConfirmed(AppointmentEvent):
    name = "scheduling.appointment_confirmed"


@dataclass(frozen=True, kw_only=True)
class AppointmentLapsed(AppointmentEvent):
    """Was to be paid before it stands, and was not in time; nobody had been told of it."""

    name = "scheduling.appointment_lapsed"


@dataclass(frozen=True, kw_only=True)
class RulesPutAside(AppointmentEvent):
    """Booked by the team against rules of the business, by their codes; the reason stands in the appointment."""

    name = "scheduling.rules_put_aside"
    codes: list[str]


@dataclass(frozen=True, kw_only=True)
class AppointmentMoved(AppointmentEvent):
    """Given another time, length, person or address, or several of these. `old_address_id`: where it was, if it is at another
    address now."""

    name = "scheduling.appointment_moved"
    ends_at: int
    old_starts_at: int
    old_ends_at: int
    old_staff_id: UUID
    by: str
    old_address_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AppointmentCancelled(AppointmentEvent):
    """Called off by `customer`, `staff` or `system`."""

    name = "scheduling.appointment_cancelled"
    by: str


@dataclass(frozen=True, kw_only=True)
class AppointmentDeclined(AppointmentEvent):
    """A request that the team could not take."""

    name = "scheduling.appointment_declined"


@dataclass(frozen=True, kw_only=True)
class AppointmentCompleted(AppointmentEvent):
    name = "scheduling.appointment_completed"


@dataclass(frozen=True, kw_only=True)
class AppointmentMissed(AppointmentEvent):
    """The customer was not there."""

    name = "scheduling.appointment_missed"


@dataclass(frozen=True, kw_only=True)
class MissedUndone(AppointmentEvent):
    """That the customer was not there was a mistake: it stands as before."""

    name = "scheduling.missed_undone"


@dataclass(frozen=True, kw_only=True)
class AppointmentNotServed(AppointmentEvent):
    """Nobody came to the customer: called off after all."""

    name = "scheduling.appointment_not_served"


@dataclass(frozen=True, kw_only=True)
class WorkingHoursChanged(Event):
    """Weekly hours, an override or time off of one staff member changed."""

    name = "scheduling.working_hours_changed"
    business_id: UUID
    staff_id: UUID
    what: str


@dataclass(frozen=True, kw_only=True)
class TimeOffEvent(Event):
    """What all facts about one absence say."""

    time_off_id: UUID
    business_id: UUID
    staff_id: UUID


@dataclass(frozen=True, kw_only=True)
class TimeOffRequested(TimeOffEvent):
    """Asked for, and waiting for a word; the calendar stays open."""

    name = "scheduling.time_off_requested"


@dataclass(frozen=True, kw_only=True)
class TimeOffAnswered(TimeOffEvent):
    """Granted or refused by somebody who may."""

    name = "scheduling.time_off_answered"
    granted: bool


@dataclass(frozen=True, kw_only=True)
class TimeOffWithdrawn(TimeOffEvent):
    """Taken back, whatever it was."""

    name = "scheduling.time_off_withdrawn"


@dataclass(frozen=True, kw_only=True)
class HolidaysChanged(Event):
    """Dates on which a whole business is closed were added or taken away."""

    name = "scheduling.holidays_changed"
    business_id: UUID
    added: list[date]
    removed: list[date]


@dataclass(frozen=True, kw_only=True)
class TimeBlocked(Event):
    """A staff member blocked time; `conflicts` are the appointments it lies over, to be solved by people."""

    name = "scheduling.time_blocked"
    business_id: UUID
    staff_id: UUID
    block_id: UUID
    conflicts: list[UUID]


@dataclass(frozen=True, kw_only=True)
class TimeUnblocked(Event):
    """Time that a staff member had blocked is open again."""

    name = "scheduling.time_unblocked"
    business_id: UUID
    staff_id: UUID
    block_id: UUID


@dataclass(frozen=True, kw_only=True)
class CalendarFeedChanged(Event):
    """Somebody's appointments can be read at a new secret address (`opened`), or at none any more (`closed`)."""

    name = "scheduling.calendar_feed_changed"
    user_id: UUID
    what: str
