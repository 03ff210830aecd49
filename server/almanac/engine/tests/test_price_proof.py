"""Ten thousand random baskets cost what a second reckoning, written from the document alone, says they cost."""

from __future__ import annotations

from collections import Counter

from almanac.engine.price import Breakdown, breakdown
from almanac.engine.price_facts import StepKind
from almanac.engine.tests.price_dice import NOW, Dice
from almanac.engine.tests.price_reference import Bill, bill

BASKETS = 10_000


def test_ten_thousand_baskets_cost_what_the_second_reckoning_says() -> None:
    seen: Counter[str] = Counter()
    for number in range(BASKETS):
        dice = Dice(number)
        basket, rules, discounts = dice.basket(), dice.rules(), dice.discounts()
        is_first = dice.random() < 0.5
        bundles = dice.bundles(basket)
        found = breakdown(basket, rules, discounts, bundles=bundles, now=NOW, is_first_order=is_first)
        wanted = bill(basket, rules, discounts, bundles=bundles, now=NOW, is_first_order=is_first)
        assert agreed(found) == wanted, f"basket {number}"
        assert sum(wanted.due_now.values()) <= found.total_amount
        assert found.total_amount == sum(wanted.total.values())
        assert found.tax_amount == sum(wanted.tax.values())
        assert sum(step.amount for line in found.lines for step in line.steps) == found.total_amount
        seen.update(what_happened(found))
    # Dice that never throw a six prove nothing of sixes.
    assert {key for key, times in seen.items() if times >= BASKETS // 100} == WANTED, seen


WANTED = {*StepKind, "several lines", "not used", "used with another", "nothing to pay", "a part now"}


def agreed(found: Breakdown) -> Bill:
    """The engine's answer, as the second reckoning gives its own."""
    shares: dict[str, dict[str, int]] = {}
    for line in found.lines:
        for share in line.shares:
            shares.setdefault(share.discount.key, {})[line.line_id] = share.amount
    return Bill(
        subtotals={line.line_id: line.subtotal_amount for line in found.lines},
        shares=shares,
        net={line.line_id: line.net_amount for line in found.lines},
        tax={line.line_id: line.tax_amount for line in found.lines},
        due_now=found.due_now(),
    )


def what_happened(found: Breakdown) -> set[str]:
    happened: set[str] = {step.kind for line in found.lines for step in line.steps}
    told = {
        "several lines": len(found.lines) > 1,
        "not used": bool(found.refused),
        "used with another": len(found.used) > 1,
        "nothing to pay": bool(found.lines) and not found.total_amount,
        "a part now": 0 < sum(found.due_now().values()) < found.total_amount,
    }
    return happened | {name for name, is_so in told.items() if is_so}
