"""Doors to appointments: what they are, and what becomes of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.moments import Instant
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, signed_in
from almanac.scheduling.actions import changes, states
from almanac.scheduling.errors import WrongState
from almanac.scheduling.models import Appointment
from almanac.scheduling.queries import appointments as appointment_queries
from almanac.scheduling.schemas.appointments import AppointmentOut, ReasonIn

router = Router(tags=["scheduling"])
SEEN = (SignInNeeded, NotFound)
CHANGED = (*SEEN, NotAllowed, WrongState)


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
    actor, now = signed_in(request), clock.now()
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
    return _appointment_out(request, signed_in(request), appointment_id, clock.now())


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


def _seen(request: HttpRequest, appointment_id: UUID) -> tuple[Actor, datetime]:
    """The actor, who may at least see it: what nobody told them of is not found, rather than not allowed."""
    actor = signed_in(request)
    appointment_queries.appointment(actor, appointment_id)
    return actor, clock.now()


def _appointment_out(request: HttpRequest, actor: Actor, appointment_id: UUID, now: datetime) -> AppointmentOut:
    row = appointment_queries.appointment(actor, appointment_id)
    return AppointmentOut.of(row, actor, language_of(request), now)
