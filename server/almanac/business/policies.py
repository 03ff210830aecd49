"""The typed groups of settings: what each means, its unit and its default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field

from almanac.engine.assignment import AssignmentRule
from almanac.engine.cancellation import CancellationPolicy, CancellationWindow

Minutes = Annotated[int, Field(ge=0, le=60 * 24 * 365)]


class Approval(StrEnum):
    AUTOMATIC = "automatic"
    BY_HAND = "by_hand"


class SettingsGroup(BaseModel):
    """Base of a group; `group` is its name in the table and the API."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    group: ClassVar[str]


class Window(BaseModel):
    """Cancelled at least `hours_before` the start: `refund_percent` of the price comes back."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    hours_before: int = Field(ge=0, le=24 * 365)
    refund_percent: int = Field(ge=0, le=100)


class BookingPolicy(SettingsGroup):
    """Booking rules of a business; a service may override any of them."""

    group: ClassVar[str] = "booking"
    lead_time_minutes: Minutes = 12 * 60
    horizon_days: int = Field(default=90, ge=1, le=730)
    slot_interval_minutes: int = Field(default=30, ge=5, le=24 * 60)
    daily_limit: int | None = Field(default=None, ge=1, le=200)
    assignment: AssignmentRule = AssignmentRule.LEAST_BUSY
    hold_minutes: int = Field(default=15, ge=1, le=120)
    approval: Approval = Approval.AUTOMATIC
    cancellation_windows: tuple[Window, ...] = (
        Window(hours_before=24, refund_percent=100),
        Window(hours_before=12, refund_percent=50),
    )
    change_until_hours: int = Field(default=24, ge=0, le=24 * 365)
    reschedules_allowed: int = Field(default=3, ge=0, le=100)

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
    speed_km_h: int = Field(default=25, ge=1, le=200)
    detour_percent: int = Field(default=130, ge=100, le=300)
    minimum_minutes: int = Field(default=5, ge=0, le=240)


class ReminderPolicy(SettingsGroup):
    """When reminders go out before a visit or session."""

    group: ClassVar[str] = "reminders"
    hours_before: tuple[Annotated[int, Field(ge=1, le=24 * 14)], ...] = (24,)


GROUPS: tuple[type[SettingsGroup], ...] = (BookingPolicy, TravelPolicy, ReminderPolicy)


@dataclass(frozen=True, slots=True)
class Policies:
    """The groups of one business that booking goes by."""

    booking: BookingPolicy
    travel: TravelPolicy

    @classmethod
    def stored(cls, values: Mapping[str, Mapping[str, Any]]) -> Self:
        """From what is stored by group; what is absent has its default."""
        return cls(
            BookingPolicy.model_validate(values.get(BookingPolicy.group, {})),
            TravelPolicy.model_validate(values.get(TravelPolicy.group, {})),
        )

    def booking_with(self, rules: Mapping[str, Any]) -> BookingPolicy:
        """The booking policy with a service's own rules laid over it; both were validated when written."""
        return BookingPolicy.model_validate({**self.booking.model_dump(), **rules}) if rules else self.booking
