"""Doors to how a line of the basket repeats."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.booking.actions import repeats
from almanac.booking.api import limits
from almanac.booking.api.baskets import shown
from almanac.booking.api.cookies import token_of
from almanac.booking.errors import CannotRepeat, LineUnknown, NoBasket, PlaceNeeded
from almanac.booking.schemas.baskets import BasketOut
from almanac.booking.schemas.inputs import DateIn, RepeatIn
from almanac.booking.schemas.repeats import DateOut
from almanac.catalog.errors import NotOnOffer
from almanac.kit import clock
from almanac.kit.errors import responses
from almanac.kit.requests import actor_of
from almanac.scheduling.errors import SlotTaken

router = Router(tags=["basket"])


@router.put(
    "/basket/lines/{line_id}/repeat",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, CannotRepeat)},
    operation_id="set_repeat",
)
def set_repeat(request: HttpRequest, line_id: UUID, payload: RepeatIn) -> BasketOut:
    """Let a line come again. With its time chosen every date is looked for, and told with what was found."""
    limits.repeating(request)
    return shown(
        request,
        repeats.set_repeat(
            actor=actor_of(request),
            token=token_of(request),
            line_id=line_id,
            frequency=payload.frequency,
            every=payload.every,
            months=payload.months,
            carries_on=payload.carries_on,
            now=clock.now(),
        ),
    )


@router.delete(
    "/basket/lines/{line_id}/repeat",
    response={200: BasketOut, **responses(NoBasket, LineUnknown)},
    operation_id="stop_repeating",
)
def stop_repeating(request: HttpRequest, line_id: UUID) -> BasketOut:
    """Only the one visit."""
    limits.basket_change(request)
    return shown(request, repeats.stop_repeating(token=token_of(request), line_id=line_id, now=clock.now()))


@router.get(
    "/basket/lines/{line_id}/dates/{on}",
    response={200: list[DateOut], **responses(LineUnknown, NotOnOffer, PlaceNeeded)},
    operation_id="near_date",
)
def near_date(request: HttpRequest, line_id: UUID, on: date) -> list[DateOut]:
    """Other times near a date of a line that repeats."""
    limits.repeating(request)
    found, names = repeats.near_date(
        actor=actor_of(request), token=token_of(request), line_id=line_id, on=on, now=clock.now()
    )
    return [DateOut.of(item, names) for item in found]


@router.put(
    "/basket/lines/{line_id}/dates/{on}",
    response={200: BasketOut, **responses(NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, SlotTaken)},
    operation_id="choose_date",
)
def choose_date(request: HttpRequest, line_id: UUID, on: date, payload: DateIn) -> BasketOut:
    """Take another time for a date, or leave it out."""
    limits.repeating(request)
    return shown(
        request,
        repeats.choose_date(
            actor=actor_of(request),
            token=token_of(request),
            line_id=line_id,
            on=on,
            starts_at=clock.epoch(payload.starts_at) if payload.starts_at else None,
            staff_id=payload.staff_id,
            now=clock.now(),
        ),
    )
