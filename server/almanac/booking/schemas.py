"""Shapes of the booking journey: the basket, its times, and the booking made of it. Instants are ISO 8601 in UTC."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from almanac.booking.content import MAX_EXTRAS, Long, Short
from almanac.sales.schemas import PriceStepOut

Typed = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class PlaceIn(Schema):
    """Where the visits are to be: a postcode as typed, for the services of one business."""

    business: Annotated[str, Field(max_length=50)]
    postcode: Annotated[str, Field(max_length=40)]


class ExtraIn(Schema):
    extra_id: UUID
    quantity: int = Field(default=1, ge=1, le=50)


class LineIn(Schema):
    """A service for the basket. `preferred_staff` empty: anybody. Prices and lengths are never sent: the server knows them."""

    service_id: UUID
    extras: list[ExtraIn] = Field(default_factory=list, max_length=MAX_EXTRAS)
    seats: int = Field(default=1, ge=1, le=50)
    preferred_staff: list[UUID] = Field(default_factory=list, max_length=50)


class LineChange(Schema):
    """What is left out stays. A change that makes the visit longer gives its chosen time up."""

    extras: Annotated[list[ExtraIn] | None, Field(max_length=MAX_EXTRAS)] = None
    seats: Annotated[int | None, Field(ge=1, le=50)] = None
    preferred_staff: Annotated[list[UUID] | None, Field(max_length=50)] = None


class DetailsIn(Schema):
    """What was typed so far; what is left out stays as it was."""

    name: Short | None = None
    email: Annotated[str | None, Field(max_length=254)] = None
    phone: Annotated[str | None, Field(max_length=40)] = None
    line1: Short | None = None
    line2: Short | None = None
    town: Short | None = None
    access_notes: Long | None = None
    notes: Long | None = None
    zone: Annotated[str | None, Field(max_length=64)] = None


class HoldIn(Schema):
    """Keep this time for the line. `staff_id` names one of the slot's people; without it the business's rule chooses."""

    line_id: UUID
    starts_at: datetime
    staff_id: UUID | None = None


class BookingIn(Schema):
    """Turn the basket into an order. `shown_total_amount` is what the person agreed to; another price refuses."""

    shown_total_amount: int = Field(ge=0)
    payment_method: Annotated[str, Field(max_length=20)] = "pay_on_site"
    terms_accepted: Literal[True]
    early_start_consent: bool = False


class PersonOut(Schema):
    id: UUID
    name: str
    title: str
    photo_url: str


class BasketPlaceOut(Schema):
    postcode: str
    town: str
    district: str


class BasketExtraOut(Schema):
    extra_id: UUID
    name: str
    quantity: int
    unit_amount: int


class BasketLineOut(Schema):
    """`state`: `open` no time yet, `held` the time is kept until `held_until`, `lapsed` the hold is over (the time may
    still be free: hold it again), `unavailable` the service is not on offer any more."""

    id: UUID
    state: Literal["open", "held", "lapsed", "unavailable"]
    service_id: UUID
    service_slug: str
    business: str
    name: str
    venue: str
    zone: str
    duration_minutes: int
    seats: int
    extras: list[BasketExtraOut]
    preferred_staff: list[PersonOut]
    staff: PersonOut | None
    starts_at: datetime | None
    ends_at: datetime | None
    held_until: datetime | None
    steps: list[PriceStepOut]
    total_amount: int
    tax_amount: int
    approval_by_hand: bool
    free_change_until: datetime | None


class DetailsOut(Schema):
    name: str
    email: str
    phone: str
    line1: str
    line2: str
    town: str
    access_notes: str
    notes: str
    zone: str


class BasketOut(Schema):
    """The whole basket as it stands, priced. `missing` names what booking still needs, in the order of the steps."""

    business: str
    place: BasketPlaceOut | None
    lines: list[BasketLineOut]
    details: DetailsOut
    currency: str
    total_amount: int
    tax_amount: int
    missing: list[str]
    needs_address: bool
    needs_early_start_consent: bool
    payment_methods: list[str]
    server_time: datetime
    booked_order_number: str | None = None


class SlotOut(Schema):
    """One start that fits, with everybody who could come, best first by the business's rule."""

    starts_at: datetime
    ends_at: datetime
    staff_ids: list[UUID]


class DayOut(Schema):
    """A date in the answer's zone with its free starts; empty when there are none."""

    on: date
    slots: list[SlotOut]


class SlotStaffOut(PersonOut):
    """Somebody who can deliver this, with the price for it and the next free start in what was asked."""

    price_amount: int
    next_free_at: datetime | None


class NothingFitsOut(Schema):
    """Why nothing is free, and the smallest change that opens a time. `reasons` are the engine's codes, most frequent
    first; `change.kind` is one of `shorter`, `other_staff`, `other_start`, with the start it opens."""

    reasons: list[str]
    change_kind: str | None
    change_minutes: int | None
    change_starts_at: datetime | None
    change_staff: PersonOut | None


class SlotsOut(Schema):
    """Free starts by date in `zone` (of the visit's address or the business; the viewer's own for online sessions)."""

    zone: str
    days: list[DayOut]
    staff: list[SlotStaffOut]
    next_free_at: datetime | None
    nothing_fits: NothingFitsOut | None


class DatesOut(Schema):
    """Which dates of a range have at least one free start, for a calendar's dots."""

    zone: str
    dates: list[date]
    first_on: date
    last_on: date


class BookedOut(Schema):
    """A finished booking. `token` opens this one order (header `X-Order-Token`); it also stands in the messages."""

    number: str
    token: str


class TrackingIn(Schema):
    number: Annotated[str, Field(max_length=40)]
    email: Annotated[str, Field(max_length=254)]


class CancellationOut(Schema):
    """What cancelling now means; `refused_reason` is set when it cannot be done online, with the number to call."""

    allowed: bool
    refused_reason: str | None
    refund_percent: int
    fee_amount: int
    currency: str
    answer_changes_at: datetime | None
    business_phone: str


class CancelIn(Schema):
    reason: Typed = ""


class MoveIn(Schema):
    starts_at: datetime
    staff_id: UUID | None = None
