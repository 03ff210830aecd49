"""What callers of the booking journey send. Instants are ISO 8601 with an offset; prices and lengths are never sent."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.content import MAX_EXTRAS, MAX_LINES, Long, Short
from almanac.catalog.questions import MOST_QUESTIONS, AnswerValue
from almanac.kit.moments import Instant
from almanac.sales.models import OrderState


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


class VisitIn(Schema):
    """Lines that are to be one visit, one after another."""

    line_ids: list[UUID] = Field(min_length=1, max_length=MAX_LINES)


class LineChange(Schema):
    """What is left out stays. A change that makes the visit longer gives its chosen time up."""

    extras: Annotated[list[ExtraIn] | None, Field(max_length=MAX_EXTRAS)] = None
    seats: Annotated[int | None, Field(ge=1, le=50)] = None
    preferred_staff: Annotated[list[UUID] | None, Field(max_length=50)] = None


class AnswersIn(Schema):
    """Answers by question, as typed so far; what is left out stays, null takes one back. Files are sent on their own."""

    answers: Annotated[dict[UUID, AnswerValue | None], Field(max_length=MOST_QUESTIONS)]


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
    starts_at: Instant
    staff_id: UUID | None = None


class BookingIn(Schema):
    """Turn the basket into an order for each currency. `shown_total_amount` is what the person agreed to in the first one,
    `shown_totals` names it for every currency where there are several; another price refuses."""

    shown_total_amount: int = Field(ge=0)
    shown_totals: dict[Annotated[str, Field(max_length=3)], Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, max_length=12
    )
    payment_method: Annotated[str, Field(max_length=20)] = "pay_on_site"
    terms_accepted: Literal[True]
    early_start_consent: bool = False


class TrackingIn(Schema):
    number: Annotated[str, Field(max_length=40)]
    email: Annotated[str, Field(max_length=254)]


class CancelIn(Schema):
    reason: Short = ""


class MoveIn(Schema):
    starts_at: Instant
    staff_id: UUID | None = None
    reason: Short = ""


class OrdersWanted(Schema):
    """Which orders: in any of these states, of this business (its slug); all of them where nothing is said."""

    state: list[OrderState] = []
    business: Annotated[str, Field(max_length=50)] = ""
