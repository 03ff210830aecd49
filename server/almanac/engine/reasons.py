"""Why not? The reasons against a start and the smallest change that opens it: the engine's second front door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from almanac.engine.changes import Change, ChangeKind
from almanac.engine.checks import check_question
from almanac.engine.errors import InvalidProblem
from almanac.engine.facts import Reason, View
from almanac.engine.problem import Problem, Slot, StaffCalendar
from almanac.engine.proposals import ALL_KINDS, Audience, Proposals


@dataclass(frozen=True, slots=True)
class Refusal:
    """A start that is not open: all reasons, and the smallest change that opens it (None: nothing allowed does)."""

    start: int
    staff_id: str
    reasons: tuple[Reason, ...]
    smallest_change: Change | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One start of a day: the slot, or the refusal; exactly one of them."""

    start: int
    slot: Slot | None
    refusal: Refusal | None


def explain(
    problem: Problem,
    start: int,
    staff_id: str,
    *,
    audience: Audience = Audience.STAFF,
    allowed: frozenset[ChangeKind] = ALL_KINDS,
) -> Refusal | None:
    """Why this person cannot do the whole ask at this start; None exactly when `find` gives the slot.

    Raises InvalidProblem, also for a person who is not among the calendars.
    """
    check_question(problem)
    view = View(_calendar(problem, staff_id), problem)
    return _refusal(view, start, Proposals(problem, audience=audience, allowed=allowed))


def explain_day(
    problem: Problem,
    staff_id: str,
    on: date,
    *,
    audience: Audience = Audience.STAFF,
    allowed: frozenset[ChangeKind] = ALL_KINDS,
) -> list[Verdict]:
    """Every start of one local date that lies in the window, open or refused, for a "why not?" screen.

    Within hours these are the starts of the grid, outside them each slot interval from midnight; sessions are added.
    """
    check_question(problem)
    view = View(_calendar(problem, staff_id), problem)
    proposals = Proposals(problem, audience=audience, allowed=allowed)
    verdicts: list[Verdict] = []
    for start in _starts_to_explain(view, on):
        refusal = _refusal(view, start, proposals)
        slot = None if refusal else Slot(start, start + view.run.duration, (staff_id,) * len(view.run.segments))
        verdicts.append(Verdict(start, slot, refusal))
    return verdicts


def _starts_to_explain(view: View, on: date) -> list[int]:
    """Grid starts within hours, interval steps outside them, standing sessions; all on the date and in the window."""
    step, ordinal = view.problem.rules.slot_interval, on.toordinal()
    window = view.problem.window
    begin, end = view.table.midnight(ordinal), view.table.midnight(ordinal + 1)
    begin, end = max(begin, window.start), min(end, window.end)
    found = {taken.core.start for taken in view.taken if taken.capacity > 1}
    midnight = view.table.midnight(ordinal)
    found.update(at for at in range(midnight, end, step) if view.anchor(at) is None)
    for low, high in view.shapes[0][0]:
        if low < end and high > begin:
            at = max(low, begin)
            anchor = view.anchor(at) or low
            found.update(range(at + (anchor - at) % step, min(high, end), step))
    return sorted(start for start in found if begin <= start < end)


def _refusal(view: View, start: int, proposals: Proposals) -> Refusal | None:
    reasons = view.reasons(start)
    if not reasons:
        return None
    change = proposals.smallest(view, start, reasons)
    return Refusal(start, view.calendar.staff_id, tuple(reasons), change)


def _calendar(problem: Problem, staff_id: str) -> StaffCalendar:
    for calendar in problem.calendars:
        if calendar.staff_id == staff_id:
            return calendar
    raise InvalidProblem("staff_id", f"{staff_id!r} is not among the calendars")
