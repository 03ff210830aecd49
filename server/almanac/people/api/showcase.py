"""Doors to what visitors find a staff member by."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, responses
from almanac.kit.requests import language_of, seen_revision, signed_in
from almanac.people.actions import showcase as actions
from almanac.people.queries.expertise import expertise_of
from almanac.people.schemas.showcase import ExpertiseOut, ShowcaseIn, ShowcaseOut

router = Router(tags=["people"])


@router.get("/expertise", response={200: list[ExpertiseOut], **responses()}, operation_id="expertise")
def expertise(request: HttpRequest, business: str) -> list[ExpertiseOut]:
    """What people of a business (its slug) may be found by, for anybody."""
    language = language_of(request)
    return [ExpertiseOut.of(found, language) for found in expertise_of(business)]


@router.put(
    "/staff-members/{staff_id}/showcase",
    response={200: ShowcaseOut, **responses(NotFound, NotAllowed, Conflict)},
    operation_id="change_showcase",
)
def change_showcase(request: HttpRequest, staff_id: UUID, payload: ShowcaseIn) -> ShowcaseOut:
    """Replace languages and expertise. Staff members their own; send If-Match to be told of others' changes."""
    staff = actions.change_showcase(
        actor=signed_in(request),
        staff_id=staff_id,
        languages=payload.languages,
        expertise=payload.expertise,
        is_featured=payload.is_featured,
        revision=seen_revision(request),
        now=clock.now(),
    )
    return ShowcaseOut.of(staff)
