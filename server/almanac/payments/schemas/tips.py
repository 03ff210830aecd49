"""What the API says about tips. Amounts are minor units of `currency`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.payments.models import Tip
from almanac.payments.schemas.payments import Method


class TipIn(Schema):
    """How much for whom, and by which of the ways that are offered."""

    staff_id: UUID
    amount: int = Field(ge=1, le=100_000_000)
    method: Method


class TipBackIn(Schema):
    """Why it goes back, in words for the record."""

    note: Annotated[str, Field(min_length=1, max_length=500)]


class OwnTipOut(Schema):
    """A tip that the asker was given; `is_back` when it was given back."""

    id: UUID
    amount: int
    currency: str
    given_at: datetime
    order_number: str
    is_back: bool

    @classmethod
    def of(cls, row: Tip) -> Self:
        assert row.given_at is not None
        return cls(
            id=row.pk,
            amount=row.amount,
            currency=row.currency,
            given_at=row.given_at,
            order_number=row.order.number,
            is_back=row.is_back,  # type: ignore[attr-defined]  # annotated
        )
