"""Instants and dates that callers may name: far-off ones are typing errors, and calendars cannot be reckoned with them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

FIRST_YEAR, LAST_YEAR = 1970, 2198  # the engine reckons up to 2200, and looks a little past what is asked


def _near_enough(moment: datetime) -> datetime:
    if not datetime(FIRST_YEAR, 1, 1, tzinfo=UTC) <= moment < datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC):
        raise ValueError(f"Choose a time between {FIRST_YEAR} and {LAST_YEAR}.")
    return moment


def _near_enough_day(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"Choose a date between {FIRST_YEAR} and {LAST_YEAR}.")
    return day


Instant = Annotated[AwareDatetime, AfterValidator(_near_enough)]  # ISO 8601 with an offset
Day = Annotated[date, AfterValidator(_near_enough_day)]
