"""When price rules hold, and what they add or take: an example of each condition and effect. See docs/algorithms/pricing.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from almanac.engine.price import breakdown
from almanac.engine.price_facts import ExtraAsk, LineAsk, StepKind, VisitFacts
from almanac.engine.price_rules import (
    Condition,
    Effect,
    EffectKind,
    Measure,
    Row,
    Rule,
    When,
    area_keys,
    holds,
    met,
    unmet,
)
from almanac.engine.recurrence import Frequency
from almanac.engine.rhythm import Rhythm, rhythm_of

SATURDAY = date(2026, 3, 7)
DAY = 24 * 3600
CLEAN = LineAsk(
    line_id="a",
    name="Clean",
    base_amount=4_800,
    staff_amount=None,
    extras=(ExtraAsk("oven", "Oven", 1_800, 1),),
    tax_rate_bp=2_000,
    tags=frozenset({"clean", "cleaning", "valclean"}),
    visit=VisitFacts(
        on=SATURDAY,
        minute=9 * 60,
        lead_seconds=3 * DAY,
        minutes=150,
        areas=frozenset({"SW", "SW1", "SW1A"}),
        answers={"bedrooms": 3, "pets": True, "park": "street", "kind": ["dog", "cat"]},
        rhythm=Rhythm.FORTNIGHTLY,
    ),
)
PLUS_20 = Effect(EffectKind.PERCENT, percent_bp=2_000)
ALWAYS = When()
UNKNOWN = replace(CLEAN, visit=VisitFacts())


def amounts(line: LineAsk, *rules: Rule) -> list[int]:
    """What the rules' steps come to."""
    (priced,) = breakdown([line], rules).lines
    return [step.amount for step in priced.steps if step.kind is StepKind.RULE]


def rule(effect: Effect = PLUS_20, when: When = ALWAYS, **more: object) -> Rule:
    return Rule(**{"key": "r", "label": "Rule", "effect": effect, "when": when, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "is_met"),
    [
        (When(weekdays=frozenset({5, 6})), True),
        (When(weekdays=frozenset({0})), False),
        (When(from_minute=8 * 60, until_minute=9 * 60), False),
        (When(from_minute=9 * 60, until_minute=10 * 60), True),
        (When(from_minute=22 * 60, until_minute=9 * 60 + 1), True),  # over midnight
        (When(from_minute=22 * 60, until_minute=9 * 60), False),
        (When(first_on=SATURDAY, last_on=SATURDAY), True),
        (When(first_on=date(2026, 3, 8)), False),
        (When(last_on=date(2026, 3, 6)), False),
        (When(areas=frozenset({"SW1", "N1"})), True),
        (When(areas=frozenset({"S"})), False),
        (When(lead_least=3 * DAY), True),
        (When(lead_below=3 * DAY), False),
        (When(lead_least=DAY, lead_below=3 * DAY + 1), True),
        (When(seats_least=2), False),
        (When(seats_most=1), True),
        (When(minutes_least=150, minutes_most=150), True),
        (When(minutes_most=149), False),
        (When(question="pets", answers=frozenset({"yes"})), True),
        (When(question="pets", answers=frozenset({"no"})), False),
        (When(question="park", answers=frozenset({"street", "permit"})), True),
        (When(question="kind", answers=frozenset({"cat"})), True),
        (When(question="kind", answers=frozenset({"other"})), False),
        (When(question="bedrooms", answer_least=3), True),
        (When(question="bedrooms", answer_most=2), False),
        (When(question="park", answer_least=0), False),  # no number
        (When(question="pets", answer_least=0), False),
        (When(question="never asked"), False),
        (When(question="bedrooms"), True),
        (When(rhythms=frozenset({Rhythm.WEEKLY, Rhythm.FORTNIGHTLY})), True),
        (When(rhythms=frozenset({Rhythm.ONCE})), False),
        (When(weekdays=frozenset({5}), areas=frozenset({"N1"})), False),  # all of them
    ],
)
def test_conditions(when: When, is_met: bool) -> None:
    assert holds(rule(when=when), CLEAN) is is_met


@pytest.mark.parametrize(
    "when",
    [
        When(weekdays=frozenset(range(7))),
        When(from_minute=0, until_minute=24 * 60),
        When(first_on=date(2000, 1, 1)),
        When(last_on=date(2100, 1, 1)),
        When(areas=frozenset({"SW1"})),
        When(lead_least=0),
        When(lead_below=10**9),
        When(minutes_least=0),
        When(rhythms=frozenset(Rhythm)),
        When(question="bedrooms"),
    ],
)
def test_what_is_not_known_meets_no_condition(when: When) -> None:
    assert not holds(rule(when=when), UNKNOWN)


@pytest.mark.parametrize(
    ("frequency", "every", "rhythm"),
    [
        (Frequency.WEEKLY, 1, Rhythm.WEEKLY),
        (Frequency.WEEKLY, 2, Rhythm.FORTNIGHTLY),
        (Frequency.WEEKLY, 3, Rhythm.THREE_WEEKLY),
        (Frequency.WEEKLY, 4, Rhythm.FOUR_WEEKLY),
        (Frequency.WEEKLY, 5, Rhythm.SELDOM),
        (Frequency.MONTHLY_BY_DATE, 1, Rhythm.MONTHLY),
        (Frequency.MONTHLY_BY_WEEKDAY, 1, Rhythm.MONTHLY),
        (Frequency.MONTHLY_BY_DATE, 2, Rhythm.SELDOM),
    ],
)
def test_the_rhythm_of_a_rule_of_dates(frequency: Frequency, every: int, rhythm: Rhythm) -> None:
    assert rhythm_of(frequency, every) is rhythm


def test_everything_that_stands_against_a_rule_is_told() -> None:
    when = When(weekdays=frozenset({0}), areas=frozenset({"N1", "SW1"}), seats_least=2, last_on=date(2026, 3, 6))
    assert unmet(rule(when=when), CLEAN) == [Condition.WEEKDAYS, Condition.DATES, Condition.SEATS]
    assert unmet(rule(when=when, among=frozenset({"garden"})), CLEAN) == [Condition.SERVICE]


def test_everything_that_a_rule_meets_is_told() -> None:
    when = When(
        weekdays=frozenset({0, 5}), areas=frozenset({"N1"}), seats_most=2, rhythms=frozenset({Rhythm.FORTNIGHTLY})
    )
    assert met(rule(when=when), CLEAN) == [Condition.WEEKDAYS, Condition.SEATS, Condition.RHYTHM]
    assert met(rule(), CLEAN) == []


@pytest.mark.parametrize(
    ("among", "is_for"), [(set(), True), ({"clean"}, True), ({"garden", "valclean"}, True), ({"garden"}, False)]
)
def test_a_rule_is_for_what_it_names(among: set[str], is_for: bool) -> None:
    assert holds(rule(among=frozenset(among)), CLEAN) is is_for


@pytest.mark.parametrize(
    ("postcode", "keys"),
    [
        ("SW1A 1AA", {"SW", "SW1", "SW1A"}),
        ("E14 5AB", {"E", "E14"}),
        ("E1 6AN", {"E", "E1"}),
        ("m1 1ae", {"M", "M1"}),
        ("EC1A 1BB", {"EC", "EC1", "EC1A"}),
        ("", set()),
    ],
)
def test_areas_of_a_postcode(postcode: str, keys: set[str]) -> None:
    assert area_keys(postcode) == keys


def test_a_percentage_is_of_the_service_and_not_of_extras() -> None:
    assert amounts(CLEAN, rule()) == [960]
    assert amounts(replace(CLEAN, staff_amount=5_000, seats=2), rule()) == [2_000]


def test_percentages_do_not_multiply_and_come_after_amounts() -> None:
    bedrooms = rule(Effect(EffectKind.AMOUNT, amount=1_000), key="z", position=9)
    saturday, soon = rule(key="a"), rule(Effect(EffectKind.PERCENT, percent_bp=1_000), key="b")
    assert amounts(CLEAN, soon, saturday, bedrooms) == [1_000, 1_160, 580]


@pytest.mark.parametrize(("base", "amount"), [(25, 2), (35, 4), (15, 2), (5, 0)])
def test_a_percentage_is_rounded_half_to_even(base: int, amount: int) -> None:
    found = amounts(replace(CLEAN, base_amount=base), rule(Effect(EffectKind.PERCENT, percent_bp=1_000)))
    assert sum(found) == amount


def test_an_amount_for_the_visit_or_for_each_seat() -> None:
    three = replace(CLEAN, seats=3)
    assert amounts(three, rule(Effect(EffectKind.AMOUNT, amount=500))) == [500]
    assert amounts(three, rule(Effect(EffectKind.AMOUNT, amount=-500, per_seat=True))) == [-1_500]


@pytest.mark.parametrize(
    ("effect", "amount"),
    [
        (Effect(EffectKind.EACH, amount=1_500, question="bedrooms"), 4_500),
        (Effect(EffectKind.EACH, amount=1_500, question="bedrooms", included=1), 3_000),
        (Effect(EffectKind.EACH, amount=1_500, question="bedrooms", included=5), 0),
        (Effect(EffectKind.EACH, amount=1_500, question="bathrooms"), 0),  # not asked
        (Effect(EffectKind.EACH, amount=1_500, question="pets"), 0),  # no number
        (Effect(EffectKind.EACH, amount=700, measure=Measure.MINUTES, included=120, unit=30), 700),
        (Effect(EffectKind.EACH, amount=700, measure=Measure.MINUTES, included=119, unit=30), 1_400),  # a begun one
        (Effect(EffectKind.EACH, amount=-100, measure=Measure.SEATS), -200),
    ],
)
def test_so_much_each(effect: Effect, amount: int) -> None:
    assert sum(amounts(replace(CLEAN, seats=2), rule(effect))) == amount


@pytest.mark.parametrize(
    ("question", "rows", "amount"),
    [
        ("bedrooms", [("1", 0), ("2", 1_000), ("4", 3_000)], 1_000),
        ("bedrooms", [("4", 3_000)], 0),
        ("park", [("drive", 0), ("street", 500)], 500),
        ("kind", [("dog", 1_000), ("cat", 700), ("other", 300)], 1_700),
        ("pets", [("yes", 900)], 900),
        ("pets", [("no", 900)], 0),
        ("nothing", [("yes", 900)], 0),
    ],
)
def test_a_table_by_an_answer(question: str, rows: list[tuple[str, int]], amount: int) -> None:
    effect = Effect(EffectKind.TABLE, question=question, rows=tuple(Row(*row) for row in rows))
    assert sum(amounts(CLEAN, rule(effect))) == amount


def test_a_table_by_how_many_come() -> None:
    effect = Effect(EffectKind.TABLE, measure=Measure.SEATS, rows=(Row("2", -300), Row("3", -1_000)), per_seat=True)
    assert [sum(amounts(replace(CLEAN, seats=seats), rule(effect))) for seats in (1, 2, 3, 4)] == [
        0,
        -600,
        -3_000,
        -4_000,
    ]


def test_rules_take_off_what_is_there_and_never_an_extra() -> None:
    gift = rule(Effect(EffectKind.AMOUNT, amount=-9_999))
    (priced,) = breakdown([CLEAN], [gift, rule(Effect(EffectKind.PERCENT, percent_bp=-5_000), key="s")]).lines
    assert priced.subtotal_amount == 1_800
    assert [(step.kind, step.amount) for step in priced.steps] == [
        (StepKind.BASE, 4_800),
        (StepKind.EXTRA, 1_800),
        (StepKind.RULE, -4_800),
    ]
