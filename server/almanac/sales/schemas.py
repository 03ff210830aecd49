"""What the API says about orders. Amounts are minor units of `currency` and include tax."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.catalog.schemas.answers import AnswerOut
from almanac.catalog.schemas.editing import Number, Text
from almanac.catalog.schemas.pricing import Ids
from almanac.kit.moments import Instant
from almanac.sales.coupons import PLAIN, CouponWish
from almanac.sales.models import Coupon
from almanac.sales.money_told import CardOfferOut, PaymentLinkOut, TipOfferOut, TransferOut


class PriceStepOut(Schema):
    """One reason for part of a price: `base`, `staff`, `package`, `extra`, `rule`, `bundle`, `discount` (comes by itself),
    `coupon`, or `tax` where the others are without it. `percent_bp` where it is a percentage, in hundredths of a percent."""

    kind: str
    label: str
    quantity: int
    unit_amount: int
    amount: int
    percent_bp: int = 0


class ChangeWishOut(Schema):
    """A day that would suit, and which part of it: `any`, `morning`, `afternoon`, `evening`."""

    on: date
    part: str


class DayWishOut(Schema):
    """A day that was all a customer minded, and which part of it: `any`, `morning`, `afternoon`, `evening`."""

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


class WayBackOut(Schema):
    """What can still be given back of a line by one of the payments that paid for it."""

    method: str
    paid_with: str
    amount: int


class OrderLineOut(Schema):
    """A line as sold, by whom, with its visit: `zone` is the clock its customer was shown, `staff_zone` that of who delivers
    it. `can_*` says what the asker may do with it now, `can_ask` whether they may ask for what they may not, `can_report`
    whether they may say that nobody came, `can_restore` and `can_undo_move` what they may undo; `missed_by` is who was not there,
    `customer` or `staff`, and `fee_amount` what it costs in place of its price; `change_request` is what was asked, as long as
    there is something to read in it. To the team alone are told `put_aside`, codes of rules put aside for the visit, and why, and
    `cancelled_by`: `customer`, `staff` or `system`. `awaits_payment`: it stands when the order is paid.

    A `kind` of `product` has no visit: it was `delivered_at`, and `revoked_at` when all that was paid for it went back.
    `withheld`: the payer's bank asks for the money back (`disputed`), or got it (`lost`). A `package` was so many `visits`, of
    which some went back. `ways_back`: for whoever may give back, the first comes first. Lines of one `bundle_instance` were sold
    together (`bundle_name`). `day_wish`: that day, or that part of it, was all its customer minded when they booked."""

    id: UUID
    kind: str = "visit"
    name: str
    business: str = ""
    business_name: str = ""
    business_phone: str = ""
    business_email: str = ""
    steps: list[PriceStepOut]
    total_amount: int
    paid_amount: int = 0
    ways_back: list[WayBackOut] = []
    tax_amount: int
    tax_rate_bp: int
    answers: list[AnswerOut] = []
    appointment_id: UUID | None = None
    subscription_id: UUID | None = None
    state: str | None = None
    awaits_payment: bool = False
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
    can_report: bool = False
    can_restore: bool = False
    can_undo_move: bool = False
    missed_by: str = ""
    fee_amount: int | None = None
    change_request: ChangeRequestOut | None = None
    put_aside: list[str] = []
    put_aside_reason: str = ""
    cancelled_by: str = ""
    cancellation_reason: str = ""
    product_slug: str = ""
    package_slug: str = ""
    bundle_name: str = ""
    bundle_instance: UUID | None = None
    day_wish: DayWishOut | None = None
    visits: int = 0
    visits_refunded: int = 0
    picture_url: str = ""
    delivered_at: datetime | None = None
    revoked_at: datetime | None = None
    withheld: str = ""


class RefundOut(Schema):
    """Money that goes back: `asked`, `pending` (on its way), `done`, `failed`. `why` is `policy`, `team`, `surplus`,
    `by_hand`, `tip`, `elsewhere` (made at the company itself); `note` the words for it, told to those who may give back.
    `is_by_hand`: it waits for somebody of the team to give it. `way` is `cash` or `bank_transfer` where it did not go back as it
    was paid; `is_followed`: it failed, and another one took its place."""

    id: UUID
    amount: int
    state: str
    why: str
    asked_at: datetime
    way: str = ""
    is_followed: bool = False
    note: str = ""
    is_by_hand: bool = False


class PaymentOut(Schema):
    """One try to pay: `due` (later), `open` (its page waits), `pending` (the bank has not answered), `captured`, `failed`,
    `cancelled`. `paid_with` is what the customer knows it by ("Visa 4242"), `decline` why the last try did not work. Of
    `amount`, `tip_amount` is a tip for `tip_for`."""

    id: UUID
    method: str
    amount: int
    currency: str
    state: str
    paid_with: str
    decline: str
    captured_at: datetime | None
    refunded_amount: int
    refunds: list[RefundOut]
    tip_id: UUID | None = None
    tip_amount: int = 0
    tip_for: str = ""


class LaterOut(Schema):
    """What will be charged by itself at a time to come."""

    due_at: datetime
    amount: int


class ChargeOut(Schema):
    """Lines that are charged by themselves: `waiting` for `due_at`, `trying` this moment, `failed` (again at `next_try_at`), or
    `given_up`. `amount` is what they owe now; `decline` why the last try, by this `method`, did not work, `no_card` where nothing
    is kept. `can_retry`: the asker may have it tried at once."""

    id: UUID
    due_at: datetime
    amount: int
    state: str
    tries: int
    next_try_at: datetime | None
    decline: str
    method: str
    line_ids: list[UUID]
    can_retry: bool = False


class OrderOut(Schema):
    """An order as its customer sees it; `business` is the brand it goes by, each line names who delivers it.

    Of the team, whoever sees some lines only is told the sums of these. `early_start_consent_at` is when the customer asked
    for the work to begin within the 14 days in which a distance contract can be undone, `download_consent_at`
    when they agreed that a download ends these. `booked_by` is told to the team.
    `due_amount` is to be paid now: owed by what stands, promised by no bank yet, and not to be charged by itself `later`;
    `owed_amount` is all of it, which may be paid at the visit where `on_the_day`. `charges` are those that are not over, by what
    `charged_by` names ("Visa 4242"). An order that waits for money waits until `pay_by`; one that `lapsed` was not paid by then;
    one `in_review` is paid, and somebody looks at it before it stands. `can_keep_card`: the asker, signed in as its customer, may
    have what they pay with kept for later; `keeps_card`: it is kept whoever pays, since the terms of what was bought need it.
    Payments are told to its customer and to whoever sees the whole order; `can_take`, `can_refund`, `can_see_books` say what
    the asker of the team may do.
    `is_test`: test money came for it, and it is in no real books. Not in lists `on_the_day`, `transfer`, where one is waited for,
    `tip`, where one can be given to whoever came, the `points` that what is ahead will earn, and for the team the `payment_link`,
    where what they take money for can be paid by it, and the `card_offer`, where a kept card can be charged for it.
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
    due_amount: int = 0
    owed_amount: int = 0
    on_the_day: bool = False
    later: list[LaterOut] = []
    charges: list[ChargeOut] = []
    charged_by: str = ""
    pay_by: datetime | None = None
    lapsed: bool = False
    in_review: bool = False
    can_pay: bool = False
    can_keep_card: bool = False
    keeps_card: bool = False
    can_take: bool = False
    can_call_off: bool = False
    can_refund: bool = False
    can_see_books: bool = False
    is_test: bool = False
    payments: list[PaymentOut] = []
    transfer: TransferOut | None = None
    tip: TipOfferOut | None = None
    payment_link: PaymentLinkOut | None = None
    card_offer: CardOfferOut | None = None
    points: int = 0
    customer_name: str
    customer_email: str
    booked_by: BookedByOut | None = None
    early_start_consent_at: datetime | None
    download_consent_at: datetime | None = None
    lines: list[OrderLineOut]


class CouponIn(Schema):
    """All of a coupon; without a code it is a discount that comes by itself, and needs a name. `business_id` and `customer_id`,
    whose alone it is, only where it is new. One of `percent_bp` and `amount` is more than nothing."""

    business_id: UUID | None = None
    customer_id: UUID | None = None
    code: Annotated[str, Field(max_length=60)] = ""
    name: Text = Field(default_factory=dict)
    percent_bp: Number = 0
    amount: Number = 0
    most_amount: Number | None = None
    from_each: bool = False
    combines: bool = True
    service_ids: Ids = Field(default_factory=list)
    category_ids: Ids = Field(default_factory=list)
    never_ids: Ids = Field(default_factory=list)
    minimum_amount: Number = 0
    starts_at: Instant | None = None
    ends_at: Instant | None = None
    limit: Number | None = None
    customer_limit: Number | None = None
    first_order_only: bool = False

    def wish(self) -> CouponWish:
        return CouponWish(**{name: getattr(self, name) for name in type(self).model_fields})


class CouponOut(Schema):
    """A coupon as its editors see it, with how often it was used and what it gave; `customer_name` is whose alone it is;
    `revision` goes back in If-Match."""

    id: UUID
    business: str
    business_id: UUID
    currency: str
    customer_id: UUID | None
    customer_name: str
    code: str
    name: dict[str, str]
    percent_bp: int
    amount: int
    most_amount: int | None
    from_each: bool
    combines: bool
    service_ids: list[UUID]
    category_ids: list[UUID]
    never_ids: list[UUID]
    minimum_amount: int
    starts_at: datetime | None
    ends_at: datetime | None
    limit: int | None
    customer_limit: int | None
    first_order_only: bool
    uses: int
    given_amount: int
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, row: Coupon) -> Self:
        return cls(
            **{name: getattr(row, name) for name in PLAIN},
            service_ids=[UUID(key) for key in row.service_ids],
            category_ids=[UUID(key) for key in row.category_ids],
            never_ids=[UUID(key) for key in row.never_ids],
            id=row.pk,
            business=row.business.slug,
            business_id=row.business_id,
            currency=row.currency,
            customer_id=row.customer_id,
            customer_name=row.customer.name if row.customer else "",
            code=row.code or "",
            name=row.name,
            uses=getattr(row, "live", 0),
            given_amount=getattr(row, "given", 0),
            archived_at=row.archived_at,
            revision=row.revision,
        )
