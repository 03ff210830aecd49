"""Doors to undoing that one visit was called off: what it would mean, and doing it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.booking.actions.restoring import restore_visit
from almanac.booking.errors import CannotRestore, PlanChanged
from almanac.booking.queries.restoring import restoration_of
from almanac.booking.schemas.restoring import RestorationOut, RestoreIn
from almanac.kit import clock
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
    row = appointment_queries.appointment(actor, appointment_id)
    return AppointmentOut.of(row, actor, language_of(request), now)
