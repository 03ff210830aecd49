"""Digital products: as anybody may see them, and as they are edited."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from almanac.business.policies import Policies, PricePolicy
from almanac.business.queries import policies_of, some_policy
from almanac.catalog.models import Product
from almanac.catalog.permissions import can_edit_catalogue
from almanac.files.models import PrivateFile
from almanac.files.queries import private_files_of
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class OnSale:
    """A product that can be bought now, with the policies of its business."""

    product: Product
    policies: Policies


@dataclass(frozen=True, slots=True)
class WithFiles:
    """A product with its files, the oldest first, and whether its price is written without the tax that it bears."""

    product: Product
    files: list[PrivateFile]
    plus_tax: bool = False


def products_on_sale(*, business: str | None = None, mentor: str | None = None) -> QuerySet[Product]:
    """Products anybody may buy, of a business or a mentor (their slugs) where named. One SQL query."""
    rows = Product.objects.filter(
        archived_at=None, is_visible=True, file_count__gte=1, business__archived_at=None, mentor__archived_at=None
    ).select_related("business", "mentor")
    if business:
        rows = rows.filter(business__slug=business)
    if mentor:
        rows = rows.filter(mentor__slug=mentor)
    return rows.order_by("business__position", "position", "slug")


def some_on_sale(product_ids: Collection[UUID]) -> dict[UUID, OnSale]:
    """Those of the products that can be bought now, by id. Two SQL queries, none without ids."""
    rows = list(products_on_sale().filter(pk__in=product_ids)) if product_ids else []
    policies = policies_of({row.business_id for row in rows}) if rows else {}
    return {row.pk: OnSale(row, policies[row.business_id]) for row in rows}


def product_by_slug(slug: str) -> Product:
    """One product on sale by its address. Raises NotFound."""
    found = products_on_sale().filter(slug=slug).first()
    if found is None:
        raise NotFound
    return found


def with_files(products: Collection[Product]) -> list[WithFiles]:
    """Each with its files. Two SQL queries."""
    files = private_files_of([row.files_owner for row in products])
    prices = some_policy({row.business_id for row in products}, PricePolicy)
    return [
        WithFiles(row, files[row.files_owner], row.tax_rate_bp > 0 and not prices[row.business_id].prices_with_tax)
        for row in products
    ]


def edited_products(actor: Actor) -> QuerySet[Product]:
    """All products in their order, hidden and archived ones too. One SQL query. Raises NotAllowed."""
    if not can_edit_catalogue(actor):
        raise NotAllowed
    return Product.objects.select_related("business", "mentor").order_by("business__position", "position", "slug")


def edited_product(actor: Actor, product_id: UUID) -> WithFiles:
    """One of them. Raises NotAllowed, NotFound."""
    found = edited_products(actor).filter(pk=product_id).first()
    if found is None:
        raise NotFound
    return with_files([found])[0]
