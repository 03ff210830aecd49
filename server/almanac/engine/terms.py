"""Terms of a subscription that follow upon each other, and what is usual for its visits: docs/algorithms/series.md, the end."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from typing import TypeVar

from almanac.engine import recurrence
from almanac.engine.recurrence import Recurrence

Seen = TypeVar("Seen", bound=Hashable)
LOOKED_AT = 3  # visits, for what is usual


@dataclass(frozen=True, slots=True)
class Term:
    """The dates of a term, by the rule; `booked_months` are those of all terms with it."""

    dates: tuple[date, ...]
    booked_months: int


def months_after(on: date, months: int) -> date:
    """The same day so many months later, or the last of a month that has none."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def next_term(rule: Recurrence, *, booked_months: int, months: int) -> Term:
    """The term of `months` after those booked, as if all were one. It has a date at least: where the rule has none in it, as one
    of every four months for a month at a time, it reaches as many terms on as it needs."""
    begins = months_after(rule.first_on, booked_months)
    while True:
        booked_months += months
        ends = months_after(rule.first_on, booked_months)
        dates = _dates(rule, ends)
        found = tuple(on for on in dates if on >= begins)
        if found:
            return Term(found, booked_months)


def notice_on(rule: Recurrence, *, booked_months: int, months: int, days: int) -> date:
    """The day the next term, or that there is none, is told of: so many days before the term's first date, but not before the
    middle of the running one, and at the latest on its last date: what comes seldom would be over before."""
    first = next_term(rule, booked_months=booked_months, months=months).dates[0]
    runs_from = months_after(rule.first_on, max(booked_months - months, 0))
    middle = runs_from + timedelta(days=(first - runs_from).days // 2)
    last = _dates(rule, months_after(rule.first_on, booked_months))[-1]
    return min(max(first - timedelta(days=days), middle), last)


def usual(visits: Sequence[Seen]) -> Seen:
    """What most of the last three are, of several that are as many the latest. `visits` by date, one at least."""
    last = visits[-LOOKED_AT:]
    counted = Counter(last)
    most = max(counted.values())
    return next(each for each in reversed(last) if counted[each] == most)


def _dates(rule: Recurrence, ends: date) -> list[date]:
    whole = replace(rule, until_on=ends)
    return list(takewhile(lambda on: on < ends, (each.on for each in recurrence.occurrences(whole))))
