"""Doors to people: oneself, the public cards of staff members, managers' scopes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.business import queries as businesses
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of, seen_revision
from almanac.people import actions, queries
from almanac.people.schemas import ManagerScopeIn, ManagerScopeOut, MeIn, MeOut, StaffCard

router = Router(tags=["people"])


@router.get("/me", response={200: MeOut, **responses()}, operation_id="me")
def me(request: HttpRequest) -> MeOut:
    """Who is asking; a stranger is told so, with 200."""
    actor = actor_of(request)
    return MeOut.of(actor, queries.user_of(actor))


@router.patch("/me", response={200: MeOut, **responses(SignInNeeded, Conflict)}, operation_id="change_me")
def change_me(request: HttpRequest, payload: MeIn) -> MeOut:
    """Change one's own name, phone or language; send If-Match to be told of changes made elsewhere."""
    actor = actor_of(request)
    details = actions.Details(name=payload.name, phone=payload.phone, language=payload.language)
    actions.change_me(actor=actor, details=details, revision=seen_revision(request), now=clock.now())
    return MeOut.of(actor, queries.user_of(actor))


@router.get("/staff-members", response={200: Page[StaffCard], **responses(NotFound)}, operation_id="staff_cards")
def staff_cards(request: HttpRequest, business: str, cursor: str = "", limit: int = 50) -> Page[StaffCard]:
    """Bookable staff members of a business (its slug) by name, for anybody."""
    found, after = take_page(
        queries.staff_cards(businesses.by_slug(business).id), by="name", cursor=cursor, limit=limit
    )
    language = language_of(request)
    return Page(items=[StaffCard.of(staff, language) for staff in found], next_cursor=after)


@router.get(
    "/manager-scopes/{user_id}",
    response={200: ManagerScopeOut, **responses(SignInNeeded, NotAllowed, NotFound)},
    operation_id="manager_scope",
)
def manager_scope(request: HttpRequest, user_id: UUID) -> ManagerScopeOut:
    """What a manager may see and do. Administrators only."""
    return ManagerScopeOut.of(queries.scope_row(_signed_in(request), user_id))


@router.put(
    "/manager-scopes/{user_id}",
    response={200: ManagerScopeOut, **responses(SignInNeeded, NotAllowed, NotFound, Conflict)},
    operation_id="set_manager_scope",
)
def set_manager_scope(request: HttpRequest, user_id: UUID, payload: ManagerScopeIn) -> ManagerScopeOut:
    """Replace what a manager may see and do. Administrators only."""
    scope = actions.set_manager_scope(
        actor=_signed_in(request),
        user_id=user_id,
        staff_ids=payload.staff_ids,
        actions=payload.actions,
        revision=seen_revision(request),
        now=clock.now(),
    )
    return ManagerScopeOut.of(scope)


def _signed_in(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if actor.user_id is None:
        raise SignInNeeded
    return actor
