"""Doors to free times: of a line of the basket, of a service, of a visit that is to be moved."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from almanac.booking.api.cookies import token_of
from almanac.booking.content import ExtraContent, LineContent
from almanac.booking.errors import LineUnknown, NoBasket, PlaceNeeded, TooLateToChange
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.booking.queries.changes import change_of, move_refusal
from almanac.booking.queries.elsewhere import address_for, search_at
from almanac.booking.queries.nothing_fits import nothing_fits
from almanac.booking.queries.phone import in_reach
from almanac.booking.queries.slot_prices import price_changes
from almanac.booking.queries.slots import Search, first_free, free_times, visit_search
from almanac.booking.queries.visit_requests import wishes_of
from almanac.booking.queries.waiting import entry_to_manage
from almanac.booking.queries.waiting_search import hand_search
from almanac.booking.schemas.slots import FirstFreeOut, NothingFitsOut, SlotsOut, first_free_out, slots_json
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import InvalidInput, NotFound, responses
from almanac.kit.moments import Day
from almanac.kit.requests import actor_of, language_of

router = Router(tags=["free times"])


class Asked(Schema):
    """What free times are asked for: a `line` of the basket (with those in one visit with it), a `service` with `extras`
    (`<id>` or `<id>:<quantity>`, comma separated), an `appointment` that is to be moved, to another `address` of its
    customer's where one is named, or an entry of the `waiting` list that the team looks for a time for. `staff` narrows it (comma
    separated ids)."""

    line: UUID | None = None
    service: UUID | None = None
    appointment: UUID | None = None
    address: UUID | None = None
    waiting: UUID | None = None
    extras: Annotated[str, Field(max_length=1000)] = ""
    staff: Annotated[str, Field(max_length=2000)] = ""
    zone: Annotated[str, Field(max_length=64)] = ""


class AskedRange(Asked):
    """A range of at most 62 dates in the answer's zone, both included."""

    first_on: Day
    last_on: Day


class AskedDate(Asked):
    """One date in the answer's zone."""

    on: Day


SEARCH_ERRORS = (NotOnOffer, PlaceNeeded, NoBasket, LineUnknown, NotFound, TooLateToChange)


@router.get("/slots", response={200: SlotsOut, **responses(*SEARCH_ERRORS)}, operation_id="slots")
def slots(request: HttpRequest, asked: Query[AskedRange]) -> HttpResponse:
    """Free starts by date. When there are none in the range, `next_free_at` tells the first one after all."""
    search = _search(request, asked)
    now = clock.now()
    found = free_times(search, first_on=asked.first_on, last_on=asked.last_on, now=now)
    first = None if found.first_of else first_free(search, now=now)
    language, is_sold = language_of(request), asked.appointment is not None
    changes = [] if is_sold or asked.waiting else price_changes(search, found, language=language, now=now)
    content = json.dumps(slots_json(search, found, first, language, changes), separators=(",", ":"))
    return HttpResponse(content, content_type="application/json")


@router.get("/slots/first", response={200: FirstFreeOut, **responses(*SEARCH_ERRORS)}, operation_id="first_free_slot")
def first(request: HttpRequest, asked: Query[Asked]) -> FirstFreeOut:
    """The earliest free start within the horizon, or nulls."""
    search = _search(request, asked)
    return first_free_out(search, first_free(search, now=clock.now()), language_of(request))


@router.get(
    "/slots/why-none", response={200: NothingFitsOut, **responses(*SEARCH_ERRORS)}, operation_id="why_nothing_fits"
)
def why_none(request: HttpRequest, asked: Query[AskedDate]) -> NothingFitsOut:
    """Why a date has nothing free, and the smallest change that would open something."""
    search = _search(request, asked)
    return NothingFitsOut.of(nothing_fits(search, on=asked.on, now=clock.now()), search, language_of(request))


def _search(request: HttpRequest, asked: Asked) -> Search:
    if asked.appointment is not None:
        return _search_of_move(request, asked.appointment, asked.address)
    if asked.waiting is not None:
        actor = actor_of(request)
        return hand_search(actor, entry_to_manage(actor, asked.waiting))
    basket = basket_behind(token_of(request), now=clock.now())
    content = content_of(basket) if basket else None
    if asked.service is not None:
        lines = [LineContent(service_id=asked.service, extras=_extras(asked.extras))]
    elif asked.line is not None:
        if content is None:
            raise NoBasket
        found = content.line(asked.line)
        if found is None:
            raise LineUnknown
        lines = content.visit_of(found)
    else:
        raise InvalidInput(
            fields={"service": ["Name a line, a service, an appointment or an entry of the waiting list."]}
        )
    place = content.place if content else None
    wishes = wishes_of(lines)
    if basket is not None:
        wishes = in_reach(actor_of(request), basket, wishes)
    search = visit_search(wishes, place, staff_ids=_ids(asked.staff, "staff"), viewer_zone=asked.zone)
    return replace(search, place=place, files_owner=basket.files_owner if basket else "")


def _search_of_move(request: HttpRequest, appointment_id: UUID, address_id: UUID | None) -> Search:
    change = change_of(actor_of(request), appointment_id)
    refused = move_refusal(change, clock.now())
    if refused is not None:
        raise TooLateToChange(reason=refused, business_phone=change.line.business.phone)
    return search_at(change, address_for(change, address_id))


def _extras(text: str) -> list[ExtraContent]:
    found: list[ExtraContent] = []
    for part in filter(None, text.split(",")):
        extra_id, _, quantity = part.partition(":")
        try:
            found.append(ExtraContent(extra_id=UUID(extra_id), quantity=int(quantity or 1)))
        except ValueError as error:
            raise InvalidInput(fields={"extras": ["Send ids with quantities: <id>:2,<id>"]}) from error
    return found


def _ids(text: str, field: str) -> list[UUID]:
    try:
        return [UUID(part) for part in filter(None, text.split(","))]
    except ValueError as error:
        raise InvalidInput(fields={field: ["Send ids, separated by commas."]}) from error
