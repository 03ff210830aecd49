"""Doors to the dates on which a whole business is closed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.business.queries import by_slug
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.moments import Day
from almanac.kit.requests import signed_in
from almanac.scheduling.actions import holidays as actions
from almanac.scheduling.api.shown import shown_in
from almanac.scheduling.errors import BookingsChanged
from almanac.scheduling.permissions import can_edit_holidays
from almanac.scheduling.queries import holidays as queries
from almanac.scheduling.schemas.holidays import HolidayOut, HolidayProposalsOut, HolidaysIn

router = Router(tags=["scheduling"])
REFUSALS = (SignInNeeded, NotAllowed, NotFound)


@router.get(
    "/businesses/{slug}/holidays", response={200: list[HolidayOut], **responses(*REFUSALS)}, operation_id="holidays"
)
def holidays(request: HttpRequest, slug: str, first_on: Day) -> list[HolidayOut]:
    """The dates on which a business is closed, from one on. Administrators."""
    _administrator(request)
    return [HolidayOut.of(row) for row in queries.holidays(by_slug(slug).pk, first_on=first_on)]


@router.get(
    "/businesses/{slug}/holiday-proposals",
    response={200: HolidayProposalsOut, **responses(*REFUSALS)},
    operation_id="holiday_proposals",
)
def holiday_proposals(request: HttpRequest, slug: str, first_on: Day) -> HolidayProposalsOut:
    """The bank holidays of two years, from a date on, that the business does not keep yet. Administrators."""
    _administrator(request)
    return HolidayProposalsOut.of(queries.proposals(by_slug(slug).pk, today=first_on))


@router.post(
    "/businesses/{slug}/holidays",
    response={201: list[HolidayOut], **responses(*REFUSALS, BookingsChanged)},
    operation_id="add_holidays",
)
def add_holidays(request: HttpRequest, slug: str, payload: HolidaysIn) -> Status[list[HolidayOut]]:
    """Close the business on these dates; booked visits stay. Administrators."""
    actor = _administrator(request)
    days = {day.on_date: day.name for day in payload.days}
    business_id = by_slug(slug).pk
    rows = actions.add_holidays(
        actor=actor, business_id=business_id, days=days, shown=shown_in(request), now=clock.now()
    )
    return Status(201, [HolidayOut.of(row) for row in rows])


@router.delete("/holidays/{holiday_id}", response={204: None, **responses(*REFUSALS)}, operation_id="remove_holiday")
def remove_holiday(request: HttpRequest, holiday_id: UUID) -> Status[None]:
    """The date is an ordinary one again. Administrators."""
    actions.remove_holiday(actor=signed_in(request), holiday_id=holiday_id, now=clock.now())
    return Status(204, None)


def _administrator(request: HttpRequest) -> Actor:
    actor = signed_in(request)
    if not can_edit_holidays(actor):
        raise NotAllowed
    return actor
