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
class CatalogueArranged(Event):
    """The services, categories or extras (`kind`) of a business stand in another order."""

    name: ClassVar[str] = "catalog.arranged"
    business_id: UUID
    kind: str
    ids: list[UUID]
