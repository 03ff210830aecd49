"""Doors to another address for one visit: which there are, and one more. Moving it there is `move`."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.booking.actions import elsewhere as actions
from almanac.booking.api import limits
from almanac.booking.errors import TooLateToChange
from almanac.booking.queries.changes import change_of
from almanac.booking.queries.elsewhere import elsewhere
from almanac.booking.schemas.elsewhere import ElsewhereIn, ElsewhereOut
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import NotFound, responses
from almanac.kit.requests import actor_of
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown

router = Router(tags=["orders"])


@router.get(
    "/appointments/{appointment_id}/places",
    response={200: list[ElsewhereOut], **responses(NotFound, NotOnOffer)},
    operation_id="visit_places",
)
def places(request: HttpRequest, appointment_id: UUID) -> list[ElsewhereOut]:
    """Addresses of its customer at which the visit could be, whether somebody comes there, and what it would cost more."""
    change = change_of(actor_of(request), appointment_id)
    return [ElsewhereOut.of(found, change) for found in elsewhere(change, now=clock.now())]


@router.post(
    "/appointments/{appointment_id}/places",
    response={
        200: ElsewhereOut,
        **responses(NotFound, TooLateToChange, NotOnOffer, PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown),
    },
    operation_id="add_visit_place",
)
def add_place(request: HttpRequest, appointment_id: UUID, payload: ElsewhereIn) -> ElsewhereOut:
    """One more address of its customer, for whoever may move the visit, which stays where it is."""
    limits.changing(request)
    actor, now = actor_of(request), clock.now()
    found = actions.add_address(
        actor=actor,
        appointment_id=appointment_id,
        line1=payload.line1,
        line2=payload.line2,
        town=payload.town,
        postcode=payload.postcode,
        access_notes=payload.access_notes,
        now=now,
    )
    return ElsewhereOut.of(found, change_of(actor, appointment_id))
