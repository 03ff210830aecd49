"""The waiting list as the API takes and tells it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.actions.waiting import Wanted
from almanac.booking.content import Short
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.booking.queries.waiting import LIVE, Offer, State, last_offer, standing_offer, wish_of
from almanac.booking.queries.waiting_words import WaitingWords
from almanac.engine.waiting import PartOfDay
from almanac.kit.moments import Day, Instant

Weekday = Annotated[int, Field(ge=0, le=6)]


class JoinIn(Schema):
    """A line of the basket, and when it would do: from a first to a last date on the search's clock, on some weekdays
    (Monday is 0) or parts of the day where any are named. Whoever is signed in may leave out `name` and `email`."""

    line_id: UUID
    first_on: Day
    last_on: Day
    weekdays: Annotated[list[Weekday], Field(max_length=7)] = []
    parts: Annotated[list[PartOfDay], Field(max_length=3)] = []
    staff_ids: Annotated[list[UUID], Field(max_length=50)] = []
    zone: Annotated[str, Field(max_length=64)] = ""
    name: Short = ""
    email: Annotated[str, Field(max_length=254)] = ""

    def wanted(self) -> Wanted:
        """As the action takes it."""
        return Wanted(
            self.first_on,
            self.last_on,
            tuple(self.weekdays),
            tuple(self.parts),
            tuple(dict.fromkeys(self.staff_ids)),
            self.zone,
        )


class WaitingKeyIn(Schema):
    """The token of a letter's link."""

    key: Annotated[str, Field(max_length=300)]


class WaitingTakenOut(Schema):
    """Where the journey goes on: the business's, with the line that is kept now."""

    business: str
    line: UUID


class WaitingOfferIn(Schema):
    starts_at: Instant
    staff_id: UUID | None = None


class WaitingPersonOut(Schema):
    id: UUID
    name: str


class WaitingOfferOut(Schema):
    """`state`: `open` (take it until `expires_at`), `taken` (in a basket until then), `booked`, `declined`, `lapsed`,
    `withdrawn`. `by_hand`: the team chose it."""

    id: UUID
    state: WaitingOffer.State
    starts_at: datetime
    ends_at: datetime
    expires_at: datetime
    staff_name: str
    by_hand: bool

    @classmethod
    def of(cls, offer: WaitingOffer, now: datetime) -> WaitingOfferOut:
        """As it stands now, whether or not the clock has passed it on yet."""
        is_past = offer.state == Offer.OPEN and offer.expires_at <= now
        return cls(
            id=offer.pk,
            state=Offer.LAPSED if is_past else Offer(offer.state),
            starts_at=offer.starts_at,
            ends_at=offer.ends_at,
            expires_at=offer.expires_at,
            staff_name=offer.staff_member.name,
            by_hand=offer.offered_by_id is not None,
        )


class WaitingExtraOut(Schema):
    name: str
    quantity: int


class WaitingCanOut(Schema):
    take: bool
    decline: bool
    leave: bool


class WaitingEntryOut(Schema):
    """An entry as whoever waits sees it. `state`: `waiting`, `offered`, `booked`, `left`, `lapsed`, `expired`, `removed`;
    `offer` is the newest. Dates are on the clock of `zone`; `staff` empty is anybody."""

    id: UUID
    state: WaitingEntry.State
    joined_at: datetime
    business: str
    business_name: str
    business_phone: str
    service_id: UUID
    service_slug: str
    venue: str
    currency: str
    names: list[str]
    extras: list[WaitingExtraOut]
    seats: int
    postcode: str
    staff: list[WaitingPersonOut]
    zone: str
    first_on: date
    last_on: date
    weekdays: list[int]
    parts: list[PartOfDay]
    lapses: int
    offer: WaitingOfferOut | None
    can: WaitingCanOut

    @classmethod
    def of(cls, entry: WaitingEntry, words: WaitingWords, language: str, now: datetime) -> WaitingEntryOut:
        """As of this instant; `words` name what its lines hold."""
        content = wish_of(entry)
        newest, stands = last_offer(entry), standing_offer(entry)
        is_open = stands is not None and stands.expires_at > now
        return cls(
            id=entry.pk,
            state=State(entry.state),
            joined_at=entry.created_at,
            business=entry.business.slug,
            business_name=entry.business.name,
            business_phone=entry.business.phone,
            service_id=entry.service_id,
            service_slug=entry.service.slug,
            venue=entry.service.venue,
            currency=entry.service.currency,
            names=words.services(content, language),
            extras=[WaitingExtraOut(name=name, quantity=count) for name, count in words.extras(content, language)],
            seats=content.lines[0].seats,
            postcode=content.place.postcode if content.place else "",
            staff=[WaitingPersonOut(id=one.pk, name=one.name) for one in entry.staff.all()],
            zone=entry.zone,
            first_on=entry.first_on,
            last_on=entry.last_on,
            weekdays=entry.weekdays,
            parts=[PartOfDay(part) for part in entry.parts],
            lapses=entry.lapses,
            offer=WaitingOfferOut.of(newest, now) if newest else None,
            can=WaitingCanOut(take=is_open, decline=is_open, leave=entry.state in LIVE),
        )


class TeamWaitingEntryOut(WaitingEntryOut):
    """An entry as the team sees it: who waits, and what may be done."""

    name: str
    email: str
    customer_id: UUID | None
    over_at: datetime | None
    offers: int
    can_offer: bool
    can_remove: bool

    @classmethod
    def seen(cls, entry: WaitingEntry, words: WaitingWords, language: str, now: datetime) -> TeamWaitingEntryOut:
        """As somebody who looks after it sees it."""
        content = wish_of(entry)
        return cls(
            **WaitingEntryOut.of(entry, words, language, now).model_dump(),
            name=content.name,
            email=content.email,
            customer_id=entry.customer_id,
            over_at=entry.over_at,
            offers=len(entry.offers.all()),
            can_offer=entry.state == State.WAITING,
            can_remove=entry.state in LIVE,
        )
