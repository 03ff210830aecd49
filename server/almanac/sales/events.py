"""Facts about orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, slots=True)
class OrderPlaced(Event):
    """A customer committed to an order; it may still wait for approval or money."""

    name: ClassVar[str] = "sales.order_placed"
    order_id: UUID
    business_id: UUID
    customer_id: UUID
    total_amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class OrderConfirmed(Event):
    """The order's payment terms are met."""

    name: ClassVar[str] = "sales.order_confirmed"
    order_id: UUID
    business_id: UUID
    customer_id: UUID


@dataclass(frozen=True, slots=True)
class OrderCancelled(Event):
    """Nothing of the order is left to deliver."""

    name: ClassVar[str] = "sales.order_cancelled"
    order_id: UUID
    business_id: UUID
    customer_id: UUID
