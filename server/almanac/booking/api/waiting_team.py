"""Doors of the team to the waiting list: who waits, as a list and a file; taking somebody off; offering by hand."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from almanac.booking.actions import waiting as actions
from almanac.booking.actions.waiting_offers import offer_by_hand
from almanac.booking.errors import PlaceNeeded, WaitingOff, WaitingOver
from almanac.booking.models import WaitingEntry
from almanac.booking.queries import waiting as queries
from almanac.booking.queries.waiting_words import words_for
from almanac.booking.schemas.waiting import TeamWaitingEntryOut, WaitingOfferIn, WaitingOfferOut
from almanac.booking.schemas.waiting_exports import waiting_columns
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.exports import DOCUMENTED, csv_answer
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of, signed_in
from almanac.scheduling.errors import SlotTaken, VisitTooLong

router = Router(tags=["waiting list"])
Slug = Annotated[str, Field(max_length=50)]


class EntriesWanted(Schema):
    """Which entries: in any of these states, of this business and this service (their slugs); all where nothing is said."""

    state: list[WaitingEntry.State] = []
    business: Slug = ""
    service: Slug = ""


@router.get(
    "/waiting-entries",
    response={200: Page[TeamWaitingEntryOut], **responses(SignInNeeded)},
    operation_id="waiting_entries",
)
def waiting_entries(
    request: HttpRequest, wanted: Query[EntriesWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[TeamWaitingEntryOut]:
    """Who waits for people one looks after, the longest waiting first; `sort` is joined, first or last, with - in front the
    other way."""
    actor, now, language = signed_in(request), clock.now(), language_of(request)
    rows = queries.entries(actor, states=wanted.state, business=wanted.business, service=wanted.service)
    found, following = take_page(rows, by=queries.ENTRIES.key(sort), cursor=cursor, limit=limit)
    words = words_for(found)
    return Page(items=[TeamWaitingEntryOut.seen(entry, words, language, now) for entry in found], next_cursor=following)


@router.get(
    "/waiting-entries.csv",
    response=responses(SignInNeeded),
    operation_id="waiting_entries_csv",
    openapi_extra=DOCUMENTED,
)
def waiting_entries_csv(
    request: HttpRequest, wanted: Query[EntriesWanted], sort: str = "", language: str = ""
) -> StreamingHttpResponse:
    """The same list as a file for spreadsheets (text/csv), all of it, with titles in the reader's `language`."""
    actor, language = signed_in(request), language_of(request, asked=language)
    rows = queries.entries(actor, states=wanted.state, business=wanted.business, service=wanted.service)
    columns = waiting_columns(language)
    return csv_answer(rows, columns, by=queries.ENTRIES.key(sort), language=language, name="waiting-list")


@router.get(
    "/waiting-entries/{entry_id}",
    response={200: TeamWaitingEntryOut, **responses(SignInNeeded, NotFound)},
    operation_id="waiting_entry",
)
def waiting_entry(request: HttpRequest, entry_id: UUID) -> TeamWaitingEntryOut:
    """One entry, for whoever looks after it."""
    found = queries.entry_to_manage(signed_in(request), entry_id)
    return TeamWaitingEntryOut.seen(found, words_for([found]), language_of(request), clock.now())


@router.delete(
    "/waiting-entries/{entry_id}",
    response={204: None, **responses(SignInNeeded, NotFound, WaitingOver)},
    operation_id="remove_waiting_entry",
)
def remove(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Take an entry off the list; its person is told."""
    actions.remove(actor=signed_in(request), entry_id=entry_id, now=clock.now())
    return HttpResponse(status=204)


@router.post(
    "/waiting-entries/{entry_id}/offer",
    response={
        200: WaitingOfferOut,
        **responses(
            SignInNeeded,
            NotFound,
            NotAllowed,
            NotOnOffer,
            PlaceNeeded,
            WaitingOff,
            WaitingOver,
            SlotTaken,
            VisitTooLong,
        ),
    },
    operation_id="offer_to_waiting_entry",
)
def offer(request: HttpRequest, entry_id: UUID, payload: WaitingOfferIn) -> WaitingOfferOut:
    """Offer a free time, whoever's turn it is: it is kept for this entry as long as any offer, and its person is told."""
    now = clock.now()
    made = offer_by_hand(
        actor=signed_in(request),
        entry_id=entry_id,
        starts_at=clock.epoch(payload.starts_at),
        staff_id=payload.staff_id,
        now=now,
    )
    return WaitingOfferOut.of(made, now)
