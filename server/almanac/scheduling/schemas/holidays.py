"""What the API says about a business's holidays."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.engine.bankholidays import BankHolidayRegion
from almanac.kit.moments import Day
from almanac.scheduling.models import BusinessHoliday
from almanac.scheduling.queries.holidays import Proposals


class HolidayIn(Schema):
    on_date: Day
    name: Annotated[str, Field(min_length=1, max_length=120)]


class HolidaysIn(Schema):
    """One or several dates on which the business is closed."""

    days: Annotated[list[HolidayIn], Field(min_length=1, max_length=100)]


class HolidayOut(Schema):
    id: UUID
    on_date: date
    name: str

    @classmethod
    def of(cls, row: BusinessHoliday) -> Self:
        return cls(id=row.pk, on_date=row.on_date, name=row.name)


class ProposedHoliday(Schema):
    """A bank holiday; `is_substitute` where the day itself falls on a weekend."""

    on_date: date
    name: str
    is_substitute: bool


class HolidayProposalsOut(Schema):
    """Bank holidays of the next two years that are not kept yet. Nothing is closed by itself."""

    region: BankHolidayRegion
    days: list[ProposedHoliday]

    @classmethod
    def of(cls, found: Proposals) -> Self:
        days = [ProposedHoliday(on_date=day.on, name=day.name, is_substitute=day.is_substitute) for day in found.days]
        return cls(region=found.region, days=days)
