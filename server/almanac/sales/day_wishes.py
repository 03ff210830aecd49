"""What order lines keep of a day that was all their customer minded (docs/adr/0041-a-day-is-enough.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from almanac.sales.models import DayWished


@dataclass(frozen=True, slots=True)
class DaySold:
    """The day, and which part of it: `any`, `morning`, `afternoon`, `evening`."""

    on: date
    part: str


def keep_days(sold: Mapping[UUID, DaySold]) -> None:
    """Write down, by order line, the day that was wished for; in the caller's transaction."""
    DayWished.objects.bulk_create(DayWished(line_id=key, on=each.on, part=each.part) for key, each in sold.items())
