"""What the API says about digital products, and what their editors send."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.catalog.actions.products import ProductWish
from almanac.catalog.models import Product
from almanac.catalog.queries.products import WithFiles
from almanac.catalog.schemas.editing import Address, Number, Text
from almanac.files.links import file_address
from almanac.files.models import PrivateFile
from almanac.kit.actor import Actor
from almanac.kit.localized import text_in


class ProductMentorOut(Schema):
    """Who made it and earns by it."""

    slug: str
    name: str
    title: str
    photo_url: str


class ProductOut(Schema):
    """A digital product on sale: `file_count` PDFs of `size` bytes together. The price includes tax, unless `plus_tax`."""

    id: UUID
    slug: str
    business: str
    business_name: str
    name: str
    description: str
    price_amount: int
    currency: str
    plus_tax: bool
    tax_rate_bp: int
    picture_url: str
    mentor: ProductMentorOut
    file_count: int
    size: int

    @classmethod
    def of(cls, found: WithFiles, language: str) -> Self:
        row = found.product
        mentor = row.mentor
        return cls(
            id=row.pk,
            slug=row.slug,
            business=row.business.slug,
            business_name=row.business.name,
            name=text_in(row.name, language),
            description=text_in(row.description, language),
            price_amount=row.price_amount,
            currency=row.currency,
            plus_tax=found.plus_tax,
            tax_rate_bp=row.tax_rate_bp,
            picture_url=row.picture_url,
            mentor=ProductMentorOut(
                slug=mentor.slug, name=mentor.name, title=text_in(mentor.title, language), photo_url=mentor.photo_url
            ),
            file_count=len(found.files),
            size=sum(file.size for file in found.files),
        )


class ProductIn(Schema):
    """All of a product; what is left out has its standard value. `business_id` only where it is new. Files are sent on their
    own; until there is one, nobody can buy it."""

    business_id: UUID | None = None
    mentor_id: UUID
    name: Text
    description: Text = Field(default_factory=dict)
    price_amount: Number
    tax_rate_bp: Number = 2000
    picture_url: Address = ""
    is_visible: bool = True

    def wish(self) -> ProductWish:
        return ProductWish(**self.dict())


class ProductRowOut(Schema):
    """A product in the list of its editors."""

    id: UUID
    business: str
    name: dict[str, str]
    mentor_name: str
    price_amount: int
    currency: str
    is_visible: bool
    file_count: int
    archived_at: datetime | None

    @classmethod
    def of(cls, row: Product) -> Self:
        return cls(
            id=row.pk,
            business=row.business.slug,
            name=row.name,
            mentor_name=row.mentor.name,
            price_amount=row.price_amount,
            currency=row.currency,
            is_visible=row.is_visible,
            file_count=row.file_count,
            archived_at=row.archived_at,
        )


class ProductFileOut(Schema):
    """A file of a product; `url` opens it for whoever asked, a quarter of an hour."""

    id: UUID
    name: str
    size: int
    url: str

    @classmethod
    def of(cls, file: PrivateFile, actor: Actor, now: datetime) -> Self:
        return cls(id=file.pk, name=file.name, size=file.size, url=file_address(file.pk, reader=actor, now=now))


class EditedProductOut(Schema):
    """A product as its editors see it; `revision` goes back in If-Match."""

    id: UUID
    business: str
    business_id: UUID
    mentor_id: UUID
    slug: str
    name: dict[str, str]
    description: dict[str, str]
    price_amount: int
    currency: str
    tax_rate_bp: int
    picture_url: str
    is_visible: bool
    files: list[ProductFileOut]
    archived_at: datetime | None
    revision: int

    @classmethod
    def of(cls, found: WithFiles, actor: Actor, now: datetime) -> Self:
        row = found.product
        plain = (
            "business_id",
            "mentor_id",
            "slug",
            "name",
            "description",
            "price_amount",
            "currency",
            "tax_rate_bp",
            "picture_url",
            "is_visible",
            "archived_at",
            "revision",
        )
        return cls(
            **{name: getattr(row, name) for name in plain},
            id=row.pk,
            business=row.business.slug,
            files=[ProductFileOut.of(file, actor, now) for file in found.files],
        )
