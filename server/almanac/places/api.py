"""Doors to places: do we come there, postcodes and addresses as they are typed, the map, the areas of staff members, and the
places of a business."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.business import queries as businesses
from almanac.business.permissions import can_change_settings
from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import seen_revision, signed_in
from almanac.places import actions, queries
from almanac.places.errors import (
    AddressLookupDown,
    AddressUnknown,
    NoPostcodeNear,
    PostcodeLookupDown,
    PostcodeMalformed,
    PostcodeUnknown,
)
from almanac.places.schemas import (
    AddressChosenIn,
    AddressPartsOut,
    AddressSuggestionsOut,
    AddressTypedIn,
    AreaIn,
    AreaOut,
    CircleFeature,
    CoverageIn,
    CoverageMapOut,
    CoverageOut,
    LocationIn,
    LocationOut,
    LocationPutAwayIn,
    PostcodeOut,
)

router = Router(tags=["places"])
COVERAGE = ratelimit.Limit("coverage", count=30, seconds=60)
SUGGEST = ratelimit.Limit("postcodes", count=120, seconds=60)  # one a keystroke
ADDRESSES = ratelimit.Limit("addresses", count=120, seconds=60)  # likewise
CHOSEN = ratelimit.Limit("address", count=30, seconds=60)
ADMINS_ONLY = (SignInNeeded, NotAllowed, NotFound)
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


@router.post(
    "/addresses/suggestions", response={200: AddressSuggestionsOut, **responses()}, operation_id="address_suggestions"
)
def address_suggestions(request: HttpRequest, payload: AddressTypedIn) -> AddressSuggestionsOut:
    """What an address being typed may become. Changes nothing, and keeps nothing."""
    now = clock.now()
    ratelimit.spend(ADDRESSES, client_address(request), now=now)
    found = queries.address_suggestions(payload.text, near=payload.near, session=str(payload.session), now=now)
    return AddressSuggestionsOut.of(found)


@router.post(
    "/addresses/detail",
    response={200: AddressPartsOut, **responses(AddressUnknown, AddressLookupDown)},
    operation_id="address_detail",
)
def address_detail(request: HttpRequest, payload: AddressChosenIn) -> AddressPartsOut:
    """The address of a suggestion, to fill a form with; it ends the session. Changes nothing, and keeps nothing."""
    now = clock.now()
    ratelimit.spend(CHOSEN, client_address(request), now=now)
    return AddressPartsOut.of(queries.address_detail(payload.id, session=str(payload.session), now=now))


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
    return [AreaOut.of(area) for area in queries.areas_for_editing(signed_in(request), staff_id)]


@router.post(
    "/staff-members/{staff_id}/areas",
    response={201: AreaOut, **responses(SignInNeeded, NotAllowed, NotFound, NoPostcodeNear, *POSTCODE_ERRORS)},
    operation_id="add_area",
)
def add_area(request: HttpRequest, staff_id: UUID, payload: AreaIn) -> Status[AreaOut]:
    """Let a staff member travel around one more postcode, or point. Changing and removing an area may break visits: these
    doors are scheduling's."""
    actor, now = signed_in(request), clock.now()
    ratelimit.spend(COVERAGE, client_address(request), now=now)
    area = actions.add_area(
        actor=actor,
        staff_id=staff_id,
        name=payload.name,
        located=payload.located(now=now),
        radius_m=payload.radius_m,
        now=now,
    )
    return Status(201, AreaOut.of(area))


@router.get(
    "/businesses/{slug}/locations",
    response={200: list[LocationOut], **responses(*ADMINS_ONLY)},
    operation_id="locations",
)
def locations(request: HttpRequest, slug: str) -> list[LocationOut]:
    """All places of a business, archived ones too. Admins only."""
    return [LocationOut.of(row) for row in queries.locations_for_editing(signed_in(request), slug)]


@router.post(
    "/businesses/{slug}/locations",
    response={201: LocationOut, **responses(*ADMINS_ONLY, *POSTCODE_ERRORS)},
    operation_id="add_location",
)
def add_location(request: HttpRequest, slug: str, payload: LocationIn) -> Status[LocationOut]:
    """One more place of a business. Admins only."""
    return Status(201, _location(request, slug, None, payload))


@router.put(
    "/businesses/{slug}/locations/{location_id}",
    response={200: LocationOut, **responses(*ADMINS_ONLY, Conflict, *POSTCODE_ERRORS)},
    operation_id="change_location",
)
def change_location(request: HttpRequest, slug: str, location_id: UUID, payload: LocationIn) -> LocationOut:
    """Replace all that a place says. Admins only; send If-Match to be told of others' changes."""
    return _location(request, slug, location_id, payload)


@router.post(
    "/businesses/{slug}/locations/{location_id}/archive",
    response={200: LocationOut, **responses(*ADMINS_ONLY)},
    operation_id="archive_location",
)
def archive_location(request: HttpRequest, slug: str, location_id: UUID, payload: LocationPutAwayIn) -> LocationOut:
    """Put a place away, or bring it back. Admins only."""
    row = actions.archive_location(
        actor=signed_in(request), slug=slug, location_id=location_id, archived=payload.archived, now=clock.now()
    )
    return LocationOut.of(row)


def _location(request: HttpRequest, slug: str, location_id: UUID | None, payload: LocationIn) -> LocationOut:
    actor, now = signed_in(request), clock.now()
    if not can_change_settings(actor):  # before anybody is asked about the postcode
        raise NotAllowed
    row = actions.save_location(
        actor=actor,
        slug=slug,
        location_id=location_id,
        wish=payload.wish(),
        located=queries.locate(payload.postcode, now=now),
        revision=seen_revision(request),
        now=now,
    )
    return LocationOut.of(row)
