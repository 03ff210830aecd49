"""The door to what a scope would show, before anybody has it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, SignInNeeded, responses
from almanac.kit.requests import signed_in
from almanac.people.schemas.scopes import ReachIn
from almanac.reports.queries.preview import seen_with
from almanac.reports.schemas.preview import ScopePreviewOut

router = Router(tags=["reports"])


@router.post(
    "/scope-preview",
    response={200: ScopePreviewOut, **responses(SignInNeeded, NotAllowed)},
    operation_id="scope_preview",
)
def scope_preview(request: HttpRequest, payload: ReachIn) -> ScopePreviewOut:
    """What a manager would see with this scope, in counts. Administrators only; nothing is changed."""
    return ScopePreviewOut.of(seen_with(signed_in(request), payload.scope(), now=clock.now()))
