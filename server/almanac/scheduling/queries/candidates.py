"""Which of the people who are free goes first, by the rule of the business."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Max, Q, Sum

from almanac.engine import assignment
from almanac.engine.assignment import AssignmentRule, Candidate
from almanac.engine.problem import Place, Slot
from almanac.engine.travel import nearest_area
from almanac.kit import clock
from almanac.places.queries import areas_of
from almanac.scheduling.models import Claim
from almanac.scheduling.queries.problems import DAY
from almanac.scheduling.visits import VisitRequest

WEEK = 7 * DAY
LOOK_BACK = 30 * DAY  # who was chosen before that counts as never chosen


class Load(NamedTuple):
    """How busy somebody is around a time, and when they were last chosen (epoch seconds)."""

    booked_seconds: int = 0
    last_chosen_at: int | None = None


def ranked(request: VisitRequest, slots: Sequence[Slot], *, now: int) -> list[Slot]:
    """Slots of one start in the order in which their people are to be asked. Two SQL queries at most.

    Least busy counts the seconds booked in the seven days around the start. A chain of services has one best
    assignment and is not ranked.
    """
    if len(slots) < 2 or request.assignment is AssignmentRule.ANY or len(request.segments) > 1:
        return list(slots)
    by_staff = {slot.staff_ids[0]: slot for slot in slots}
    loads = _loads(list(by_staff), around=slots[0].start, now=now)
    distances = _distances(request, list(by_staff))
    ratings = dict(request.rating_of)
    candidates = [
        Candidate(
            staff_id=staff_id,
            booked_seconds=loads.get(staff_id, Load()).booked_seconds,
            last_chosen_at=loads.get(staff_id, Load()).last_chosen_at,
            distance_m=distances.get(staff_id),
            rating=ratings.get(staff_id),
        )
        for staff_id in by_staff
    ]
    return [by_staff[candidate.staff_id] for candidate in assignment.rank(candidates, request.assignment)]


def _loads(staff_ids: Sequence[str], *, around: int, now: int) -> dict[str, Load]:
    week = Q(blocked_from__gte=around - WEEK // 2, blocked_from__lt=around + WEEK // 2)
    rows = (
        Claim.objects.filter(
            staff__in=[UUID(item) for item in staff_ids], blocked_from__gt=min(now, around) - LOOK_BACK
        )
        .filter(Q(expires_at=None) | Q(expires_at__gt=now))
        .order_by()
        .values_list("staff")
        .annotate(booked=Sum(F("core_until") - F("core_from"), filter=week), last=Max("created_at"))
    )
    return {str(staff_id): Load(booked or 0, _epoch(last)) for staff_id, booked, last in rows}


def _distances(request: VisitRequest, staff_ids: Sequence[str]) -> dict[str, float]:
    """Metres from the centre of the area that serves the place; only asked where the rule needs it."""
    if request.assignment is not AssignmentRule.NEAREST or request.place is None:
        return {}
    place: Place = request.place
    areas = areas_of(UUID(item) for item in staff_ids)
    return {str(staff_id): found[0] for staff_id, own in areas.items() if (found := nearest_area(place, own))}


def _epoch(instant: datetime | None) -> int | None:
    return None if instant is None else clock.epoch(instant)
