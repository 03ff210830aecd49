"""When an ask can be booked: the engine's front door. The rules are written out in docs/algorithms/slots.md.

Every function is pure and makes the quick check of the question (raises InvalidProblem); problems that come from
outside go through `check_problem` first.
"""

from __future__ import annotations

from dataclasses import replace

from almanac.engine.chains import Part, best_assignments, claims_apart, run_fits
from almanac.engine.checks import check_problem, check_question
from almanac.engine.intervals import Span
from almanac.engine.problem import Interval, Problem, Slot, StaffCalendar
from almanac.engine.runs import run_of
from almanac.engine.starts import start_bounds, starts_of
from almanac.engine.wallclock import DAY

__all__ = ["check_problem", "find", "first_free", "open_slots", "open_starts", "starts_by_staff"]


def open_starts(calendar: StaffCalendar, problem: Problem) -> list[int]:
    """Every start in the window at which this person could do the whole ask, ascending, in epoch seconds."""
    check_question(problem)
    return _starts(calendar, problem, start_bounds(calendar, problem))


def starts_by_staff(problem: Problem) -> dict[str, list[int]]:
    """`open_starts` of each calendar by staff id: the compact form, for months and many people."""
    check_question(problem)
    return {
        calendar.staff_id: _starts(calendar, problem, start_bounds(calendar, problem)) for calendar in problem.calendars
    }


def open_slots(problem: Problem) -> list[Slot]:
    """Every slot in the window, by start and then as the calendars are listed.

    One service: a slot for each start and person. Several: for each start the best assignment, which is the one with
    the fewest changes of person, then the one whose people are listed first.
    """
    check_question(problem)
    if len(problem.ask.segments) > 1:
        return best_assignments(problem)
    slots: list[Slot] = []
    for calendar in problem.calendars:
        length = run_of(problem.ask.segments, calendar.staff_id).duration
        staff_ids = (calendar.staff_id,)
        starts = _starts(calendar, problem, start_bounds(calendar, problem))
        slots += [Slot(start, start + length, staff_ids) for start in starts]
    slots.sort(key=lambda slot: slot.start)
    return slots


def first_free(problem: Problem) -> Slot | None:
    """The earliest slot of the window, of the person listed first among equals; None when there is none.

    Asks nobody about times later than the best found, and of each for no more than the first.
    """
    check_question(problem)
    if len(problem.ask.segments) > 1:
        return _first_of_several(problem)
    best: Slot | None = None
    for calendar in problem.calendars:
        low, high = start_bounds(calendar, problem)
        if best is not None and best.start < high:
            high = best.start
        if low < high:
            run = run_of(problem.ask.segments, calendar.staff_id)
            starts = starts_of(calendar, run, problem, (low, high), first_only=True)
            if starts:
                best = Slot(starts[0], starts[0] + run.duration, (calendar.staff_id,))
    return best


def find(problem: Problem, start: int, staff_ids: tuple[str, ...]) -> Slot | None:
    """The slot at exactly this start with exactly these people, one for each service; None when it is not open.

    The check made under the lock: it looks at this one instant and only at the calendars named.
    """
    check_question(problem)
    segments = problem.ask.segments
    if len(staff_ids) != len(segments) or (problem.ask.same_person and len(set(staff_ids)) > 1):
        return None
    calendars = {calendar.staff_id: calendar for calendar in problem.calendars}
    parts: list[Part] = []
    at, first = start, 0
    while first < len(segments):
        last = first
        while last + 1 < len(segments) and staff_ids[last + 1] == staff_ids[first]:
            last += 1
        calendar = calendars.get(staff_ids[first])
        if calendar is None:
            return None
        run = run_of(segments[first : last + 1], calendar.staff_id)
        if not run_fits(calendar, run, problem, at, first=first == 0):
            return None
        parts.append((calendar, run, at))
        at, first = at + run.duration, last + 1
    return Slot(start, at, tuple(staff_ids)) if claims_apart(parts, problem) else None


def _starts(calendar: StaffCalendar, problem: Problem, bounds: Span) -> list[int]:
    low, high = bounds
    if low >= high:
        return []
    return starts_of(calendar, run_of(problem.ask.segments, calendar.staff_id), problem, bounds)


def _first_of_several(problem: Problem) -> Slot | None:
    at, step = problem.window.start, DAY
    while at < problem.window.end:
        until = min(at + step, problem.window.end)
        slots = best_assignments(replace(problem, window=Interval(at, until)))
        if slots:
            return slots[0]
        at, step = until, step * 2
    return None
