"""What the API says about orders that are looked at before they stand."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from ninja import Schema

from almanac.payments.models import Review


class ReviewsWanted(Schema):
    state: Literal["", "open", "approved", "refused"] = "open"


class ReviewOut(Schema):
    """A paid order that is held, or was, and why: `risk_elevated`, `risk_highest`, `many_by_card`, `many_by_email`,
    `many_by_address`. Not decided by `decide_by`, it is refused by itself."""

    id: UUID
    order_number: str
    business: str
    customer_name: str
    customer_email: str
    amount: int
    currency: str
    paid_with: str
    reasons: list[str]
    state: str
    held_at: datetime
    decide_by: datetime
    decided_at: datetime | None
    decided_by: str

    @classmethod
    def of(cls, row: Review) -> Self:
        return cls(
            id=row.pk,
            order_number=row.order.number,
            business=row.order.business.slug,
            customer_name=row.order.customer.name,
            customer_email=row.order.customer.email,
            amount=row.payment.amount,
            currency=row.payment.currency,
            paid_with=row.payment.paid_with,
            reasons=row.reasons,
            state=row.state,
            held_at=row.created_at,
            decide_by=row.decide_by,
            decided_at=row.decided_at,
            decided_by=row.decided_by.get_full_name() if row.decided_by else "",
        )
