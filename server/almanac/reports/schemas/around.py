"""What the API says about what stands around a staff member."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from ninja import Schema

from almanac.kit.localized import text_in
from almanac.reports.queries.around import Around


class DeliversOut(Schema):
    """A service somebody delivers."""

    slug: str
    name: str


class TravelsOut(Schema):
    """An area somebody travels in."""

    name: str
    postcode: str
    radius_m: int


class AroundOut(Schema):
    """`visits_ahead` stand and have not begun: they stay when the person is archived, and somebody must look after them."""

    services: list[DeliversOut]
    areas: list[TravelsOut]
    visits_ahead: int
    first_at: datetime | None
    last_at: datetime | None

    @classmethod
    def of(cls, found: Around, language: str) -> Self:
        services = [
            DeliversOut(slug=row.service.slug, name=text_in(row.service.name, language)) for row in found.offerings
        ]
        areas = [TravelsOut(name=row.name, postcode=row.postcode, radius_m=row.radius_m) for row in found.areas]
        return cls(
            services=services,
            areas=areas,
            visits_ahead=found.ahead,
            first_at=found.first_at,
            last_at=found.last_at,
        )
