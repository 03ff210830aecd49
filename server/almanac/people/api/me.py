"""Doors to oneself."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import Conflict, SignInNeeded, responses
from almanac.kit.requests import actor_of, seen_revision
from almanac.people.actions.me import Details
from almanac.people.actions.me import change_me as change
from almanac.people.queries.accounts import user_of
from almanac.people.schemas.me import MeIn, MeOut

router = Router(tags=["people"])


@router.get("/me", response={200: MeOut, **responses()}, operation_id="me")
def me(request: HttpRequest) -> MeOut:
    """Who is asking; a stranger is told so, with 200."""
    actor = actor_of(request)
    return MeOut.of(actor, user_of(actor))


@router.patch("/me", response={200: MeOut, **responses(SignInNeeded, Conflict)}, operation_id="change_me")
def change_me(request: HttpRequest, payload: MeIn) -> MeOut:
    """Change one's own name, phone or language; send If-Match to be told of changes made elsewhere."""
    actor = actor_of(request)
    details = Details(name=payload.name, phone=payload.phone, language=payload.language)
    change(actor=actor, details=details, revision=seen_revision(request), now=clock.now())
    return MeOut.of(actor, user_of(actor))
