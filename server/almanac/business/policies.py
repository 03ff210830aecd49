"""The typed groups of settings: what each means, its unit and its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from almanac.business.setting_parts import (
    SettingsGroup,
    Unit,
    count_of,
    from_far_to_near,
    from_low_to_high,
    from_near_to_far,
    text_of,
    tidy,
    vat_number_tidied,
)
from almanac.engine.assignment import AssignmentRule
from almanac.engine.bankholidays import BankHolidayRegion
from almanac.engine.cancellation import CancellationPolicy, CancellationWindow
from almanac.engine.price_due import WHOLE_NOW, Deposit
from almanac.kit import bank_numbers
from almanac.kit.origins import site_origin

MINOR_UNITS = 100  # in a whole unit, of all currencies that we sell in
MOST_WINDOWS, MOST_REMINDERS, MOST_RETRIES, MOST_AMOUNTS = 10, 5, 8, 8
Site = Annotated[str, Field(max_length=200), AfterValidator(site_origin)]


class Approval(StrEnum):
    AUTOMATIC = "automatic"
    BY_HAND = "by_hand"


class ReasonFrom(StrEnum):
    """Who must say why a visit is to be moved or called off."""

    NOBODY = "nobody"
    CUSTOMER = "customer"
    EVERYBODY = "everybody"


class Window(BaseModel):
    """Cancelled at least `hours_before` the start: `refund_percent` of the price comes back."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    hours_before: int = count_of(Unit.HOURS, least=0, most=24 * 365)
    refund_percent: int = count_of(Unit.PERCENT, least=0, most=100)


class BookingPolicy(SettingsGroup):
    """Booking rules of a business; a service may override any of them. Where it is paid online, `deposit_percent` of a price or
    `deposit_amount`, whichever is more, is paid before a visit stands; with neither it is the whole price. `charge_fees`: what
    was not paid of a fee is charged to a kept card; `right_to_cancel`: the law of distance contracts holds (14 days)."""

    group: ClassVar[str] = "booking"
    lead_time_minutes: int = count_of(Unit.MINUTES, least=0, most=60 * 24 * 365, default=12 * 60)
    horizon_days: int = count_of(Unit.DAYS, least=1, most=730, default=90)
    slot_interval_minutes: int = count_of(Unit.MINUTES, least=5, most=24 * 60, default=30)
    daily_limit: int | None = count_of(Unit.VISITS, least=1, most=200, default=None)
    assignment: AssignmentRule = AssignmentRule.LEAST_BUSY
    hold_minutes: int = count_of(Unit.MINUTES, least=1, most=120, default=15)
    approval: Approval = Approval.AUTOMATIC
    cancellation_windows: tuple[Window, ...] = Field(
        default=(Window(hours_before=24, refund_percent=100), Window(hours_before=12, refund_percent=50)),
        max_length=MOST_WINDOWS,
    )
    change_until_hours: int = count_of(Unit.HOURS, least=0, most=24 * 365, default=24)
    reschedules_allowed: int = count_of(Unit.TIMES, least=0, most=100, default=3)
    missed_fee_percent: int = count_of(Unit.PERCENT, least=0, most=100, default=100)
    report_hours: int = count_of(Unit.HOURS, least=1, most=24 * 30, default=48)
    charge_fees: bool = False
    right_to_cancel: bool = True
    reason_needed: ReasonFrom = ReasonFrom.NOBODY
    deposit_percent: int = count_of(Unit.PERCENT, least=0, most=100, default=0)
    deposit_amount: int = count_of(Unit.MONEY, least=0, most=10_000, default=0)

    def deposit(self) -> Deposit:
        """What of a price is paid with the order, as pricing knows it."""
        if not self.deposit_percent and not self.deposit_amount:
            return WHOLE_NOW
        return Deposit(percent_bp=self.deposit_percent * 100, amount=self.deposit_amount * MINOR_UNITS)

    def cancellation(self) -> CancellationPolicy:
        """The part the cancellation engine computes with."""
        return CancellationPolicy(
            windows=tuple(
                CancellationWindow(seconds_before=item.hours_before * 3600, refund_percent=item.refund_percent)
                for item in self.cancellation_windows
            ),
            change_until=self.change_until_hours * 3600,
            reschedules_allowed=self.reschedules_allowed,
            missed_fee_percent=self.missed_fee_percent,
            report_within=self.report_hours * 3600,
        )


class TravelPolicy(SettingsGroup):
    """How long the road takes: straight line x detour at this speed."""

    group: ClassVar[str] = "travel"
    speed_km_h: int = count_of(Unit.KM_H, least=1, most=200, default=25)
    detour_percent: int = count_of(Unit.PERCENT, least=100, most=300, default=130)
    minimum_minutes: int = count_of(Unit.MINUTES, least=0, most=240, default=5)


class ReminderPolicy(SettingsGroup):
    """When reminders go out before a visit or session, each hour once, the earliest reminder first."""

    group: ClassVar[str] = "reminders"
    hours_before: Annotated[
        tuple[Annotated[int, count_of(Unit.HOURS, least=1, most=24 * 14)], ...], AfterValidator(from_far_to_near)
    ] = Field(default=(24,), max_length=MOST_REMINDERS)


class TimeOffPolicy(SettingsGroup):
    """Whether staff members' time off waits for somebody's yes; what a manager or administrator enters never does."""

    group: ClassVar[str] = "time_off"
    needs_approval: bool = True


class HolidayPolicy(SettingsGroup):
    """Whose bank holidays are proposed to the business; none is kept without being chosen."""

    group: ClassVar[str] = "holidays"
    region: BankHolidayRegion = BankHolidayRegion.ENGLAND_AND_WALES


class WaitingPolicy(SettingsGroup):
    """The waiting list: whether there is one, how long a time is kept for whom it is offered to, and from which to which
    hour of their clock the list offers (over midnight where it ends earlier, always where both are the same); the team
    may at any hour."""

    group: ClassVar[str] = "waiting"
    is_on: bool = True
    offer_minutes: int = count_of(Unit.MINUTES, least=5, most=240, default=30)
    offers_from_hour: int = count_of(Unit.OCLOCK, least=0, most=24, default=8)
    offers_until_hour: int = count_of(Unit.OCLOCK, least=0, most=24, default=21)


class WidgetPolicy(SettingsGroup):
    """The sites that may show the booking journey inside their own pages. None may unless it is named."""

    group: ClassVar[str] = "widget"
    sites: tuple[Site, ...] = Field(default=(), max_length=20)


class PaymentPolicy(SettingsGroup):
    """How orders of the business are paid: whether they may be paid on the day. Where no company is set up they always may:
    something has to be possible. A charge of a kept card that did not work is tried again so many days after the first try
    each. An order by phone with goods waits for its money for `ahead_days`. How much is paid before a visit stands is a rule of
    booking."""

    group: ClassVar[str] = "payments"
    on_the_day: bool = True
    ahead_days: int = count_of(Unit.DAYS, least=1, most=60, default=7)
    retry_days: Annotated[
        tuple[Annotated[int, count_of(Unit.DAYS, least=1, most=60)], ...], AfterValidator(from_near_to_far)
    ] = Field(default=(1, 3, 5), max_length=MOST_RETRIES)

    def next_try_in(self, tries: int) -> timedelta | None:
        """How long after the last of so many tries by the clock the next one is; None: there is none."""
        days = (0, *self.retry_days)
        return timedelta(days=days[tries] - days[max(tries - 1, 0)]) if tries < len(days) else None


class PricePolicy(SettingsGroup):
    """How the business writes its prices: with tax, as consumers must see them, or without, for customers who are businesses.
    Without, tax is added to each line when it is priced, and every total has it. What was sold stays as it was sold."""

    group: ClassVar[str] = "prices"
    prices_with_tax: bool = True


class TransferPolicy(SettingsGroup):
    """Whether orders may be paid by a transfer to the business's bank account before they stand, which account that is, and how
    many days the customer has. It is offered once there is a name with a sort code and number, or with an IBAN. Who has not paid
    so long before the end is reminded once."""

    group: ClassVar[str] = "transfers"
    transfers_taken: bool = False
    account_name: Annotated[str, AfterValidator(tidy)] = text_of(most=70)
    sort_code: Annotated[str, AfterValidator(bank_numbers.sort_code)] = text_of(most=12)
    account_number: Annotated[str, AfterValidator(bank_numbers.account_number)] = text_of(most=12)
    iban: Annotated[str, AfterValidator(bank_numbers.iban)] = text_of(most=50)
    bic: Annotated[str, AfterValidator(bank_numbers.bic)] = text_of(most=15)
    transfer_days: int = count_of(Unit.DAYS, least=1, most=30, default=3)
    transfer_remind_hours: int = count_of(Unit.HOURS, least=1, most=24 * 14, default=24)

    @property
    def is_ready(self) -> bool:
        """Whether a customer could be told where to send money."""
        account = bool(self.sort_code and self.account_number) or bool(self.iban)
        return self.transfers_taken and bool(self.account_name) and account


class HoldFrom(StrEnum):
    """From which risk on, as the payment company sees it, somebody looks at an order first."""

    NEVER = "never"
    HIGHEST = "highest"
    ELEVATED = "elevated"


class ReviewPolicy(SettingsGroup):
    """Which paid orders wait for somebody to look at them: by the company's risk, and where more tries to pay were made in so
    many hours than usual by one card, mailbox or internet address, or the postcode or security code that was typed is not the
    card's. Who is not looked at in time is paid back."""

    group: ClassVar[str] = "review"
    hold_from: HoldFrom = HoldFrom.HIGHEST
    hold_on_mismatch: bool = True
    most_by_card: int = count_of(Unit.TIMES, least=1, most=1_000, default=6)
    most_by_email: int = count_of(Unit.TIMES, least=1, most=1_000, default=10)
    most_by_address: int = count_of(Unit.TIMES, least=1, most=1_000, default=20)
    review_window_hours: int = count_of(Unit.HOURS, least=1, most=24 * 7, default=24)
    review_hours: int = count_of(Unit.HOURS, least=1, most=24 * 7, default=24)


class Tips(StrEnum):
    """When customers may give a tip."""

    OFF = "off"
    AFTER = "after"


class TipPolicy(SettingsGroup):
    """Whether customers may give whoever came a tip after the visit, which amounts are proposed, and what is the most. Units are
    whole ones of the order's currency."""

    group: ClassVar[str] = "tips"
    tips: Tips = Tips.OFF
    tip_amounts: Annotated[
        tuple[Annotated[int, count_of(Unit.MONEY, least=1, most=1_000)], ...], AfterValidator(from_low_to_high)
    ] = Field(default=(2, 5, 10), max_length=MOST_AMOUNTS)
    tip_most: int = count_of(Unit.MONEY, least=1, most=1_000, default=100)


class Charging(StrEnum):
    """When what a subscription costs is due."""

    PER_VISIT = "per_visit"
    MONTHLY = "monthly"
    IN_ADVANCE = "in_advance"


class SubscriptionPolicy(SettingsGroup):
    """Visits that repeat: whether they are offered, for how many months at most, and when each is charged where they are paid
    online: visit by visit so many hours before it, by the month, or all with the order. Where they `may_carry_on`, a customer
    may have term follow upon term, each booked and told `notice_days` before it begins."""

    group: ClassVar[str] = "subscriptions"
    may_repeat: bool = True
    most_months: int = count_of(Unit.MONTHS, least=1, most=12, default=12)
    charging: Charging = Charging.PER_VISIT
    charge_hours_before: int = count_of(Unit.HOURS, least=1, most=24 * 14, default=48)
    may_carry_on: bool = True
    notice_days: int = count_of(Unit.DAYS, least=14, most=60, default=21)


class EarningsPolicy(SettingsGroup):
    """Whether the people whose time is booked earn by what they sell, as mentors do, and what of it, without tax, is the
    business's commission. Where they do not, it is the business's own sale."""

    group: ClassVar[str] = "earnings"
    people_earn: bool = False
    commission_percent: int = count_of(Unit.PERCENT, least=0, most=100, default=15)


class InvoicePolicy(SettingsGroup):
    """Who sells, as invoices say it, and how they are to be paid. Without a VAT number invoices say nothing of VAT. Reminders go
    out so many days after an invoice was due. The codes are those of the accountants' program: where sales stand, where what
    customers paid ahead by gift cards and packages, the account gift cards pay invoices from, and what is given away."""

    group: ClassVar[str] = "invoices"
    legal_name: Annotated[str, AfterValidator(tidy)] = text_of(most=120)
    address: Annotated[str, AfterValidator(tidy)] = text_of(most=400, lines=True)
    company_number: Annotated[str, AfterValidator(tidy)] = text_of(most=40)
    vat_number: Annotated[str, AfterValidator(vat_number_tidied)] = text_of(most=20)
    footer: Annotated[str, AfterValidator(tidy)] = text_of(most=400, lines=True)
    payment_days: int = count_of(Unit.DAYS, least=0, most=120, default=14)
    reminder_days: Annotated[
        tuple[Annotated[int, count_of(Unit.DAYS, least=1, most=120)], ...], AfterValidator(from_near_to_far)
    ] = Field(default=(3, 10), max_length=MOST_REMINDERS)
    account_code: Annotated[str, AfterValidator(tidy)] = text_of(most=60, default="200")
    liability_code: Annotated[str, AfterValidator(tidy)] = text_of(most=60, default="810")
    redeemed_code: Annotated[str, AfterValidator(tidy)] = text_of(most=60, default="811")
    goodwill_code: Annotated[str, AfterValidator(tidy)] = text_of(most=60, default="429")


class TeamLetters(StrEnum):
    """Who of the team is written to: administrators, the managers whose it is (administrators where it is nobody's), or both."""

    ADMINS = "admins"
    MANAGERS = "managers"
    EVERYBODY = "everybody"


class LetterPolicy(SettingsGroup):
    """Which letters about money go out: to customers a receipt for each payment after the booking, and documents that come later;
    to staff members their tips; to the team disputes, and what could not be charged or given back. What must be said is
    always said: that money is missing, that it goes back, that a booking ends."""

    group: ClassVar[str] = "letters"
    receipts: bool = True
    invoices_sent: bool = True
    tips_told: bool = True
    disputes_to: TeamLetters = TeamLetters.EVERYBODY
    failures_to: TeamLetters = TeamLetters.EVERYBODY


class TextPolicy(SettingsGroup):
    """Which messages also go out as a text to a mobile telephone, where the installation has a company for that, and in which
    hours no telephone is to ring: those of whoever it belongs to. Equal hours: it may at any time."""

    group: ClassVar[str] = "texts"
    bookings: bool = False
    changes: bool = True
    reminders: bool = True
    payments: bool = True
    receipts: bool = False
    products: bool = False
    subscriptions: bool = True
    rewards: bool = False
    waiting: bool = True
    team: bool = False
    quiet_from: int = count_of(Unit.OCLOCK, least=0, most=23, default=21)
    quiet_until: int = count_of(Unit.OCLOCK, least=0, most=23, default=8)


class GiftCardPolicy(SettingsGroup):
    """Whether the business sells gift cards, of which amounts, and between which anybody may name their own. Units are whole ones
    of its currency. A card that was sold stays good whatever is changed here."""

    group: ClassVar[str] = "gift_cards"
    gift_cards_sold: bool = False
    gift_amounts: Annotated[
        tuple[Annotated[int, count_of(Unit.MONEY, least=1, most=10_000)], ...], AfterValidator(from_low_to_high)
    ] = Field(default=(25, 50, 100), max_length=MOST_AMOUNTS)
    gift_least: int = count_of(Unit.MONEY, least=1, most=10_000, default=10)
    gift_most: int = count_of(Unit.MONEY, least=1, most=10_000, default=500)


class ReferralPolicy(SettingsGroup):
    """Whether customers bring friends: what a friend's first order is less by, what the customer is given for it, for how long
    that is good, and for how many friends in a month. Amounts are whole units of the currency."""

    group: ClassVar[str] = "referrals"
    referrals_on: bool = False
    friend_amount: int = count_of(Unit.MONEY, least=1, most=1_000, default=10)
    reward_amount: int = count_of(Unit.MONEY, least=1, most=1_000, default=10)
    reward_months: int = count_of(Unit.MONTHS, least=1, most=24, default=12)
    rewards_a_month: int = count_of(Unit.TIMES, least=1, most=100, default=5)


class PointPolicy(SettingsGroup):
    """Whether customers earn points by what they paid and got, how many for each whole unit of the currency, how many are a
    reward, what it takes off an order (whole units) and how long it is good. Points lapse after so many months; 0: never."""

    group: ClassVar[str] = "points"
    points_on: bool = False
    points_each: int = count_of(Unit.POINTS, least=1, most=100, default=1)
    points_needed: int = count_of(Unit.POINTS, least=1, most=100_000, default=200)
    points_reward: int = count_of(Unit.MONEY, least=1, most=1_000, default=10)
    points_months: int = count_of(Unit.MONTHS, least=0, most=60, default=12)
    points_coupon_days: int = count_of(Unit.DAYS, least=7, most=730, default=90)


GROUPS: tuple[type[SettingsGroup], ...] = (
    BookingPolicy,
    TravelPolicy,
    ReminderPolicy,
    TimeOffPolicy,
    HolidayPolicy,
    WaitingPolicy,
    WidgetPolicy,
    PaymentPolicy,
    PricePolicy,
    TransferPolicy,
    TipPolicy,
    ReviewPolicy,
    SubscriptionPolicy,
    EarningsPolicy,
    InvoicePolicy,
    LetterPolicy,
    TextPolicy,
    GiftCardPolicy,
    ReferralPolicy,
    PointPolicy,
)


@dataclass(frozen=True, slots=True)
class Policies:
    """The groups of one business that booking goes by."""

    booking: BookingPolicy
    travel: TravelPolicy
    waiting: WaitingPolicy
    payments: PaymentPolicy
    prices: PricePolicy
    subscriptions: SubscriptionPolicy
    earnings: EarningsPolicy
    transfers: TransferPolicy

    @classmethod
    def stored(cls, values: Mapping[str, Mapping[str, Any]]) -> Self:
        """From what is stored by group; what is absent has its default."""
        return cls(
            BookingPolicy.model_validate(values.get(BookingPolicy.group, {})),
            TravelPolicy.model_validate(values.get(TravelPolicy.group, {})),
            WaitingPolicy.model_validate(values.get(WaitingPolicy.group, {})),
            PaymentPolicy.model_validate(values.get(PaymentPolicy.group, {})),
            PricePolicy.model_validate(values.get(PricePolicy.group, {})),
            SubscriptionPolicy.model_validate(values.get(SubscriptionPolicy.group, {})),
            EarningsPolicy.model_validate(values.get(EarningsPolicy.group, {})),
            TransferPolicy.model_validate(values.get(TransferPolicy.group, {})),
        )

    def booking_with(self, rules: Mapping[str, Any]) -> BookingPolicy:
        """The booking policy with a service's own rules laid over it; both were validated when written."""
        return BookingPolicy.model_validate({**self.booking.model_dump(), **rules}) if rules else self.booking
