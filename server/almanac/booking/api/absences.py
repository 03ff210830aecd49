"""Doors to visits that one side was not there for: what it would mean, and saying so."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.booking.actions import absences as actions
from almanac.booking.errors import ConsequenceChanged, MoneyMoved
from almanac.booking.queries.absences import Absent
from almanac.booking.queries.changes import change_of
from almanac.booking.schemas.absences import AbsenceIn, AbsenceOut, NotServedIn, absence_out
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.scheduling.errors import WrongState
from almanac.scheduling.queries import appointments as appointment_queries
from almanac.scheduling.schemas.appointments import AppointmentOut

router = Router(tags=["appointments"])
MARKED = (SignInNeeded, NotFound, NotAllowed, WrongState)


@router.get(
    "/appointments/{appointment_id}/absence",
    response={200: AbsenceOut, **responses(NotFound, NotAllowed)},
    operation_id="absence",
)
def absence(request: HttpRequest, appointment_id: UUID, of: Absent) -> AbsenceOut:
    """What it would mean that this side was not there. Changes nothing."""
    return absence_out(change_of(actor_of(request), appointment_id), of, clock.now())


@router.post(
    "/appointments/{appointment_id}/no-show",
    response={200: AppointmentOut, **responses(*MARKED, ConsequenceChanged)},
    operation_id="mark_no_show",
)
def no_show(request: HttpRequest, appointment_id: UUID, payload: AbsenceIn) -> AppointmentOut:
    """The customer was not there, and it costs what was shown. From the start on; the team alone."""
    actor, now = signed_in(request), clock.now()
    actions.mark_no_show(actor=actor, appointment_id=appointment_id, shown=payload.token, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.post(
    "/appointments/{appointment_id}/no-show/undo",
    response={200: AppointmentOut, **responses(*MARKED, MoneyMoved)},
    operation_id="undo_no_show",
)
def undo_no_show(request: HttpRequest, appointment_id: UUID) -> AppointmentOut:
    """The customer was there after all. As long as no money went back because of it; the team alone."""
    actor, now = signed_in(request), clock.now()
    actions.undo_no_show(actor=actor, appointment_id=appointment_id, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.post(
    "/appointments/{appointment_id}/not-served",
    response={200: AppointmentOut, **responses(*MARKED, ConsequenceChanged)},
    operation_id="mark_not_served",
)
def not_served(request: HttpRequest, appointment_id: UUID, payload: NotServedIn) -> AppointmentOut:
    """Nobody came to the customer: everything goes back, as shown. From the start on; the team alone."""
    actor, now = signed_in(request), clock.now()
    actions.mark_not_served(
        actor=actor, appointment_id=appointment_id, reason=payload.reason, shown=payload.token, now=now
    )
    return _appointment_out(request, actor, appointment_id, now)


def _appointment_out(request: HttpRequest, actor: Actor, appointment_id: UUID, now: datetime) -> AppointmentOut:
    row = appointment_queries.appointment(actor, appointment_id)
    return AppointmentOut.of(row, actor, language_of(request), now)
