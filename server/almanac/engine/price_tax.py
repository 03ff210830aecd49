"""Tax inside a price or on top of it. Pure; see docs/algorithms/pricing.md."""

from __future__ import annotations

from almanac.kit.money import round_half_even

WHOLE = 10_000  # basis points


def tax_inside(total_amount: int, tax_rate_bp: int) -> int:
    """The tax contained in a price that includes it: `total x rate / (1 + rate)`, half to even."""
    return round_half_even(total_amount * tax_rate_bp, WHOLE + tax_rate_bp)


def tax_on_top(net_amount: int, tax_rate_bp: int) -> int:
    """The tax of a price that is written without it, half to even."""
    return round_half_even(net_amount * tax_rate_bp, WHOLE)
