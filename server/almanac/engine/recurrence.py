"""The dates of a series and their instants: weekly, monthly by date or by weekday, with local wall time kept."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from almanac.engine.errors import InvalidProblem
from almanac.engine.wallclock import DAY, EPOCH_ORDINAL, table_for, zone_info

MOST_OCCURRENCES = 1000
LAST = -1
LAST_YEAR = 2199


class Frequency(StrEnum):
    WEEKLY = "weekly"
    MONTHLY_BY_DATE = "monthly_by_date"
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday"


class Overflow(StrEnum):
    """What a monthly date does in a month that has no such day."""

    CLIP = "clip"  # the last day of the month
    SKIP = "skip"  # that month has none


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A repeating rule: from `first_on` at `minutes` after local midnight in `zone`, every `every` weeks or months.

    `weekdays` (weekly; Monday is 0) are the first date's own when empty. Monthly by date keeps the first date's day;
    monthly by weekday its weekday, as the `nth` of the month: 1-4, or -1 for the last; None takes it from the first
    date (a fifth one is the last). It ends by `until_on` (included) or `count`; `exceptions` are taken out after counting.
    """

    zone: str
    first_on: date
    minutes: int
    frequency: Frequency = Frequency.WEEKLY
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    overflow: Overflow = Overflow.CLIP
    until_on: date | None = None
    count: int | None = None
    exceptions: frozenset[date] = frozenset()


class Occurrence(NamedTuple):
    """One date of a series and the instant (epoch seconds) at which it starts."""

    on: date
    starts_at: int


def occurrences(rule: Recurrence) -> Iterator[Occurrence]:
    """The occurrences in order. Raises InvalidProblem for a rule that is absurd or has no end.

    A missing wall time is read with the offset before the gap, a repeated one is its first; a date that the zone
    skips is left out. Exceptions count towards `count` and are then left out (RFC 5545, 3.8.5.1).
    """
    _check(rule)
    ends = (on for on in _dates(rule) if _exists(rule.zone, on))
    for on in islice(ends, rule.count if rule.count is not None else MOST_OCCURRENCES):
        if rule.until_on is not None and on > rule.until_on:
            return
        if on not in rule.exceptions:
            yield Occurrence(on, starts_at(rule, on))


def starts_at(rule: Recurrence, on: date) -> int:
    """The instant of the rule's wall time on a date."""
    ordinal = on.toordinal()
    wall = (ordinal - EPOCH_ORDINAL) * DAY + rule.minutes * 60
    return table_for(rule.zone, ordinal, ordinal + 1).instant(wall)


def _exists(zone: str, on: date) -> bool:
    return table_for(zone, on.toordinal(), on.toordinal() + 1).exists(on.toordinal())


def _dates(rule: Recurrence) -> Iterator[date]:
    if rule.frequency is Frequency.WEEKLY:
        return _weekly(rule)
    return _monthly(rule)


def _weekly(rule: Recurrence) -> Iterator[date]:
    weekdays = sorted(set(rule.weekdays)) or [rule.first_on.weekday()]
    monday = rule.first_on - timedelta(days=rule.first_on.weekday())
    while monday.year <= LAST_YEAR:
        for weekday in weekdays:
            on = monday + timedelta(days=weekday)
            if on >= rule.first_on:
                yield on
        monday += timedelta(weeks=rule.every)


def _monthly(rule: Recurrence) -> Iterator[date]:
    months = rule.first_on.year * 12 + rule.first_on.month - 1
    while months // 12 <= LAST_YEAR:
        year, month = months // 12, months % 12 + 1
        on = (
            _by_date(rule, year, month)
            if rule.frequency is Frequency.MONTHLY_BY_DATE
            else _by_weekday(rule, year, month)
        )
        if on is not None and on >= rule.first_on:
            yield on
        months += rule.every


def _by_date(rule: Recurrence, year: int, month: int) -> date | None:
    days = monthrange(year, month)[1]
    if rule.first_on.day <= days:
        return date(year, month, rule.first_on.day)
    return date(year, month, days) if rule.overflow is Overflow.CLIP else None


def _by_weekday(rule: Recurrence, year: int, month: int) -> date:
    weekday = rule.weekdays[0] if rule.weekdays else rule.first_on.weekday()
    nth = rule.nth if rule.nth is not None else _nth_of(rule.first_on)
    first_weekday, days = monthrange(year, month)
    first = 1 + (weekday - first_weekday) % 7
    if nth == LAST:
        return date(year, month, first + (days - first) // 7 * 7)
    return date(year, month, first + (nth - 1) * 7)


def _nth_of(on: date) -> int:
    nth = (on.day - 1) // 7 + 1
    return nth if nth <= 4 else LAST


def _check(rule: Recurrence) -> None:
    zone_info(rule.zone)
    if not 0 <= rule.minutes < 1440:
        raise InvalidProblem("minutes", f"{rule.minutes} is not a time of day (0 to 1439)")
    if not 1 <= rule.every <= 60:
        raise InvalidProblem("every", f"{rule.every} is not within 1 to 60")
    if any(not 0 <= weekday <= 6 for weekday in rule.weekdays):
        raise InvalidProblem("weekdays", "a weekday is 0 (Monday) to 6 (Sunday)")
    if rule.frequency is Frequency.MONTHLY_BY_DATE and rule.weekdays:
        raise InvalidProblem("weekdays", "a rule by date has none")
    if rule.frequency is Frequency.MONTHLY_BY_WEEKDAY and len(rule.weekdays) > 1:
        raise InvalidProblem("weekdays", "a monthly rule has one weekday")
    if rule.nth is not None and rule.nth not in (1, 2, 3, 4, LAST):
        raise InvalidProblem("nth", f"{rule.nth} is not 1 to 4 or -1 (the last)")
    if rule.count is None and rule.until_on is None:
        raise InvalidProblem("count", "a rule needs a count or a last date")
    if rule.count is not None and not 1 <= rule.count <= MOST_OCCURRENCES:
        raise InvalidProblem("count", f"{rule.count} is not within 1 to {MOST_OCCURRENCES}")
    if rule.until_on is not None and rule.until_on < rule.first_on:
        raise InvalidProblem("until_on", "it ends before it begins")
