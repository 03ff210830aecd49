"""Facts about places: ids alone, since an address is personal."""

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
class AreaAdded(Event):
    """A staff member travels in one more area."""

    name: ClassVar[str] = "places.area_added"
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
