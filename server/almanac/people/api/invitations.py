"""Doors to invitations: for administrators who send them, and for whoever holds a link."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router, Status

from almanac.kit import clock
from almanac.kit.client_address import client_address
from almanac.kit.errors import NotAllowed, NotFound, ProofNeeded, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.ratelimit import Limit, spend
from almanac.kit.requests import actor_of, language_of, proven, signed_in
from almanac.people.actions import invitations as actions
from almanac.people.errors import AccountExists, InvitationOver, OtherRole, WeakPassword
from almanac.people.queries import invitations as queries
from almanac.people.schemas.invitations import (
    AcceptInvitationIn,
    InvitationKeyIn,
    InvitationOut,
    InvitationsWanted,
    InvitedOut,
    InviteIn,
    JoinedOut,
)
from almanac.people.schemas.invitations_file import invitation_columns

router = Router(tags=["people"])
ERRORS = (SignInNeeded, NotAllowed)
LETTERS = Limit("invitations", count=60, seconds=3600)  # by one administrator
LINKS = Limit("invitation_links", count=60, seconds=600)  # from one address


@router.get("/invitations", response={200: Page[InvitationOut], **responses(*ERRORS)}, operation_id="invitations")
def invitations(
    request: HttpRequest, wanted: Query[InvitationsWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[InvitationOut]:
    """Who was asked to join, the newest first; `sort` is name, sent or expires, with - in front the other way."""
    actor, now = signed_in(request), clock.now()
    rows = queries.invitations(actor, states=wanted.state, role=wanted.role, business=wanted.business, now=now)
    found, following = take_page(rows, by=queries.INVITATIONS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[InvitationOut.of(row, now) for row in found], next_cursor=following)


@router.get("/invitations.csv", response=responses(*ERRORS), operation_id="invitations_csv", openapi_extra=DOCUMENTED)
def invitations_csv(
    request: HttpRequest, wanted: Query[InvitationsWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    actor, now, language = signed_in(request), clock.now(), language_of(request, asked=language)
    rows = queries.invitations(actor, states=wanted.state, role=wanted.role, business=wanted.business, now=now)
    by = queries.INVITATIONS.key(sort)
    return csv_answer(rows, invitation_columns(language, now), by=by, language=language, name="invitations")


@router.post("/invitations", response={201: InvitationOut, **responses(*ERRORS, ProofNeeded)}, operation_id="invite")
def invite(request: HttpRequest, payload: InviteIn) -> Status[InvitationOut]:
    """Ask somebody to join. The letter's link works once, for seven days."""
    actor, now = proven(request), clock.now()
    spend(LETTERS, str(actor.user_id), now=now)
    row = actions.invite(actor=actor, wish=payload.wish(), now=now)
    return Status(201, InvitationOut.of(row, now))


@router.post(
    "/invitations/{invitation_id}/resend",
    response={200: InvitationOut, **responses(*ERRORS, NotFound)},
    operation_id="resend_invitation",
)
def resend(request: HttpRequest, invitation_id: UUID) -> InvitationOut:
    """The letter once more, with seven new days. Links sent before open nothing any more."""
    actor, now = signed_in(request), clock.now()
    spend(LETTERS, str(actor.user_id), now=now)
    return InvitationOut.of(actions.resend(actor=actor, invitation_id=invitation_id, now=now), now)


@router.delete(
    "/invitations/{invitation_id}",
    response={204: None, **responses(*ERRORS, NotFound)},
    operation_id="withdraw_invitation",
)
def withdraw(request: HttpRequest, invitation_id: UUID) -> Status[None]:
    """Take it back: its link opens nothing any more."""
    actions.withdraw(actor=signed_in(request), invitation_id=invitation_id, now=clock.now())
    return Status(204, None)


@router.post(
    "/invitation/read", response={200: InvitedOut, **responses(InvitationOver)}, operation_id="read_invitation"
)
def read(request: HttpRequest, payload: InvitationKeyIn) -> InvitedOut:
    """What a letter's link says. Changes nothing."""
    now = clock.now()
    spend(LINKS, client_address(request), now=now)
    return InvitedOut.of(queries.invitation_of(payload.key, now=now))


@router.post(
    "/invitation/accept",
    response={200: JoinedOut, **responses(InvitationOver, WeakPassword, AccountExists, OtherRole)},
    operation_id="accept_invitation",
)
def accept(request: HttpRequest, payload: AcceptInvitationIn) -> JoinedOut:
    """Choose a name and a password and be one of the team. Once."""
    now = clock.now()
    spend(LINKS, client_address(request), now=now)
    user = actions.accept(
        actor=actor_of(request), key=payload.key, name=payload.name, password=payload.password, now=now
    )
    return JoinedOut.of(user)


@router.post(
    "/invitation/join",
    response={200: JoinedOut, **responses(SignInNeeded, NotAllowed, InvitationOver, OtherRole)},
    operation_id="join_invitation",
)
def join(request: HttpRequest, payload: InvitationKeyIn) -> JoinedOut:
    """The same with the account one is signed in with, when the letter went to its e-mail."""
    now = clock.now()
    spend(LINKS, client_address(request), now=now)
    return JoinedOut.of(actions.join(actor=signed_in(request), key=payload.key, now=now))
