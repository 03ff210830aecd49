"""Where each date of a series fits: docs/algorithms/series.md, promise 4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from almanac.engine import slots
from almanac.engine.problem import Ask, Interval, Problem, Slot, Taken
from almanac.engine.recurrence import Occurrence
from almanac.engine.runs import run_of
from almanac.engine.wallclock import DAY

REACH = 3 * DAY  # how far from its date a visit may be proposed


class Fit(StrEnum):
    """How a date came out."""

    KEPT = "kept"  # at the rule's time with the person wished for
    OTHER_PERSON = "other_person"  # at the rule's time
    OTHER_TIME = "other_time"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of a series with the slot found for it; None where nothing near fits."""

    wished: Occurrence
    fit: Fit
    slot: Slot | None


def fit_all(problem: Problem, wished: Iterable[Occurrence], *, staff_id: str) -> list[Dated]:
    """A slot for each date, of one service, as near to the rule as can be: by `staff_id`, else by the others of the problem.

    The problem's window must hold every date with three days around it. Each date is looked at on its own: what two dates
    of one series take of each other's time is left to the database, as dates a week apart and three days moved cannot meet.
    """
    return [fit_one(problem, date, staff_id=staff_id) for date in wished]


def fit_one(problem: Problem, wished: Occurrence, *, staff_id: str) -> Dated:
    """The slot for one date."""
    others = tuple(calendar.staff_id for calendar in problem.calendars if calendar.staff_id != staff_id)
    start = wished.starts_at
    if slot := slots.find(problem, start, (staff_id,)):
        return Dated(wished, Fit.KEPT, slot)
    near = _open_around(problem, start)
    same_day = [slot for slot in near if abs(slot.start - start) < DAY // 2]
    for choice in (_of(same_day, (staff_id,)), [s for s in _of(near, others) if s.start == start]):
        if slot := _nearest(choice, start):
            return Dated(wished, Fit.OTHER_PERSON if slot.start == start else Fit.OTHER_TIME, slot)
    for choice in (_of(near, (staff_id,)), _of(near, others)):
        if slot := _nearest(choice, start):
            return Dated(wished, Fit.OTHER_TIME, slot)
    return Dated(wished, Fit.NOTHING, None)


def with_visit(problem: Problem, slot: Slot, ask: Ask) -> Problem:
    """The same question once what was asked for by `ask` stands at this slot. A session in a group is joined and takes nobody's
    time anew."""
    if ask.segments[0].capacity > 1:
        return problem
    claim = run_of(ask.segments, slot.staff_ids[0]).claim(slot.start)
    taken = Taken(core=Interval(slot.start, slot.end), blocked=claim, place=ask.place)
    calendars = (
        replace(each, taken=(*each.taken, taken)) if each.staff_id == slot.staff_ids[0] else each
        for each in problem.calendars
    )
    return replace(problem, calendars=tuple(calendars))


def choices(problem: Problem, wished: Occurrence, *, staff_id: str, most: int = 6) -> list[Slot]:
    """Other slots near a date for a person to choose from, nearest first, of several people at one time the wished one alone."""
    found: dict[int, Slot] = {}
    for slot in _open_around(problem, wished.starts_at):
        if slot.start not in found or slot.staff_ids == (staff_id,):
            found[slot.start] = slot
    return sorted(found.values(), key=lambda slot: (abs(slot.start - wished.starts_at), slot.start))[:most]


def _open_around(problem: Problem, start: int) -> list[Slot]:
    low, high = max(start - REACH, problem.window.start), min(start + REACH + 1, problem.window.end)
    return slots.open_slots(replace(problem, window=Interval(low, high))) if low < high else []


def _of(found: Sequence[Slot], staff_ids: Sequence[str]) -> list[Slot]:
    return [slot for slot in found if slot.staff_ids[0] in staff_ids]


def _nearest(found: Sequence[Slot], start: int) -> Slot | None:
    return min(found, key=lambda slot: (abs(slot.start - start), slot.start), default=None)
