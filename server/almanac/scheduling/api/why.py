"""The door to why a time is not open."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.catalog.errors import NotOnOffer
from almanac.engine.codec import to_json
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, SignInNeeded, responses
from almanac.kit.requests import signed_in
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown
from almanac.places.queries import locate
from almanac.scheduling.queries import why
from almanac.scheduling.schemas.why import StartOut, WhyNotIn, WhyNotOut

router = Router(tags=["scheduling"])
WHY_NOT = (SignInNeeded, NotAllowed, NotOnOffer, PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown)


@router.post("/why-not", response={200: WhyNotOut, **responses(*WHY_NOT)}, operation_id="why_not")
def why_not(request: HttpRequest, payload: WhyNotIn) -> WhyNotOut:
    """Every start of a staff member's day for a service: open, or why not and what would open it. The team alone.

    A POST, because a postcode may be somebody's home and belongs in no URL.
    """
    actor, now = signed_in(request), clock.now()
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
