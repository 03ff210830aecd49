"""Reads of a business's holidays, and of the bank holidays that it might choose."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from almanac.business.policies import HolidayPolicy
from almanac.business.queries import policy
from almanac.engine.bankholidays import BankHoliday, BankHolidayRegion, bank_holidays
from almanac.scheduling.models import BusinessHoliday

YEARS_AHEAD = 2


class Proposals(NamedTuple):
    """Bank holidays ahead that are not kept yet, and by whose rules."""

    region: BankHolidayRegion
    days: list[BankHoliday]


def holidays(business_id: UUID, *, first_on: date) -> list[BusinessHoliday]:
    """The dates on which a business is closed, from one on."""
    return list(BusinessHoliday.objects.filter(business=business_id, on_date__gte=first_on).order_by("on_date"))


def proposals(business_id: UUID, *, today: date) -> Proposals:
    """The bank holidays of the next two years in the business's part of the country, those kept already left out."""
    region = policy(business_id, HolidayPolicy).region
    last = date(today.year + YEARS_AHEAD, today.month, min(today.day, 28))
    kept = set(
        BusinessHoliday.objects.filter(business=business_id, on_date__range=(today, last)).values_list(
            "on_date", flat=True
        )
    )
    days = [day for year in range(today.year, last.year + 1) for day in bank_holidays(year, region)]
    return Proposals(region, [day for day in days if today <= day.on <= last and day.on not in kept])
