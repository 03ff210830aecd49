"""Who of the free does it: the candidates in the order a rule prefers them, always the same order for the same facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

Key = tuple[float | str, ...]


class AssignmentRule(StrEnum):
    ANY = "any"
    LEAST_BUSY = "least_busy"
    ROUND_ROBIN = "round_robin"
    NEAREST = "nearest"
    HIGHEST_RATED = "highest_rated"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A staff member who is free, with what the rules look at; None means not known, or never."""

    staff_id: str
    booked_seconds: int = 0
    last_chosen_at: int | None = None
    distance_m: float | None = None
    rating: float | None = None


def rank(candidates: Sequence[Candidate], rule: AssignmentRule) -> list[Candidate]:
    """The candidates, the preferred first; ties are broken down to the id, so the order never depends on chance.

    `any` keeps the order given. Unknown distances and ratings come last; never chosen comes first.
    """
    key = _KEYS.get(rule)
    return list(candidates) if key is None else sorted(candidates, key=key)


def _unchosen(candidate: Candidate) -> float:
    return -inf if candidate.last_chosen_at is None else candidate.last_chosen_at


def _least_busy(candidate: Candidate) -> Key:
    return candidate.booked_seconds, _unchosen(candidate), candidate.staff_id


def _round_robin(candidate: Candidate) -> Key:
    return _unchosen(candidate), candidate.booked_seconds, candidate.staff_id


def _nearest(candidate: Candidate) -> Key:
    distance = inf if candidate.distance_m is None else candidate.distance_m
    return distance, candidate.booked_seconds, candidate.staff_id


def _highest_rated(candidate: Candidate) -> Key:
    rating = -inf if candidate.rating is None else candidate.rating
    return -rating, candidate.booked_seconds, candidate.staff_id


_KEYS: dict[AssignmentRule, Callable[[Candidate], Key]] = {
    AssignmentRule.LEAST_BUSY: _least_busy,
    AssignmentRule.ROUND_ROBIN: _round_robin,
    AssignmentRule.NEAREST: _nearest,
    AssignmentRule.HIGHEST_RATED: _highest_rated,
}
