"""When something is free: what the engine finds in the stored calendars. Nothing here locks or writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from almanac.engine import slots
from almanac.engine.problem import Interval, Slot
from almanac.scheduling.queries.problems import DAY, patterns_for, problem_for
from almanac.scheduling.visits import VisitRequest

FIRST_STEPS = (2 * DAY, 16 * DAY)  # seconds past the soonest start; then the whole horizon
NEAR = (DAY, 7 * DAY)  # how far around a lost time its alternatives are looked for


def open_slots(request: VisitRequest, *, window: Interval, now: int) -> list[Slot]:
    """Every slot whose start lies in the window, by start. Two SQL queries."""
    return slots.open_slots(problem_for(request, window=window, now=now, times_only=True))


def starts_by_staff(
    request: VisitRequest, *, window: Interval, now: int, ignoring: Mapping[UUID, int] | None = None
) -> dict[str, list[int]]:
    """The open starts of each person for a visit of one service, or all services by one person."""
    return slots.starts_by_staff(problem_for(request, window=window, now=now, ignoring=ignoring, times_only=True))


def first_free(request: VisitRequest, *, now: int) -> Slot | None:
    """The earliest slot within the horizon. Looks at two days, two weeks, then at all, until one is found.

    Four SQL queries at most, two when it is found within two days.
    """
    soonest = now + request.rules.lead_time
    furthest = now + (request.rules.horizon_days + 2) * DAY
    if furthest <= soonest:
        return None
    patterns = patterns_for(request, request.staff_ids, window=Interval(soonest, furthest))
    at = soonest
    for step in (*FIRST_STEPS, furthest - soonest):
        until = min(soonest + step, furthest)
        if at < until:
            window = Interval(at, until)
            found = slots.first_free(problem_for(request, window=window, now=now, times_only=True, patterns=patterns))
            if found is not None:
                return found
        at = max(at, until)
    return None


def slots_at(
    request: VisitRequest,
    *,
    start: int,
    now: int,
    staff_ids: Sequence[str] | None = None,
    ignoring: Mapping[UUID, int] | None = None,
) -> list[Slot]:
    """The slots at exactly this start, one for each person who could (several services: the best assignment)."""
    window = Interval(start, start + 1)
    problem = problem_for(request, window=window, now=now, staff_ids=staff_ids, ignoring=ignoring)
    if staff_ids is None:
        return slots.open_slots(problem)
    found = slots.find(problem, start, tuple(staff_ids))
    return [] if found is None else [found]


def nearest(request: VisitRequest, *, start: int, now: int, count: int = 4) -> list[Slot]:
    """Up to `count` open slots with different starts nearest to `start`, nearest first, the earlier of two equally near.

    Looks a day around, then a week, so a wish in a full week still gets an answer.
    """
    found: dict[int, Slot] = {}
    for reach in NEAR:
        window = Interval(max(start - reach, now), max(start + reach, now) + 1)
        found = {
            slot.start: slot for slot in reversed(open_slots(request, window=window, now=now)) if slot.start != start
        }
        if len(found) >= count:
            break
    return sorted(found.values(), key=lambda slot: (abs(slot.start - start), slot.start))[:count]
