"""What the API says of the team's calendar: compact rows, each thing named once and pointed at by its id."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple, Self
from uuid import UUID

from ninja import Schema

from almanac.catalog.models import Service, Venue
from almanac.engine.intervals import Span
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.localized import text_in
from almanac.people.models import StaffMember
from almanac.scheduling import permissions
from almanac.scheduling.models import Appointment, BusinessHoliday, BusyBlock, TimeOff
from almanac.scheduling.queries.calendar import Calendar, Hours, Taken


class Stretch(NamedTuple):
    """From and until, half-open."""

    starts_at: datetime
    ends_at: datetime


def _stretch(span: Span) -> Stretch:
    return Stretch(clock.instant(span[0]), clock.instant(span[1]))


class CalendarStaffOut(Schema):
    """A column: whose, on whose clock, what they deliver, and when they work. `open` is what the engine sees: overrides and
    holidays are in it, breaks are not yet taken out."""

    id: UUID
    name: str
    title: str
    photo_url: str
    business: str
    zone: str
    service_ids: list[UUID]
    open: list[Stretch]
    breaks: list[Stretch]
    can_change_hours: bool

    @classmethod
    def of(cls, row: StaffMember, hours: Hours, services: tuple[UUID, ...], actor: Actor, language: str) -> Self:
        return cls(
            id=row.pk,
            name=row.name,
            title=text_in(row.title, language),
            photo_url=row.photo_url,
            business=row.business.slug,
            zone=row.zone,
            service_ids=list(services),
            open=[_stretch(span) for span in hours.open],
            breaks=[_stretch(span) for span in hours.breaks],
            can_change_hours=permissions.can_change_hours(actor, row.pk),
        )


class CalendarServiceOut(Schema):
    """A service that somebody of the columns delivers; its length is the usual one."""

    id: UUID
    name: str
    business: str
    venue: Venue
    minutes: int
    capacity: int

    @classmethod
    def of(cls, row: Service, language: str) -> Self:
        return cls(
            id=row.pk,
            name=text_in(row.name, language),
            business=row.business.slug,
            venue=Venue(row.venue),
            minutes=row.duration_minutes,
            capacity=row.capacity,
        )


class CalendarAppointmentOut(Schema):
    """An appointment as a block of a calendar. `can_move`: the actor may give it another time, length or person."""

    id: UUID
    revision: int
    visit_id: UUID
    staff_member_id: UUID
    service_id: UUID
    service: str
    customer: str
    town: str
    postcode: str
    venue: Venue
    starts_at: datetime
    ends_at: datetime
    seats: int
    capacity: int
    state: Appointment.State
    can_move: bool

    @classmethod
    def of(cls, row: Appointment, actor: Actor, language: str, now: datetime) -> Self:
        return cls(
            id=row.pk,
            revision=row.revision,
            visit_id=row.visit_id,
            staff_member_id=row.staff_member_id,
            service_id=row.service_id,
            service=text_in(row.service.name, language),
            customer=row.customer.name,
            town=row.address.city if row.address else "",
            postcode=row.address.postcode if row.address else "",
            venue=Venue(row.venue),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            seats=row.seats,
            capacity=row.service.capacity,
            state=Appointment.State(row.state),
            can_move=permissions.can_change(actor, row, now),
        )


class CalendarBlockOut(Schema):
    """Time taken by something else; `is_ours` is what was blocked here and can be opened again."""

    id: UUID
    staff_member_id: UUID
    starts_at: datetime
    ends_at: datetime
    note: str
    is_ours: bool

    @classmethod
    def of(cls, taken: Taken, row: BusyBlock) -> Self:
        start, end = _stretch(taken.span)
        is_ours = row.source == BusyBlock.Source.OWN
        return cls(
            id=row.pk, staff_member_id=taken.staff_id, starts_at=start, ends_at=end, note=row.note, is_ours=is_ours
        )


class CalendarTimeOffOut(Schema):
    """An absence; one that is only asked for does not close the calendar yet."""

    id: UUID
    staff_member_id: UUID
    starts_at: datetime
    ends_at: datetime
    state: TimeOff.State

    @classmethod
    def of(cls, taken: Taken, row: TimeOff) -> Self:
        start, end = _stretch(taken.span)
        return cls(
            id=row.pk,
            staff_member_id=taken.staff_id,
            starts_at=start,
            ends_at=end,
            state=TimeOff.State(row.state),
        )


class CalendarHoldOut(Schema):
    """Time that somebody in the middle of booking keeps for some minutes."""

    staff_member_id: UUID
    starts_at: datetime
    ends_at: datetime


class CalendarHolidayOut(Schema):
    """A date on which a whole business is closed, on each staff member's own clock."""

    business: str
    on_date: date
    name: str

    @classmethod
    def of(cls, row: BusinessHoliday) -> Self:
        return cls(business=row.business.slug, on_date=row.on_date, name=row.name)


class CalendarOut(Schema):
    """Some dates of some people. What touches a date in anybody's zone is in it, so a little of the days around may be."""

    first_on: date
    last_on: date
    staff: list[CalendarStaffOut]
    services: list[CalendarServiceOut]
    appointments: list[CalendarAppointmentOut]
    blocks: list[CalendarBlockOut]
    time_off: list[CalendarTimeOffOut]
    holds: list[CalendarHoldOut]
    holidays: list[CalendarHolidayOut]

    @classmethod
    def of(cls, found: Calendar, actor: Actor, language: str, now: datetime) -> Self:
        return cls(
            first_on=found.first_on,
            last_on=found.last_on,
            staff=[
                CalendarStaffOut.of(
                    row, found.hours.get(row.pk, Hours()), found.delivers.get(row.pk, ()), actor, language
                )
                for row in found.staff
            ],
            services=[CalendarServiceOut.of(row, language) for row in found.services],
            appointments=[CalendarAppointmentOut.of(row, actor, language, now) for row in found.appointments],
            blocks=[
                CalendarBlockOut.of(taken, taken.row) for taken in found.blocks if isinstance(taken.row, BusyBlock)
            ],
            time_off=[
                CalendarTimeOffOut.of(taken, taken.row) for taken in found.time_off if isinstance(taken.row, TimeOff)
            ],
            holds=[
                CalendarHoldOut(staff_member_id=taken.staff_id, **_stretch(taken.span)._asdict())
                for taken in found.holds
            ],
            holidays=[CalendarHolidayOut.of(row) for row in found.holidays],
        )
