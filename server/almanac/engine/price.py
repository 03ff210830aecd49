"""What a basket costs, line by line and with each step's reason. Pure: the same function shows, tries out and charges.

The order of steps, the rounding and what is promised stand in docs/algorithms/pricing.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from almanac.engine.price_bundles import Bundle, bundle_steps
from almanac.engine.price_discounts import Discount, Refused, Share, reduce
from almanac.engine.price_due import WHOLE_NOW, Deposit
from almanac.engine.price_facts import LineAsk, Step, StepKind
from almanac.engine.price_rules import Rule, rule_steps
from almanac.engine.price_tax import tax_inside, tax_on_top


@dataclass(frozen=True, slots=True)
class LinePrice:
    """`subtotal - discounts` is the total with the tax inside, or else the net."""

    line_id: str
    steps: tuple[Step, ...]
    subtotal_amount: int
    shares: tuple[Share, ...]
    net_amount: int
    tax_rate_bp: int
    tax_amount: int
    total_amount: int
    deposit: Deposit = WHOLE_NOW
    is_visit: bool = True

    @property
    def discount_amount(self) -> int:
        """What all discounts take off it."""
        return sum(share.amount for share in self.shares)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All lines and their sums; `used` are the discounts that came off, `refused` those that did not, and why."""

    lines: tuple[LinePrice, ...]
    subtotal_amount: int
    net_amount: int
    tax_amount: int
    total_amount: int
    used: tuple[Share, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def discount_amount(self) -> int:
        """What all discounts take off."""
        return sum(share.amount for share in self.used)

    def due_now(self, *, paid: Mapping[str, int] | None = None, later: Collection[str] = ()) -> dict[str, int]:
        """What of each line is paid with the order, by line: of what is left when gift cards `paid`, nothing of lines that are
        charged `later`. Where a good costs something all is: it is delivered when it is paid."""
        whole = any(line.total_amount for line in self.lines if not line.is_visit)
        given = paid or {}
        return {
            line.line_id: (WHOLE_NOW if whole else line.deposit).of(line.total_amount - given.get(line.line_id, 0))
            for line in self.lines
            if line.line_id not in later
        }


@dataclass(frozen=True, slots=True)
class _Subtotal:
    """A line before discounts."""

    steps: tuple[Step, ...]

    @property
    def amount(self) -> int:
        return sum(step.amount for step in self.steps)

    @property
    def service_amount(self) -> int:
        """Its service part with the rules: all but its extras."""
        return sum(step.amount for step in self.steps if step.kind is not StepKind.EXTRA)


def breakdown(
    lines: Sequence[LineAsk],
    rules: Sequence[Rule] = (),
    discounts: Sequence[Discount] = (),
    *,
    bundles: Sequence[Bundle] = (),
    now: int = 0,
    is_first_order: bool = True,
) -> Breakdown:
    """Price every line; steps add up to the line, lines to the whole. `now` in epoch seconds, for what begins and ends.

    Raises ValueError for negative input.
    """
    single = {line.line_id: _subtotal(line, rules) for line in lines}
    saved = bundle_steps(bundles, {key: subtotal.service_amount for key, subtotal in single.items()})
    subtotals = {key: _Subtotal((*each.steps, *saved.get(key, ()))) for key, each in single.items()}
    reduced = reduce(
        lines,
        {key: subtotal.amount for key, subtotal in subtotals.items()},
        discounts,
        total_of=lambda left: sum(_with_tax(line, left[line.line_id])[1] for line in lines),
        now=now,
        is_first_order=is_first_order,
    )
    priced = tuple(_line(line, subtotals[line.line_id], reduced.shares) for line in lines)
    return Breakdown(
        lines=priced,
        subtotal_amount=sum(line.subtotal_amount for line in priced),
        net_amount=sum(line.net_amount for line in priced),
        tax_amount=sum(line.tax_amount for line in priced),
        total_amount=sum(line.total_amount for line in priced),
        used=reduced.used,
        refused=reduced.refused,
    )


def _subtotal(line: LineAsk, rules: Sequence[Rule]) -> _Subtotal:
    steps = [Step(StepKind.BASE, line.name, line.seats, line.base_amount, line.base_amount * line.seats)]
    if line.staff_amount is not None and line.staff_amount != line.base_amount:
        difference = line.staff_amount - line.base_amount
        steps.append(Step(StepKind.STAFF, "", line.seats, difference, difference * line.seats))
    service = sum(step.amount for step in steps)
    if line.prepaid is not None:
        each = line.base_amount if line.staff_amount is None else line.staff_amount
        steps.append(Step(StepKind.PACKAGE, line.prepaid, 1, -each, -each))
    steps += [
        Step(StepKind.EXTRA, extra.name, extra.quantity, extra.unit_amount, extra.unit_amount * extra.quantity)
        for extra in line.extras
    ]
    wrong_extra = any(extra.quantity < 1 or extra.unit_amount < 0 for extra in line.extras)
    if service < 0 or line.base_amount < 0 or line.seats < 1 or wrong_extra:
        raise ValueError("a price is never negative")
    if line.is_visit:
        found = rule_steps(line, rules, service_amount=service)
        steps += [step for step in found if line.prepaid is None or step.amount > 0]
    return _Subtotal(tuple(steps))


def _line(line: LineAsk, subtotal: _Subtotal, shares_of: Mapping[str, tuple[Share, ...]]) -> LinePrice:
    shares = shares_of[line.line_id]
    tax, total = _with_tax(line, subtotal.amount - sum(share.amount for share in shares))
    steps = [*subtotal.steps, *(_discount_step(share) for share in shares)]
    if not line.with_tax and tax:
        steps.append(Step(StepKind.TAX, "", 1, tax, tax, line.tax_rate_bp))
    return LinePrice(
        line_id=line.line_id,
        steps=tuple(steps),
        subtotal_amount=subtotal.amount,
        shares=shares,
        net_amount=total - tax,
        tax_rate_bp=line.tax_rate_bp,
        tax_amount=tax,
        total_amount=total,
        deposit=line.deposit,
        is_visit=line.is_visit,
    )


def _with_tax(line: LineAsk, left: int) -> tuple[int, int]:
    """The tax of what is left of a line, and the total with it."""
    if line.with_tax:
        return tax_inside(left, line.tax_rate_bp), left
    tax = tax_on_top(left, line.tax_rate_bp)
    return tax, left + tax


def _discount_step(share: Share) -> Step:
    kind = StepKind.COUPON if share.discount.is_coupon else StepKind.DISCOUNT
    return Step(kind, share.discount.label, 1, -share.amount, -share.amount, -share.discount.percent_bp)
