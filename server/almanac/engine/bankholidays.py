"""The bank holidays of the United Kingdom by the rules that hold each year, with substitutes for those on a weekend.

Source: the Banking and Financial Dealings Act 1971 and the list on gov.uk/bank-holidays. Holidays proclaimed for one year
alone (a coronation, say) follow no rule; they are added by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

MONDAY, SATURDAY = 0, 5


class BankHolidayRegion(StrEnum):
    ENGLAND_AND_WALES = "england_and_wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class BankHoliday(NamedTuple):
    """A day off, with its name; `is_substitute` where the day itself falls on a weekend."""

    on: date
    name: str
    is_substitute: bool = False


EVERYWHERE = frozenset(BankHolidayRegion)
SCOTLAND = frozenset({BankHolidayRegion.SCOTLAND})
NORTHERN_IRELAND = frozenset({BankHolidayRegion.NORTHERN_IRELAND})


def bank_holidays(year: int, region: BankHolidayRegion) -> list[BankHoliday]:
    """The bank holidays of a year, by date.

    One that falls on a Saturday or Sunday is taken on the next weekday that is none itself: with Christmas on a Saturday,
    Monday and Tuesday are the substitutes of Christmas and Boxing Day.
    """
    wanted = sorted((on, name) for on, name, where in _days(year) if region in where)
    taken = {on for on, _ in wanted if on.weekday() < SATURDAY}
    found = []
    for on, name in wanted:
        day = on
        while day.weekday() >= SATURDAY or (day != on and day in taken):
            day += timedelta(days=1)
        taken.add(day)
        found.append(BankHoliday(day, name, day != on))
    return sorted(found)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _days(year: int) -> Iterator[tuple[date, str, frozenset[BankHolidayRegion]]]:
    sunday = easter(year)
    yield date(year, 1, 1), "New Year's Day", EVERYWHERE
    yield date(year, 1, 2), "2nd January", SCOTLAND
    yield date(year, 3, 17), "St Patrick's Day", NORTHERN_IRELAND
    yield sunday - timedelta(days=2), "Good Friday", EVERYWHERE
    yield sunday + timedelta(days=1), "Easter Monday", EVERYWHERE - SCOTLAND
    yield _first_monday(year, 5), "Early May bank holiday", EVERYWHERE
    yield _last_monday(year, 5), "Spring bank holiday", EVERYWHERE
    yield date(year, 7, 12), "Battle of the Boyne", NORTHERN_IRELAND
    yield _first_monday(year, 8), "Summer bank holiday", SCOTLAND
    yield _last_monday(year, 8), "Summer bank holiday", EVERYWHERE - SCOTLAND
    yield date(year, 11, 30), "St Andrew's Day", SCOTLAND
    yield date(year, 12, 25), "Christmas Day", EVERYWHERE
    yield date(year, 12, 26), "Boxing Day", EVERYWHERE


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)  # May and August
    return last - timedelta(days=last.weekday())
