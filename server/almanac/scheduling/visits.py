"""What is asked for and what is to be reserved: the values that booking and scheduling speak in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from almanac.business.policies import BookingPolicy, TravelPolicy
from almanac.engine.assignment import AssignmentRule
from almanac.engine.problem import Ask, Interval, Place, Rules, Segment, Slot, TravelRule


@dataclass(frozen=True, slots=True)
class VisitRequest:
    """A visit somebody wants: services in a row, where, for how many, under which rules, and how a person is chosen.

    Every segment names who may deliver it (`staff_ids`, ids as text), so a request never looks beyond the offerings.
    `same_person`: one of them does all. `rating_of` holds what is known of (staff id, rating) for the rule `highest_rated`.
    """

    business_id: UUID
    segments: tuple[Segment, ...]
    rules: Rules
    place: Place | None = None
    seats: int = 1
    assignment: AssignmentRule = AssignmentRule.ANY
    rating_of: tuple[tuple[str, float], ...] = ()
    same_person: bool = False

    def __post_init__(self) -> None:
        if not self.segments or any(not segment.staff_ids for segment in self.segments):
            raise ValueError("each service of a visit needs somebody who delivers it")

    @property
    def ask(self) -> Ask:
        """The engine's form of what is asked."""
        return Ask(self.segments, self.place, self.seats, self.same_person)

    @property
    def staff_ids(self) -> tuple[str, ...]:
        """Everybody who may deliver any of the services, once, in the order given."""
        return tuple(dict.fromkeys(staff_id for segment in self.segments for staff_id in segment.staff_ids))

    @property
    def is_for_group(self) -> bool:
        """Whether seats of a standing session may be joined."""
        return any(segment.capacity > 1 for segment in self.segments)

    @property
    def reach(self) -> int:
        """Seconds the longest way of doing it takes, buffers included."""
        lengths = (max((segment.duration, *(own for _, own in segment.durations))) for segment in self.segments)
        return sum(lengths) + self.segments[0].buffer_before + self.segments[-1].buffer_after


class Piece(NamedTuple):
    """One service of a planned visit: by whom and when, in epoch seconds."""

    segment: Segment
    staff_id: str
    start: int
    end: int


class Run(NamedTuple):
    """Pieces in a row by one person: what becomes one claim. `blocked` has the outer buffers, `core` has not."""

    staff_id: str
    pieces: tuple[Piece, ...]

    @property
    def core(self) -> Interval:
        return Interval(self.pieces[0].start, self.pieces[-1].end)

    @property
    def blocked(self) -> Interval:
        first, last = self.pieces[0], self.pieces[-1]
        return Interval(first.start - first.segment.buffer_before, last.end + last.segment.buffer_after)

    @property
    def capacity(self) -> int:
        """Seats of a group session; a run of several services is never one."""
        return self.pieces[0].segment.capacity if len(self.pieces) == 1 else 1


def runs_of(request: VisitRequest, slot: Slot) -> list[Run]:
    """The claims a slot needs: consecutive services by the same person are one."""
    runs: list[list[Piece]] = []
    for piece in pieces_of(request, slot):
        if runs and runs[-1][0].staff_id == piece.staff_id:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [Run(pieces[0].staff_id, tuple(pieces)) for pieces in runs]


def pieces_of(request: VisitRequest, slot: Slot) -> Iterator[Piece]:
    """Each service of a slot in its order: by whom and when."""
    at = slot.start
    for segment, staff_id in zip(request.segments, slot.staff_ids, strict=True):
        end = at + dict(segment.durations).get(staff_id, segment.duration)
        yield Piece(segment, staff_id, at, end)
        at = end


@dataclass(frozen=True, slots=True)
class Held:
    """A hold that was made: what is kept, for whom, until when (epoch seconds; over at its instant)."""

    id: UUID
    slot: Slot
    expires_at: int


@dataclass(frozen=True, slots=True)
class Reservation:
    """One visit to be made into appointments: the time, for whom, where; `owner` and `line` name the hold it may have."""

    request: VisitRequest
    slot: Slot
    customer_id: UUID
    venue: str
    zone: str
    state: str
    address_id: UUID | None = None
    owner: str = ""
    line: str = ""
    meeting_url: str = ""
    put_aside: tuple[str, ...] = ()  # codes of the rules that somebody of the team put aside, and why
    put_aside_reason: str = ""
    awaits_payment: bool = False  # its time is taken, and nobody is told of it before the money is there


def rules_of(policy: BookingPolicy, travel: TravelPolicy) -> Rules:
    """The engine's form of a policy: minutes become seconds, kilometres metres."""
    return Rules(
        lead_time=policy.lead_time_minutes * 60,
        horizon_days=policy.horizon_days,
        slot_interval=policy.slot_interval_minutes * 60,
        daily_limit=policy.daily_limit,
        travel=TravelRule(
            speed_m_per_h=travel.speed_km_h * 1000,
            detour_percent=travel.detour_percent,
            minimum=travel.minimum_minutes * 60,
        ),
    )
