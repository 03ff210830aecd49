"""What the API says about blocked time."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.scheduling.models import BusyBlock
from almanac.scheduling.schemas.stretches import Between, Text200


class BusyBlockIn(Between):
    staff_member_id: UUID
    note: Text200 = ""


class BusyBlockOut(Schema):
    """Blocked time, with the appointments it lies over: those are for people to solve."""

    id: UUID
    staff_member_id: UUID
    starts_at: datetime
    ends_at: datetime
    source: BusyBlock.Source
    note: str
    conflicts: list[UUID] = Field(default_factory=list)

    @classmethod
    def of(cls, row: BusyBlock, conflicts: tuple[UUID, ...] = ()) -> Self:
        if row.starts_at is None or row.ends_at is None:
            raise ValueError("an all-day event has no instants")
        return cls(
            id=row.pk,
            staff_member_id=row.staff_member_id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            source=BusyBlock.Source(row.source),
            note=row.note,
            conflicts=list(conflicts),
        )
