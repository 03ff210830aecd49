"""Doors to changes by the team: see what a wish would mean, then do it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, seen_revision, signed_in
from almanac.scheduling.actions.team_changes import change_visit
from almanac.scheduling.errors import NotFree, SlotTaken, VisitTooLong, WrongState
from almanac.scheduling.queries import appointments as appointment_queries
from almanac.scheduling.queries.team_changes import objections_to, plan
from almanac.scheduling.schemas.appointments import AppointmentOut
from almanac.scheduling.schemas.team_changes import ChangePreviewOut, ChangeVisitIn, WishIn

router = Router(tags=["scheduling"])
REFUSED = (SignInNeeded, NotFound, NotAllowed, WrongState)


@router.post(
    "/appointments/{appointment_id}/change/preview",
    response={200: ChangePreviewOut, **responses(*REFUSED)},
    operation_id="preview_change",
)
def preview(request: HttpRequest, appointment_id: UUID, payload: WishIn) -> ChangePreviewOut:
    """What another time, length or person would collide with. Saves nothing."""
    now = clock.now()
    planned = plan(signed_in(request), appointment_id, payload.wish(), now=now)
    return ChangePreviewOut.of(planned, objections_to(planned, now=now))


@router.post(
    "/appointments/{appointment_id}/change",
    response={200: AppointmentOut, **responses(*REFUSED, Conflict, NotFree, SlotTaken, VisitTooLong)},
    operation_id="change_visit",
)
def change(request: HttpRequest, appointment_id: UUID, payload: ChangeVisitIn) -> AppointmentOut:
    """Give the appointment, with its visit, another time, length or person; decided again under the lock.

    Send the revision as If-Match to be told of others' changes. `not_free` comes with every rule that is broken.
    """
    actor, now = signed_in(request), clock.now()
    change_visit(
        actor=actor,
        appointment_id=appointment_id,
        wish=payload.wish(),
        agreed=payload.agreed,
        revision=seen_revision(request),
        now=now,
    )
    row = appointment_queries.appointment(actor, appointment_id)
    return AppointmentOut.of(row, actor, language_of(request), now)
