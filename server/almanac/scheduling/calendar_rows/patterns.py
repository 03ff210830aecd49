"""What repeats or is known by date about people: one statement whatever the number of people and days.

The week of one person is gathered into one text, which is parsed once per distinct text and not once per person.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from almanac.engine.problem import AllDayBlock, Override, Transparency, WallSpan, WeeklySpan
from almanac.scheduling.calendar_rows.asking import fetch

ServiceHours = tuple[tuple[str, tuple[WeeklySpan, ...]], ...]
_GATHER = {"postgresql": "string_agg({}, ',')", "sqlite": "group_concat({}, ',')"}
_PATTERNS = """
SELECT 0, a.n, s.zone,
  (SELECT {week} FROM scheduling_workinghours w WHERE w.staff_member_id = a.id), ''
  FROM asked a JOIN people_staffmember s ON s.id = a.id
UNION ALL
SELECT 1, a.n, CAST(o.on_date AS text), CAST(o.spans AS text), ''
  FROM asked a JOIN scheduling_dateoverride o ON o.staff_member_id = a.id
  WHERE o.on_date BETWEEN %(first_on)s AND %(last_on)s
UNION ALL
SELECT 2, a.n, CAST(b.first_on AS text), CAST(b.until_on AS text), b.transparency || ' ' || b.zone
  FROM asked a JOIN scheduling_busyblock b ON b.staff_member_id = a.id
  WHERE b.first_on <= %(last_on)s AND b.until_on >= %(first_on)s AND b.transparency <> 'free'
UNION ALL
SELECT 3, 0, CAST(h.on_date AS text), '', ''
  FROM scheduling_businessholiday h
  WHERE h.business_id = %(business)s AND h.on_date BETWEEN %(first_on)s AND %(last_on)s
"""
# A span as one number, for texts put together from parts take most of the statement's time; behind it, where the span
# holds for one service only, that service.
_SPAN = "((w.weekday * 2 + CASE w.kind WHEN 'break' THEN 1 ELSE 0 END) * 1440 + w.start_minute) * 4096 + w.end_minute"
_WEEK = {
    "postgresql": f"({_SPAN})::text || COALESCE(':' || w.service_id::text, '')",
    "sqlite": f"CASE WHEN w.service_id IS NULL THEN {_SPAN} ELSE ({_SPAN}) || ':' || w.service_id END",
}


class Week(NamedTuple):
    """The weekly pattern of one person."""

    hours: tuple[WeeklySpan, ...] = ()
    breaks: tuple[WeeklySpan, ...] = ()
    service_hours: ServiceHours = ()


class Pattern:
    """What repeats or is known by date about one person, as it is read."""

    __slots__ = ("all_day", "overrides", "week", "zone")

    def __init__(self, zone: str, week: Week) -> None:
        self.zone = zone
        self.week = week
        self.overrides: list[Override] = []
        self.all_day: list[AllDayBlock] = []


def patterns(
    staff_ids: Sequence[str], *, business_id: UUID, first_on: date, last_on: date
) -> tuple[dict[int, Pattern], frozenset[date]]:
    """The patterns of these people by their place in the list (unknown ones missing), and the business's holidays.

    Overrides, all-day events and holidays are those of `first_on` to `last_on`. One SQL query.
    """
    sql = _PATTERNS.format(week=_GATHER[connection.vendor].format(_WEEK[connection.vendor]))
    rows = fetch(sql, staff_ids, first_on=first_on.isoformat(), last_on=last_on.isoformat(), business=business_id.hex)
    found = {n: Pattern(zone, parse_week(week or "")) for kind, n, zone, week, _ in rows if kind == 0}
    holidays: set[date] = set()
    for kind, n, first, second, third in rows:
        if kind == 1 and n in found:
            found[n].overrides.append(Override(date.fromisoformat(first), parse_spans(second)))
        elif kind == 2 and n in found:
            found[n].all_day.append(_all_day(first, second, third))
        elif kind == 3:
            holidays.add(date.fromisoformat(first))
    return found, frozenset(holidays)


@lru_cache(maxsize=4096)
def parse_week(text: str) -> Week:
    """A week from its gathered text; pure, so equal weeks of many people are read once."""
    work: list[WeeklySpan] = []
    breaks: list[WeeklySpan] = []
    own: dict[str, list[WeeklySpan]] = {}
    for part in filter(None, text.split(",")):
        number, _, service = part.partition(":")
        day_and_start, end = divmod(int(number), 4096)
        day_and_kind, start = divmod(day_and_start, 1440)
        weekday, is_break = divmod(day_and_kind, 2)
        span = WeeklySpan(weekday, WallSpan(start, end))
        if service:
            own.setdefault(str(UUID(service)), []).append(span)
        else:
            (breaks if is_break else work).append(span)
    return Week(
        _in_order(work), _in_order(breaks), tuple((service, _in_order(spans)) for service, spans in sorted(own.items()))
    )


@lru_cache(maxsize=4096)
def parse_spans(text: str) -> tuple[WallSpan, ...]:
    """The spans of a date override from the stored JSON."""
    return tuple(sorted(WallSpan(start, end) for start, end in json.loads(text)))


def _in_order(spans: list[WeeklySpan]) -> tuple[WeeklySpan, ...]:
    return tuple(sorted(spans, key=lambda weekly: (weekly.weekday, weekly.span)))


def _all_day(first: str, until: str, kind_and_zone: str) -> AllDayBlock:
    kind, _, zone = kind_and_zone.partition(" ")
    return AllDayBlock(date.fromisoformat(first), date.fromisoformat(until), zone, Transparency(kind))
