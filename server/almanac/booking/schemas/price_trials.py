"""Trying prices out, as the API takes and tells it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.content import MAX_EXTRAS, ExtraContent
from almanac.booking.queries.price_trials import Trial, Tried
from almanac.booking.schemas.inputs import ExtraIn
from almanac.booking.schemas.totals import NamedCouponOut
from almanac.catalog.questions import MOST_QUESTIONS, AnswerValue
from almanac.engine.price_rules import Condition
from almanac.engine.rhythm import Rhythm
from almanac.kit.clock import instant
from almanac.kit.moments import Day
from almanac.sales.schemas import PriceStepOut


class PriceTrialIn(Schema):
    """A visit as somebody imagines it; what is left out is not known. `minute` counts from midnight on the business's clock,
    `postcode` may be a part of one, `rhythm` is how often it comes, `is_first_order` says whose order it is."""

    service_id: UUID
    staff_id: UUID | None = None
    on: Day | None = None
    minute: Annotated[int | None, Field(ge=0, lt=24 * 60)] = None
    postcode: Annotated[str, Field(max_length=12)] = ""
    extras: list[ExtraIn] = Field(default_factory=list, max_length=MAX_EXTRAS)
    seats: int = Field(default=1, ge=1, le=50)
    rhythm: Rhythm = Rhythm.ONCE
    answers: Annotated[dict[UUID, AnswerValue], Field(max_length=MOST_QUESTIONS)] = Field(default_factory=dict)
    code: Annotated[str, Field(max_length=60)] = ""
    is_first_order: bool = True

    def tried(self) -> Tried:
        plain = {name: getattr(self, name) for name in type(self).model_fields}
        extras = [ExtraContent(extra_id=item.extra_id, quantity=item.quantity) for item in self.extras]
        return Tried(**{**plain, "extras": extras})


class TriedRuleOut(Schema):
    """A rule of the business: whether it holds here, which of its conditions it meets, and which stand against it."""

    id: UUID
    name: str
    holds: bool
    met: list[Condition]
    unmet: list[Condition]


class TriedDiscountOut(Schema):
    """A discount: what it takes off, or the reason why it does not."""

    id: UUID
    name: str
    is_coupon: bool
    amount: int
    reason: str
    missing_amount: int


class PriceTrialOut(Schema):
    """What it would cost, step by step, what of that is paid with the order, and how long it takes.
    `coupon` is the one that was named."""

    currency: str
    zone: str
    starts_at: datetime | None
    duration_minutes: int
    steps: list[PriceStepOut]
    subtotal_amount: int
    discount_amount: int
    net_amount: int
    tax_amount: int
    tax_rate_bp: int
    total_amount: int
    due_now_amount: int
    rules: list[TriedRuleOut]
    discounts: list[TriedDiscountOut]
    coupon: NamedCouponOut | None

    @classmethod
    def of(cls, trial: Trial, language: str) -> Self:
        (line,), price = trial.price.lines, trial.price
        start = trial.line.starts_at
        amounts = {share.discount.key: share.amount for share in price.used}
        refused = {item.key: item for item in price.refused}
        offered = [item.discount(language) for item in trial.terms.candidates]
        return cls(
            currency=trial.offer.service.currency,
            zone=trial.offer.service.business.zone,
            starts_at=None if start is None else instant(start),
            duration_minutes=trial.minutes,
            steps=[PriceStepOut(**asdict(step)) for step in line.steps],
            subtotal_amount=price.subtotal_amount,
            discount_amount=price.discount_amount,
            net_amount=price.net_amount,
            tax_amount=price.tax_amount,
            tax_rate_bp=line.tax_rate_bp,
            total_amount=price.total_amount,
            due_now_amount=sum(price.due_now().values()),
            rules=[
                TriedRuleOut(id=UUID(rule.key), name=rule.label, holds=not against, met=met, unmet=against)
                for rule, met, against in trial.rules
            ],
            discounts=[
                TriedDiscountOut(
                    id=UUID(item.key),
                    name=item.label,
                    is_coupon=item.is_coupon,
                    amount=amounts.get(item.key, 0),
                    reason=refused[item.key].reason if item.key in refused else "",
                    missing_amount=refused[item.key].missing_amount if item.key in refused else 0,
                )
                for item in offered
            ],
            coupon=NamedCouponOut.of(trial.coupon) if trial.coupon else None,
        )
