"""What stands against a time the team wishes for: the engine's reasons, and which of them may be put aside by people."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from almanac.engine.facts import Code, Reason, View
from almanac.engine.problem import Ask, Interval, Slot
from almanac.kit import clock
from almanac.scheduling.errors import NotFree, Objection
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.visits import Run, VisitRequest, runs_of

# Rules people made and people may put aside for once. Time that somebody else has, with its buffers, absences and blocked
# time are not among them: those are promises to others.
SOFT = frozenset(
    {
        Code.AREA,
        Code.LEAD_TIME,
        Code.HORIZON,
        Code.TOO_LONG,
        Code.HOURS,
        Code.BREAK,
        Code.OFF_GRID,
        Code.TRAVEL,
        Code.LIMIT,
    }
)


def objections(
    request: VisitRequest, slot: Slot, *, now: int, ignoring: Mapping[UUID, int] | None = None
) -> list[Objection]:
    """Every rule that this slot breaks, in the engine's order; none exactly when it is open to everybody.

    Read fresh: under the lock of the slot's people it is the decision, without it a preview. A claim in `ignoring` is one
    the visit has now. Two SQL queries, twice that for somebody who travels without any area.
    """
    found: list[Objection] = []
    for run in runs_of(request, slot):
        for reason in _reasons(request, run, now=now, ignoring=ignoring):
            objection = _objection(reason, start=run.core.start, now=now)
            if objection not in found:
                found.append(objection)
    return found


def check_agreed(found: Sequence[Objection], agreed: Collection[Code]) -> None:
    """Whether the time may be taken in spite of these. Raises NotFree with all of them."""
    if any(not objection.may_override or objection.code not in agreed for objection in found):
        raise NotFree(objections=list(found))


def _reasons(request: VisitRequest, run: Run, *, now: int, ignoring: Mapping[UUID, int] | None) -> list[Reason]:
    start = run.core.start
    window = Interval(start, start + 1)
    segments = tuple(replace(piece.segment, staff_ids=(run.staff_id,), durations=()) for piece in run.pieces)
    segments = tuple(
        replace(segment, duration=piece.end - piece.start) for segment, piece in zip(segments, run.pieces, strict=True)
    )
    asked = replace(request, segments=segments)
    problem = problem_for(
        asked, window=window, now=now, staff_ids=(run.staff_id,), ignoring=ignoring, with_references=True
    )
    if problem.calendars:
        ask = Ask(segments, request.place, request.seats)
        return View(problem.calendars[0], replace(problem, ask=ask)).reasons(start)
    # Who has no area travels nowhere; what else stands against the time is asked without the way.
    return [Reason(Code.AREA), *_reasons(replace(request, place=None), run, now=now, ignoring=ignoring)]


def _objection(reason: Reason, *, start: int, now: int) -> Objection:
    is_past = reason.code is Code.LEAD_TIME and start < now
    return Objection(
        code=reason.code,
        may_override=reason.code in SOFT and not is_past,
        starts_at=clock.instant(reason.span.start) if reason.span else None,
        ends_at=clock.instant(reason.span.end) if reason.span else None,
        until=clock.instant(reason.until) if reason.until is not None else None,
        need=reason.need,
        have=reason.have,
        why=reason.why,
    )
