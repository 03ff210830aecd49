"""Doors of those who wait: joining, and the entry by its letter's link or in one's account. Keys go in bodies."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from almanac.booking.actions import waiting as actions
from almanac.booking.actions.waiting_offers import decline
from almanac.booking.actions.waiting_taking import take
from almanac.booking.api import limits
from almanac.booking.api.cookies import keep, token_of
from almanac.booking.errors import (
    BasketFull,
    Incomplete,
    LineUnknown,
    NoBasket,
    OfferPassed,
    PlaceNeeded,
    WaitingOff,
    WaitingOver,
    WaitingUnknown,
)
from almanac.booking.models import WaitingEntry
from almanac.booking.queries.waiting import entry_behind, own_entries, own_entry
from almanac.booking.queries.waiting_words import words_for
from almanac.booking.schemas.waiting import JoinIn, WaitingEntryOut, WaitingKeyIn, WaitingTakenOut
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.actor import Actor, Role
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.scheduling.errors import SlotTaken

router = Router(tags=["waiting list"])
ANSWERED = (NotFound, WaitingOver, OfferPassed, SlotTaken)
TAKEN = (*ANSWERED, NotOnOffer, BasketFull, NoBasket)
BY_LINK = (WaitingUnknown,)
OWN = (SignInNeeded, NotAllowed)
MOST = 200  # entries of one account that are shown


@router.post(
    "/waiting-list",
    response={204: None, **responses(NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, Incomplete, WaitingOff)},
    operation_id="join_waiting_list",
)
def join(request: HttpRequest, payload: JoinIn) -> HttpResponse:
    """Ask to be told when a time opens for a line of the basket. The answer is the same whatever the e-mail; what follows
    is a letter."""
    limits.joining(request, payload.email)
    actions.join(
        actor=actor_of(request),
        token=token_of(request),
        line_id=payload.line_id,
        wanted=payload.wanted(),
        name=payload.name,
        email=payload.email,
        language=language_of(request),
        now=clock.now(),
    )
    return HttpResponse(status=204)


@router.post(
    "/waiting-list/linked/read",
    response={200: WaitingEntryOut, **responses(*BY_LINK)},
    operation_id="linked_waiting_entry",
)
def read(request: HttpRequest, payload: WaitingKeyIn) -> WaitingEntryOut:
    """The entry that a letter's link opens, with its newest offer. Changes nothing."""
    (found,) = _shown(request, [entry_behind(payload.key, now=clock.now())])
    return found


@router.post(
    "/waiting-list/linked/take",
    response={200: WaitingTakenOut, **responses(*BY_LINK, *TAKEN)},
    operation_id="take_linked_offer",
)
def take_linked(request: HttpRequest, response: HttpResponse, payload: WaitingKeyIn) -> WaitingTakenOut:
    """Put the offered time into the basket, where it is kept while the journey goes on."""
    limits.basket_change(request)
    return _take(request, response, entry_behind(payload.key, now=clock.now()).pk)


@router.post(
    "/waiting-list/linked/decline",
    response={204: None, **responses(*BY_LINK, *ANSWERED)},
    operation_id="decline_linked_offer",
)
def decline_linked(request: HttpRequest, payload: WaitingKeyIn) -> HttpResponse:
    """Let the offered time go. The entry keeps its place."""
    limits.basket_change(request)
    entry_id = entry_behind(payload.key, now=clock.now()).pk
    decline(actor=actor_of(request), entry_id=entry_id, now=clock.now())
    return HttpResponse(status=204)


@router.post(
    "/waiting-list/linked/leave",
    response={204: None, **responses(*BY_LINK, NotFound, WaitingOver)},
    operation_id="leave_linked_waiting_list",
)
def leave_linked(request: HttpRequest, payload: WaitingKeyIn) -> HttpResponse:
    """Take one's name off the list."""
    limits.basket_change(request)
    entry_id = entry_behind(payload.key, now=clock.now()).pk
    actions.leave(actor=actor_of(request), entry_id=entry_id, now=clock.now())
    return HttpResponse(status=204)


@router.get(
    "/my/waiting-list", response={200: list[WaitingEntryOut], **responses(*OWN)}, operation_id="my_waiting_list"
)
def mine(request: HttpRequest) -> list[WaitingEntryOut]:
    """What the signed-in customer waits for, newest first, and what has ended in the last thirty days."""
    rows = own_entries(_customer(request)).order_by("-created_at", "-pk")[:MOST]
    return _shown(request, list(rows))


@router.post(
    "/my/waiting-list/{entry_id}/take",
    response={200: WaitingTakenOut, **responses(*OWN, *TAKEN)},
    operation_id="take_my_offer",
)
def take_mine(request: HttpRequest, response: HttpResponse, entry_id: UUID) -> WaitingTakenOut:
    """Put the offered time into the basket, where it is kept while the journey goes on."""
    limits.basket_change(request)
    return _take(request, response, own_entry(_customer(request), entry_id).pk)


@router.post(
    "/my/waiting-list/{entry_id}/decline",
    response={204: None, **responses(*OWN, *ANSWERED)},
    operation_id="decline_my_offer",
)
def decline_mine(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Let the offered time go. The entry keeps its place."""
    limits.basket_change(request)
    actor = _customer(request)
    decline(actor=actor, entry_id=own_entry(actor, entry_id).pk, now=clock.now())
    return HttpResponse(status=204)


@router.post(
    "/my/waiting-list/{entry_id}/leave",
    response={204: None, **responses(*OWN, NotFound, WaitingOver)},
    operation_id="leave_my_waiting_list",
)
def leave_mine(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Take one's name off the list."""
    limits.basket_change(request)
    actor = _customer(request)
    actions.leave(actor=actor, entry_id=own_entry(actor, entry_id).pk, now=clock.now())
    return HttpResponse(status=204)


def _customer(request: HttpRequest) -> Actor:
    actor = signed_in(request)
    if actor.role is not Role.CUSTOMER:
        raise NotAllowed
    return actor


def _take(request: HttpRequest, response: HttpResponse, entry_id: UUID) -> WaitingTakenOut:
    basket, token, line = take(actor=actor_of(request), entry_id=entry_id, token=token_of(request), now=clock.now())
    keep(request, response, token)
    return WaitingTakenOut(business=basket.business.slug, line=line)


def _shown(request: HttpRequest, entries: Sequence[WaitingEntry]) -> list[WaitingEntryOut]:
    words, language, now = words_for(entries), language_of(request), clock.now()
    return [WaitingEntryOut.of(entry, words, language, now) for entry in entries]
