"""What a basket costs, line by line and with each step's reason. Pure: the same function shows and charges.

Amounts are minor units of one currency. Prices include tax; the tax inside is worked out per line and rounded half to
even on the line, so that the order's tax is the sum of its lines' tax.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from almanac.kit.money import round_half_even


class StepKind(StrEnum):
    BASE = "base"  # the service's own price
    STAFF = "staff"  # what this staff member takes more or less
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class ExtraAsk:
    extra_id: str
    name: str
    unit_amount: int
    quantity: int


@dataclass(frozen=True, slots=True)
class LineAsk:
    """One line to price. `staff_amount` is the staff member's own price where there is one."""

    line_id: str
    name: str
    base_amount: int
    staff_amount: int | None
    extras: tuple[ExtraAsk, ...]
    tax_rate_bp: int  # basis points: 2000 is 20 %
    seats: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One reason for part of a price."""

    kind: StepKind
    label: str
    quantity: int
    unit_amount: int
    amount: int


@dataclass(frozen=True, slots=True)
class LinePrice:
    line_id: str
    steps: tuple[Step, ...]
    total_amount: int
    tax_rate_bp: int
    tax_amount: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    lines: tuple[LinePrice, ...]
    total_amount: int
    tax_amount: int


def breakdown(lines: tuple[LineAsk, ...]) -> Breakdown:
    """Price every line; steps add up to the line, lines to the whole. Raises ValueError for negative input."""
    priced = tuple(_line(line) for line in lines)
    return Breakdown(
        lines=priced,
        total_amount=sum(line.total_amount for line in priced),
        tax_amount=sum(line.tax_amount for line in priced),
    )


def _line(line: LineAsk) -> LinePrice:
    steps = [Step(StepKind.BASE, line.name, line.seats, line.base_amount, line.base_amount * line.seats)]
    if line.staff_amount is not None and line.staff_amount != line.base_amount:
        difference = line.staff_amount - line.base_amount
        steps.append(Step(StepKind.STAFF, "", line.seats, difference, difference * line.seats))
    steps += [
        Step(StepKind.EXTRA, extra.name, extra.quantity, extra.unit_amount, extra.unit_amount * extra.quantity)
        for extra in line.extras
    ]
    total = sum(step.amount for step in steps)
    if total < 0 or line.seats < 1 or any(extra.quantity < 1 or extra.unit_amount < 0 for extra in line.extras):
        raise ValueError("a price is never negative")
    return LinePrice(line.line_id, tuple(steps), total, line.tax_rate_bp, tax_inside(total, line.tax_rate_bp))


def tax_inside(total_amount: int, tax_rate_bp: int) -> int:
    """The tax contained in a price that includes it: `total x rate / (1 + rate)`, half to even."""
    return round_half_even(total_amount * tax_rate_bp, 10_000 + tax_rate_bp)
