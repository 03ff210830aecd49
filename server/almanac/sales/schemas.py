"""What the API says about orders. Amounts are minor units of `currency` and include tax."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema


class PriceStepOut(Schema):
    """One reason for part of a price: `base`, `staff` or `extra`."""

    kind: str
    label: str
    quantity: int
    unit_amount: int
    amount: int


class OrderLineOut(Schema):
    """A line as sold, with its visit. `can` says what the asker may do with it now."""

    id: UUID
    name: str
    steps: list[PriceStepOut]
    total_amount: int
    tax_amount: int
    tax_rate_bp: int
    appointment_id: UUID | None = None
    state: str | None = None
    venue: str | None = None
    zone: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    staff_name: str | None = None
    staff_title: str | None = None
    staff_photo_url: str | None = None
    preparation: str = ""
    address: str | None = None
    can_cancel: bool = False
    can_move: bool = False


class OrderOut(Schema):
    """An order as its customer sees it."""

    id: UUID
    number: str
    business: str
    business_name: str
    business_phone: str
    business_email: str
    state: str
    placed_at: datetime
    currency: str
    total_amount: int
    tax_amount: int
    paid_amount: int
    payment_method: str
    customer_name: str
    customer_email: str
    lines: list[OrderLineOut]
