"""What a bundle takes off (docs/algorithms/bundles.md): to the penny, the same in any order, and never more than there is."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.price import Breakdown, breakdown
from almanac.engine.price_bundles import Bundle, bundle_steps
from almanac.engine.price_discounts import Discount
from almanac.engine.price_facts import ExtraAsk, LineAsk, StepKind
from almanac.engine.price_rules import Rule
from almanac.engine.tests.test_price_baskets import discounts, rules, sums
from almanac.engine.tests.test_price_baskets import lines as any_lines
from almanac.kit.money import round_half_even

percents = st.integers(0, 10_000)
baskets = st.lists(any_lines, min_size=2, max_size=6, unique_by=lambda line: line.line_id)


def of(lines: list[LineAsk], percent_bp: int) -> Bundle:
    return Bundle("Both", percent_bp, tuple(line.line_id for line in lines))


def saved(found: Breakdown) -> dict[str, int]:
    """By line, what its bundle takes off."""
    return {
        line.line_id: -sum(step.amount for step in line.steps if step.kind is StepKind.BUNDLE) for line in found.lines
    }


@given(baskets, percents, rules, discounts)
def test_all_adds_up_and_nothing_is_below_zero(
    lines: list[LineAsk], percent: int, known: list[Rule], coupons: list[Discount]
) -> None:
    sums(breakdown(lines, known, coupons, bundles=[of(lines, percent)], now=1_000))


@given(baskets, percents, rules)
def test_it_is_a_percentage_of_the_service_parts_alone(lines: list[LineAsk], percent: int, known: list[Rule]) -> None:
    bare = breakdown([replace(line, extras=()) for line in lines], known)
    found = breakdown(lines, known, bundles=[of(lines, percent)])
    assert sum(saved(found).values()) == round_half_even(bare.subtotal_amount * percent, 10_000)
    for line in found.lines:
        extras = sum(step.amount for step in line.steps if step.kind is StepKind.EXTRA)
        assert line.subtotal_amount >= extras


@given(baskets, percents, rules, discounts, st.integers(0, 100))
def test_the_order_of_lines_changes_nothing(
    lines: list[LineAsk], percent: int, known: list[Rule], coupons: list[Discount], seed: int
) -> None:
    other = Random(seed).sample(lines, len(lines))
    found = breakdown(lines, known, coupons, bundles=[of(lines, percent)], now=1_000)
    again = breakdown(other, known, coupons, bundles=[of(other, percent)], now=1_000)
    assert {line.line_id: line for line in found.lines} == {line.line_id: line for line in again.lines}


@given(baskets, percents)
def test_without_one_of_its_lines_nothing_comes_off(lines: list[LineAsk], percent: int) -> None:
    assert not any(saved(breakdown(lines[1:], bundles=[of(lines, percent)])).values())


@given(baskets, percents)
def test_lines_that_are_not_of_it_cost_what_they_did(lines: list[LineAsk], percent: int) -> None:
    found = breakdown(lines, bundles=[of(lines[1:], percent)])
    assert found.lines[0] == breakdown(lines).lines[0]


def test_pennies_that_do_not_divide_go_by_remainder_then_key() -> None:
    lines = [LineAsk(key, key, 333, None, (), 2_000) for key in ("c", "a", "b")]
    found = breakdown(lines, bundles=[of(lines, 1_000)])  # 99.9 is 100: 33.33 each, and a penny
    assert saved(found) == {"c": 33, "a": 34, "b": 33}


def test_extras_cost_what_they_say_and_coupons_come_off_what_is_left() -> None:
    oven = ExtraAsk("oven", "Oven", 2_000, 1)
    lines = [
        LineAsk("clean", "Clean", 10_000, None, (oven,), 2_000),
        LineAsk("garden", "Garden", 6_000, None, (), 2_000),
    ]
    tenth = Discount("tenth", "TENTH", percent_bp=1_000, is_coupon=True)
    found = breakdown(lines, discounts=[tenth], bundles=[of(lines, 2_500)])
    assert saved(found) == {"clean": 2_500, "garden": 1_500}
    assert (found.subtotal_amount, found.discount_amount, found.total_amount) == (14_000, 1_400, 12_600)
    kinds = [step.kind for step in found.lines[0].steps]
    assert kinds == [StepKind.BASE, StepKind.EXTRA, StepKind.BUNDLE, StepKind.COUPON]
    assert found.lines[0].steps[2].percent_bp == -2_500


@pytest.mark.parametrize(
    "bundles",
    [[Bundle("a", 0, ("x", "y")), Bundle("b", 0, ("y",))], [Bundle("a", 10_001, ("x",))], [Bundle("a", -1, ("x",))]],
)
def test_what_cannot_be_is_refused(bundles: list[Bundle]) -> None:
    with pytest.raises(ValueError, match="a line is of one bundle"):
        bundle_steps(bundles, {"x": 1, "y": 1})
