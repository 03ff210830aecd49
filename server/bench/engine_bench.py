"""How fast the engine is on its own, without a database, beside a minute-by-minute reference that gives the same slots.

`python -m bench.engine_bench` prints medians and goals. The work: 30-minute service, 15-minute interval, Europe/London,
30 dates in which the clocks change. *warm* means that the same hours were expanded before; *new objects* that they come
as equal values read afresh, as in a second request; *cold* that every cache of the engine was emptied before each run.
"""

from __future__ import annotations

import pickle
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from almanac.engine import hours, wallclock
from almanac.engine.problem import (
    Ask,
    Interval,
    Problem,
    Rules,
    Segment,
    Slot,
    StaffCalendar,
    Taken,
    WallSpan,
    WeeklySpan,
)
from almanac.engine.proposals import Audience
from almanac.engine.reasons import explain_day
from almanac.engine.slots import first_free, open_slots, starts_by_staff
from almanac.engine.tests.reference import reference_starts

LONDON = ZoneInfo("Europe/London")
FIRST = date(2026, 3, 16)  # a Monday; the clocks change on the 29th
CACHES = (hours._remembered, hours.outline, hours.special_dates, hours.week_of, wallclock._table, wallclock._changes)
RUNS = 41


class Row(NamedTuple):
    """One measured line, milliseconds: the median, the reference's time (None: not asked), their ratio, the goal."""

    name: str
    median_ms: float
    reference_ms: float | None
    ratio: float | None
    goal_ms: float | None

    @property
    def is_met(self) -> bool:
        return self.goal_ms is None or self.median_ms <= self.goal_ms


def make_problem(people: int, dates: int, a_day: int, *, free_from: int = 0) -> Problem:
    """So many people with so many appointments each working day, and none of them free before a date."""
    chance = random.Random(people * 1000 + dates)
    calendars = tuple(_person(number, dates, a_day, free_from, chance) for number in range(people))
    window = Interval(_instant(FIRST, 0), _instant(FIRST + timedelta(days=dates), 0))
    ask = Ask((Segment("clean", 1800),))
    return Problem(calendars, ask, Rules(horizon_days=90), window, window.start - 86_400)


def _person(number: int, dates: int, a_day: int, free_from: int, chance: random.Random) -> StaffCalendar:
    begin = 540 + number % 8 * 5  # eight kinds of hours, so that one remembered expansion does not serve all
    taken: list[Taken] = []
    for day in range(dates):
        on = FIRST + timedelta(days=day)
        if on.weekday() < 5:
            halves = range(16) if day < free_from else sorted(chance.sample(range(16), a_day))
            for half in halves:
                start = _instant(on, begin + half * 30)
                taken.append(Taken(Interval(start, start + 1800), Interval(start, start + 1800)))
    week = tuple(WeeklySpan(day, WallSpan(begin, begin + 480)) for day in range(5))
    return StaffCalendar(f"staff-{number}", "Europe/London", hours=week, taken=tuple(taken))


def _instant(on: date, minutes: int) -> int:
    return int((datetime(on.year, on.month, on.day, tzinfo=LONDON) + timedelta(minutes=minutes)).timestamp())


def measure() -> list[Row]:
    """Every figure of the engine; each answer is compared with the reference's first."""
    rows = [
        *_starts("1 staff-day", make_problem(1, 1, 4), 0.1),
        *_starts("10 staff x 30 days, 880 appointments", make_problem(10, 30, 4), 1.5),
        *_starts("100 staff x 30 days, 17,600 appointments", make_problem(100, 30, 8), 10),
    ]
    soon, late = make_problem(1000, 30, 8), make_problem(1000, 30, 15, free_from=28)
    rows.append(_row("1,000 staff, first free (176,000 appointments)", lambda: first_free(soon), 40, _first(soon, 1)))
    near = replace(soon, calendars=tuple(_only_near(calendar, soon) for calendar in soon.calendars))
    rows.append(_row("1,000 staff, first free, two days loaded", lambda: first_free(near), 40))
    rows.append(_row("1,000 staff, first free, all full for four weeks", lambda: first_free(late), None))
    ten = make_problem(10, 30, 4)
    rows.append(_row("10 staff x 30 days as slots", lambda: open_slots(ten), None))
    chain = replace(ten, ask=Ask((Segment("clean", 1800), Segment("iron", 1800))))
    rows.append(_row("10 staff x 30 days, two services in a row", lambda: open_slots(chain), None))
    for audience in Audience:
        rows.append(_row(f"reasons of one staff-day, for {audience}", partial(_reasons, ten, audience), 20))
    return rows


def _starts(name: str, problem: Problem, goal: float) -> list[Row]:
    began = time.perf_counter()
    expected = reference_starts(problem)
    reference = (time.perf_counter() - began) * 1000
    if starts_by_staff(problem) != expected:
        raise SystemExit(f"{name}: the engine and the reference disagree")
    saved, fresh = pickle.dumps(problem), [problem]

    def read_again() -> None:  # one at a time: forty months of 100 people would not fit the processor's caches
        fresh[0] = pickle.loads(saved)  # noqa: S301 (our own)

    return [
        _row(f"{name}, warm", lambda: starts_by_staff(problem), goal, reference),
        _row(f"{name}, new objects", lambda: starts_by_staff(fresh[0]), goal, reference, before=read_again),
        _row(f"{name}, cold", lambda: starts_by_staff(problem), None, reference, before=_forget),
    ]


def _first(problem: Problem, dates: int) -> float:
    """The reference's time for the first free one, within the dates in which it is known to lie."""
    near = replace(problem, window=Interval(problem.window.start, problem.window.start + dates * 86_400))
    began = time.perf_counter()
    found = reference_starts(near)
    taken = (time.perf_counter() - began) * 1000
    start, _, staff_id = min((starts[0], n, who) for n, (who, starts) in enumerate(found.items()) if starts)
    if first_free(problem) != Slot(start, start + 1800, (staff_id,)):
        raise SystemExit("first free: the engine and the reference disagree")
    return taken


def _only_near(calendar: StaffCalendar, problem: Problem) -> StaffCalendar:
    end = problem.window.start + 2 * 86_400
    return replace(calendar, taken=tuple(taken for taken in calendar.taken if taken.core.start < end))


def _reasons(problem: Problem, audience: Audience) -> object:
    return explain_day(problem, "staff-3", FIRST + timedelta(days=1), audience=audience)


def _forget() -> None:
    for cache in CACHES:
        cache.cache_clear()


def _row(
    name: str,
    call: Callable[[], object],
    goal: float | None,
    reference: float | None = None,
    *,
    before: Callable[[], None] = lambda: None,
) -> Row:
    times = []
    for _ in range(RUNS):
        before()
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    median = statistics.median(times)
    return Row(name, median, reference, None if reference is None else reference / median, goal)


def main() -> int:
    """Print the figures; 1 when a goal was missed."""
    rows = measure()
    print(f"{'engine alone':<55}{'median':>11}{'goal':>9}{'reference':>13}{'ratio':>9}")
    for row in rows:
        goal = "" if row.goal_ms is None else f"{row.goal_ms:g} ms"
        reference = "" if row.reference_ms is None else f"{row.reference_ms:,.0f} ms"
        ratio = "" if row.ratio is None else f"{row.ratio:,.0f}"
        missed = "" if row.is_met else "  MISSED"
        print(f"{row.name:<55}{row.median_ms:>8.3f} ms{goal:>9}{reference:>13}{ratio:>9}{missed}")
    return 0 if all(row.is_met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
