"""What the API says about a staff member's week and the dates that differ from it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.scheduling.models import DateOverride, WorkingHours

Minute = Annotated[int, Field(ge=0, le=2 * 24 * 60)]


class WeekSpan(Schema):
    """Minutes after midnight in the staff member's zone; past 1440 runs over midnight. Monday is 0."""

    weekday: Annotated[int, Field(ge=0, le=6)]
    start_minute: Minute
    end_minute: Minute
    kind: WorkingHours.Kind = WorkingHours.Kind.WORK
    service_id: UUID | None = None

    @classmethod
    def of(cls, row: WorkingHours) -> Self:
        return cls(
            weekday=row.weekday,
            start_minute=row.start_minute,
            end_minute=row.end_minute,
            kind=WorkingHours.Kind(row.kind),
            service_id=row.service_id,
        )


class HoursCan(Schema):
    """What the asking actor may do; `time_off_waits` where their entry of time off is a request that waits for a word."""

    edit: bool
    answer_time_off: bool
    time_off_waits: bool


class WeekOut(Schema):
    """A staff member's week; send `fingerprint` as If-Match when changing it."""

    staff_member_id: UUID
    staff_name: str
    business: str
    zone: str
    spans: list[WeekSpan]
    fingerprint: str
    can: HoursCan


class WeekIn(Schema):
    spans: Annotated[list[WeekSpan], Field(max_length=200)]


class OverrideIn(Schema):
    """`[start minute, end minute]` pairs; none means closed on this date."""

    spans: Annotated[list[tuple[Minute, Minute]], Field(max_length=50)]


class OverrideOut(Schema):
    on_date: date
    spans: list[tuple[int, int]]

    @classmethod
    def of(cls, row: DateOverride) -> Self:
        return cls(on_date=row.on_date, spans=[(start, end) for start, end in row.spans])
