"""Doors to changing and removing where somebody travels, which may break visits that are booked."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.kit import clock, ratelimit
from almanac.kit.client_address import client_address
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, seen_revision, signed_in
from almanac.places.api import COVERAGE, POSTCODE_ERRORS
from almanac.places.errors import NoPostcodeNear
from almanac.places.schemas import AreaIn, AreaOut
from almanac.scheduling.actions import areas as actions
from almanac.scheduling.api.shown import shown_in
from almanac.scheduling.errors import BookingsChanged
from almanac.scheduling.queries.areas import middle_of, tried_area
from almanac.scheduling.queries.simulator import simulate
from almanac.scheduling.schemas.simulator import AreaTrialIn, SimulationOut

router = Router(tags=["places"])
REFUSED = (SignInNeeded, NotAllowed, NotFound)


@router.post(
    "/areas/{area_id}/preview",
    response={200: SimulationOut, **responses(*REFUSED, NoPostcodeNear, *POSTCODE_ERRORS)},
    operation_id="preview_area",
)
def preview(request: HttpRequest, area_id: UUID, payload: AreaTrialIn) -> SimulationOut:
    """Which booked visits another middle or radius, or one area less, would break. Saves nothing."""
    actor, now = signed_in(request), clock.now()
    located = None
    if not payload.removed:
        ratelimit.spend(COVERAGE, client_address(request), now=now)
        located = payload.located(now=now, otherwise=middle_of(actor, area_id))
    tried = tried_area(actor, area_id, located=located, radius_m=payload.radius_m)
    return SimulationOut.of(simulate(actor, tried, language=language_of(request), now=now))


@router.put(
    "/areas/{area_id}",
    response={200: AreaOut, **responses(*REFUSED, Conflict, BookingsChanged, NoPostcodeNear, *POSTCODE_ERRORS)},
    operation_id="change_area",
)
def change_area(request: HttpRequest, area_id: UUID, payload: AreaIn) -> AreaOut:
    """Another name, middle or radius; without a postcode or point its middle stays. If-Match as ever, Bookings-Seen to be
    told when more breaks than was shown."""
    actor, now = signed_in(request), clock.now()
    ratelimit.spend(COVERAGE, client_address(request), now=now)
    area = actions.change_area(
        actor=actor,
        area_id=area_id,
        name=payload.name,
        located=payload.located(now=now, otherwise=middle_of(actor, area_id)),
        radius_m=payload.radius_m,
        seen=seen_revision(request),
        shown=shown_in(request),
        now=now,
    )
    return AreaOut.of(area)


@router.delete(
    "/areas/{area_id}", response={204: None, **responses(*REFUSED, BookingsChanged)}, operation_id="remove_area"
)
def remove_area(request: HttpRequest, area_id: UUID) -> Status[None]:
    """Take an area away. Appointments already made stay."""
    actions.remove_area(actor=signed_in(request), area_id=area_id, shown=shown_in(request), now=clock.now())
    return Status(204, None)
