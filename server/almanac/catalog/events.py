"""Facts about the catalogue. What a thing said before and says now stands in the event: nothing of it is personal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class CatalogueChange(Event):
    """What all of them say; `what` is added, changed, archived or restored, and only what changed is told."""

    business_id: UUID
    what: str
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True, kw_only=True)
class ServiceChanged(CatalogueChange):
    """A service, with who delivers it, is another. What was sold stays as it was sold."""

    name: ClassVar[str] = "catalog.service_changed"
    service_id: UUID


@dataclass(frozen=True, kw_only=True)
class CategoryChanged(CatalogueChange):
    name: ClassVar[str] = "catalog.category_changed"
    category_id: UUID


@dataclass(frozen=True, kw_only=True)
class ExtraChanged(CatalogueChange):
    name: ClassVar[str] = "catalog.extra_changed"
    extra_id: UUID


@dataclass(frozen=True, kw_only=True)
class ProductChanged(CatalogueChange):
    """A product, or which files it has, is another. Who bought it has it as it is now."""

    name: ClassVar[str] = "catalog.product_changed"
    product_id: UUID


@dataclass(frozen=True, kw_only=True)
class PackageChanged(CatalogueChange):
    """A package is another. Who bought it has it as it was sold."""

    name: ClassVar[str] = "catalog.package_changed"
    package_id: UUID


@dataclass(frozen=True, kw_only=True)
class BundleChanged(CatalogueChange):
    """A bundle is another. What was sold stays as it was sold."""

    name: ClassVar[str] = "catalog.bundle_changed"
    bundle_id: UUID


@dataclass(frozen=True, kw_only=True)
class PriceRuleChanged(CatalogueChange):
    name: ClassVar[str] = "catalog.price_rule_changed"
    rule_id: UUID


@dataclass(frozen=True, kw_only=True)
class CatalogueArranged(Event):
    """The services, categories, extras or bundles (`kind`) of a business stand in another order."""

    name: ClassVar[str] = "catalog.arranged"
    business_id: UUID
    kind: str
    ids: list[UUID]
