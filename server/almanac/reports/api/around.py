"""The door to what stands around a staff member."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import NotFound, SignInNeeded, responses
from almanac.kit.requests import language_of, signed_in
from almanac.reports.queries.around import around
from almanac.reports.schemas.around import AroundOut

router = Router(tags=["people"])


@router.get(
    "/staff-records/{staff_id}/around",
    response={200: AroundOut, **responses(SignInNeeded, NotFound)},
    operation_id="staff_around",
)
def staff_around(request: HttpRequest, staff_id: UUID) -> AroundOut:
    """Services, areas and visits still to come: what archiving somebody would leave to look after."""
    return AroundOut.of(around(signed_in(request), staff_id, now=clock.now()), language_of(request))
