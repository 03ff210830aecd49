"""What holds for every basket, rule and discount there could be. See the promises of docs/algorithms/pricing.md."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.price import Breakdown, breakdown
from almanac.engine.price_discounts import Discount, Unfit
from almanac.engine.price_due import Deposit
from almanac.engine.price_facts import ExtraAsk, LineAsk, StepKind, VisitFacts
from almanac.engine.price_rules import Effect, EffectKind, Measure, Row, Rule, When

TAGS = ["clean", "garden", "cleaning", "shop"]
NOW = 1_000

tags = st.frozensets(st.sampled_from(TAGS), max_size=2)
amounts = st.integers(0, 20_000)
answers = st.dictionaries(
    st.sampled_from(["rooms", "pets", "kind"]),
    st.one_of(st.integers(0, 6), st.booleans(), st.sampled_from(["dog", "cat"]), st.just(["dog", "cat"])),
)
visits = st.builds(
    VisitFacts,
    on=st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 14)),
    minute=st.none() | st.integers(0, 1439),
    lead_seconds=st.none() | st.integers(0, 10 * 86_400),
    minutes=st.none() | st.integers(30, 400),
    areas=st.frozensets(st.sampled_from(["SW", "SW1", "E"])),
    answers=answers,
)
extras = st.builds(ExtraAsk, st.just("x"), st.just("Extra"), amounts, st.integers(1, 5))
lines = st.builds(
    LineAsk,
    line_id=st.uuids().map(str),
    name=st.just("Line"),
    base_amount=amounts,
    staff_amount=st.none() | amounts,
    extras=st.lists(extras, max_size=3).map(tuple),
    tax_rate_bp=st.sampled_from([0, 500, 2_000, 10_000]),
    seats=st.integers(1, 4),
    tags=tags,
    visit=visits,
    with_tax=st.booleans(),
    is_visit=st.booleans(),
    deposit=st.builds(Deposit, st.integers(0, 12_000), amounts),
)
whens = st.builds(
    When,
    weekdays=st.frozensets(st.integers(0, 6), max_size=3),
    areas=st.frozensets(st.sampled_from(["SW1", "E"]), max_size=1),
    lead_below=st.none() | st.integers(1, 5 * 86_400),
    seats_least=st.none() | st.integers(1, 3),
    question=st.sampled_from(["", "", "rooms", "pets"]),
)
effects = st.builds(
    Effect,
    kind=st.sampled_from(EffectKind),
    percent_bp=st.integers(-15_000, 15_000),
    amount=st.integers(-10_000, 10_000),
    per_seat=st.booleans(),
    measure=st.sampled_from(Measure),
    question=st.sampled_from(["rooms", "pets", "kind"]),
    included=st.integers(0, 3),
    unit=st.integers(1, 30),
    rows=st.just((Row("1", -500), Row("3", 2_000), Row("dog", 900), Row("yes", -50))),
)
rules = st.lists(
    st.builds(
        Rule,
        key=st.uuids().map(str),
        label=st.just("Rule"),
        effect=effects,
        when=whens,
        among=tags,
        position=st.integers(0, 2),
    ),
    max_size=5,
)
discounts = st.lists(
    st.builds(
        Discount,
        key=st.uuids().map(str),
        label=st.just("Off"),
        percent_bp=st.integers(0, 12_000),
        amount=st.sampled_from([0, 0, 1, 333, 5_000]),
        most_amount=st.none() | amounts,
        is_coupon=st.booleans(),
        from_each=st.booleans(),
        combines=st.booleans(),
        only=tags,
        never=st.frozensets(st.sampled_from(TAGS), max_size=1),
        minimum_amount=st.sampled_from([0, 0, 5_000]),
        ends_at=st.none() | st.integers(990, 1_010),
        limit=st.none() | st.integers(0, 3),
        uses=st.integers(0, 3),
        first_order_only=st.booleans(),
        position=st.integers(0, 2),
    ),
    max_size=4,
)
baskets = st.lists(lines, max_size=5)


def sums(found: Breakdown) -> None:
    """Everything adds up, and nothing is below zero."""
    for line in found.lines:
        assert sum(step.amount for step in line.steps) == line.total_amount
        assert all(step.amount == step.unit_amount * step.quantity for step in line.steps)
        assert line.net_amount + line.tax_amount == line.total_amount
        assert min(line.net_amount, line.tax_amount, line.total_amount, line.subtotal_amount) >= 0
        assert 0 <= line.discount_amount <= line.subtotal_amount
        added = sum(step.amount for step in line.steps if step.kind is StepKind.TAX)
        assert line.subtotal_amount - line.discount_amount + added == line.total_amount
    for name in ("subtotal_amount", "discount_amount", "net_amount", "tax_amount", "total_amount"):
        assert getattr(found, name) == sum(getattr(line, name) for line in found.lines)
    for share in found.used:
        parts = [part.amount for line in found.lines for part in line.shares if part.discount == share.discount]
        assert sum(parts) == share.amount > 0
        assert all(part > 0 for part in parts)
    due = found.due_now()
    assert all(0 <= due[line.line_id] <= line.total_amount for line in found.lines)
    assert sum(due.values()) <= found.total_amount


@given(baskets, rules, discounts, st.booleans())
def test_everything_adds_up(basket: list[LineAsk], some_rules: list[Rule], off: list[Discount], first: bool) -> None:
    found = breakdown(basket, some_rules, off, now=NOW, is_first_order=first)
    sums(found)
    told = {share.discount.key for share in found.used} | {item.key for item in found.refused}
    assert told == {discount.key for discount in off}
    assert len(found.used) + len(found.refused) == len(off)
    assert len({share.discount.combines for share in found.used}) <= 1
    if any(not share.discount.combines for share in found.used):
        assert len(found.used) == 1


@given(baskets, rules, discounts, st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_changes_nothing(
    basket: list[LineAsk], some_rules: list[Rule], off: list[Discount], dice: random.Random
) -> None:
    found = breakdown(basket, some_rules, off, now=NOW)
    mixed = [dice.sample(part, len(part)) for part in (basket, some_rules, off)]
    again = breakdown(*mixed, now=NOW)  # type: ignore[arg-type]
    assert {line.line_id: line for line in again.lines} == {line.line_id: line for line in found.lines}
    assert (again.total_amount, again.tax_amount, again.used, again.refused) == (
        found.total_amount,
        found.tax_amount,
        found.used,
        found.refused,
    )


@given(baskets, rules, discounts)
def test_the_same_comes_out_again(basket: list[LineAsk], some_rules: list[Rule], off: list[Discount]) -> None:
    assert breakdown(basket, some_rules, off, now=NOW) == breakdown(basket, some_rules, off, now=NOW)


@given(lines, extras, rules, discounts)
def test_another_extra_never_makes_it_less(
    line: LineAsk, extra: ExtraAsk, some_rules: list[Rule], off: list[Discount]
) -> None:
    off = [replace(discount, minimum_amount=0, from_each=False) for discount in off]
    more = replace(line, extras=(*line.extras, extra))
    before, after = (breakdown([item], some_rules, off, now=NOW) for item in (line, more))
    assert after.subtotal_amount == before.subtotal_amount + extra.unit_amount * extra.quantity
    assert after.total_amount >= before.total_amount


@given(baskets, rules, discounts)
def test_a_discount_never_makes_it_more(basket: list[LineAsk], some_rules: list[Rule], off: list[Discount]) -> None:
    without = breakdown(basket, some_rules, now=NOW)
    found = breakdown(basket, some_rules, off, now=NOW)
    assert found.total_amount <= without.total_amount
    assert found.subtotal_amount == without.subtotal_amount


@given(baskets, discounts)
def test_what_is_refused_changes_nothing(basket: list[LineAsk], off: list[Discount]) -> None:
    found = breakdown(basket, (), off, now=NOW)
    used = [share.discount for share in found.used]
    again = breakdown(basket, (), used, now=NOW)
    assert again.lines == found.lines
    assert all(item.reason in Unfit for item in found.refused)


def test_ten_thousand_baskets_add_up() -> None:
    dice = random.Random(7)
    for _ in range(10_000):
        basket, some_rules, off = _basket(dice)
        sums(breakdown(basket, some_rules, off, now=NOW))


def _basket(dice: random.Random) -> tuple[list[LineAsk], list[Rule], list[Discount]]:
    some_lines = [
        LineAsk(
            str(dice.getrandbits(64)),
            "Line",
            dice.randrange(20_000),
            dice.choice([None, dice.randrange(20_000)]),
            tuple(ExtraAsk("x", "Extra", dice.randrange(5_000), dice.randint(1, 4)) for _ in range(dice.randrange(3))),
            dice.choice([0, 500, 2_000]),
            dice.randint(1, 3),
            frozenset(dice.sample(TAGS, 2)),
            VisitFacts(date(2026, 1, 1) + timedelta(dice.randrange(14)), 600, 86_400, 120, frozenset({"SW1"})),
            dice.random() < 0.7,
        )
        for _ in range(dice.randint(1, 4))
    ]
    some_rules = [
        Rule(
            f"r{number}",
            "Rule",
            Effect(dice.choice([EffectKind.PERCENT, EffectKind.AMOUNT]), dice.randint(-6_000, 6_000), -700, True),
            When(weekdays=frozenset(dice.sample(range(7), 3))),
        )
        for number in range(dice.randrange(4))
    ]
    off = [
        Discount(
            f"d{number}",
            "Off",
            dice.randrange(6_000),
            dice.choice([0, 777]),
            combines=dice.random() < 0.7,
            from_each=dice.random() < 0.3,
            only=frozenset(dice.sample(TAGS, 1)),
        )
        for number in range(dice.randrange(4))
    ]
    return some_lines, some_rules, off
