"""Another address for a visit, as it is typed and told."""

from __future__ import annotations

from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.content import Long, Short
from almanac.booking.queries.changes import Change
from almanac.booking.queries.elsewhere import Elsewhere


class ElsewhereIn(Schema):
    """An address that a visit is to be moved to, as typed."""

    line1: Short
    line2: Annotated[str, Field(max_length=200)] = ""
    town: Annotated[str, Field(max_length=100)]
    postcode: Annotated[str, Field(max_length=40)]
    access_notes: Long = ""


class ElsewhereOut(Schema):
    """An address the visit could be at. `is_reached`: somebody comes there; `more_amount`: what it would cost more there, minor
    units, below nothing where less. A customer does not move to where it costs more, and the team does at the price sold."""

    id: UUID
    name: str
    is_here: bool
    is_reached: bool
    more_amount: int
    currency: str

    @classmethod
    def of(cls, found: Elsewhere, change: Change) -> Self:
        return cls(
            id=found.address.pk,
            name=str(found.address),
            is_here=found.is_here,
            is_reached=found.is_reached,
            more_amount=found.more_amount,
            currency=change.order.currency,
        )
