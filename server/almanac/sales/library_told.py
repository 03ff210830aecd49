"""What the API says of what was bought to be downloaded."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.sales.models import DOWNLOADS_ALLOWED
from almanac.sales.queries import Owned


class LibraryFileOut(Schema):
    """A file of a product, in bytes."""

    id: UUID
    name: str
    size: int


class LibraryItemOut(Schema):
    """A product that was bought: `name` as it was sold, its files as they are now. `downloads_left` is how often a link to any
    of them may still be made."""

    id: UUID
    line_id: UUID
    order_number: str
    product_slug: str
    name: str
    mentor_name: str
    business_name: str
    picture_url: str
    given_at: datetime
    downloads_left: int
    files: list[LibraryFileOut]

    @classmethod
    def of(cls, owned: Owned) -> Self:
        right = owned.entitlement
        line, product = right.line, right.product
        return cls(
            id=right.pk,
            line_id=line.pk,
            order_number=line.order.number,
            product_slug=product.slug,
            name=line.name,
            mentor_name=product.mentor.name,
            business_name=product.business.name,
            picture_url=product.picture_url,
            given_at=right.given_at,
            downloads_left=DOWNLOADS_ALLOWED - right.downloads,
            files=[LibraryFileOut(id=file.pk, name=file.name, size=file.size) for file in owned.files],
        )


class DownloadOut(Schema):
    """Where the file is, for an hour; it may be fetched in parts, and again. `downloads_left`: how often more."""

    url: str
    downloads_left: int
