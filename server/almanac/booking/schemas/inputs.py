"""What callers of the booking journey send. Instants are ISO 8601 with an offset; prices and lengths are never sent."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.actions.holds import DayWish
from almanac.booking.content import MAX_EVERY, MAX_EXTRAS, MAX_GIFT_CARDS, MAX_LINES, MAX_MONTHS, Long, Short
from almanac.booking.queries.standings import OrderStanding
from almanac.booking.schemas.change_requests import DayPart
from almanac.catalog.questions import MOST_QUESTIONS, AnswerValue
from almanac.engine.recurrence import Frequency
from almanac.engine.waiting import PartOfDay
from almanac.kit.moments import Instant


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


class BundlePutIn(Schema):
    """A bundle for the basket: all of its services at once."""

    bundle_id: UUID


class GiftIn(Schema):
    """A gift card for the basket: of which business, how much (minor units), for whom, and when they are told; now, where no day
    is named."""

    business: Annotated[str, Field(max_length=50)]
    amount: Annotated[int, Field(ge=1, le=100_000_000)]
    recipient_name: Annotated[str, Field(max_length=200)] = ""
    recipient_email: Annotated[str, Field(max_length=254)] = ""
    sender_name: Annotated[str, Field(max_length=200)] = ""
    message: Annotated[str, Field(max_length=2_000)] = ""
    deliver_on: date | None = None


class GoodsIn(Schema):
    """One good for the basket: a digital product, a gift card, or a package of visits."""

    product_id: UUID | None = None
    package_id: UUID | None = None
    gift: GiftIn | None = None


class GiftCodeIn(Schema):
    """The code of a gift card, as typed."""

    code: Annotated[str, Field(max_length=60)]


class PassCodeIn(Schema):
    """The code of a package of visits, as typed."""

    code: Annotated[str, Field(max_length=60)]


class PassUsedIn(Schema):
    """The package of which the line uses a visit; null: none."""

    pass_id: UUID | None


class VisitIn(Schema):
    """Lines that are to be one visit, one after another."""

    line_ids: list[UUID] = Field(min_length=1, max_length=MAX_LINES)


class LineChange(Schema):
    """What is left out stays. A change that makes the visit longer gives its chosen time up."""

    extras: Annotated[list[ExtraIn] | None, Field(max_length=MAX_EXTRAS)] = None
    seats: Annotated[int | None, Field(ge=1, le=50)] = None
    preferred_staff: Annotated[list[UUID] | None, Field(max_length=50)] = None


class RepeatIn(Schema):
    """That a line comes again: every so many weeks or months, for so many months, and where it is offered on and on."""

    frequency: Frequency
    every: int = Field(default=1, ge=1, le=MAX_EVERY)
    months: int = Field(ge=1, le=MAX_MONTHS)
    carries_on: bool = False


class DateIn(Schema):
    """Another time for a date, with one of those proposed near it; without a time it is left out."""

    starts_at: Instant | None = None
    staff_id: UUID | None = None


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


class CouponNamedIn(Schema):
    """The code of a coupon, as typed."""

    code: Annotated[str, Field(max_length=60)]


class HoldIn(Schema):
    """Keep this time for the line. `staff_id` names one of the slot's people; without it the business's rule chooses. `any_of`:
    any start of that day does, or of that part of it, by the clock of `zone` for what is online: another is kept where this
    one has just gone."""

    line_id: UUID
    starts_at: Instant
    staff_id: UUID | None = None
    any_of: DayPart | None = None
    zone: Annotated[str, Field(max_length=64)] = ""

    def day(self) -> DayWish | None:
        """As the action takes it."""
        if self.any_of is None:
            return None
        return DayWish(None if self.any_of is DayPart.ANY else PartOfDay(self.any_of.value), self.zone)


class BookingIn(Schema):
    """Turn the basket into an order for each currency. `shown_total_amount` is what the person agreed to in the first one,
    `shown_totals` names it for every currency where there are several; another price refuses. `keep_card`: what is paid with is
    kept for later, for whoever is signed in as a customer."""

    shown_total_amount: int = Field(ge=0)
    shown_totals: dict[Annotated[str, Field(max_length=3)], Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, max_length=12
    )
    payment_method: Annotated[str, Field(max_length=20)] = "pay_on_site"
    terms_accepted: Literal[True]
    early_start_consent: bool = False
    keep_card: bool = False
    download_consent: bool = False
    gift_cards: dict[UUID, Annotated[int, Field(ge=1)]] = Field(default_factory=dict, max_length=MAX_GIFT_CARDS)


class TrackingIn(Schema):
    number: Annotated[str, Field(max_length=40)]
    email: Annotated[str, Field(max_length=254)]


class CancelIn(Schema):
    """`token` is that of what the person was shown: where calling off means anything else by now, nothing happens."""

    reason: Short = ""
    token: Annotated[str, Field(min_length=64, max_length=64)]


class MoveIn(Schema):
    """Another start, and another person or another of the customer's addresses where these change too."""

    starts_at: Instant
    staff_id: UUID | None = None
    address_id: UUID | None = None
    reason: Short = ""


class OrdersWanted(Schema):
    """Which orders: in any of these states, of this business (its slug); all of them where nothing is said."""

    state: list[OrderStanding] = []
    business: Annotated[str, Field(max_length=50)] = ""
