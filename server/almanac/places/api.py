"""Doors to places: do we come there, postcodes as they are typed, the map, and the areas of staff members."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.business import queries as businesses
from almanac.kit import clock, ratelimit
from almanac.kit.actor import Actor
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import actor_of
from almanac.places import actions, queries
from almanac.places.errors import PostcodeLookupDown, PostcodeMalformed, PostcodeUnknown
from almanac.places.schemas import (
    AreaIn,
    AreaOut,
    CircleFeature,
    CoverageIn,
    CoverageMapOut,
    CoverageOut,
    PostcodeOut,
)

router = Router(tags=["places"])
COVERAGE = ratelimit.Limit("coverage", count=30, seconds=60)
SUGGEST = ratelimit.Limit("postcodes", count=120, seconds=60)  # one a keystroke
POSTCODE_ERRORS = (PostcodeMalformed, PostcodeUnknown, PostcodeLookupDown)


@router.post("/coverage", response={200: CoverageOut, **responses(NotFound, *POSTCODE_ERRORS)}, operation_id="coverage")
def coverage(request: HttpRequest, payload: CoverageIn) -> CoverageOut:
    """Whether somebody of this business (its slug) comes to a postcode. Changes nothing."""
    now = clock.now()
    ratelimit.spend(COVERAGE, client_address(request), now=now)
    business = businesses.by_slug(payload.business)
    found = queries.locate(payload.postcode, now=now)
    return CoverageOut.of(found, len(queries.covering_staff(found.place, business_id=business.id)))


@router.get("/postcodes", response={200: list[PostcodeOut], **responses()}, operation_id="postcode_suggestions")
def postcode_suggestions(request: HttpRequest, prefix: str) -> list[PostcodeOut]:
    """At most eight postcodes that begin like this, for the form to offer; none when it cannot be a postcode."""
    ratelimit.spend(SUGGEST, client_address(request), now=clock.now())
    return [PostcodeOut.of(found) for found in queries.suggestions(prefix)]


@router.get("/areas", response={200: CoverageMapOut, **responses(NotFound)}, operation_id="coverage_map")
def coverage_map(request: HttpRequest, business: str) -> CoverageMapOut:
    """Where a business comes, as GeoJSON: circles to a kilometre's precision, without names."""
    circles = queries.coverage_map(businesses.by_slug(business).id)
    return CoverageMapOut(features=[CircleFeature.of(circle) for circle in circles])


@router.get(
    "/staff-members/{staff_id}/areas",
    response={200: list[AreaOut], **responses(SignInNeeded, NotAllowed)},
    operation_id="areas",
)
def areas(request: HttpRequest, staff_id: UUID) -> list[AreaOut]:
    """Where a staff member travels: for themselves, a manager allowed to, administrators."""
    return [AreaOut.of(area) for area in queries.areas_for_editing(_signed_in(request), staff_id)]


@router.post(
    "/staff-members/{staff_id}/areas",
    response={201: AreaOut, **responses(SignInNeeded, NotAllowed, NotFound, *POSTCODE_ERRORS)},
    operation_id="add_area",
)
def add_area(request: HttpRequest, staff_id: UUID, payload: AreaIn) -> Status[AreaOut]:
    """Let a staff member travel around one more postcode."""
    actor, now = _signed_in(request), clock.now()
    ratelimit.spend(COVERAGE, client_address(request), now=now)
    area = actions.add_area(
        actor=actor,
        staff_id=staff_id,
        name=payload.name,
        located=queries.locate(payload.postcode, now=now),
        radius_m=payload.radius_m,
        now=now,
    )
    return Status(201, AreaOut.of(area))


@router.delete(
    "/areas/{area_id}",
    response={204: None, **responses(SignInNeeded, NotAllowed, NotFound)},
    operation_id="remove_area",
)
def remove_area(request: HttpRequest, area_id: UUID) -> Status[None]:
    """Take an area away. Appointments already made stay."""
    actions.remove_area(actor=_signed_in(request), area_id=area_id, now=clock.now())
    return Status(204, None)


def _signed_in(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if actor.user_id is None:
        raise SignInNeeded
    return actor
