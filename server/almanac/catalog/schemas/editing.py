"""What editors of the catalogue send."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, create_model

from almanac.business.policies import BookingPolicy
from almanac.catalog.actions.categories import CategoryWish
from almanac.catalog.actions.extras import ExtraWish
from almanac.catalog.actions.service_edits import OfferingWish, ServiceWish
from almanac.catalog.models import Venue
from almanac.catalog.questions import FormQuestion

Text = Annotated[
    dict[Annotated[str, Field(max_length=12)], Annotated[str, Field(max_length=5_000)]], Field(max_length=12)
]
Number = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)]  # what makes sense the action says, in words
Address = Annotated[str, Field(max_length=300)]

ServiceRules: Any = create_model(
    "ServiceRules",
    __base__=Schema,
    __doc__="Rules of the business that are different for one service; what is null is as the business says.",
    **{name: (field.annotation | None, None) for name, field in BookingPolicy.model_fields.items()},  # type: ignore[operator,call-overload]
)


class OfferingIn(Schema):
    """Who is to deliver it; null: the service's own price or length."""

    staff_id: UUID
    price_amount: Number | None = None
    duration_minutes: Number | None = None

    def wish(self) -> OfferingWish:
        return OfferingWish(self.staff_id, self.price_amount, self.duration_minutes)


class ServiceIn(Schema):
    """All of a service; what is left out has its standard value. `business_id` only where it is new."""

    business_id: UUID | None = None
    category_id: UUID
    slug: Annotated[str, Field(max_length=50)] = ""
    name: Text
    description: Text = Field(default_factory=dict)
    preparation: Text = Field(default_factory=dict)
    duration_minutes: Number
    price_amount: Number
    tax_rate_bp: Number = 2000
    buffer_before_minutes: Number = 0
    buffer_after_minutes: Number = 0
    capacity: Number = 1
    venue: Venue = Venue.CUSTOMER
    is_visible: bool = True
    picture_url: Address = ""
    booking_rules: ServiceRules = Field(default_factory=ServiceRules)
    questions: Annotated[list[FormQuestion], Field(max_length=60)] = Field(default_factory=list)
    offerings: Annotated[list[OfferingIn], Field(max_length=1_000)] = Field(default_factory=list)

    def wish(self) -> ServiceWish:
        rules = self.booking_rules.model_dump(mode="json", exclude_none=True)
        plain = {name: getattr(self, name) for name in type(self).model_fields}
        return ServiceWish(
            **{**plain, "booking_rules": rules, "offerings": [offering.wish() for offering in self.offerings]}
        )


class CategoryIn(Schema):
    """All of a category. `business_id` only where it is new."""

    business_id: UUID | None = None
    name: Text
    description: Text = Field(default_factory=dict)
    picture_url: Address = ""

    def wish(self) -> CategoryWish:
        return CategoryWish(**self.dict())


class ExtraEditIn(Schema):
    """All of an extra; no services: it fits every service of its business. `business_id` only where it is new."""

    business_id: UUID | None = None
    name: Text
    price_amount: Number
    duration_minutes: Number = 0
    max_quantity: Number = 1
    service_ids: Annotated[list[UUID], Field(max_length=1_000)] = Field(default_factory=list)

    def wish(self) -> ExtraWish:
        return ExtraWish(**self.dict())


class ArchiveIn(Schema):
    """Put away, or brought back."""

    archived: bool


class ArrangeIn(Schema):
    """Which stand first, in their order."""

    ids: Annotated[list[UUID], Field(max_length=1_000)]


class ServicesWanted(Schema):
    """What of the list is wanted."""

    business: str = ""
    category: str = ""
    state: Literal["", "current", "archived", "all"] = ""
    text: Annotated[str, Field(max_length=100)] = ""
