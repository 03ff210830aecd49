"""Price rules as the API takes and tells them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.catalog.actions.price_rules import PriceRuleWish
from almanac.catalog.models import PriceRule
from almanac.catalog.pricing import RuleEffect, RuleWhen
from almanac.catalog.schemas.editing import Number, Text

Ids = Annotated[list[UUID], Field(max_length=1_000)]


class PriceRuleIn(Schema):
    """All of a rule; with nothing named it is for every service of its business. `business_id` only where it is new."""

    business_id: UUID | None = None
    name: Text
    position: Number = 0
    service_ids: Ids = Field(default_factory=list)
    category_ids: Ids = Field(default_factory=list)
    when: RuleWhen = Field(default_factory=RuleWhen)
    effect: RuleEffect

    def wish(self) -> PriceRuleWish:
        return PriceRuleWish(**{name: getattr(self, name) for name in type(self).model_fields})


class PriceRuleOut(Schema):
    """A rule as its editors see it; `revision` goes back in If-Match. Those for one of `position` hold side by side."""

    id: UUID
    business: str
    business_id: UUID
    currency: str
    name: dict[str, str]
    position: int
    service_ids: list[UUID]
    category_ids: list[UUID]
    when: RuleWhen
    effect: RuleEffect
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, row: PriceRule) -> Self:
        return cls(
            id=row.pk,
            business=row.business.slug,
            business_id=row.business_id,
            currency=row.business.currency,
            name=row.name,
            position=row.position,
            service_ids=[UUID(key) for key in row.service_ids],
            category_ids=[UUID(key) for key in row.category_ids],
            when=RuleWhen.model_validate(row.when),
            effect=RuleEffect.model_validate(row.effect),
            archived_at=row.archived_at,
            revision=row.revision,
        )
