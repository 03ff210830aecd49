"""The typed groups of settings: what each means, its unit and its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from almanac.engine.assignment import AssignmentRule
from almanac.engine.bankholidays import BankHolidayRegion
from almanac.engine.cancellation import CancellationPolicy, CancellationWindow
from almanac.kit.origins import site_origin

MOST_WINDOWS, MOST_REMINDERS = 10, 5
Site = Annotated[str, Field(max_length=200), AfterValidator(site_origin)]


class Unit(StrEnum):
    """What a number counts: forms say it beside the box."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    TIMES = "times"
    VISITS = "visits"
    PERCENT = "percent"
    KM_H = "km_h"
    OCLOCK = "oclock"  # an hour of the day


def _count(unit: Unit, *, least: int, most: int, default: Any = ...) -> Any:
    """A whole number from `least` to `most` of the unit."""
    return Field(default, strict=True, ge=least, le=most, json_schema_extra={"unit": unit.value})


def _from_far_to_near(hours: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted(set(hours), reverse=True))


class Approval(StrEnum):
    AUTOMATIC = "automatic"
    BY_HAND = "by_hand"


class ReasonFrom(StrEnum):
    """Who must say why a visit is to be moved or called off."""

    NOBODY = "nobody"
    CUSTOMER = "customer"
    EVERYBODY = "everybody"


class SettingsGroup(BaseModel):
    """Base of a group; `group` is its name in the table and the API."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    group: ClassVar[str]


class Window(BaseModel):
    """Cancelled at least `hours_before` the start: `refund_percent` of the price comes back."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    hours_before: int = _count(Unit.HOURS, least=0, most=24 * 365)
    refund_percent: int = _count(Unit.PERCENT, least=0, most=100)


class BookingPolicy(SettingsGroup):
    """Booking rules of a business; a service may override any of them."""

    group: ClassVar[str] = "booking"
    lead_time_minutes: int = _count(Unit.MINUTES, least=0, most=60 * 24 * 365, default=12 * 60)
    horizon_days: int = _count(Unit.DAYS, least=1, most=730, default=90)
    slot_interval_minutes: int = _count(Unit.MINUTES, least=5, most=24 * 60, default=30)
    daily_limit: int | None = _count(Unit.VISITS, least=1, most=200, default=None)
    assignment: AssignmentRule = AssignmentRule.LEAST_BUSY
    hold_minutes: int = _count(Unit.MINUTES, least=1, most=120, default=15)
    approval: Approval = Approval.AUTOMATIC
    cancellation_windows: tuple[Window, ...] = Field(
        default=(Window(hours_before=24, refund_percent=100), Window(hours_before=12, refund_percent=50)),
        max_length=MOST_WINDOWS,
    )
    change_until_hours: int = _count(Unit.HOURS, least=0, most=24 * 365, default=24)
    reschedules_allowed: int = _count(Unit.TIMES, least=0, most=100, default=3)
    reason_needed: ReasonFrom = ReasonFrom.NOBODY

    def cancellation(self) -> CancellationPolicy:
        """The part the cancellation engine computes with."""
        return CancellationPolicy(
            windows=tuple(
                CancellationWindow(seconds_before=item.hours_before * 3600, refund_percent=item.refund_percent)
                for item in self.cancellation_windows
            ),
            change_until=self.change_until_hours * 3600,
            reschedules_allowed=self.reschedules_allowed,
        )


class TravelPolicy(SettingsGroup):
    """How long the road takes: straight line x detour at this speed."""

    group: ClassVar[str] = "travel"
    speed_km_h: int = _count(Unit.KM_H, least=1, most=200, default=25)
    detour_percent: int = _count(Unit.PERCENT, least=100, most=300, default=130)
    minimum_minutes: int = _count(Unit.MINUTES, least=0, most=240, default=5)


class ReminderPolicy(SettingsGroup):
    """When reminders go out before a visit or session, each hour once, the earliest reminder first."""

    group: ClassVar[str] = "reminders"
    hours_before: Annotated[
        tuple[Annotated[int, _count(Unit.HOURS, least=1, most=24 * 14)], ...], AfterValidator(_from_far_to_near)
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
    offer_minutes: int = _count(Unit.MINUTES, least=5, most=240, default=30)
    offers_from_hour: int = _count(Unit.OCLOCK, least=0, most=24, default=8)
    offers_until_hour: int = _count(Unit.OCLOCK, least=0, most=24, default=21)


class WidgetPolicy(SettingsGroup):
    """The sites that may show the booking journey inside their own pages. None may unless it is named."""

    group: ClassVar[str] = "widget"
    sites: tuple[Site, ...] = Field(default=(), max_length=20)


GROUPS: tuple[type[SettingsGroup], ...] = (
    BookingPolicy,
    TravelPolicy,
    ReminderPolicy,
    TimeOffPolicy,
    HolidayPolicy,
    WaitingPolicy,
    WidgetPolicy,
)


@dataclass(frozen=True, slots=True)
class Policies:
    """The groups of one business that booking goes by."""

    booking: BookingPolicy
    travel: TravelPolicy
    waiting: WaitingPolicy

    @classmethod
    def stored(cls, values: Mapping[str, Mapping[str, Any]]) -> Self:
        """From what is stored by group; what is absent has its default."""
        return cls(
            BookingPolicy.model_validate(values.get(BookingPolicy.group, {})),
            TravelPolicy.model_validate(values.get(TravelPolicy.group, {})),
            WaitingPolicy.model_validate(values.get(WaitingPolicy.group, {})),
        )

    def booking_with(self, rules: Mapping[str, Any]) -> BookingPolicy:
        """The booking policy with a service's own rules laid over it; both were validated when written."""
        return BookingPolicy.model_validate({**self.booking.model_dump(), **rules}) if rules else self.booking
