"""Doors to managers' scopes and to the templates they begin from. Administrators only."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, ProofNeeded, SignInNeeded, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import proven, seen_revision, signed_in
from almanac.people.actions import scope_templates
from almanac.people.actions import scopes as actions
from almanac.people.queries import scopes as queries
from almanac.people.schemas.scopes import (
    ManagerOut,
    ManagerScopeIn,
    ManagerScopeOut,
    ScopeChoicesOut,
    ScopeTemplateIn,
    ScopeTemplateOut,
)

router = Router(tags=["people"])


@router.get(
    "/managers", response={200: Page[ManagerOut], **responses(SignInNeeded, NotAllowed)}, operation_id="managers"
)
def managers(request: HttpRequest, cursor: str = "", limit: int = 50) -> Page[ManagerOut]:
    """Everybody who signs in as a manager, by name, with what each may see and do."""
    found, after = take_page(queries.managers(signed_in(request)), by="name", cursor=cursor, limit=limit)
    return Page(items=[ManagerOut.of(user) for user in found], next_cursor=after)


@router.get(
    "/manager-scopes/{user_id}",
    response={200: ManagerScopeOut, **responses(SignInNeeded, NotAllowed, NotFound)},
    operation_id="manager_scope",
)
def manager_scope(request: HttpRequest, user_id: UUID) -> ManagerScopeOut:
    """What a manager may see and do."""
    return ManagerScopeOut.of(queries.scope_row(signed_in(request), user_id))


@router.put(
    "/manager-scopes/{user_id}",
    response={200: ManagerScopeOut, **responses(SignInNeeded, ProofNeeded, NotAllowed, NotFound, Conflict)},
    operation_id="set_manager_scope",
)
def set_manager_scope(request: HttpRequest, user_id: UUID, payload: ManagerScopeIn) -> ManagerScopeOut:
    """Replace what a manager may see and do."""
    scope = actions.set_manager_scope(
        actor=proven(request),
        user_id=user_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return ManagerScopeOut.of(scope)


@router.get(
    "/scope-choices",
    response={200: ScopeChoicesOut, **responses(SignInNeeded, NotAllowed)},
    operation_id="scope_choices",
)
def choices(request: HttpRequest) -> ScopeChoicesOut:
    """The businesses, places and people a scope can name."""
    return ScopeChoicesOut.of(queries.choices(signed_in(request)))


@router.get(
    "/scope-templates",
    response={200: list[ScopeTemplateOut], **responses(SignInNeeded, NotAllowed)},
    operation_id="scope_templates",
)
def templates(request: HttpRequest) -> list[ScopeTemplateOut]:
    """Templates to begin a manager's scope from. A copy is made: changing one later changes nobody's scope."""
    return [ScopeTemplateOut.of(template) for template in queries.templates(signed_in(request))]


@router.post(
    "/scope-templates",
    response={201: ScopeTemplateOut, **responses(SignInNeeded, NotAllowed)},
    operation_id="add_scope_template",
)
def add_template(request: HttpRequest, payload: ScopeTemplateIn) -> Status[ScopeTemplateOut]:
    """Keep a scope under a name."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/scope-templates/{template_id}",
    response={200: ScopeTemplateOut, **responses(SignInNeeded, NotAllowed, NotFound, Conflict)},
    operation_id="change_scope_template",
)
def change_template(request: HttpRequest, template_id: UUID, payload: ScopeTemplateIn) -> ScopeTemplateOut:
    """Replace what a template says. Scopes made from it stay as they are."""
    return _saved(request, template_id, payload)


@router.delete(
    "/scope-templates/{template_id}",
    response={204: None, **responses(SignInNeeded, NotAllowed, NotFound)},
    operation_id="archive_scope_template",
)
def archive_template(request: HttpRequest, template_id: UUID) -> Status[None]:
    """Put a template away. Scopes made from it stay as they are."""
    scope_templates.archive_template(actor=signed_in(request), template_id=template_id, now=clock.now())
    return Status(204, None)


def _saved(request: HttpRequest, template_id: UUID | None, payload: ScopeTemplateIn) -> ScopeTemplateOut:
    template = scope_templates.save_template(
        actor=signed_in(request),
        template_id=template_id,
        name=payload.name,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return ScopeTemplateOut.of(template)
