"""Doors to undoing that one visit was called off, or moved: what it would mean, and doing it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.booking.actions.moving_back import move_back
from almanac.booking.actions.restoring import restore_visit
from almanac.booking.errors import CannotMoveBack, CannotRestore, PlanChanged
from almanac.booking.queries.moving_back import move_back_of
from almanac.booking.queries.restoring import restoration_of
from almanac.booking.schemas.moving_back import MoveBackOut
from almanac.booking.schemas.restoring import RestorationOut, RestoreIn
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, signed_in
from almanac.scheduling.queries import appointments as appointment_queries
from almanac.scheduling.schemas.appointments import AppointmentOut

router = Router(tags=["appointments"])
SEEN = (SignInNeeded, NotFound, NotAllowed)


@router.get(
    "/appointments/{appointment_id}/restoration",
    response={200: RestorationOut, **responses(*SEEN)},
    operation_id="restoration",
)
def restoration(request: HttpRequest, appointment_id: UUID) -> RestorationOut:
    """What it would mean that a visit which was called off stands again. Changes nothing; the team alone."""
    return RestorationOut.of(restoration_of(signed_in(request), appointment_id, now=clock.now()))


@router.post(
    "/appointments/{appointment_id}/restore",
    response={200: AppointmentOut, **responses(*SEEN, CannotRestore, PlanChanged)},
    operation_id="restore_appointment",
)
def restore(request: HttpRequest, appointment_id: UUID, payload: RestoreIn) -> AppointmentOut:
    """Let it stand again where it was, within a day of being called off; the team alone."""
    actor, now = signed_in(request), clock.now()
    restore_visit(actor=actor, appointment_id=appointment_id, token=payload.token, now=now)
    return _appointment_out(request, actor, appointment_id, now)


@router.get(
    "/appointments/{appointment_id}/move/undo",
    response={200: MoveBackOut, **responses(*SEEN)},
    operation_id="move_back_preview",
)
def move_back_preview(request: HttpRequest, appointment_id: UUID) -> MoveBackOut:
    """What it would mean that a visit is again where it was before it was moved. Changes nothing; the team alone."""
    return MoveBackOut.of(move_back_of(signed_in(request), appointment_id, now=clock.now()))


@router.post(
    "/appointments/{appointment_id}/move/undo",
    response={200: AppointmentOut, **responses(*SEEN, CannotMoveBack, PlanChanged)},
    operation_id="undo_move",
)
def undo_move(request: HttpRequest, appointment_id: UUID, payload: RestoreIn) -> AppointmentOut:
    """Put it back where it was, within a day of being moved; the team alone."""
    actor, now = signed_in(request), clock.now()
    move_back(actor=actor, appointment_id=appointment_id, token=payload.token, now=now)
    return _appointment_out(request, actor, appointment_id, now)


def _appointment_out(request: HttpRequest, actor: Actor, appointment_id: UUID, now: datetime) -> AppointmentOut:
    row = appointment_queries.appointment(actor, appointment_id)
    return AppointmentOut.of(row, actor, language_of(request), now)
