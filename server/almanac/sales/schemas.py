"""What the API says about orders. Amounts are minor units of `currency` and include tax."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from ninja import Schema

from almanac.engine.questions import QuestionKind


class PriceStepOut(Schema):
    """One reason for part of a price: `base`, `staff` or `extra`."""

    kind: str
    label: str
    quantity: int
    unit_amount: int
    amount: int


class AnswerFileOut(Schema):
    """A file sent as an answer. `address` is good for a quarter of an hour, and for who asked for it."""

    name: str
    content_type: str
    address: str


class AnswerOut(Schema):
    """A question of the service as it was asked, and its answer: `text`, or `is_yes`, or `file`. Dates are ISO 8601."""

    id: UUID
    kind: QuestionKind
    label: str
    text: str = ""
    is_yes: bool | None = None
    file: AnswerFileOut | None = None


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


class OrderLineOut(Schema):
    """A line as sold, by whom, with its visit: `zone` is the clock its customer was shown, `staff_zone` that of who delivers
    it. `can_*` says what the asker may do with it now, `can_ask` whether they may ask
    for what they may not; `change_request` is what was asked, while there is something to read in it."""

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


class OrderOut(Schema):
    """An order as its customer sees it; `business` is the brand it goes by, each line names who delivers it.

    Of the team, whoever sees some lines only is told the sums of these. `early_start_consent_at` is when the customer asked
    for the work to begin within the 14 days in which a distance contract can be undone.
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
    early_start_consent_at: datetime | None
    lines: list[OrderLineOut]
