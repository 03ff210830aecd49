"""What the API says about bundles of services, and what their editors send."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.catalog.actions.bundles import BundleWish
from almanac.catalog.models import Bundle
from almanac.catalog.queries.bundles import BundleOffer
from almanac.catalog.schemas.editing import Number, Text
from almanac.kit.localized import text_in

MOST_NAMED = 100  # more is said in words


class BundleStepOut(Schema):
    """One service of a bundle, in its place."""

    service_id: UUID
    slug: str
    name: str
    duration_minutes: int


class BundleOut(Schema):
    """Services sold together: `apart`, each at a time of its own, or `in_a_row`, as one visit. `single_amount` is the least its
    services come to one by one, `from_amount` what is left of it when `percent_bp` came off."""

    id: UUID
    slug: str
    business: str
    business_name: str
    name: str
    description: str
    timing: Bundle.Timing
    same_person: bool
    percent_bp: int
    steps: list[BundleStepOut]
    duration_minutes: int
    single_amount: int
    from_amount: int
    currency: str
    plus_tax: bool

    @classmethod
    def of(cls, offer: BundleOffer, language: str) -> Self:
        row = offer.bundle
        return cls(
            id=row.pk,
            slug=row.slug,
            business=row.business.slug,
            business_name=row.business.name,
            name=text_in(row.name, language),
            description=text_in(row.description, language),
            timing=Bundle.Timing(row.timing),
            same_person=row.same_person,
            percent_bp=row.percent_bp,
            steps=[
                BundleStepOut(
                    service_id=step.service.pk,
                    slug=step.service.slug,
                    name=text_in(step.service.name, language),
                    duration_minutes=step.service.duration_minutes,
                )
                for step in offer.steps
            ],
            duration_minutes=offer.minutes,
            single_amount=offer.single_amount,
            from_amount=offer.from_amount,
            currency=offer.currency,
            plus_tax=offer.plus_tax,
        )


class BundleIn(Schema):
    """All of a bundle; what is left out has its standard value. `business_id` only where it is new."""

    business_id: UUID | None = None
    name: Text
    description: Text = Field(default_factory=dict)
    service_ids: Annotated[list[UUID], Field(max_length=MOST_NAMED)]
    timing: Bundle.Timing
    same_person: bool = False
    percent_bp: Number = 0
    is_visible: bool = True

    def wish(self) -> BundleWish:
        return BundleWish(**self.dict())


class BundleRowOut(Schema):
    """A bundle in the list of its editors."""

    id: UUID
    business: str
    name: dict[str, str]
    timing: Bundle.Timing
    same_person: bool
    percent_bp: int
    step_count: int
    is_visible: bool
    archived_at: datetime | None

    @classmethod
    def of(cls, row: Bundle) -> Self:
        plain = set(cls.model_fields) - {"business", "step_count"}
        facts = {name: getattr(row, name) for name in plain}
        return cls(**facts, business=row.business.slug, step_count=len(row.service_ids))


class EditedBundleOut(Schema):
    """A bundle as its editors see it; `revision` goes back in If-Match."""

    id: UUID
    business: str
    business_id: UUID
    slug: str
    name: dict[str, str]
    description: dict[str, str]
    service_ids: list[UUID]
    timing: Bundle.Timing
    same_person: bool
    percent_bp: int
    is_visible: bool
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, row: Bundle) -> Self:
        plain = set(cls.model_fields) - {"business"}
        return cls(**{name: getattr(row, name) for name in plain}, business=row.business.slug)
