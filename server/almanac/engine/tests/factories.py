"""Short ways to write problems in tests: wall times of Europe/London unless said, an hour's service every quarter."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from almanac.engine.problem import (
    Ask,
    Interval,
    Override,
    Problem,
    Rules,
    Segment,
    StaffCalendar,
    Taken,
    WallSpan,
    WeeklySpan,
)

LONDON = "Europe/London"
TUESDAY = date(2026, 6, 9)


def at(text: str, zone: str = LONDON) -> int:
    """The instant of `2026-06-09 10:00` (first one, when it happens twice)."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


def on(text: str, day: str = "2026-06-09", zone: str = LONDON) -> int:
    """The instant of `10:00` on the Tuesday of most tests."""
    return at(f"{day} {text}", zone)


def between(start: str, end: str, day: str = "2026-06-09") -> Interval:
    return Interval(on(start, day), on(end, day))


def wall(text: str) -> WallSpan:
    """`09:00-17:00`."""
    start, end = (int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))
    return WallSpan(start, end)


def daily(*spans: str) -> tuple[WeeklySpan, ...]:
    """The same spans every day."""
    return tuple(WeeklySpan(day, wall(span)) for day in range(7) for span in spans)


def weekday(day: int, *spans: str) -> tuple[WeeklySpan, ...]:
    return tuple(WeeklySpan(day, wall(span)) for span in spans)


def override(day: str, *spans: str) -> Override:
    return Override(date.fromisoformat(day), tuple(map(wall, spans)))


def person(staff_id: str = "ana", *spans: str, **fields: Any) -> StaffCalendar:
    """Somebody who works these spans every day, 09:00-17:00 when none are given."""
    fields.setdefault("hours", daily(*(spans or ("09:00-17:00",))))
    fields.setdefault("zone", LONDON)
    return StaffCalendar(staff_id, **fields)


def service(minutes: int = 60, service_id: str = "wash", before: int = 0, after: int = 0, **fields: Any) -> Segment:
    """A service by minutes, buffers included."""
    return Segment(service_id, minutes * 60, before * 60, after * 60, **fields)


def taken(start: str, end: str, before: int = 0, after: int = 0, day: str = "2026-06-09", **fields: Any) -> Taken:
    """An appointment with buffers in minutes."""
    core = between(start, end, day)
    return Taken(core, Interval(core.start - before * 60, core.end + after * 60), **fields)


def problem(
    *people: StaffCalendar,
    ask: tuple[Segment, ...] = (),
    day: str = "2026-06-09",
    days: int = 1,
    now: str = "2026-01-01 08:00",
    interval: int = 15,
    zone: str = LONDON,
    **fields: Any,
) -> Problem:
    """A question about one whole day; `rules` and the rest of `ask` by name."""
    start = at(f"{day} 00:00", zone)
    first = date.fromisoformat(day)
    end = at(f"{date.fromordinal(first.toordinal() + days)} 00:00", zone)
    asked = {name: fields.pop(name) for name in ("place", "seats") if name in fields}
    fields.setdefault("horizon_days", 3000)
    rules = Rules(slot_interval=interval * 60, **fields)
    wanted = Ask(ask or (service(),), **asked)
    return Problem(people or (person(),), wanted, rules, Interval(start, end), at(now, zone))


def times(starts: list[int], zone: str = LONDON) -> list[str]:
    """Starts as the clock shows them."""
    return [datetime.fromtimestamp(start, ZoneInfo(zone)).strftime("%H:%M") for start in starts]
