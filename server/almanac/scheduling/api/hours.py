"""Doors to a staff member's week, and to the dates that differ from it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.moments import Day
from almanac.kit.requests import signed_in
from almanac.scheduling.actions import hours
from almanac.scheduling.api.shown import shown_in
from almanac.scheduling.errors import BookingsChanged, HoursOverlap
from almanac.scheduling.permissions import can_answer_time_off, can_change_hours
from almanac.scheduling.queries import hours as hours_queries
from almanac.scheduling.queries.time_off import has_to_wait
from almanac.scheduling.schemas.hours import HoursCan, OverrideIn, OverrideOut, WeekIn, WeekOut, WeekSpan

router = Router(tags=["scheduling"])
OF_STAFF = (SignInNeeded, NotFound, NotAllowed)


@router.get(
    "/staff-members/{staff_id}/hours", response={200: WeekOut, **responses(*OF_STAFF)}, operation_id="working_hours"
)
def working_hours(request: HttpRequest, staff_id: UUID) -> WeekOut:
    """A staff member's week: the person, managers in scope, administrators."""
    actor = signed_in(request)
    hours_queries.check_may_read(actor, staff_id)
    return _week_out(actor, staff_id)


@router.put(
    "/staff-members/{staff_id}/hours",
    response={200: WeekOut, **responses(*OF_STAFF, HoursOverlap, Conflict, BookingsChanged)},
    operation_id="set_working_hours",
)
def set_working_hours(request: HttpRequest, staff_id: UUID, payload: WeekIn) -> WeekOut:
    """Replace a staff member's week; send the fingerprint as If-Match to be told of others' changes, and
    Bookings-Seen to be told when more visits break than the preview said."""
    actor = signed_in(request)
    hours.set_working_hours(
        actor=actor,
        staff_id=staff_id,
        now=clock.now(),
        seen=_seen_fingerprint(request),
        shown=shown_in(request),
        spans=[
            hours.SpanOfWeek(span.weekday, span.start_minute, span.end_minute, span.kind, span.service_id)
            for span in payload.spans
        ],
    )
    return _week_out(actor, staff_id)


@router.get(
    "/staff-members/{staff_id}/overrides",
    response={200: list[OverrideOut], **responses(*OF_STAFF)},
    operation_id="date_overrides",
)
def overrides(request: HttpRequest, staff_id: UUID, first_on: Day, last_on: Day) -> list[OverrideOut]:
    """Dates with other hours than the week has."""
    hours_queries.check_may_read(signed_in(request), staff_id)
    return [OverrideOut.of(row) for row in hours_queries.overrides(staff_id, first_on=first_on, last_on=last_on)]


@router.put(
    "/staff-members/{staff_id}/overrides/{on_date}",
    response={200: OverrideOut, **responses(*OF_STAFF, HoursOverlap, BookingsChanged)},
    operation_id="set_date_override",
)
def set_override(request: HttpRequest, staff_id: UUID, on_date: Day, payload: OverrideIn) -> OverrideOut:
    """Give one date other hours, or close it."""
    row = hours.set_override(
        actor=signed_in(request),
        staff_id=staff_id,
        on_date=on_date,
        spans=payload.spans,
        shown=shown_in(request),
        now=clock.now(),
    )
    return OverrideOut.of(row)


@router.delete(
    "/staff-members/{staff_id}/overrides/{on_date}",
    response={204: None, **responses(*OF_STAFF, BookingsChanged)},
    operation_id="drop_date_override",
)
def drop_override(request: HttpRequest, staff_id: UUID, on_date: Day) -> Status[None]:
    """The date has its weekly hours again."""
    shown = shown_in(request)
    hours.drop_override(actor=signed_in(request), staff_id=staff_id, on_date=on_date, shown=shown, now=clock.now())
    return Status(204, None)


def _week_out(actor: Actor, staff_id: UUID) -> WeekOut:
    week, person = hours_queries.week_of(staff_id), hours_queries.person(staff_id)
    return WeekOut(
        staff_member_id=staff_id,
        staff_name=person.name,
        business=person.business.slug,
        zone=person.zone,
        spans=[WeekSpan.of(row) for row in week],
        fingerprint=hours_queries.fingerprint_of(week),
        can=HoursCan(
            edit=can_change_hours(actor, staff_id),
            answer_time_off=can_answer_time_off(actor, staff_id),
            time_off_waits=has_to_wait(actor, staff_id, person.business_id),
        ),
    )


def _seen_fingerprint(request: HttpRequest) -> str | None:
    header = request.headers.get("If-Match", "").strip().strip('"')
    if header and not header.isalnum():
        raise InvalidInput(fields={"If-Match": ["Send the fingerprint you have seen."]})
    return header or None
