"""The reads behind every availability question: raw SQL, two statements whatever the number of people and days.

Bigint and short text columns alone, in the order the people were asked for (`n`, from 0), so that no row costs more
than it must: the ORM's objects and timestamps would take longer than finding the slots. The week of one person is
gathered into one text, which is parsed once per distinct text and not once per person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from almanac.engine.problem import (
    NO_COLUMNS,
    AllDayBlock,
    Columns,
    Interval,
    Override,
    Place,
    ServiceArea,
    Taken,
    TakenKind,
    TimedBlock,
    Transparency,
    WallSpan,
    WeeklySpan,
)
from almanac.scheduling.models import LONGEST_CLAIM

ServiceHours = tuple[tuple[str, tuple[WeeklySpan, ...]], ...]
_ASKED = {
    "postgresql": "WITH asked(n, id) AS (SELECT nr::int - 1, id FROM unnest(%(ids)s::uuid[]) WITH ORDINALITY AS t(id, nr)) ",
    "sqlite": "WITH asked(n, id) AS (SELECT key, value FROM json_each(%(ids)s)) ",
}
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
_TAKEN = """
SELECT a.n, 0, c.blocked_from, c.blocked_until, c.core_from, c.core_until, c.expires_at {of_claim}
  FROM asked a JOIN scheduling_claim c ON c.staff_id = a.id
  WHERE c.blocked_from > %(start)s - {longest} AND c.blocked_from < %(end)s AND c.blocked_until > %(start)s
    AND (c.expires_at IS NULL OR c.expires_at > %(now)s)
UNION ALL
SELECT a.n, CASE b.transparency WHEN 'tentative' THEN 2 ELSE 1 END, b.busy_from, b.busy_until, 0, 0, NULL {of_others}
  FROM asked a JOIN scheduling_busyblock b ON b.staff_member_id = a.id
  WHERE b.busy_until > %(start)s AND b.busy_from < %(end)s AND b.transparency <> 'free'
UNION ALL
SELECT a.n, 3, t.off_from, t.off_until, 0, 0, NULL {of_others}
  FROM asked a JOIN scheduling_timeoff t ON t.staff_member_id = a.id
  WHERE t.off_until > %(start)s AND t.off_from < %(end)s AND t.state = 'granted'
"""
# SQLite reads the index alone: holds that are over, always a few, are left out by their row and not by their column. No
# order is asked for, which would cost PostgreSQL a sort for each person; both columns come in the same one, and it is
# looked at again.
_CLAIMED = {
    "sqlite": """
SELECT a.n, 0, (SELECT group_concat(c.blocked_from) || ';' || group_concat(c.blocked_until)
    FROM scheduling_claim c WHERE c.staff_id = a.id
      AND c.blocked_from > %(start)s - {longest} AND c.blocked_from < %(end)s AND c.blocked_until > %(start)s
      AND c.rowid NOT IN (SELECT o.rowid FROM scheduling_claim o WHERE o.expires_at <= %(now)s)), 0
  FROM asked a
""",
    "postgresql": """
SELECT a.n, 0, (SELECT string_agg(c.blocked_from::text, ',')
      || ';' || string_agg(c.blocked_until::text, ',')
    FROM scheduling_claim c WHERE c.staff_id = a.id
      AND c.blocked_from > %(start)s - {longest} AND c.blocked_from < %(end)s AND c.blocked_until > %(start)s
      AND (c.expires_at IS NULL OR c.expires_at > %(now)s)), 0
  FROM asked a
""",
}
_AWAY = """UNION ALL
SELECT a.n, CASE b.transparency WHEN 'tentative' THEN 2 ELSE 1 END, CAST(b.busy_from AS text), b.busy_until
  FROM asked a JOIN scheduling_busyblock b ON b.staff_member_id = a.id
  WHERE b.busy_until > %(start)s AND b.busy_from < %(end)s AND b.transparency <> 'free'
UNION ALL
SELECT a.n, 3, CAST(t.off_from AS text), t.off_until
  FROM asked a JOIN scheduling_timeoff t ON t.staff_member_id = a.id
  WHERE t.off_until > %(start)s AND t.off_from < %(end)s AND t.state = 'granted'
"""
_AREAS = """UNION ALL
SELECT a.n, 4, r.radius_m, 0, 0, 0, NULL, r.latitude, r.longitude {of_areas}
  FROM asked a JOIN places_area r ON r.staff_member_id = a.id
"""
_PLACES, _NO_PLACES = ", c.latitude, c.longitude", ", NULL, NULL"
# Seats of holds that are over still count in the column until they are purged, but no longer stand in the way.
_DETAILS = """, CAST(c.service_id AS text), c.capacity, CAST(c.id AS text),
  c.seats_taken - CASE WHEN c.capacity = 1 THEN 0 ELSE
    (SELECT COALESCE(SUM(k.seats), 0) FROM scheduling_heldseats k JOIN scheduling_hold h ON h.id = k.hold_id
      WHERE k.claim_id = c.id AND h.expires_at <= %(now)s) END"""
_NO_DETAILS = ", NULL, 1, NULL, 1"


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


class Busy:
    """What takes one person's time within the range, and where they travel, as it is read."""

    __slots__ = ("areas", "blocks", "claimed", "taken", "time_off")

    def __init__(self) -> None:
        self.claimed = NO_COLUMNS
        self.areas: list[ServiceArea] = []
        self.taken: list[Taken] = []
        self.blocks: list[TimedBlock] = []
        self.time_off: list[Interval] = []


def patterns(
    staff_ids: Sequence[str], *, business_id: UUID, first_on: date, last_on: date
) -> tuple[dict[int, Pattern], frozenset[date]]:
    """The patterns of these people by their place in the list (unknown ones missing), and the business's holidays.

    Overrides, all-day events and holidays are those of `first_on` to `last_on`. One SQL query.
    """
    sql = _PATTERNS.format(week=_GATHER[connection.vendor].format(_WEEK[connection.vendor]))
    rows = _fetch(
        sql, staff_ids, first_on=first_on.isoformat(), last_on=last_on.isoformat(), business=_key(business_id)
    )
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


def busy(
    staff_ids: Sequence[str],
    *,
    between: Interval,
    now: int,
    with_places: bool,
    with_details: bool,
    ignoring: Mapping[UUID, int] | None = None,
) -> list[Busy]:
    """What takes these people's time within the range, in the order of the list. Holds that are over are left out.

    The areas of each person and where each visit is are read only `with_places`; services, seats and references only
    `with_details`. `ignoring` names claims and how many of their seats to take as free (a hold or a visit that is about
    to be given another time). One SQL query.
    """
    details = with_details or bool(ignoring)
    rows = _fetch(_taken_sql(with_places, details), staff_ids, start=between.start, end=between.end, now=now)
    found = [Busy() for _ in staff_ids]
    if not details:
        _sort_plain(rows, found)
        return found
    free_seats = {_key(claim_id): seats for claim_id, seats in (ignoring or {}).items()}
    for row in rows:
        if row[1] == 0:
            taken = _taken(row, free_seats)
            if taken is not None:
                found[row[0]].taken.append(taken)
        else:
            _sort_other(row, found[row[0]])
    return found


def busy_times(staff_ids: Sequence[str], *, between: Interval, now: int) -> list[Busy]:
    """As `busy`, of claims nothing but the blocked times, a person's gathered into one row: for long ranges and many
    people, where neither the place nor the number of visits counts. One SQL query.
    """
    sql = _CLAIMED[connection.vendor].format(longest=LONGEST_CLAIM) + _AWAY
    found = [Busy() for _ in staff_ids]
    for n, kind, text, end in _fetch(sql, staff_ids, start=between.start, end=between.end, now=now):
        if kind:
            _sort_other((n, kind, int(text), end), found[n])
        elif text:
            found[n].claimed = _in_columns(text)
    return found


def _in_columns(text: str) -> Columns:
    starts, _, ends = text.partition(";")
    lows, highs = json.loads(f"[{starts}]"), json.loads(f"[{ends}]")  # twice as quick as int on each
    if lows != sorted(lows):
        lows, highs = zip(*sorted(zip(lows, highs, strict=True)), strict=True)
    return Columns(tuple(lows), tuple(highs))


@cache
def _taken_sql(with_places: bool, details: bool) -> str:
    """The statement of `busy` with no more columns than are asked for; details come with places."""
    places = with_places or details
    more, no_more = (_DETAILS, _NO_DETAILS) if details else ("", "")
    of_claim, of_others = (_PLACES + more, _NO_PLACES + no_more) if places else ("", "")
    sql = _TAKEN.format(longest=LONGEST_CLAIM, of_claim=of_claim, of_others=of_others)
    return sql + _AREAS.format(of_areas=no_more) if with_places else sql


def _sort_plain(rows: list[tuple[Any, ...]], found: list[Busy]) -> None:
    """The hot path: tens of thousands of claims of which only the times, and perhaps the places, matter."""
    make, hold, appointment = tuple.__new__, TakenKind.HOLD, TakenKind.APPOINTMENT
    for row in rows:
        n, kind, start, end, core_start, core_end, expires_at, *place = row
        if kind:
            _sort_other(row, found[n])
            continue
        core, blocked = make(Interval, (core_start, core_end)), make(Interval, (start, end))
        what = appointment if expires_at is None else hold
        where = Place(*place) if place and place[0] is not None else None
        found[n].taken.append(make(Taken, (core, blocked, what, expires_at, where, "", 1, 1, "")))


def _sort_other(row: tuple[Any, ...], into: Busy) -> None:
    kind, start, end = row[1:4]
    if kind == 4:
        into.areas.append(ServiceArea(centre=Place(row[7], row[8]), radius_m=start))
    elif kind == 3:
        into.time_off.append(Interval(start, end))
    else:
        into.blocks.append(TimedBlock(start, end, Transparency.TENTATIVE if kind == 2 else Transparency.BUSY))


def _taken(row: tuple[Any, ...], free_seats: Mapping[str, int]) -> Taken | None:
    """A claim with its details; None when all its seats are to be taken as free."""
    _, _, start, end, core_start, core_end, expires_at, latitude, longitude, service, capacity, claim, seats = row
    left = seats - free_seats.get(_plain(claim), 0)
    if left <= 0:
        return None
    return Taken(
        core=Interval(core_start, core_end),
        blocked=Interval(start, end),
        kind=TakenKind.APPOINTMENT if expires_at is None else TakenKind.HOLD,
        expires_at=expires_at,
        place=None if latitude is None else Place(latitude, longitude),
        service_id=str(UUID(service)),
        seats_taken=left,
        capacity=capacity,
        reference=str(UUID(claim)),
    )


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


def _fetch(sql: str, staff_ids: Sequence[str], **parameters: int | str) -> list[tuple[Any, ...]]:
    on_sqlite = connection.vendor == "sqlite"
    ids = json.dumps(list(staff_ids)).replace("-", "") if on_sqlite else list(staff_ids)
    with connection.cursor() as cursor:
        cursor.execute(_ASKED[connection.vendor] + sql, {"ids": ids, **parameters})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _plain(text: str) -> str:
    """An id as SQLite stores it: 32 hexadecimal digits."""
    return text.replace("-", "")


def _key(value: UUID) -> str:
    return value.hex
