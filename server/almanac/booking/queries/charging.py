"""When each visit of a subscription is due, where it is paid online: docs/algorithms/series.md, paying."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from almanac.business.policies import Charging

NEARLY = timedelta(hours=1)  # what would be charged so soon is paid with the order


def due_times(
    starts: Sequence[datetime], *, charging: str, hours_before: int, zone: str, now: datetime
) -> list[datetime | None]:
    """When each of these visits is charged, by their starts in the order of their dates; None: with the order. The first always
    is; by the month, that month's others too, and each later month is charged with its first visit."""
    if charging == Charging.IN_ADVANCE or not starts:
        return [None] * len(starts)
    keys = _keys(starts, charging, zone)
    due = _earliest(starts, keys, hours_before)
    return [None if key == keys[0] or at <= now + NEARLY else at for key, at in zip(keys, due, strict=True)]


def renewed_due_times(
    starts: Sequence[datetime], *, charging: str, hours_before: int, zone: str, now: datetime
) -> list[datetime | None]:
    """The same for a term that follows upon another: nothing is paid with its order. The first is charged before its visit
    too, and in advance all are then."""
    keys = _keys(starts, charging, zone)
    return [max(at, now) for at in _earliest(starts, keys, hours_before)]


def _keys(starts: Sequence[datetime], charging: str, zone: str) -> list[str]:
    """What is charged together has the same."""
    if charging == Charging.IN_ADVANCE:
        return [""] * len(starts)
    return [_month(at, zone) if charging == Charging.MONTHLY else at.isoformat() for at in starts]


def _earliest(starts: Sequence[datetime], keys: Sequence[str], hours_before: int) -> list[datetime]:
    """So long before the first of those charged together."""
    earliest: dict[str, datetime] = {}
    for key, at in zip(keys, starts, strict=True):
        earliest[key] = min(at, earliest.get(key, at))
    return [earliest[key] - timedelta(hours=hours_before) for key in keys]


def _month(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m}"
