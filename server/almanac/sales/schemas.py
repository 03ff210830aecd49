"""What the API says about orders. Amounts are minor units of `currency` and include tax."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from almanac.catalog.schemas.answers import AnswerOut


class PriceStepOut(Schema):
    """One reason for part of a price: `base`, `staff` or `extra`."""

    kind: str
    label: str
    quantity: int
    unit_amount: int
    amount: int


class ChangeWishOut(Schema):
    """A day that would suit, and which part of it: `any`, `morning`, `afternoon`, `evening`."""

    on: date
    part: str


class ChangeProposalOut(Schema):
    """A time the team proposes, kept by nobody; `staff_name` is empty where several come."""

    starts_at: datetime
    ends_at: datetime
    staff_name: str


class ChangeRequestOut(Schema):
    """What a customer asked for where the rules refuse it, and how that stands: `open`, `proposed`, `declined`, `done`,
    `withdrawn`, `closed`. `kind` is `move` or `cancel`; `answer` are the team's words."""

    id: UUID
    kind: str
    state: str
    wishes: list[ChangeWishOut]
    note: str
    answer: str
    proposal: ChangeProposalOut | None


class BookedByOut(Schema):
    """Who booked: `customer` in their account, `guest` without one, or by phone somebody of the `team`, by name."""

    kind: Literal["customer", "guest", "team"]
    name: str


class OrderLineOut(Schema):
    """A line as sold, by whom, with its visit: `zone` is the clock its customer was shown, `staff_zone` that of who delivers
    it. `can_*` says what the asker may do with it now, `can_ask` whether they may ask
    for what they may not; `change_request` is what was asked, while there is something to read in it. `put_aside` are codes
    of the rules that somebody of the team put aside for the visit, and why; `cancelled_by` is `customer`, `staff` or `system`.
    These are told to the team alone."""

    id: UUID
    name: str
    business: str = ""
    business_name: str = ""
    business_phone: str = ""
    business_email: str = ""
    steps: list[PriceStepOut]
    total_amount: int
    tax_amount: int
    tax_rate_bp: int
    answers: list[AnswerOut] = []
    appointment_id: UUID | None = None
    state: str | None = None
    venue: str | None = None
    zone: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    staff_name: str | None = None
    staff_title: str | None = None
    staff_photo_url: str | None = None
    staff_zone: str | None = None
    preparation: str = ""
    address: str | None = None
    can_cancel: bool = False
    can_move: bool = False
    can_ask: bool = False
    change_request: ChangeRequestOut | None = None
    put_aside: list[str] = []
    put_aside_reason: str = ""
    cancelled_by: str = ""
    cancellation_reason: str = ""


class OrderOut(Schema):
    """An order as its customer sees it; `business` is the brand it goes by, each line names who delivers it.

    Of the team, whoever sees some lines only is told the sums of these. `early_start_consent_at` is when the customer asked
    for the work to begin within the 14 days in which a distance contract can be undone. `booked_by` is told to the team.
    """

    id: UUID
    number: str
    business: str
    business_name: str
    business_phone: str
    business_email: str
    state: str
    placed_at: datetime
    currency: str
    total_amount: int
    tax_amount: int
    paid_amount: int
    payment_method: str
    customer_name: str
    customer_email: str
    booked_by: BookedByOut | None = None
    early_start_consent_at: datetime | None
    lines: list[OrderLineOut]
