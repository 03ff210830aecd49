"""What cancelling or moving a visit means: allowed or not, what comes back. Pure; see docs/algorithms/cancellation.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CancellationWindow:
    """Cancelled at least `seconds_before` the start, `refund_percent` of the price comes back."""

    seconds_before: int
    refund_percent: int


@dataclass(frozen=True, slots=True)
class CancellationPolicy:
    """The promise as it stood when it was sold. `change_until`: seconds before the start until which a customer moves it."""

    windows: tuple[CancellationWindow, ...]
    change_until: int
    reschedules_allowed: int


@dataclass(frozen=True, slots=True)
class Consequence:
    """What cancelling now costs, in minor units: `refund + fee == price`."""

    refund_percent: int
    refund_amount: int
    fee_amount: int
    until: int | None  # epoch seconds at which this answer changes; None: it does not


def refund_percent(policy: CancellationPolicy, *, starts_at: int, now: int) -> int:
    """The best window still met; exactly at a window's edge still counts as met. After the last one: nothing."""
    met = [window.refund_percent for window in policy.windows if starts_at - now >= window.seconds_before]
    return max(met, default=0)


def cancellation(policy: CancellationPolicy, *, price: int, starts_at: int, now: int) -> Consequence:
    """Refund and fee of cancelling at `now`; pennies that do not divide go to the customer."""
    percent = refund_percent(policy, starts_at=starts_at, now=now)
    fee = price * (100 - percent) // 100
    edges = sorted(starts_at - window.seconds_before + 1 for window in policy.windows)
    until = next((edge for edge in edges if edge > now), None)
    return Consequence(percent, price - fee, fee, until)


def may_change(policy: CancellationPolicy, *, starts_at: int, reschedules: int, now: int) -> str | None:
    """None when a customer may move the visit by themselves, else the reason: `too_late` or `limit_reached`."""
    if starts_at - now < policy.change_until or starts_at <= now:
        return "too_late"
    return "limit_reached" if reschedules >= policy.reschedules_allowed else None
