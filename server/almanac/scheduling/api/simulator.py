"""Doors to trying a change of somebody's time: which booked visits it would break. They save nothing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.business.queries import by_slug
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.moments import Day
from almanac.kit.requests import language_of, signed_in
from almanac.scheduling.actions import hours
from almanac.scheduling.errors import HoursOverlap
from almanac.scheduling.permissions import can_edit_holidays
from almanac.scheduling.queries import tried
from almanac.scheduling.queries.simulator import simulate
from almanac.scheduling.queries.tried import Tried
from almanac.scheduling.schemas.holidays import HolidaysIn
from almanac.scheduling.schemas.hours import WeekIn
from almanac.scheduling.schemas.simulator import DateTrialIn, SimulationOut
from almanac.scheduling.schemas.stretches import Between

router = Router(tags=["scheduling"])
OF_STAFF = (SignInNeeded, NotFound, NotAllowed)


@router.post(
    "/staff-members/{staff_id}/hours/preview",
    response={200: SimulationOut, **responses(*OF_STAFF, HoursOverlap)},
    operation_id="preview_hours",
)
def preview_hours(request: HttpRequest, staff_id: UUID, payload: WeekIn) -> SimulationOut:
    """Which booked visits another week would break."""
    hours.check_may_change(signed_in(request), staff_id)
    spans = [
        hours.SpanOfWeek(span.weekday, span.start_minute, span.end_minute, span.kind, span.service_id)
        for span in payload.spans
    ]
    hours.check_week(spans)
    return _tried(request, tried.week(staff_id, spans))


@router.post(
    "/staff-members/{staff_id}/overrides/{on_date}/preview",
    response={200: SimulationOut, **responses(*OF_STAFF, HoursOverlap)},
    operation_id="preview_date_override",
)
def preview_override(request: HttpRequest, staff_id: UUID, on_date: Day, payload: DateTrialIn) -> SimulationOut:
    """Which booked visits other hours of one date would break, or (null) its weekly hours again."""
    hours.check_may_change(signed_in(request), staff_id)
    hours.check_date(on_date, payload.spans or [])
    return _tried(request, tried.one_date(staff_id, on_date, payload.spans))


@router.post(
    "/staff-members/{staff_id}/time-off/preview",
    response={200: SimulationOut, **responses(*OF_STAFF)},
    operation_id="preview_time_off",
)
def preview_time_off(request: HttpRequest, staff_id: UUID, payload: Between) -> SimulationOut:
    """Which booked visits an absence would break, once it is granted."""
    hours.check_may_change(signed_in(request), staff_id)
    return _tried(request, tried.time_off(staff_id, payload.starts_at, payload.ends_at))


@router.post(
    "/businesses/{slug}/holidays/preview",
    response={200: SimulationOut, **responses(*OF_STAFF)},
    operation_id="preview_holidays",
)
def preview_holidays(request: HttpRequest, slug: str, payload: HolidaysIn) -> SimulationOut:
    """Which booked visits closing these dates would break. Administrators."""
    if not can_edit_holidays(signed_in(request)):
        raise NotAllowed
    return _tried(request, tried.holidays(by_slug(slug).pk, [day.on_date for day in payload.days]))


def _tried(request: HttpRequest, what: Tried) -> SimulationOut:
    found = simulate(signed_in(request), what, language=language_of(request), now=clock.now())
    return SimulationOut.of(found)
