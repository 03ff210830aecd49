"""Rows of some days: from the first to the last, both counted, on the clock of a zone."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from almanac.kit.errors import InvalidInput


def within(column: str, first_on: date | None, last_on: date | None, zone: ZoneInfo) -> Q:
    """Where an instant's `column` is of these days; an end that is None is open. Raises InvalidInput for days the wrong way
    round."""
    if first_on and last_on and last_on < first_on:
        raise InvalidInput(fields={"last_on": ["The last day comes before the first."]})
    found = Q()
    if first_on:
        found &= Q(**{f"{column}__gte": _midnight(first_on, zone)})
    if last_on:
        found &= Q(**{f"{column}__lt": _midnight(last_on + timedelta(days=1), zone)})
    return found


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone)
