"""Looks for the smallest change that opens a refused start. Nothing is proposed that was not tried.

A change of the ask or of the person is found among starts computed as ever; a change of settings is built up one
reason at a time and computed again after each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from math import gcd

from almanac.engine.changes import Change, ChangeKind, apply_change
from almanac.engine.facts import Code, Reason, View
from almanac.engine.intervals import Span, subtract
from almanac.engine.problem import Interval, Problem, StaffCalendar
from almanac.engine.runs import run_of
from almanac.engine.starts import start_bounds, starts_of

SHORTER_STEP = 300
MOST_STEPS = 40
ALL_KINDS = frozenset(ChangeKind)


class Audience(StrEnum):
    """Whom the change is for: customers change what they ask, staff change the settings."""

    CUSTOMER = "customer"
    STAFF = "staff"


class Proposals:
    """Finds changes for one problem; keeps what is the same for every start of it."""

    def __init__(self, problem: Problem, *, audience: Audience, allowed: frozenset[ChangeKind] = ALL_KINDS) -> None:
        self.problem, self.audience, self.allowed = problem, audience, allowed

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """Every open start of each person, in the window."""
        return {
            calendar.staff_id: _open_starts(calendar, self.problem, start_bounds(calendar, self.problem))
            for calendar in self.problem.calendars
        }

    def smallest(self, view: View, start: int, reasons: list[Reason]) -> Change | None:
        """The first change, in the order of the audience, that opens this start; None when nothing allowed does."""
        return next(self.proposals(view, start, reasons), None)

    def proposals(self, view: View, start: int, reasons: list[Reason]) -> Iterator[Change]:
        """Every change that opens this start, in the order of the audience."""
        if self.audience is Audience.STAFF:
            yield from self._settings(view, start, reasons)
        for kind, look in (
            (ChangeKind.SHORTER, self._shorter),
            (ChangeKind.FEWER_SEATS, self._fewer_seats),
            (ChangeKind.OTHER_STAFF, self._other_staff),
            (ChangeKind.OTHER_START, self._other_start),
        ):
            if kind in self.allowed:
                yield from look(view, start, reasons)

    def _shorter(self, view: View, start: int, reasons: list[Reason]) -> Iterator[Change]:
        length = view.run.lengths[-1]
        low, high = 0, length // 2 // SHORTER_STEP  # steps less: `low` is known not to be enough
        if high == 0 or not all(reason.code in _ABOUT_LENGTH for reason in reasons):
            return
        if not self._opens(view, start, Change(ChangeKind.SHORTER, seconds=high * SHORTER_STEP)):
            return
        while high - low > 1:
            middle = (low + high) // 2
            if self._opens(view, start, Change(ChangeKind.SHORTER, seconds=middle * SHORTER_STEP)):
                high = middle
            else:
                low = middle
        yield Change(ChangeKind.SHORTER, seconds=high * SHORTER_STEP)

    def _fewer_seats(self, view: View, start: int, reasons: list[Reason]) -> Iterator[Change]:
        if any(reason.code is not Code.CAPACITY for reason in reasons):
            return
        seats = min((reason.have or 0 for reason in reasons), default=0)
        change = Change(ChangeKind.FEWER_SEATS, amount=seats)
        if seats > 0 and self._opens(view, start, change):
            yield change
        elif seats > 1 or (seats == 1 and self.problem.ask.seats > 1):
            session = next((t for t in view.taken if t.core.start == start and t.capacity > 1), None)
            left = session.capacity - session.seats_taken if session else 0
            fewer = Change(ChangeKind.FEWER_SEATS, amount=min(left, seats))
            if left > 0 and self._opens(view, start, fewer):
                yield fewer

    def _other_staff(self, view: View, start: int, reasons: list[Reason]) -> Iterator[Change]:
        for staff_id, starts in self.starts.items():
            if staff_id != view.calendar.staff_id and _has(starts, start):
                yield Change(ChangeKind.OTHER_STAFF, staff_id=staff_id)

    def _other_start(self, view: View, start: int, reasons: list[Reason]) -> Iterator[Change]:
        own = view.calendar.staff_id
        nearest = _nearest(self.starts[own], start)
        if nearest is not None:
            yield Change(ChangeKind.OTHER_START, start=nearest, staff_id=own)
            return
        found = [
            (at, staff_id) for staff_id, starts in self.starts.items() if (at := _nearest(starts, start)) is not None
        ]
        if found:
            at, staff_id = min(found, key=lambda other: (abs(other[0] - start), other[0]))
            yield Change(ChangeKind.OTHER_START, start=at, staff_id=staff_id)

    def _opens(self, view: View, start: int, change: Change) -> bool:
        changed, at, staff_id = apply_change(self.problem, start, view.calendar.staff_id, change)
        calendar = next(calendar for calendar in changed.calendars if calendar.staff_id == staff_id)
        low, high = start_bounds(calendar, changed)
        return low <= at < high and _open_starts(calendar, changed, (at, at + 1)) == [at]

    def _settings(self, view: View, start: int, reasons: list[Reason]) -> Iterator[Change]:
        """One setting for each reason, until none is left; what a step uncovers gets its own step."""
        steps: list[Change] = []
        problem, staff_id = self.problem, view.calendar.staff_id
        while reasons and len(steps) < MOST_STEPS:
            step = _setting(view, start, reasons[0])
            if step is None or step.kind not in self.allowed:
                return
            steps.append(step)
            problem, _, _ = apply_change(problem, start, staff_id, step)
            calendar = next(calendar for calendar in problem.calendars if calendar.staff_id == staff_id)
            view = View(calendar, problem)
            reasons = view.reasons(start)
        if steps and not reasons:
            yield steps[0] if len(steps) == 1 else Change(ChangeKind.SEVERAL, steps=tuple(steps))


_ABOUT_LENGTH = {Code.TOO_LONG, Code.HOURS, Code.BREAK, Code.TIME_OFF, Code.BUSY, Code.HOLD, Code.BUFFER, Code.TRAVEL}


def _setting(view: View, start: int, reason: Reason) -> Change | None:  # noqa: PLR0911 (one answer a code)
    """The setting that does away with one reason; None when no setting can."""
    match reason.code:
        case Code.NOT_OFFERED:
            return Change(ChangeKind.OFFER)
        case Code.CAPACITY:
            amount = view.problem.ask.seats + (_seats_taken(view, reason.span) if reason.span else 0)
            return Change(ChangeKind.MORE_SEATS, amount=amount, span=reason.span)
        case Code.AREA:
            return Change(ChangeKind.WIDER_AREA, amount=reason.need or 0)
        case Code.LEAD_TIME:
            early = start - view.problem.now
            return Change(ChangeKind.SOONER, seconds=early) if early >= 0 else None
        case Code.HORIZON:
            days = view.table.date_of(start) - view.table.date_of(view.problem.now)
            return Change(ChangeKind.LONGER_HORIZON, amount=days)
        case Code.HOURS | Code.TOO_LONG:
            return _more_hours(view, start)
        case Code.BREAK:
            return Change(ChangeKind.SKIP_BREAK, span=reason.span)
        case Code.OFF_GRID:
            step = gcd(start - (view.anchor(start) or 0), view.problem.rules.slot_interval)
            return Change(ChangeKind.START_HERE, seconds=step) if step >= 60 else None
        case Code.LIMIT:
            return Change(ChangeKind.RAISE_LIMIT, amount=reason.need or 0)
        case Code.WINDOW:
            return None
        case _:
            return _clear(view, start, reason)


def _clear(view: View, start: int, reason: Reason) -> Change | None:
    """The setting that takes what stands in the way out of it."""
    if reason.code is Code.BUFFER and reason.span is not None:
        core = view.run.core(start)
        before, after = core.start - reason.span.end, reason.span.start - core.end
        if after >= 0:
            return Change(ChangeKind.LESS_BUFFER, before=view.run.before, after=min(view.run.after, after))
        if before >= 0:
            return Change(ChangeKind.LESS_BUFFER, before=min(view.run.before, before), after=view.run.after)
    if reason.why == "time_off":
        return Change(ChangeKind.CANCEL_TIME_OFF, span=reason.span)
    if reason.why in ("busy", "tentative"):
        return Change(ChangeKind.IGNORE_BLOCK, span=reason.span)
    return Change(ChangeKind.RELEASE, span=reason.span, reference=reason.reference)


def _more_hours(view: View, start: int) -> Change | None:
    at = start
    for (spans, _), length in zip(view.shapes, view.run.lengths, strict=True):
        missing: list[Span] = subtract([(at, at + length)], spans)
        if missing:
            return Change(ChangeKind.MORE_HOURS, span=Interval(*missing[0]))
        at += length
    return None


def _seats_taken(view: View, core: Interval) -> int:
    return max((taken.seats_taken for taken in view.taken if taken.core == core), default=0)


def _open_starts(calendar: StaffCalendar, problem: Problem, bounds: Span) -> list[int]:
    run = run_of(problem.ask.segments, calendar.staff_id)
    return starts_of(calendar, run, problem, bounds) if bounds[0] < bounds[1] else []


def _has(starts: list[int], start: int) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] == start


def _nearest(starts: list[int], start: int) -> int | None:
    at = bisect_left(starts, start)
    near = starts[max(0, at - 1) : at + 1]
    return min(near, key=lambda other: (abs(other - start), other), default=None)
