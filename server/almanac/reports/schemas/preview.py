"""What the API says about a scope that nobody has yet."""

from __future__ import annotations

from dataclasses import asdict
from typing import Self

from ninja import Schema

from almanac.reports.queries.preview import Seen


class ScopePreviewOut(Schema):
    """How much a manager would see with it; `ahead` are appointments that have not begun."""

    staff: int
    customers: int
    appointments: int
    ahead: int
    orders: int
    locations: int

    @classmethod
    def of(cls, seen: Seen) -> Self:
        return cls(**asdict(seen))
