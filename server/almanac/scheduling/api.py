"""Doors to appointments, working hours, blocked time, and to why a time is not open."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from almanac.catalog.errors import NotOnOffer
from almanac.engine.codec import to_json
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.moments import Day, Instant
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of
from almanac.people.models import StaffMember
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown
from almanac.places.queries import locate
from almanac.scheduling.actions import blocks, changes, hours, states
from almanac.scheduling.errors import HoursOverlap, WrongState
from almanac.scheduling.models import Appointment
from almanac.scheduling.queries import appointments as appointment_queries
from almanac.scheduling.queries import hours as hours_queries
from almanac.scheduling.queries import why
from almanac.scheduling.schemas import (
    AppointmentOut,
    BusyBlockIn,
    BusyBlockOut,
    OverrideIn,
    OverrideOut,
    ReasonIn,
    StartOut,
    TimeOffIn,
    TimeOffOut,
    WeekIn,
    WeekOut,
    WeekSpan,
    WhyNotIn,
    WhyNotOut,
)

router = Router(tags=["scheduling"])
SEEN = (SignInNeeded, NotFound)
CHANGED = (*SEEN, NotAllowed, WrongState)
OF_STAFF = (*SEEN, NotAllowed)
WHY_NOT = (SignInNeeded, NotAllowed, NotOnOffer, PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown)


@router.get(
    "/appointments", response={200: Page[AppointmentOut], **responses(SignInNeeded)}, operation_id="appointments"
)
def appointments(
    request: HttpRequest,
    *,
    starting_from: Instant | None = None,
    starting_before: Instant | None = None,
    staff: Annotated[list[UUID], Query()] = [],  # noqa: B006  # ninja copies it
    state: Annotated[list[Appointment.State], Query()] = [],  # noqa: B006
    newest_first: bool = False,
    cursor: str = "",
    limit: int = 50,
) -> Page[AppointmentOut]:
    """Appointments the actor may see, by start: own ones, those of staff in scope, or all."""
    actor, now = _signed_in(request), clock.now()
    rows = appointment_queries.appointments(
        actor, starting_from=starting_from, starting_before=starting_before, staff_ids=staff, states=state
    )
    found, after = take_page(rows, by="-starts_at" if newest_first else "starts_at", cursor=cursor, limit=limit)
    language = language_of(request)
    return Page(items=[AppointmentOut.of(row, actor, language, now) for row in found], next_cursor=after)


@router.get(
    "/appointments/{appointment_id}", response={200: AppointmentOut, **responses(*SEEN)}, operation_id="appointment"
)
def appointment(request: HttpRequest, appointment_id: UUID) -> AppointmentOut:
    """One appointment with what the actor may do with it."""
    return _appointment_out(request, _signed_in(request), appointment_id, clock.now())


@router.post(
    "/appointments/{appointment_id}/confirm",
    response={200: AppointmentOut, **responses(*CHANGED)},
    operation_id="confirm_appointment",
)
def confirm(request: HttpRequest, appointment_id: UUID) -> AppointmentOut:
    """Approve a requested appointment. The team alone."""
    actor, now = _seen(request, appointment_id)
    states.confirm(actor=actor, appointment_id=appointment_id, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.post(
    "/appointments/{appointment_id}/decline",
    response={200: AppointmentOut, **responses(*CHANGED)},
    operation_id="decline_appointment",
)
def decline(request: HttpRequest, appointment_id: UUID, payload: ReasonIn) -> AppointmentOut:
    """Turn a requested appointment down and give its time back. The team alone."""
    actor, now = _seen(request, appointment_id)
    changes.decline(actor=actor, appointment_id=appointment_id, reason=payload.reason, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.post(
    "/appointments/{appointment_id}/complete",
    response={200: AppointmentOut, **responses(*CHANGED)},
    operation_id="complete_appointment",
)
def complete(request: HttpRequest, appointment_id: UUID) -> AppointmentOut:
    """The visit took place. From its start on; the team alone."""
    actor, now = _seen(request, appointment_id)
    states.complete(actor=actor, appointment_id=appointment_id, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.post(
    "/appointments/{appointment_id}/no-show",
    response={200: AppointmentOut, **responses(*CHANGED)},
    operation_id="mark_no_show",
)
def no_show(request: HttpRequest, appointment_id: UUID) -> AppointmentOut:
    """The customer was not there. From the start on; the team alone."""
    actor, now = _seen(request, appointment_id)
    states.mark_no_show(actor=actor, appointment_id=appointment_id, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.get(
    "/staff-members/{staff_id}/hours", response={200: WeekOut, **responses(*OF_STAFF)}, operation_id="working_hours"
)
def working_hours(request: HttpRequest, staff_id: UUID) -> WeekOut:
    """A staff member's week: the person, managers in scope, administrators."""
    hours_queries.check_may_read(_signed_in(request), staff_id)
    return _week_out(staff_id)


@router.put(
    "/staff-members/{staff_id}/hours",
    response={200: WeekOut, **responses(*OF_STAFF, HoursOverlap, Conflict)},
    operation_id="set_working_hours",
)
def set_working_hours(request: HttpRequest, staff_id: UUID, payload: WeekIn) -> WeekOut:
    """Replace a staff member's week; send the fingerprint as If-Match to be told of others' changes."""
    hours.set_working_hours(
        actor=_signed_in(request),
        staff_id=staff_id,
        now=clock.now(),
        seen=_seen_fingerprint(request),
        spans=[
            hours.SpanOfWeek(span.weekday, span.start_minute, span.end_minute, span.kind, span.service_id)
            for span in payload.spans
        ],
    )
    return _week_out(staff_id)


@router.get(
    "/staff-members/{staff_id}/overrides",
    response={200: list[OverrideOut], **responses(*OF_STAFF)},
    operation_id="date_overrides",
)
def overrides(request: HttpRequest, staff_id: UUID, first_on: Day, last_on: Day) -> list[OverrideOut]:
    """Dates with other hours than the week has."""
    hours_queries.check_may_read(_signed_in(request), staff_id)
    return [OverrideOut.of(row) for row in hours_queries.overrides(staff_id, first_on=first_on, last_on=last_on)]


@router.put(
    "/staff-members/{staff_id}/overrides/{on_date}",
    response={200: OverrideOut, **responses(*OF_STAFF, HoursOverlap)},
    operation_id="set_date_override",
)
def set_override(request: HttpRequest, staff_id: UUID, on_date: Day, payload: OverrideIn) -> OverrideOut:
    """Give one date other hours, or close it."""
    row = hours.set_override(
        actor=_signed_in(request), staff_id=staff_id, on_date=on_date, spans=payload.spans, now=clock.now()
    )
    return OverrideOut.of(row)


@router.delete(
    "/staff-members/{staff_id}/overrides/{on_date}",
    response={204: None, **responses(*OF_STAFF)},
    operation_id="drop_date_override",
)
def drop_override(request: HttpRequest, staff_id: UUID, on_date: Day) -> Status[None]:
    """The date has its weekly hours again."""
    hours.drop_override(actor=_signed_in(request), staff_id=staff_id, on_date=on_date, now=clock.now())
    return Status(204, None)


@router.get(
    "/staff-members/{staff_id}/time-off",
    response={200: list[TimeOffOut], **responses(*OF_STAFF)},
    operation_id="time_off",
)
def time_off(
    request: HttpRequest, staff_id: UUID, starting_from: Instant, starting_before: Instant
) -> list[TimeOffOut]:
    """Absences that touch the range."""
    hours_queries.check_may_read(_signed_in(request), staff_id)
    rows = hours_queries.time_off(staff_id, start=clock.epoch(starting_from), end=clock.epoch(starting_before))
    return [TimeOffOut.of(row) for row in rows]


@router.post(
    "/staff-members/{staff_id}/time-off",
    response={201: TimeOffOut, **responses(*OF_STAFF)},
    operation_id="add_time_off",
)
def add_time_off(request: HttpRequest, staff_id: UUID, payload: TimeOffIn) -> Status[TimeOffOut]:
    """An absence; nothing is booked into it from now on."""
    row = hours.add_time_off(
        actor=_signed_in(request),
        staff_id=staff_id,
        starts_at=payload.starts_at,
        ends_at=payload.ends_at,
        reason=payload.reason,
        now=clock.now(),
    )
    return Status(201, TimeOffOut.of(row))


@router.delete("/time-off/{time_off_id}", response={204: None, **responses(*OF_STAFF)}, operation_id="drop_time_off")
def drop_time_off(request: HttpRequest, time_off_id: UUID) -> Status[None]:
    """The absence is off."""
    hours.drop_time_off(actor=_signed_in(request), time_off_id=time_off_id, now=clock.now())
    return Status(204, None)


@router.get("/busy-blocks", response={200: list[BusyBlockOut], **responses(*OF_STAFF)}, operation_id="busy_blocks")
def busy_blocks(
    request: HttpRequest, staff: UUID, starting_from: Instant, starting_before: Instant
) -> list[BusyBlockOut]:
    """Blocked time of a staff member that touches the range."""
    hours_queries.check_may_read(_signed_in(request), staff)
    rows = hours_queries.busy_blocks(staff, start=clock.epoch(starting_from), end=clock.epoch(starting_before))
    return [BusyBlockOut.of(row) for row in rows]


@router.post("/busy-blocks", response={201: BusyBlockOut, **responses(*OF_STAFF)}, operation_id="block_time")
def block_time(request: HttpRequest, payload: BusyBlockIn) -> Status[BusyBlockOut]:
    """Block time in a calendar; the answer names the appointments it lies over."""
    blocked = blocks.block_time(
        actor=_signed_in(request),
        staff_id=payload.staff_member_id,
        starts_at=payload.starts_at,
        ends_at=payload.ends_at,
        note=payload.note,
        now=clock.now(),
    )
    return Status(201, BusyBlockOut.of(blocked.block, blocked.conflicts))


@router.delete("/busy-blocks/{block_id}", response={204: None, **responses(*OF_STAFF)}, operation_id="unblock_time")
def unblock_time(request: HttpRequest, block_id: UUID) -> Status[None]:
    """Open time again that was blocked here."""
    blocks.unblock_time(actor=_signed_in(request), block_id=block_id, now=clock.now())
    return Status(204, None)


@router.post("/why-not", response={200: WhyNotOut, **responses(*WHY_NOT)}, operation_id="why_not")
def why_not(request: HttpRequest, payload: WhyNotIn) -> WhyNotOut:
    """Every start of a staff member's day for a service: open, or why not and what would open it. The team alone.

    A POST, because a postcode may be somebody's home and belongs in no URL.
    """
    actor, now = _signed_in(request), clock.now()
    place = locate(payload.postcode, now=now).place if payload.postcode else None
    day = why.day_explained(
        actor=actor, staff_id=payload.staff, service_id=payload.service, on=payload.on_date, now=now, place=place
    )
    return WhyNotOut(
        staff_member_id=payload.staff,
        zone=day.zone,
        starts=[StartOut.of(verdict, day.zone) for verdict in day.verdicts],
        problem=to_json(day.problem) if payload.with_problem else None,
    )


def _signed_in(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if actor.user_id is None:
        raise SignInNeeded
    return actor


def _seen(request: HttpRequest, appointment_id: UUID) -> tuple[Actor, datetime]:
    """The actor, who may at least see it: what nobody told them of is not found, rather than not allowed."""
    actor = _signed_in(request)
    appointment_queries.appointment(actor, appointment_id)
    return actor, clock.now()


def _appointment_out(request: HttpRequest, actor: Actor, appointment_id: UUID, now: datetime) -> AppointmentOut:
    row = appointment_queries.appointment(actor, appointment_id)
    return AppointmentOut.of(row, actor, language_of(request), now)


def _week_out(staff_id: UUID) -> WeekOut:
    week = hours_queries.week_of(staff_id)
    zone = StaffMember.objects.values_list("zone", flat=True).get(pk=staff_id)
    return WeekOut(
        staff_member_id=staff_id,
        zone=zone,
        spans=[WeekSpan.of(row) for row in week],
        fingerprint=hours_queries.fingerprint_of(week),
    )


def _seen_fingerprint(request: HttpRequest) -> str | None:
    header = request.headers.get("If-Match", "").strip().strip('"')
    if header and not header.isalnum():
        raise InvalidInput(fields={"If-Match": ["Send the fingerprint you have seen."]})
    return header or None
