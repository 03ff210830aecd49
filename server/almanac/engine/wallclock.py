"""Local wall time to instants and back, by tables of each zone's offset changes: `zoneinfo` per call is too slow.

A missing wall time is read with the offset before the gap, a repeated one is its first: both fall out of putting the
boundary between two offsets at `change + max(before, after)` on the wall.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from almanac.engine.errors import InvalidProblem

DAY = 86_400
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class ZoneTable:
    """One zone's offsets over some years: `offsets[i]` holds from `changes[i - 1]`, on the wall from `walls[i - 1]`."""

    changes: tuple[int, ...]
    walls: tuple[int, ...]
    offsets: tuple[int, ...]

    def instant(self, wall: int) -> int:
        """The instant of a wall time given as seconds since 1970 as if it were UTC."""
        return wall - self.offsets[bisect_right(self.walls, wall)]

    def wall(self, instant: int) -> int:
        """What the clock shows at an instant, as seconds since 1970 as if it were UTC."""
        return instant + self.offsets[bisect_right(self.changes, instant)]

    def midnight(self, ordinal: int) -> int:
        """The instant at which a local date begins."""
        return self.instant((ordinal - EPOCH_ORDINAL) * DAY)

    def date_of(self, instant: int) -> int:
        """The local date of an instant, as proleptic ordinal."""
        return self.wall(instant) // DAY + EPOCH_ORDINAL

    def exists(self, ordinal: int) -> bool:
        """False for a date that the zone skips, as Apia did 30 December 2011."""
        return self.midnight(ordinal) < self.midnight(ordinal + 1)

    def steady(self, first: int, last: int) -> int | None:
        """The offset of all wall times of the dates `[first, last]`, or None when it changes within them."""
        low = bisect_right(self.walls, (first - EPOCH_ORDINAL) * DAY)
        high = bisect_right(self.walls, (last + 1 - EPOCH_ORDINAL) * DAY)
        return self.offsets[low] if low == high else None


@lru_cache(maxsize=1024)
def zone_info(zone: str) -> ZoneInfo:
    """The zone of an IANA name. Raises InvalidProblem for a name nobody knows."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise InvalidProblem("zone", f"{zone!r} is no known time zone") from unknown


def table_for(zone: str, first: int, last: int) -> ZoneTable:
    """The table that answers for the local dates `[first, last]` (ordinals) and a week on either side."""
    return _table(zone, date.fromordinal(first - 8).year, date.fromordinal(last + 8).year)


def table_between(zone: str, start: int, end: int) -> ZoneTable:
    """The table that answers for the instants `[start, end]` and some days on either side."""
    return table_for(zone, start // DAY + EPOCH_ORDINAL, end // DAY + EPOCH_ORDINAL)


@lru_cache(maxsize=2048)
def _table(zone: str, first_year: int, last_year: int) -> ZoneTable:
    found = [change for year in range(first_year, last_year + 1) for change in _changes(zone, year)]
    start = int(datetime(first_year, 1, 1, tzinfo=UTC).timestamp())
    offsets = (_offset(zone_info(zone), start), *(after for _, _, after in found))
    walls = tuple(change + max(before, after) for change, before, after in found)
    return ZoneTable(changes=tuple(change for change, _, _ in found), walls=walls, offsets=offsets)


@lru_cache(maxsize=8192)
def _changes(zone: str, year: int) -> tuple[tuple[int, int, int], ...]:
    """Each change of offset in a UTC year: (instant, offset before, offset after).

    Probed once a day, then halved down to the second; no zone has had two changes within one day.
    """
    info = zone_info(zone)
    at = int(datetime(year, 1, 1, tzinfo=UTC).timestamp())
    until = int(datetime(year + 1, 1, 1, tzinfo=UTC).timestamp())
    found: list[tuple[int, int, int]] = []
    before = _offset(info, at)
    while at < until:
        after = _offset(info, at + DAY)
        if after != before:
            found.append((_first_after(info, at, before), before, after))
        before = after
        at += DAY
    return tuple(found)


def _first_after(info: ZoneInfo, start: int, before: int) -> int:
    low, high = start, start + DAY  # `before` holds at low, no longer at high
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(info, middle) == before:
            low = middle
        else:
            high = middle
    return high


def _offset(info: ZoneInfo, instant: int) -> int:
    offset = datetime.fromtimestamp(instant, info).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
