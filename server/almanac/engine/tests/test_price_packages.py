"""A visit of a package takes one seat's price off a line and nothing else (docs/algorithms/packages.md, what a use pays)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from almanac.engine.price import breakdown
from almanac.engine.price_discounts import Discount
from almanac.engine.price_facts import LineAsk, StepKind
from almanac.engine.price_rules import Effect, EffectKind, Rule
from almanac.engine.tests.test_price import asks

UP = Rule("up", "Saturday", Effect(EffectKind.PERCENT, percent_bp=2_000))
DOWN = Rule("down", "Quiet hour", Effect(EffectKind.PERCENT, percent_bp=-5_000))


@given(asks)
def test_it_takes_off_exactly_one_seat(line: LineAsk) -> None:
    paid, prepaid = breakdown((line,)).lines[0], breakdown((replace(line, prepaid="Ten"),)).lines[0]
    each = line.base_amount if line.staff_amount is None else line.staff_amount
    assert paid.subtotal_amount - prepaid.subtotal_amount == each
    (step,) = [step for step in prepaid.steps if step.kind is StepKind.PACKAGE]
    assert (step.label, step.amount, step.quantity * step.unit_amount) == ("Ten", -each, -each)
    assert sum(step.amount for step in prepaid.steps) == prepaid.total_amount >= 0


@given(asks)
def test_rules_that_add_are_charged_as_if_it_paid_and_others_do_nothing(line: LineAsk) -> None:
    prepaid = replace(line, prepaid="Ten")
    added = breakdown((line,), [UP]).total_amount - breakdown((line,)).total_amount
    assert breakdown((prepaid,), [UP]).total_amount - breakdown((prepaid,)).total_amount == added
    assert breakdown((prepaid,), [DOWN]).total_amount == breakdown((prepaid,)).total_amount


@given(asks)
def test_coupons_are_of_what_is_left(line: LineAsk) -> None:
    prepaid = replace(line, prepaid="Ten")
    whole = Discount("all", "ALL", percent_bp=10_000, is_coupon=True)
    found = breakdown((prepaid,), discounts=[whole])
    assert found.total_amount == 0
    assert found.discount_amount == found.subtotal_amount
