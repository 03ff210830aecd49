"""People who can be booked, as the API tells of them: what anybody may know, in one language."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.booking.queries.profiles import Found, Offered, Profile
from almanac.kit.clock import instant
from almanac.kit.localized import spoken_in, text_in
from almanac.people.schemas.showcase import ExpertiseOut


class OfferedOut(Schema):
    """A service as this person delivers it; prices are minor units with tax, unless `plus_tax`. `next_free` are its next free
    starts, one a date: one in lists, a few on somebody's own page, none for visits at the customer's door, where the way decides.
    `seats_left` are the seats left at each of them in a group session, on
    somebody's own page, and nothing for one-to-one."""

    service_id: UUID
    slug: str
    name: str
    description: str
    duration_minutes: int
    price_amount: int
    currency: str
    plus_tax: bool
    venue: str
    capacity: int
    next_free: list[datetime]
    seats_left: list[int]

    @classmethod
    def of(cls, item: Offered, language: str) -> Self:
        service = item.service
        return cls(
            service_id=service.id,
            slug=service.slug,
            name=text_in(service.name, language),
            description=text_in(service.description, language),
            duration_minutes=item.minutes,
            price_amount=item.amount,
            currency=service.currency,
            plus_tax=item.offer.plus_tax,
            venue=service.venue,
            capacity=service.capacity,
            next_free=[instant(start) for start in item.starts],
            seats_left=list(item.seats),
        )


class ProfileOut(Schema):
    """Somebody who can be booked. `biography_language` is the language the biography came in, which may be another than
    asked for; `rating` is null until somebody has rated them."""

    id: UUID
    slug: str
    business: str
    business_name: str
    staff_word: str
    name: str
    title: str
    title_language: str
    biography: str
    biography_language: str
    photo_url: str
    zone: str
    languages: list[str]
    expertise: list[ExpertiseOut]
    is_featured: bool
    rating: float | None
    next_free_at: datetime | None
    offered: list[OfferedOut]

    @classmethod
    def of(cls, profile: Profile, language: str) -> Self:
        staff, business = profile.staff, profile.business
        return cls(
            id=staff.pk,
            slug=staff.slug,
            business=business.slug,
            business_name=business.name,
            staff_word=text_in(business.staff_word, language),
            name=staff.name,
            title=text_in(staff.title, language),
            title_language=spoken_in(staff.title, language),
            biography=text_in(staff.biography, language),
            biography_language=spoken_in(staff.biography, language),
            photo_url=staff.photo_url,
            zone=staff.zone,
            languages=staff.languages,
            expertise=[ExpertiseOut.of(item, language) for item in profile.expertise],
            is_featured=staff.is_featured,
            rating=profile.rating,
            next_free_at=None if profile.next_free is None else instant(profile.next_free),
            offered=[OfferedOut.of(item, language) for item in profile.offered],
        )


class ExpertiseChoice(ExpertiseOut):
    """Something to look for, and how many have it."""

    count: int


class LanguageChoice(Schema):
    """A language (ISO 639) and how many speak it."""

    code: str
    count: int


class PriceChoice(Schema):
    """The lowest and the highest price in one currency, in minor units."""

    currency: str
    lowest_amount: int
    highest_amount: int


class ProfilesOut(Schema):
    """A stretch of the people found, how many there are, and what there is to choose from among everybody."""

    items: list[ProfileOut]
    next_cursor: str | None
    count: int
    expertise: list[ExpertiseChoice]
    languages: list[LanguageChoice]
    prices: list[PriceChoice]

    @classmethod
    def of(cls, found: Found, shown: list[ProfileOut], next_cursor: str | None, language: str) -> Self:
        return cls(
            items=shown,
            next_cursor=next_cursor,
            count=len(found.profiles),
            expertise=[
                ExpertiseChoice(slug=item.slug, name=text_in(item.name, language), count=count)
                for item, count in found.expertise
            ],
            languages=[LanguageChoice(code=code, count=count) for code, count in found.languages.items()],
            prices=[
                PriceChoice(currency=currency, lowest_amount=low, highest_amount=high)
                for currency, (low, high) in found.prices.items()
            ],
        )
