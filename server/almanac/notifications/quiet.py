"""When a telephone may ring: not in the night of whoever it belongs to."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def not_in_the_night(
    at: datetime, zone: str, *, quiet_from: int, quiet_until: int, before: datetime | None = None
) -> datetime:
    """The first instant from `at` on outside the quiet hours of a zone, `quiet_from` to `quiet_until` o'clock; none where these
    are equal.

    What is ahead and would be over by then, at the instant `before`, goes at once; what is over already can wait. The hour that
    is skipped or doubled when clocks change is taken as the zone says it (PEP 495).
    """
    local = at.astimezone(ZoneInfo(zone))
    hour = local.hour
    is_over_midnight = quiet_from > quiet_until
    is_quiet = (hour >= quiet_from or hour < quiet_until) if is_over_midnight else quiet_from <= hour < quiet_until
    if not is_quiet:
        return at
    day = local.date() + timedelta(days=1 if is_over_midnight and hour >= quiet_from else 0)
    morning = datetime(day.year, day.month, day.day, quiet_until, tzinfo=ZoneInfo(zone)).astimezone(at.tzinfo)
    return at if before is not None and at < before <= morning else morning
