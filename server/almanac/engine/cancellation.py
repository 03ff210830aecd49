"""What calling a visit off, moving or missing it means: allowed or not, what comes back. Pure; see
docs/algorithms/cancellation.md."""

from __future__ import annotations

from dataclasses import dataclass

ALL = 100  # per cent


@dataclass(frozen=True, slots=True)
class CancellationWindow:
    """Cancelled at least `seconds_before` the start, `refund_percent` of the price comes back."""

    seconds_before: int
    refund_percent: int


@dataclass(frozen=True, slots=True)
class CancellationPolicy:
    """The promise as it stood when it was sold. `change_until`: seconds before the start until which a customer moves it.
    `missed_fee_percent`: what of the price is kept when the customer is not there; `report_within`: seconds after the end
    within which they can say that nobody came."""

    windows: tuple[CancellationWindow, ...]
    change_until: int
    reschedules_allowed: int
    missed_fee_percent: int = ALL
    report_within: int = 48 * 3600


@dataclass(frozen=True, slots=True)
class Consequence:
    """What cancelling now costs, in minor units: `refund + fee == price`."""

    refund_percent: int
    refund_amount: int
    fee_amount: int
    until: int | None  # epoch seconds at which this answer changes; None: it does not
    by_law: bool = False  # the scale would keep something


@dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of what was paid and of the fee, minor units: `back + kept == paid`. What of the fee was not paid is `owed`;
    what is let go of it is `waived`."""

    back: int
    kept: int
    owed: int
    waived: int


def refund_percent(policy: CancellationPolicy, *, starts_at: int, now: int) -> int:
    """The best window still met; exactly at a window's edge still counts as met. After the last one: nothing."""
    met = [window.refund_percent for window in policy.windows if starts_at - now >= window.seconds_before]
    return max(met, default=0)


def cancellation(
    policy: CancellationPolicy, *, price: int, starts_at: int, now: int, right_until: int | None = None
) -> Consequence:
    """Refund and fee of cancelling at `now`; pennies that do not divide go to the customer. Before `right_until`, and before it
    begins, the law gives everything back, whatever the scale says."""
    percent = refund_percent(policy, starts_at=starts_at, now=now)
    right_ends = min(right_until, starts_at) if right_until is not None else now
    has_right = now < right_ends
    edges = sorted([right_ends, *(starts_at - window.seconds_before + 1 for window in policy.windows)])
    until = next((edge for edge in edges if edge > now and edge >= right_ends), None)
    return _of(ALL if has_right else percent, price, until, by_law=has_right and percent < ALL)


def settled(*, paid: int, fee: int) -> Settlement:
    """By the policy: the fee is kept as far as it was paid, and owed beyond that."""
    kept = min(paid, fee)
    return Settlement(paid - kept, kept, fee - kept, 0)


def agreed(*, paid: int, fee: int, back: int) -> Settlement:
    """Somebody gives back `back` of it, which is no less than by the policy: nothing is owed, and the rest of the fee let go."""
    least = settled(paid=paid, fee=fee).back
    if not least <= back <= paid:
        raise ValueError(f"{back} is not between {least} and {paid}")
    return Settlement(back, paid - back, 0, max(0, fee - (paid - back)))


def missed(policy: CancellationPolicy, *, price: int) -> Consequence:
    """The customer was not there: never cheaper than calling off at the last moment."""
    at_last = refund_percent(policy, starts_at=0, now=0)
    return _of(min(ALL - policy.missed_fee_percent, at_last), price, None)


def not_served(*, price: int) -> Consequence:
    """Nobody came to the customer: nothing is kept, whatever was agreed."""
    return _of(ALL, price, None)


def may_report(policy: CancellationPolicy, *, starts_at: int, ends_at: int, now: int) -> bool:
    """Whether the customer can say now that nobody came: from the start until so long after the end."""
    return starts_at <= now <= ends_at + policy.report_within


def may_change(policy: CancellationPolicy, *, starts_at: int, reschedules: int, now: int) -> str | None:
    """None when a customer may move the visit by themselves, else the reason: `too_late` or `limit_reached`."""
    if starts_at - now < policy.change_until or starts_at <= now:
        return "too_late"
    return "limit_reached" if reschedules >= policy.reschedules_allowed else None


def _of(percent: int, price: int, until: int | None, *, by_law: bool = False) -> Consequence:
    fee = price * (ALL - percent) // ALL
    return Consequence(percent, price - fee, fee, until, by_law)
