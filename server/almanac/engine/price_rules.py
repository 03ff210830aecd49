"""Price rules: when one holds for a line, and what it adds or takes. Pure; see docs/algorithms/pricing.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from almanac.engine.price_facts import LineAsk, Step, StepKind, VisitFacts
from almanac.engine.questions import Answer
from almanac.engine.rhythm import Rhythm
from almanac.kit.money import round_half_even

WHOLE = 10_000  # basis points


class Condition(StrEnum):
    """What can stand against a rule."""

    SERVICE = "service"
    WEEKDAYS = "weekdays"
    TIME = "time"
    DATES = "dates"
    AREAS = "areas"
    NOTICE = "notice"
    SEATS = "seats"
    MINUTES = "minutes"
    RHYTHM = "rhythm"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class When:
    """Conditions, of which each that is given must be met. Weekdays count from Monday, which is 0; minutes from midnight."""

    weekdays: frozenset[int] = frozenset()
    from_minute: int | None = None  # with until_minute: [from, until), over midnight where from is later
    until_minute: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    areas: frozenset[str] = frozenset()
    lead_least: int | None = None  # seconds
    lead_below: int | None = None
    seats_least: int | None = None
    seats_most: int | None = None
    minutes_least: int | None = None
    minutes_most: int | None = None
    rhythms: frozenset[Rhythm] = frozenset()
    question: str = ""
    answers: frozenset[str] = frozenset()  # an option's key, `yes` or `no`
    answer_least: int | None = None
    answer_most: int | None = None


class EffectKind(StrEnum):
    PERCENT = "percent"
    AMOUNT = "amount"
    EACH = "each"
    TABLE = "table"


class Measure(StrEnum):
    SEATS = "seats"
    MINUTES = "minutes"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: from this number on, or with this option (`yes` and `no` are options)."""

    key: str
    amount: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does. `each` and `table` go by a measure: units are what is beyond `included`, in begun `unit`s."""

    kind: EffectKind
    percent_bp: int = 0
    amount: int = 0
    per_seat: bool = False
    measure: Measure = Measure.ANSWER
    question: str = ""
    included: int = 0
    unit: int = 1
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """`among` names tags of the lines it is for; none is all of them."""

    key: str
    label: str
    effect: Effect
    when: When = When()
    among: frozenset[str] = frozenset()
    position: int = 0


def rule_steps(line: LineAsk, rules: Iterable[Rule], *, service_amount: int) -> list[Step]:
    """What rules change of a line whose base and staff come to `service_amount`; its extras are none of theirs.

    Amounts first, then percentages of the service with those amounts; nothing takes off more than there is.
    """
    holding = sorted((rule for rule in rules if holds(rule, line)), key=lambda rule: (rule.position, rule.key))
    with_amounts = [rule for rule in holding if rule.effect.kind is not EffectKind.PERCENT]
    steps: list[Step] = []
    left = service_amount
    for rule in with_amounts:
        steps.append(_floored(_amount_step(rule, line), left))
        left += steps[-1].amount
    part = left
    for rule in holding:
        if rule.effect.kind is EffectKind.PERCENT:
            amount = round_half_even(part * rule.effect.percent_bp, WHOLE)
            step = Step(StepKind.RULE, rule.label, 1, amount, amount, rule.effect.percent_bp)
            steps.append(_floored(step, left))
            left += steps[-1].amount
    return [step for step in steps if step.amount]


def holds(rule: Rule, line: LineAsk) -> bool:
    """Whether a rule is for this line and all its conditions are met."""
    return not unmet(rule, line)


def unmet(rule: Rule, line: LineAsk) -> list[Condition]:
    """What stands against a rule for this line, in the order of the conditions. What is not known meets none."""
    if rule.among and not rule.among & line.tags:
        return [Condition.SERVICE]
    return [condition for condition, is_met in _judged(rule.when, line) if not is_met]


def met(rule: Rule, line: LineAsk) -> list[Condition]:
    """Which of its conditions a rule meets for this line, in their order: why it holds, where it does."""
    return [condition for condition, is_met in _judged(rule.when, line) if is_met]


def area_keys(postcode: str) -> frozenset[str]:
    """The keys of a British postcode by which rules name areas: of "SW1A 1AA" these are SW, SW1 and SW1A."""
    outward = postcode.upper().split(" ")[0]
    if not outward or not outward.isalnum():
        return frozenset()
    letters = outward.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or outward  # SW1A is within SW1
    return frozenset({outward, letters, outward[:2].rstrip("0123456789")} - {""})


def _judged(when: When, line: LineAsk) -> Iterator[tuple[Condition, bool]]:
    visit = line.visit
    if when.weekdays:
        yield Condition.WEEKDAYS, visit.on is not None and visit.on.weekday() in when.weekdays
    if when.from_minute is not None and when.until_minute is not None:
        is_met = visit.minute is not None and _in_window(visit.minute, when.from_minute, when.until_minute)
        yield Condition.TIME, is_met
    if when.first_on or when.last_on:
        day, first, last = (None if on is None else on.toordinal() for on in (visit.on, when.first_on, when.last_on))
        yield Condition.DATES, _within(day, first, last)
    if when.areas:
        yield Condition.AREAS, bool(when.areas & visit.areas)
    below = None if when.lead_below is None else when.lead_below - 1
    ranges = (
        (Condition.NOTICE, visit.lead_seconds, when.lead_least, below),
        (Condition.SEATS, line.seats, when.seats_least, when.seats_most),
        (Condition.MINUTES, visit.minutes, when.minutes_least, when.minutes_most),
    )
    for condition, value, least, most in ranges:
        if least is not None or most is not None:
            yield condition, _within(value, least, most)
    if when.rhythms:
        yield Condition.RHYTHM, visit.rhythm in when.rhythms
    if when.question:
        yield Condition.ANSWER, _answer_met(when, visit.answers.get(when.question))


def _in_window(minute: int, start: int, end: int) -> bool:
    return start <= minute < end if start <= end else minute >= start or minute < end


def _within(value: int | None, least: int | None, most: int | None) -> bool:
    if least is None and most is None:
        return True
    return value is not None and (least is None or value >= least) and (most is None or value <= most)


def _answer_met(when: When, answer: Answer | None) -> bool:
    if answer is None:
        return False
    if when.answers and not when.answers & set(_keys(answer)):
        return False
    if when.answer_least is None and when.answer_most is None:
        return True
    return _within(_number(answer), when.answer_least, when.answer_most)


def _keys(answer: Answer) -> list[str]:
    """The options an answer names."""
    if isinstance(answer, bool):
        return ["yes" if answer else "no"]
    return answer if isinstance(answer, list) else [str(answer)]


def _number(answer: Answer | None) -> int | None:
    return answer if isinstance(answer, int) and not isinstance(answer, bool) else None


def _amount_step(rule: Rule, line: LineAsk) -> Step:
    effect = rule.effect
    seats = line.seats if effect.per_seat else 1
    if effect.kind is EffectKind.AMOUNT:
        each, count = effect.amount, 1
    elif effect.kind is EffectKind.EACH:
        beyond = max(0, (_measured(effect, line) or 0) - effect.included)
        each, count = effect.amount, -(-beyond // effect.unit)
    else:
        each, count = _from_table(effect, line), 1
    return Step(StepKind.RULE, rule.label, count * seats, each, each * count * seats)


def _measured(effect: Effect, line: LineAsk) -> int | None:
    visit: VisitFacts = line.visit
    match effect.measure:
        case Measure.SEATS:
            return line.seats
        case Measure.MINUTES:
            return visit.minutes
    return _number(visit.answers.get(effect.question))


def _from_table(effect: Effect, line: LineAsk) -> int:
    number = _measured(effect, line)
    if number is not None:
        reached = [(int(row.key), row.amount) for row in effect.rows if _is_whole(row.key) and int(row.key) <= number]
        return max(reached, default=(0, 0))[1]
    answer = line.visit.answers.get(effect.question) if effect.measure is Measure.ANSWER else None
    chosen = set() if answer is None else set(_keys(answer))
    return sum(row.amount for row in effect.rows if row.key in chosen)


def _is_whole(key: str) -> bool:
    return key.removeprefix("-").isdecimal() and key.isascii()


def _floored(step: Step, left: int) -> Step:
    """The step, or as much of it as leaves nothing."""
    if left + step.amount >= 0:
        return step
    return Step(step.kind, step.label, 1, -left, -left, step.percent_bp)
