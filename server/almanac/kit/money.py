"""Money: whole minor units with a currency, never a float."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies cannot be added or compared."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (pence, cents) of an ISO 4217 currency."""

    amount: int
    currency: str

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return Money(self.amount + other.amount, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        return self + -other


def split(amount: int, weights: Sequence[int]) -> list[int]:
    """Divide minor units by weights so that the parts add up exactly (largest remainder; ties to the earlier part)."""
    total = sum(weights)
    if total <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("weights must be non-negative and not all zero")
    sign = -1 if amount < 0 else 1
    shares = [divmod(abs(amount) * weight, total) for weight in weights]
    left = abs(amount) - sum(whole for whole, _ in shares)
    by_remainder = sorted(range(len(weights)), key=lambda index: (-shares[index][1], index))
    extra = set(by_remainder[:left])
    return [sign * (whole + (index in extra)) for index, (whole, _) in enumerate(shares)]


def round_half_even(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest whole, halves to the even neighbour, in integers alone."""
    whole, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and whole % 2):
        return whole + 1
    return whole
