"""When something is free: what the engine finds in the stored calendars. Nothing here locks or writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from almanac.engine import slots
from almanac.engine.checks import LONGEST_WINDOW
from almanac.engine.problem import Interval, Slot
from almanac.scheduling.queries.problems import DAY, patterns_for, problem_for, working
from almanac.scheduling.visits import Run, VisitRequest, runs_of

FIRST_STEP = 2 * DAY  # seconds past the soonest start that are looked at before the whole horizon
FEW = 16  # people whose first time bounds the search among all others
NEAR = (DAY, 7 * DAY)  # how far around a lost time its alternatives are looked for


def open_slots(
    request: VisitRequest, *, window: Interval, now: int, ignoring: Mapping[UUID, int] | None = None
) -> list[Slot]:
    """Every slot whose start lies in the window, by start. Two SQL queries."""
    return slots.open_slots(problem_for(request, window=window, now=now, ignoring=ignoring, times_only=True))


def starts_by_staff(
    request: VisitRequest, *, window: Interval, now: int, ignoring: Mapping[UUID, int] | None = None
) -> dict[str, list[int]]:
    """The open starts of each person for a visit of one service, or all services by one person."""
    return slots.starts_by_staff(problem_for(request, window=window, now=now, ignoring=ignoring, times_only=True))


def first_free(request: VisitRequest, *, now: int, ignoring: Mapping[UUID, int] | None = None) -> Slot | None:
    """The earliest slot within the horizon, of the person listed first among equals.

    A few people are looked at over the whole horizon, all others only for something earlier: those who work then, two
    days and then the rest. Four SQL queries at most for each 400 days of the horizon, the most that the engine looks at at once.
    """
    soonest = now + request.rules.lead_time
    furthest = now + (request.rules.horizon_days + 2) * DAY
    if furthest <= soonest:
        return None
    patterns = patterns_for(request, request.staff_ids, window=Interval(soonest, furthest))
    best: Slot | None = None
    for people in _parts(request):
        for window in _steps(people, soonest, furthest if best is None else best.start):
            part: VisitRequest | None = people
            if best is not None and window.end - window.start <= DAY:
                part = working(people, patterns, window=window, now=now)
            if part is None:
                continue
            problem = problem_for(part, window=window, now=now, ignoring=ignoring, times_only=True, patterns=patterns)
            found = slots.first_free(problem)
            if found is not None:
                best = found
                break
    return best


def _steps(people: VisitRequest, soonest: int, until: int) -> Iterator[Interval]:
    """The time to look at: at once where the people are few, else two days first."""
    middle = until if len(people.staff_ids) <= FEW else min(soonest + FIRST_STEP, until)
    for start, end in ((soonest, middle), (middle, until)):
        for part in range(start, end, LONGEST_WINDOW):
            yield Interval(part, min(part + LONGEST_WINDOW, end))


def _parts(request: VisitRequest) -> Iterator[VisitRequest]:
    """The request for its first few people alone and for all others; several services need all at once."""
    people = request.staff_ids
    if len(request.segments) > 1 or len(people) <= FEW:
        yield request
        return
    for some in (people[:FEW], people[FEW:]):
        yield replace(request, segments=(replace(request.segments[0], staff_ids=some),))


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


def nearest(
    request: VisitRequest,
    *,
    start: int,
    now: int,
    count: int = 4,
    ignoring: Mapping[UUID, int] | None = None,
    beside: Sequence[Run] = (),
) -> list[Slot]:
    """Up to `count` open slots with different starts nearest to `start`, nearest first, the earlier of two equally near; none
    that takes the time of one `beside` it, which the same customer wants.

    Looks a day around, then a week, so a wish in a full week still gets an answer.
    """
    found: dict[int, Slot] = {}
    for reach in NEAR:
        window = Interval(max(start - reach, now), max(start + reach, now) + 1)
        near = open_slots(request, window=window, now=now, ignoring=ignoring)
        others = [slot for slot in near if slot.start != start and not _is_in_the_way(request, slot, beside)]
        found = {slot.start: slot for slot in reversed(others)}
        if len(found) >= count:
            break
    return sorted(found.values(), key=lambda slot: (abs(slot.start - start), slot.start))[:count]


def _is_in_the_way(request: VisitRequest, slot: Slot, beside: Sequence[Run]) -> bool:
    """Whether somebody would be at two places at once."""
    return any(
        own.staff_id == other.staff_id
        and own.blocked.start < other.blocked.end
        and other.blocked.start < own.blocked.end
        for other in beside
        for own in runs_of(request, slot)
    )
