"""Doors to requests for a change: asked, taken back and taken by a visit's customer; answered by the team."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router

from almanac.booking.actions import change_requests as actions
from almanac.booking.api import limits
from almanac.booking.errors import AlreadyAsked, ConsequenceChanged, ReasonMissing, RequestOver, TooLateToChange
from almanac.booking.queries import change_requests as queries
from almanac.booking.queries.agreeing import BackBy, Choice, request_terms
from almanac.booking.schemas.change_requests import (
    AcceptIn,
    AskIn,
    DeclineIn,
    ProposeIn,
    RequestMoneyOut,
    RequestsWanted,
    TakeIn,
    TeamChangeRequestOut,
    request_money_out,
    request_out,
)
from almanac.booking.schemas.change_requests_file import request_columns
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of, language_of, seen_revision, signed_in
from almanac.sales.schemas import ChangeRequestOut
from almanac.scheduling.errors import SlotTaken, VisitTooLong

router = Router(tags=["change requests"])
BY_CUSTOMER = (NotFound, NotAllowed, RequestOver)
BY_TEAM = (SignInNeeded, NotFound, Conflict, RequestOver)
MOVED = (SlotTaken, VisitTooLong, NotOnOffer)


@router.post(
    "/appointments/{appointment_id}/change-requests",
    response={
        200: ChangeRequestOut,
        **responses(NotFound, NotAllowed, TooLateToChange, ReasonMissing, AlreadyAsked),
    },
    operation_id="ask_for_change",
)
def ask_for_change(request: HttpRequest, appointment_id: UUID, payload: AskIn) -> ChangeRequestOut:
    """Ask whoever looks after a visit for another time, or to call it off. The visit stays as it is meanwhile."""
    limits.changing(request)
    row = actions.ask(
        actor=actor_of(request),
        appointment_id=appointment_id,
        kind=payload.kind,
        wishes=[wish.wished() for wish in payload.wishes],
        note=payload.note,
        now=clock.now(),
    )
    return request_out(row)


@router.post(
    "/change-requests/{request_id}/withdraw",
    response={204: None, **responses(*BY_CUSTOMER)},
    operation_id="withdraw_change_request",
)
def withdraw(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """Take a request back; of a proposal, "no, thank you". The visit stays as it is."""
    limits.changing(request)
    actions.withdraw(actor=actor_of(request), request_id=request_id, now=clock.now())
    return HttpResponse(status=204)


@router.post(
    "/change-requests/{request_id}/take",
    response={204: None, **responses(*BY_CUSTOMER, *MOVED)},
    operation_id="take_proposal",
)
def take(request: HttpRequest, request_id: UUID, payload: TakeIn) -> HttpResponse:
    """Take the time that was proposed. Where it has gone (`slot_taken`) the team is asked again."""
    limits.moving(request)
    starts_at = clock.epoch(payload.starts_at)
    actions.take(actor=actor_of(request), request_id=request_id, starts_at=starts_at, now=clock.now())
    return HttpResponse(status=204)


@router.get(
    "/change-requests",
    response={200: Page[TeamChangeRequestOut], **responses(SignInNeeded)},
    operation_id="change_requests",
)
def change_requests(
    request: HttpRequest, wanted: Query[RequestsWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[TeamChangeRequestOut]:
    """What is asked about visits one looks after, the oldest first; `sort` is name, visit or asked, with - in front the
    other way."""
    actor, now, language = signed_in(request), clock.now(), language_of(request)
    rows = queries.requests(actor, states=wanted.state, kind=wanted.kind, business=wanted.business, now=now)
    found, following = take_page(rows, by=queries.REQUESTS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[TeamChangeRequestOut.of(row, actor, language, now) for row in found], next_cursor=following)


@router.get(
    "/change-requests.csv",
    response=responses(SignInNeeded),
    operation_id="change_requests_csv",
    openapi_extra=DOCUMENTED,
)
def change_requests_csv(
    request: HttpRequest, wanted: Query[RequestsWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    actor, now, language = signed_in(request), clock.now(), language_of(request, asked=language)
    rows = queries.requests(actor, states=wanted.state, kind=wanted.kind, business=wanted.business, now=now)
    by = queries.REQUESTS.key(sort)
    return csv_answer(rows, request_columns(language), by=by, language=language, name="requests")


@router.get(
    "/change-requests/{request_id}/money",
    response={200: RequestMoneyOut, **responses(SignInNeeded, NotFound)},
    operation_id="request_money",
)
def request_money(
    request: HttpRequest, request_id: UUID, back: BackBy = BackBy.POLICY, amount: int = 0
) -> RequestMoneyOut:
    """What saying yes to a request to call off would mean, by how much goes back. Changes nothing."""
    now = clock.now()
    change, terms = request_terms(signed_in(request), request_id, Choice(back, amount), now)
    return request_money_out(change, terms, now)


@router.post(
    "/change-requests/{request_id}/accept",
    response={204: None, **responses(*BY_TEAM, *MOVED, NotAllowed, ConsequenceChanged)},
    operation_id="accept_change_request",
)
def accept(request: HttpRequest, request_id: UUID, payload: AcceptIn) -> HttpResponse:
    """Say yes: the visit is moved to this time and person, called off at what was shown, or agreed that nobody came. If-Match as
    ever."""
    actions.accept(
        actor=signed_in(request),
        request_id=request_id,
        starts_at=clock.epoch(payload.starts_at) if payload.starts_at else None,
        staff_id=payload.staff_id,
        shown=payload.token,
        choice=Choice(payload.back, payload.amount),
        seen=seen_revision(request),
        now=clock.now(),
    )
    return HttpResponse(status=204)


@router.post(
    "/change-requests/{request_id}/propose",
    response={204: None, **responses(*BY_TEAM, NotAllowed, *MOVED)},
    operation_id="propose_change",
)
def propose(request: HttpRequest, request_id: UUID, payload: ProposeIn) -> HttpResponse:
    """Answer with another time, open now and kept by nobody. If-Match as ever."""
    actions.propose(
        actor=signed_in(request),
        request_id=request_id,
        starts_at=clock.epoch(payload.starts_at),
        staff_id=payload.staff_id,
        words=payload.words,
        seen=seen_revision(request),
        now=clock.now(),
    )
    return HttpResponse(status=204)


@router.post(
    "/change-requests/{request_id}/decline",
    response={204: None, **responses(*BY_TEAM, NotAllowed, ReasonMissing)},
    operation_id="decline_change_request",
)
def decline(request: HttpRequest, request_id: UUID, payload: DeclineIn) -> HttpResponse:
    """Say no, with words for the customer. If-Match as ever."""
    actions.decline(
        actor=signed_in(request),
        request_id=request_id,
        words=payload.words,
        seen=seen_revision(request),
        now=clock.now(),
    )
    return HttpResponse(status=204)
