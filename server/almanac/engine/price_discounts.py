"""Discounts that come by themselves, and coupons: which may be used, which are, and each line's share of them.

Pure; see docs/algorithms/pricing.md. A `Left` is what is left of a line while one discount after another comes off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from almanac.engine.price_facts import LineAsk
from almanac.kit.money import round_half_even, split

WHOLE = 10_000  # basis points

Left = dict[str, int]  # by line


class Unfit(StrEnum):
    """Why a discount is not used, the first reason that holds."""

    NOT_YOURS = "not_yours"
    OWN_CODE = "own_code"
    NOT_YET = "not_yet"
    OVER = "over"
    NOTHING_FITS = "nothing_fits"
    BELOW_MINIMUM = "below_minimum"
    USED_UP = "used_up"
    USED_BY_CUSTOMER = "used_by_customer"
    NOT_FIRST = "not_first"
    BETTER_WITHOUT = "better_without"


@dataclass(frozen=True, slots=True)
class Discount:
    """A percentage (`percent_bp`) or an amount off the lines it is for, as one or from each of them.

    `only` and `never` name tags; `is_theirs`: who orders may use it; dates are epoch seconds, `[starts_at, ends_at)`; uses are
    those that count now.
    """

    key: str
    label: str
    percent_bp: int = 0
    amount: int = 0
    most_amount: int | None = None  # of a percentage, for the order
    is_coupon: bool = False
    is_theirs: bool = True
    is_own_code: bool = False  # which is for their friends
    from_each: bool = False
    combines: bool = True
    only: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    minimum_amount: int = 0
    starts_at: int | None = None
    ends_at: int | None = None
    limit: int | None = None
    uses: int = 0
    customer_limit: int | None = None
    customer_uses: int = 0
    first_order_only: bool = False
    position: int = 0

    @property
    def order(self) -> tuple[bool, int, str]:
        """Automatic ones first."""
        return (self.is_coupon, self.position, self.key)


@dataclass(frozen=True, slots=True)
class Refused:
    """A discount that is not used, and why; `missing_amount` is what is missing to its minimum."""

    key: str
    reason: Unfit
    missing_amount: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What a discount takes off one line, or off the whole order; never negative."""

    discount: Discount
    amount: int


@dataclass(frozen=True, slots=True)
class Reduced:
    """What the discounts come to: the shares of each line, the sum of each that is used, and why others are not."""

    shares: Mapping[str, tuple[Share, ...]]
    used: tuple[Share, ...]
    refused: tuple[Refused, ...]


def reduce(
    lines: Sequence[LineAsk],
    subtotals: Mapping[str, int],
    discounts: Iterable[Discount],
    *,
    total_of: Callable[[Mapping[str, int]], int],
    now: int,
    is_first_order: bool,
) -> Reduced:
    """Choose and take off the discounts that come to the least total; `total_of` adds the tax that is not inside."""
    known = sorted(discounts, key=lambda discount: discount.order)
    refused: list[Refused] = []
    fit: list[Discount] = []
    for discount in known:
        fault = _unfit(discount, lines, subtotals, now=now, is_first_order=is_first_order)
        if fault is None:
            fit.append(discount)
        else:
            refused.append(fault)
    together = [discount for discount in fit if discount.combines]
    tries = [together, *([discount] for discount in fit if not discount.combines)]
    results = [_taken_off(lines, subtotals, chosen) for chosen in tries]
    best = min(results, key=lambda result: total_of(result[0]))  # the first of equal ones
    shares = best[1]
    used = tuple(
        Share(discount, sum(of_line.values()))
        for discount in fit
        if (of_line := shares.get(discount.key)) and any(of_line.values())
    )
    keys = {share.discount.key for share in used}
    refused += [Refused(discount.key, Unfit.BETTER_WITHOUT) for discount in fit if discount.key not in keys]
    by_line = {
        line.line_id: tuple(
            Share(share.discount, amount)
            for share in used
            if (amount := shares[share.discount.key].get(line.line_id, 0))
        )
        for line in lines
    }
    return Reduced(by_line, used, tuple(sorted(refused, key=lambda item: item.key)))


def _is_for(discount: Discount, line: LineAsk) -> bool:
    return (not discount.only or bool(discount.only & line.tags)) and not discount.never & line.tags


def _unfit(
    discount: Discount, lines: Sequence[LineAsk], subtotals: Mapping[str, int], *, now: int, is_first_order: bool
) -> Refused | None:
    """Why it cannot be used at all, or None."""
    for_it = [subtotals[line.line_id] for line in lines if _is_for(discount, line)]
    missing = discount.minimum_amount - sum(for_it)
    faults = {
        Unfit.NOT_YOURS: not discount.is_theirs,
        Unfit.OWN_CODE: discount.is_own_code,
        Unfit.NOT_YET: discount.starts_at is not None and now < discount.starts_at,
        Unfit.OVER: discount.ends_at is not None and now >= discount.ends_at,
        Unfit.NOTHING_FITS: not for_it,
        Unfit.BELOW_MINIMUM: missing > 0,
        Unfit.USED_UP: discount.limit is not None and discount.uses >= discount.limit,
        Unfit.USED_BY_CUSTOMER: (
            discount.customer_limit is not None and discount.customer_uses >= discount.customer_limit
        ),
        Unfit.NOT_FIRST: discount.first_order_only and not is_first_order,
    }
    first = next((why for why, holds in faults.items() if holds), None)
    if first is None:
        return None
    return Refused(discount.key, first, missing if first is Unfit.BELOW_MINIMUM else 0)


def _taken_off(
    lines: Sequence[LineAsk], subtotals: Mapping[str, int], discounts: Sequence[Discount]
) -> tuple[Left, dict[str, Left]]:
    """What is left of each line after these, and each one's shares by line."""
    left = dict(subtotals)
    shares: dict[str, Left] = {}
    for discount in discounts:
        keys = sorted(line.line_id for line in lines if _is_for(discount, line))
        shares[discount.key] = _from_each(discount, keys, left) if discount.from_each else _spread(discount, keys, left)
        for key, amount in shares[discount.key].items():
            left[key] -= amount
    return left, shares


def _from_each(discount: Discount, keys: Sequence[str], left: Left) -> Left:
    found = {key: _off(discount, left[key]) for key in keys}
    if discount.most_amount is None or sum(found.values()) <= discount.most_amount:
        return found
    return _split(discount.most_amount, found)


def _spread(discount: Discount, keys: Sequence[str], left: Left) -> Left:
    whole = _off(discount, sum(left[key] for key in keys))
    if discount.most_amount is not None:
        whole = min(whole, discount.most_amount)
    return _split(whole, {key: left[key] for key in keys})


def _split(amount: int, weights: Left) -> Left:
    """By largest remainder, equal ones in the order of the keys; no part is more than its weight while the sum is not."""
    if not any(weights.values()):
        return dict.fromkeys(weights, 0)
    return dict(zip(weights, split(amount, list(weights.values())), strict=True))


def _off(discount: Discount, amount: int) -> int:
    percentage = round_half_even(amount * discount.percent_bp, WHOLE)
    return min(amount, percentage + discount.amount)
