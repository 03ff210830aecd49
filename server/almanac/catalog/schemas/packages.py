"""What the API says about packages of visits, and what their editors send."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.catalog.actions.packages import PackageWish
from almanac.catalog.models import Package
from almanac.catalog.queries.packages import PackageOffer
from almanac.catalog.schemas.editing import Address, Number, Text
from almanac.kit.localized import text_in

MOST_SERVICES = 100


class PackageServiceOut(Schema):
    """A service that a visit of a package may be of."""

    id: UUID
    slug: str
    name: str


class PackageStaffOut(Schema):
    """With whom every visit is."""

    slug: str
    name: str
    title: str
    photo_url: str


class PackageOut(Schema):
    """A package on sale: so many `visits`, each of one of its `services`. The price includes tax; `single_amount` is what as many
    visits come to one by one. `months`: for how long it can be used, null for good."""

    id: UUID
    slug: str
    business: str
    business_name: str
    name: str
    description: str
    visits: int
    price_amount: int
    single_amount: int
    currency: str
    tax_rate_bp: int
    months: int | None
    picture_url: str
    services: list[PackageServiceOut]
    staff: PackageStaffOut | None

    @classmethod
    def of(cls, offer: PackageOffer, language: str) -> Self:
        row, person = offer.package, offer.package.staff_member
        return cls(
            id=row.pk,
            slug=row.slug,
            business=row.business.slug,
            business_name=row.business.name,
            name=text_in(row.name, language),
            description=text_in(row.description, language),
            visits=row.visits,
            price_amount=row.price_amount,
            single_amount=offer.single_amount,
            currency=row.currency,
            tax_rate_bp=offer.tax_rate_bp,
            months=row.months,
            picture_url=row.picture_url,
            services=[
                PackageServiceOut(id=service.pk, slug=service.slug, name=text_in(service.name, language))
                for service in offer.services
            ],
            staff=PackageStaffOut(
                slug=person.slug, name=person.name, title=text_in(person.title, language), photo_url=person.photo_url
            )
            if person
            else None,
        )


class PackageIn(Schema):
    """All of a package; what is left out has its standard value. `business_id` only where it is new."""

    business_id: UUID | None = None
    staff_member_id: UUID | None = None
    name: Text
    description: Text = Field(default_factory=dict)
    service_ids: Annotated[list[UUID], Field(max_length=MOST_SERVICES)]
    visits: Number
    price_amount: Number
    months: Number | None = None
    picture_url: Address = ""
    is_visible: bool = True

    def wish(self) -> PackageWish:
        return PackageWish(**self.dict())


class PackageRowOut(Schema):
    """A package in the list of its editors."""

    id: UUID
    business: str
    name: dict[str, str]
    staff_name: str
    visits: int
    price_amount: int
    currency: str
    months: int | None
    is_visible: bool
    archived_at: datetime | None

    @classmethod
    def of(cls, row: Package) -> Self:
        return cls(
            id=row.pk,
            business=row.business.slug,
            name=row.name,
            staff_name=row.staff_member.name if row.staff_member else "",
            visits=row.visits,
            price_amount=row.price_amount,
            currency=row.currency,
            months=row.months,
            is_visible=row.is_visible,
            archived_at=row.archived_at,
        )


class EditedPackageOut(Schema):
    """A package as its editors see it; `revision` goes back in If-Match."""

    id: UUID
    business: str
    business_id: UUID
    staff_member_id: UUID | None
    slug: str
    name: dict[str, str]
    description: dict[str, str]
    service_ids: list[UUID]
    visits: int
    price_amount: int
    currency: str
    months: int | None
    picture_url: str
    is_visible: bool
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, row: Package) -> Self:
        plain = set(cls.model_fields) - {"id", "business"}
        return cls(**{name: getattr(row, name) for name in plain}, id=row.pk, business=row.business.slug)
