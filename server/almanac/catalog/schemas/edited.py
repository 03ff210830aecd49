"""The catalogue as its editors are told it: every language, hidden and archived things too."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from ninja import Schema

from almanac.business.models import Business
from almanac.business.policies import BookingPolicy
from almanac.catalog.models import Category, Extra, Offering, Service, Venue
from almanac.catalog.queries.editing import Choices, extras_of, offerings_of
from almanac.catalog.questions import FormQuestion, form_of, live
from almanac.catalog.schemas.editing import ServiceRules
from almanac.kit.localized import FALLBACK, text_in


class ServiceRowOut(Schema):
    """A service in a list; `people` is how many deliver it."""

    id: UUID
    slug: str
    business: str
    business_name: str
    category: str
    category_id: UUID
    name: str
    duration_minutes: int
    price_amount: int
    currency: str
    venue: Venue
    is_visible: bool
    archived_at: datetime | None
    people: int
    picture_url: str

    @classmethod
    def of(cls, row: Service, language: str) -> Self:
        return cls(
            id=row.pk,
            slug=row.slug,
            business=row.business.slug,
            business_name=row.business.name,
            category=text_in(row.category.name, language),
            category_id=row.category_id,
            name=text_in(row.name, language),
            duration_minutes=row.duration_minutes,
            price_amount=row.price_amount,
            currency=row.currency,
            venue=Venue(row.venue),
            is_visible=row.is_visible,
            archived_at=row.archived_at,
            people=getattr(row, "people", 0),
            picture_url=row.picture_url,
        )


class EditedExtraOut(Schema):
    """An extra as editors see it."""

    id: UUID
    business: str
    business_id: UUID
    slug: str
    name: dict[str, str]
    price_amount: int
    currency: str
    duration_minutes: int
    max_quantity: int
    service_ids: list[UUID]
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, row: Extra) -> Self:
        return cls(
            id=row.pk,
            business=row.business.slug,
            business_id=row.business_id,
            slug=row.slug,
            name=row.name,
            price_amount=row.price_amount,
            currency=row.business.currency,
            duration_minutes=row.duration_minutes,
            max_quantity=row.max_quantity,
            service_ids=[service.pk for service in row.services.all()],
            archived_at=row.archived_at,
            revision=row.revision,
        )


class EditedCategoryOut(Schema):
    """A category as editors see it, with how many current services it has."""

    id: UUID
    business: str
    business_id: UUID
    slug: str
    name: dict[str, str]
    description: dict[str, str]
    picture_url: str
    archived_at: datetime | None
    revision: int
    service_count: int

    @classmethod
    def of(cls, row: Category) -> Self:
        return cls(
            id=row.pk,
            business=row.business.slug,
            business_id=row.business_id,
            slug=row.slug,
            name=row.name,
            description=row.description,
            picture_url=row.picture_url,
            archived_at=row.archived_at,
            revision=row.revision,
            service_count=getattr(row, "service_count", 0),
        )


class EditedOfferingOut(Schema):
    staff_id: UUID
    name: str
    price_amount: int | None
    duration_minutes: int | None

    @classmethod
    def of(cls, row: Offering) -> Self:
        person = row.staff_member
        return cls(
            staff_id=person.pk, name=person.name, price_amount=row.price_amount, duration_minutes=row.duration_minutes
        )


class EditedServiceOut(Schema):
    """A service as editors see it; `revision` goes back in If-Match."""

    id: UUID
    business: str
    business_id: UUID
    currency: str
    category_id: UUID
    slug: str
    name: dict[str, str]
    description: dict[str, str]
    preparation: dict[str, str]
    duration_minutes: int
    price_amount: int
    tax_rate_bp: int
    buffer_before_minutes: int
    buffer_after_minutes: int
    capacity: int
    venue: Venue
    is_visible: bool
    picture_url: str
    booking_rules: ServiceRules
    questions: list[FormQuestion]
    offerings: list[EditedOfferingOut]
    extras: list[EditedExtraOut]
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, row: Service) -> Self:
        plain = (
            "slug",
            "name",
            "description",
            "preparation",
            "duration_minutes",
            "price_amount",
            "tax_rate_bp",
            "buffer_before_minutes",
            "buffer_after_minutes",
            "capacity",
            "is_visible",
            "picture_url",
            "currency",
            "category_id",
            "business_id",
            "archived_at",
            "revision",
        )
        return cls(
            **{name: getattr(row, name) for name in plain},
            id=row.pk,
            business=row.business.slug,
            venue=Venue(row.venue),
            booking_rules=ServiceRules(**row.booking_rules),
            questions=live(form_of(row.questions)),
            offerings=[EditedOfferingOut.of(offering) for offering in offerings_of(row)],
            extras=[EditedExtraOut.of(extra) for extra in extras_of(row)],
        )


class ChoiceOut(Schema):
    """Something to choose, of which business; archived ones only for what names them already."""

    id: UUID
    name: str
    business_id: UUID
    archived: bool


class BusinessChoiceOut(Schema):
    id: UUID
    slug: str
    name: str
    currency: str
    languages: list[str]
    visits_at_customer: bool
    booking_rules: dict[str, Any]

    @classmethod
    def of(cls, row: Business, rules: BookingPolicy) -> Self:
        return cls(
            id=row.pk,
            slug=row.slug,
            name=row.name,
            currency=row.currency,
            languages=row.languages,
            visits_at_customer=row.visits_at_customer,
            booking_rules=rules.model_dump(mode="json"),
        )


class CatalogueChoicesOut(Schema):
    """What a service is put together from, and the rules of each business that hold where a service says none."""

    businesses: list[BusinessChoiceOut]
    categories: list[ChoiceOut]
    staff: list[ChoiceOut]

    @classmethod
    def of(cls, found: Choices, language: str) -> Self:
        return cls(
            businesses=[BusinessChoiceOut.of(row, found.rules[row.pk]) for row in found.businesses],
            categories=[
                ChoiceOut(
                    id=row.pk,
                    name=text_in(row.name, language or FALLBACK),
                    business_id=row.business_id,
                    archived=row.archived_at is not None,
                )
                for row in found.categories
            ],
            staff=[
                ChoiceOut(id=row.pk, name=row.name, business_id=row.business_id, archived=row.archived_at is not None)
                for row in found.staff
            ],
        )
