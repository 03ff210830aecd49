"""Facts about places: ids alone where an address is personal; a business's own place is public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class AddressAdded(Event):
    name: ClassVar[str] = "places.address_added"
    address_id: UUID
    customer_id: UUID


@dataclass(frozen=True, kw_only=True)
class AddressChanged(Event):
    """Which fields changed, not to what."""

    name: ClassVar[str] = "places.address_changed"
    address_id: UUID
    customer_id: UUID
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class AddressArchived(Event):
    name: ClassVar[str] = "places.address_archived"
    address_id: UUID
    customer_id: UUID


@dataclass(frozen=True, kw_only=True)
class AreaAdded(Event):
    """A staff member travels in one more area."""

    name: ClassVar[str] = "places.area_added"
    area_id: UUID
    business_id: UUID
    staff_id: UUID
    radius_m: int


@dataclass(frozen=True, kw_only=True)
class AreaChanged(Event):
    """An area has another name, middle or radius."""

    name: ClassVar[str] = "places.area_changed"
    area_id: UUID
    business_id: UUID
    staff_id: UUID
    radius_m: int


@dataclass(frozen=True, kw_only=True)
class AreaRemoved(Event):
    name: ClassVar[str] = "places.area_removed"
    area_id: UUID
    business_id: UUID
    staff_id: UUID


@dataclass(frozen=True, kw_only=True)
class LocationChanged(Event):
    """A place of a business was `added`, `changed`, `archived` or `restored` (`what`); only what changed is told."""

    name: ClassVar[str] = "places.location_changed"
    business_id: UUID
    location_id: UUID
    what: str
    before: dict[str, object]
    after: dict[str, object]
