"""What takes people's time, and where they travel: one statement whatever the number of people and days."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from operator import gt
from typing import Any
from uuid import UUID

from django.db import connection

from almanac.engine.problem import (
    NO_COLUMNS,
    Columns,
    Interval,
    Place,
    ServiceArea,
    Taken,
    TakenKind,
    TimedBlock,
    Transparency,
)
from almanac.scheduling.calendar_rows.asking import fetch
from almanac.scheduling.models import LONGEST_CLAIM

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
# looked at again. PostgreSQL sends the numbers as they are, 8 bytes each: writing and reading digits took longer than
# finding them.
_CLAIMED = {
    "sqlite": """
SELECT a.n, 0, (SELECT group_concat(c.blocked_from) || ';' || group_concat(c.blocked_until)
    FROM scheduling_claim c WHERE c.staff_id = a.id
      AND c.blocked_from > %(start)s - {longest} AND c.blocked_from < %(end)s AND c.blocked_until > %(start)s
      AND c.rowid NOT IN (SELECT o.rowid FROM scheduling_claim o WHERE o.expires_at <= %(now)s)), 0, 0
  FROM asked a
""",
    "postgresql": """
SELECT a.n, 0, (SELECT string_agg(int8send(c.blocked_from), ''::bytea)
      || string_agg(int8send(c.blocked_until), ''::bytea)
    FROM scheduling_claim c WHERE c.staff_id = a.id
      AND c.blocked_from > %(start)s - {longest} AND c.blocked_from < %(end)s AND c.blocked_until > %(start)s
      AND (c.expires_at IS NULL OR c.expires_at > %(now)s)), 0, 0
  FROM asked a
""",
}
_AWAY = """UNION ALL
SELECT a.n, CASE b.transparency WHEN 'tentative' THEN 2 ELSE 1 END, NULL, b.busy_from, b.busy_until
  FROM asked a JOIN scheduling_busyblock b ON b.staff_member_id = a.id
  WHERE b.busy_until > %(start)s AND b.busy_from < %(end)s AND b.transparency <> 'free'
UNION ALL
SELECT a.n, 3, NULL, t.off_from, t.off_until
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


class Busy:
    """What takes one person's time within the range, and where they travel, as it is read."""

    __slots__ = ("areas", "blocks", "claimed", "taken", "time_off")

    def __init__(self) -> None:
        self.claimed = NO_COLUMNS
        self.areas: list[ServiceArea] = []
        self.taken: list[Taken] = []
        self.blocks: list[TimedBlock] = []
        self.time_off: list[Interval] = []


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
    rows = fetch(_taken_sql(with_places, details), staff_ids, start=between.start, end=between.end, now=now)
    found = [Busy() for _ in staff_ids]
    if not details:
        _sort_plain(rows, found)
        return found
    free_seats = {claim_id.hex: seats for claim_id, seats in (ignoring or {}).items()}
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
    read = _numbers_of_bytes if connection.vendor == "postgresql" else _numbers_of_text
    for n, kind, claimed, start, end in fetch(sql, staff_ids, start=between.start, end=between.end, now=now):
        if kind:
            _sort_other((n, kind, start, end), found[n])
        elif claimed:
            found[n].claimed = _in_columns(*read(claimed))
    return found


def _numbers_of_text(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Two columns from `1,2;3,4`."""
    starts, _, ends = text.partition(";")
    return json.loads(f"[{starts}]"), json.loads(f"[{ends}]")  # twice as quick as int on each


def _numbers_of_bytes(column: bytes) -> tuple[Sequence[int], Sequence[int]]:
    """Two columns of equal length from their numbers of 8 bytes, the highest byte first."""
    numbers = struct.unpack(f">{len(column) // 8}q", column)
    half = len(numbers) // 2
    return numbers[:half], numbers[half:]


def _in_columns(lows: Sequence[int], highs: Sequence[int]) -> Columns:
    if any(map(gt, lows, islice(lows, 1, None))):
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


def _plain(text: str) -> str:
    """An id as SQLite stores it: 32 hexadecimal digits."""
    return text.replace("-", "")
