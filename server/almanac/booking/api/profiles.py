"""Doors to the people who can be booked: searched, and one by one."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from almanac.booking.queries.profiles import ProfileOrder, Wanted, find_profiles, page_of, profile_of
from almanac.booking.schemas.profiles import ProfileOut, ProfilesOut
from almanac.kit import clock
from almanac.kit.errors import InvalidInput, NotFound, responses
from almanac.kit.requests import language_of

router = Router(tags=["people"])


class AskedPeople(Schema):
    """What is looked for. `expertise` (slugs) and `languages` (ISO 639) are comma separated, any of them will do;
    `price_to` is in minor units of `currency`; `order` is `recommended`, `soonest`, `price` or `name`."""

    business: Annotated[str, Field(max_length=50)] = ""
    text: Annotated[str, Field(max_length=200)] = ""
    expertise: Annotated[str, Field(max_length=500)] = ""
    languages: Annotated[str, Field(max_length=100)] = ""
    currency: Annotated[str, Field(max_length=3)] = ""
    price_to: Annotated[int | None, Field(ge=0, le=2**31)] = None
    free_within_days: Annotated[int | None, Field(ge=1, le=366)] = None
    order: ProfileOrder = ProfileOrder.RECOMMENDED
    cursor: Annotated[str, Field(max_length=40)] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 24


@router.get("/profiles", response={200: ProfilesOut, **responses()}, operation_id="profiles")
def profiles(request: HttpRequest, asked: Query[AskedPeople]) -> ProfilesOut:
    """People with online sessions, for anybody, with the next free time of each."""
    if asked.price_to is not None and not asked.currency:
        raise InvalidInput(fields={"currency": ["Say in which money the price is."]})
    wanted = Wanted(
        text=asked.text,
        expertise=_set(asked.expertise),
        languages=_set(asked.languages),
        currency=asked.currency.upper(),
        price_to=asked.price_to,
        free_within_days=asked.free_within_days,
        order=asked.order,
    )
    found = find_profiles(wanted, business_slug=asked.business or None, now=clock.now())
    page, after = page_of(found.profiles, after=asked.cursor, limit=asked.limit)
    language = language_of(request)
    return ProfilesOut.of(found, [ProfileOut.of(item, language) for item in page], after, language)


@router.get("/profiles/{business}/{slug}", response={200: ProfileOut, **responses(NotFound)}, operation_id="profile")
def profile(request: HttpRequest, business: str, slug: str) -> ProfileOut:
    """One person who can be booked, by their address, for anybody."""
    return ProfileOut.of(profile_of(business, slug, now=clock.now()), language_of(request))


def _set(text: str) -> frozenset[str]:
    return frozenset(filter(None, (part.strip() for part in text.split(","))))
