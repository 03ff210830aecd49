"""Price rules as they are stored: two short typed documents in the rule's row. What they mean is `engine.price_rules`; here is
how they are written down, what makes one sound, and the rule as the engine judges it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from almanac.catalog.models import PriceRule
from almanac.catalog.questions import WITH_OPTIONS, FormQuestion
from almanac.engine.price_rules import Effect, EffectKind, Measure, Row, Rule, When
from almanac.engine.questions import MOST_NUMBER, QuestionKind
from almanac.engine.rhythm import Rhythm
from almanac.kit.localized import text_in

AREA = re.compile(r"[A-Z]{1,2}(?:[0-9][0-9A-Z]?)?")
HOUR = 3600
DAY_MINUTES = 24 * 60
MOST_AREAS, MOST_ROWS, MOST_HOURS, MOST_PERCENT_BP, MOST_AMOUNT = 200, 60, 24 * 366, 100_000, 10_000_000

Key = Annotated[str, Field(max_length=40)]
Whole = Annotated[int, Field(ge=-MOST_NUMBER, le=MOST_NUMBER)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Minute = Annotated[int, Field(ge=0, le=DAY_MINUTES)]
Hours = Annotated[int, Field(ge=0, le=MOST_HOURS)]


class Stored(BaseModel):
    model_config = ConfigDict(extra="ignore")


class RuleWhen(Stored):
    """Conditions, all of which must be met; what is left out is none. Weekdays count from Monday, which is 0; minutes from
    midnight on the clock of the business; areas are as in SW, SW1 or SW1A."""

    weekdays: Annotated[list[Annotated[int, Field(ge=0, le=6)]], Field(max_length=7)] = Field(default_factory=list)
    from_minute: Minute | None = None
    until_minute: Minute | None = None
    first_on: date | None = None
    last_on: date | None = None
    areas: Annotated[list[Annotated[str, Field(max_length=8)]], Field(max_length=MOST_AREAS)] = Field(
        default_factory=list
    )
    lead_least_hours: Hours | None = None
    lead_below_hours: Hours | None = None
    seats_least: Count | None = None
    seats_most: Count | None = None
    minutes_least: Count | None = None
    minutes_most: Count | None = None
    rhythms: Annotated[list[Rhythm], Field(max_length=len(Rhythm))] = Field(default_factory=list)
    question: UUID | None = None
    answers: Annotated[list[Key], Field(max_length=MOST_ROWS)] = Field(default_factory=list)
    answer_least: Whole | None = None
    answer_most: Whole | None = None

    def judged(self) -> When:
        """As the engine judges it."""
        return When(
            weekdays=frozenset(self.weekdays),
            from_minute=self.from_minute,
            until_minute=self.until_minute,
            first_on=self.first_on,
            last_on=self.last_on,
            areas=frozenset(self.areas),
            lead_least=None if self.lead_least_hours is None else self.lead_least_hours * HOUR,
            lead_below=None if self.lead_below_hours is None else self.lead_below_hours * HOUR,
            seats_least=self.seats_least,
            seats_most=self.seats_most,
            minutes_least=self.minutes_least,
            minutes_most=self.minutes_most,
            rhythms=frozenset(self.rhythms),
            question=_key(self.question),
            answers=frozenset(self.answers),
            answer_least=self.answer_least,
            answer_most=self.answer_most,
        )


class TableRow(Stored):
    """From this number on, or for this option (`yes` and `no` are options)."""

    key: Key
    amount: Annotated[int, Field(ge=-MOST_AMOUNT, le=MOST_AMOUNT)]


class RuleEffect(Stored):
    """What a rule does: `percent` (hundredths of a percent of the service), `amount`, `each` (an amount for every begun `unit`
    of the measure beyond `included`) or `table` (by the measure). Amounts are minor units, up or down."""

    kind: EffectKind
    percent_bp: Annotated[int, Field(ge=-10_000, le=MOST_PERCENT_BP)] = 0
    amount: Annotated[int, Field(ge=-MOST_AMOUNT, le=MOST_AMOUNT)] = 0
    per_seat: bool = False
    measure: Measure = Measure.ANSWER
    question: UUID | None = None
    included: Count = 0
    unit: Annotated[int, Field(ge=1, le=10_000)] = 1
    rows: Annotated[list[TableRow], Field(max_length=MOST_ROWS)] = Field(default_factory=list)

    def judged(self) -> Effect:
        """As the engine carries it out."""
        return Effect(
            kind=self.kind,
            percent_bp=self.percent_bp,
            amount=self.amount,
            per_seat=self.per_seat,
            measure=self.measure,
            question=_key(self.question),
            included=self.included,
            unit=self.unit,
            rows=tuple(Row(row.key, row.amount) for row in self.rows),
        )


def rule_of(row: PriceRule, language: str) -> Rule:
    """A stored rule as the engine knows it, with its words in one language."""
    named = frozenset([*row.service_ids, *row.category_ids])
    return Rule(
        key=str(row.pk),
        label=text_in(row.name, language),
        effect=RuleEffect.model_validate(row.effect).judged(),
        when=RuleWhen.model_validate(row.when).judged(),
        among=named or frozenset([str(row.business_id)]),
        position=row.position,
    )


def tidied(when: RuleWhen) -> RuleWhen:
    """The same conditions, written in one way: areas in capitals, each once, weekdays in their order."""
    areas = sorted({"".join(area.upper().split()) for area in when.areas} - {""})
    rhythms = [each for each in Rhythm if each in when.rhythms]
    return when.model_copy(update={"areas": areas, "weekdays": sorted(set(when.weekdays)), "rhythms": rhythms})


def rule_faults(when: RuleWhen, effect: RuleEffect, questions: Sequence[FormQuestion]) -> dict[str, list[str]]:
    """What is not sound about a rule, by field; `questions` are those of the one service it is for, none where it is for
    several."""
    asked = {question.id: question for question in questions}
    faults: dict[str, list[str]] = {}
    for field, words in (*_when_faults(when, asked), *_effect_faults(effect, asked)):
        faults.setdefault(field, []).append(words)
    return faults


def _key(question: UUID | None) -> str:
    return "" if question is None else str(question)


def _when_faults(when: RuleWhen, asked: Mapping[UUID, FormQuestion]) -> Iterator[tuple[str, str]]:
    if (when.from_minute is None) != (when.until_minute is None) or (
        when.from_minute is not None and when.from_minute == when.until_minute
    ):
        yield "when.until_minute", "Say from when until when."
    if when.first_on and when.last_on and when.last_on < when.first_on:
        yield "when.last_on", "The last day is before the first."
    for area in when.areas:
        if not AREA.fullmatch(area):
            yield "when.areas", f"{area} is no area of a postcode, as in SW, SW1 or SW1A."
    ranges = {
        "lead_below_hours": (when.lead_least_hours, when.lead_below_hours),
        "seats_most": (when.seats_least, when.seats_most),
        "minutes_most": (when.minutes_least, when.minutes_most),
        "answer_most": (when.answer_least, when.answer_most),
    }
    for field, (least, most) in ranges.items():
        if least is not None and most is not None and most < least:
            yield f"when.{field}", "The most is less than the least."
    if when.question is None:
        if when.answers or when.answer_least is not None or when.answer_most is not None:
            yield "when.question", "Choose the question that this is an answer to."
        return
    question = asked.get(when.question)
    if question is None:
        yield "when.question", "Choose a question of the one service this rule is for."
    elif not set(when.answers) <= set(_options(question)):
        yield "when.answers", "Choose among the answers that this question can have."
    elif question.kind is not QuestionKind.NUMBER and (when.answer_least is not None or when.answer_most is not None):
        yield "when.answer_least", "The answer to this question is no number."


def _effect_faults(effect: RuleEffect, asked: Mapping[UUID, FormQuestion]) -> Iterator[tuple[str, str]]:
    if effect.kind is EffectKind.PERCENT:
        if not effect.percent_bp:
            yield "effect.percent_bp", "Say how many percent more or less."
        return
    if effect.kind is not EffectKind.TABLE and not effect.amount:
        yield "effect.amount", "Say how much more or less."
    if effect.kind is EffectKind.AMOUNT:
        return
    question = asked.get(effect.question) if effect.question else None
    if effect.measure is Measure.ANSWER and question is None:
        yield "effect.question", "Choose a question of the one service this rule is for."
        return
    by_number = effect.measure is not Measure.ANSWER or (question and question.kind is QuestionKind.NUMBER)
    if effect.kind is EffectKind.EACH and not by_number:
        yield "effect.question", "The answer to this question is no number."
    if effect.kind is EffectKind.TABLE:
        yield from _row_faults(effect.rows, () if by_number or question is None else _options(question))


def _row_faults(rows: Sequence[TableRow], options: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Faults of a table by these options, or by numbers where there are none."""
    known = set(options)
    keys = [row.key for row in rows]
    if not rows:
        yield "effect.rows", "Give at least one row."
    if len(set(keys)) < len(keys):
        yield "effect.rows", "Two of these rows are for the same."
    for place, key in enumerate(keys):
        if known and key not in known:
            yield f"effect.rows.{place}.key", "Choose among the answers that this question can have."
        if not known and not (key.isascii() and key.isdecimal() and len(key) < 10):
            yield f"effect.rows.{place}.key", "Say from which number on."


def _options(question: FormQuestion) -> list[str]:
    if question.kind is QuestionKind.YES_NO:
        return ["yes", "no"]
    return [option.key for option in question.options] if question.kind in WITH_OPTIONS else []
