"""What could be changed so that a refused start opens, and the question that results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from almanac.engine.obstacles import block_span
from almanac.engine.problem import Interval, Problem, Rules, Segment, StaffCalendar
from almanac.engine.runs import length_for
from almanac.engine.travel import nearest_area


class ChangeKind(StrEnum):
    SHORTER = "shorter"  # `seconds` less of the last service
    FEWER_SEATS = "fewer_seats"  # `amount` seats
    OTHER_STAFF = "other_staff"  # the same start with `staff_id`
    OTHER_START = "other_start"  # `start`, with `staff_id`
    START_HERE = "start_here"  # a slot interval of `seconds`
    SOONER = "sooner"  # a lead time of `seconds`
    LONGER_HORIZON = "longer_horizon"  # `amount` days
    RAISE_LIMIT = "raise_limit"  # `amount` a day
    MORE_SEATS = "more_seats"  # a capacity of `amount`; of the session at `span` where there is one
    LESS_BUFFER = "less_buffer"  # `before` and `after` in seconds
    SKIP_BREAK = "skip_break"  # work through `span`
    MORE_HOURS = "more_hours"  # open `span`
    WIDER_AREA = "wider_area"  # a radius of `amount` metres
    OFFER = "offer"  # let this person deliver the services
    IGNORE_BLOCK = "ignore_block"  # the outside event at `span`
    CANCEL_TIME_OFF = "cancel_time_off"  # the absence at `span`
    RELEASE = "release"  # the hold or appointment `reference` at `span`
    SEVERAL = "several"  # all of `steps`


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would open a start; which fields count is said at its kind."""

    kind: ChangeKind
    seconds: int = 0
    amount: int = 0
    staff_id: str = ""
    start: int = 0
    span: Interval | None = None
    before: int = 0
    after: int = 0
    reference: str = ""
    steps: tuple[Change, ...] = ()


FIELDS: dict[ChangeKind, tuple[str, ...]] = {
    ChangeKind.SHORTER: ("seconds",),
    ChangeKind.FEWER_SEATS: ("amount",),
    ChangeKind.OTHER_STAFF: ("staff_id",),
    ChangeKind.OTHER_START: ("start", "staff_id"),
    ChangeKind.START_HERE: ("seconds",),
    ChangeKind.SOONER: ("seconds",),
    ChangeKind.LONGER_HORIZON: ("amount",),
    ChangeKind.RAISE_LIMIT: ("amount",),
    ChangeKind.MORE_SEATS: ("amount", "span"),
    ChangeKind.LESS_BUFFER: ("before", "after"),
    ChangeKind.SKIP_BREAK: ("span",),
    ChangeKind.MORE_HOURS: ("span",),
    ChangeKind.WIDER_AREA: ("amount",),
    ChangeKind.OFFER: (),
    ChangeKind.IGNORE_BLOCK: ("span",),
    ChangeKind.CANCEL_TIME_OFF: ("span",),
    ChangeKind.RELEASE: ("reference", "span"),
    ChangeKind.SEVERAL: ("steps",),
}


Question = tuple[Problem, int, str]  # a problem, a start and the person asked


def apply_change(problem: Problem, start: int, staff_id: str, change: Change) -> Question:
    """The question with the change made: `find` on the result gives the slot when the change was proposed for it."""
    if change.kind is ChangeKind.OTHER_STAFF:
        return problem, start, change.staff_id
    if change.kind is ChangeKind.OTHER_START:
        return problem, change.start, change.staff_id
    if change.kind is ChangeKind.SEVERAL:
        for step in change.steps:
            problem, start, staff_id = apply_change(problem, start, staff_id, step)
        return problem, start, staff_id
    if change.kind in _RULES:
        return replace(problem, rules=_RULES[change.kind](problem.rules, change)), start, staff_id
    if change.kind in _ASK:
        return _ASK[change.kind](problem, staff_id, change), start, staff_id
    calendars = tuple(
        _CALENDAR[change.kind](calendar, change, problem) if calendar.staff_id == staff_id else calendar
        for calendar in problem.calendars
    )
    if change.kind is ChangeKind.RAISE_LIMIT:
        problem = replace(problem, rules=replace(problem.rules, daily_limit=_raised(problem.rules.daily_limit, change)))
    return replace(problem, calendars=calendars), start, staff_id


def _raised(limit: int | None, change: Change) -> int | None:
    return None if limit is None else max(limit, change.amount)


def _shorter(problem: Problem, staff_id: str, change: Change) -> Problem:
    *earlier, last = problem.ask.segments
    others = tuple(own for own in last.durations if own[0] != staff_id)
    shorter = replace(last, durations=(*others, (staff_id, length_for(last, staff_id) - change.seconds)))
    return replace(problem, ask=replace(problem.ask, segments=(*earlier, shorter)))


def _less_buffer(problem: Problem, staff_id: str, change: Change) -> Problem:
    segments = list(problem.ask.segments)
    segments[0] = replace(segments[0], buffer_before=change.before)
    segments[-1] = replace(segments[-1], buffer_after=change.after)
    return replace(problem, ask=replace(problem.ask, segments=tuple(segments)))


def _each_segment(problem: Problem, edit: Callable[[Segment], Segment]) -> Problem:
    return replace(problem, ask=replace(problem.ask, segments=tuple(map(edit, problem.ask.segments))))


def _more_seats(problem: Problem, staff_id: str, change: Change) -> Problem:
    def edit(calendar: StaffCalendar) -> StaffCalendar:
        taken = tuple(t._replace(capacity=change.amount) if t.core == change.span else t for t in calendar.taken)
        return replace(calendar, taken=taken) if calendar.staff_id == staff_id else calendar

    if change.span is not None:
        return replace(problem, calendars=tuple(map(edit, problem.calendars)))
    return _each_segment(problem, lambda segment: replace(segment, capacity=max(segment.capacity, change.amount)))


def _offer(problem: Problem, staff_id: str, change: Change) -> Problem:
    return _each_segment(
        problem,
        lambda segment: replace(segment, staff_ids=(*segment.staff_ids, staff_id)) if segment.staff_ids else segment,
    )


def _open(calendar: StaffCalendar, change: Change, problem: Problem) -> StaffCalendar:
    return replace(calendar, extra_hours=(*calendar.extra_hours, *([change.span] if change.span else [])))


def _wider(calendar: StaffCalendar, change: Change, problem: Problem) -> StaffCalendar:
    nearest = None if problem.ask.place is None else nearest_area(problem.ask.place, calendar.areas)
    areas = (
        replace(area, radius_m=change.amount) if nearest and area == nearest[1] else area for area in calendar.areas
    )
    return replace(calendar, areas=tuple(areas))


def _release(calendar: StaffCalendar, change: Change, problem: Problem) -> StaffCalendar:
    kept = (t for t in calendar.taken if (t.blocked, t.reference) != (change.span, change.reference))
    return replace(calendar, taken=tuple(kept))


_RULES: dict[ChangeKind, Callable[[Rules, Change], Rules]] = {
    ChangeKind.START_HERE: lambda rules, change: replace(rules, slot_interval=change.seconds),
    ChangeKind.SOONER: lambda rules, change: replace(rules, lead_time=change.seconds),
    ChangeKind.LONGER_HORIZON: lambda rules, change: replace(rules, horizon_days=change.amount),
}
_ASK: dict[ChangeKind, Callable[[Problem, str, Change], Problem]] = {
    ChangeKind.SHORTER: _shorter,
    ChangeKind.FEWER_SEATS: lambda problem, _, change: replace(problem, ask=replace(problem.ask, seats=change.amount)),
    ChangeKind.LESS_BUFFER: _less_buffer,
    ChangeKind.MORE_SEATS: _more_seats,
    ChangeKind.OFFER: _offer,
}
_CALENDAR: dict[ChangeKind, Callable[[StaffCalendar, Change, Problem], StaffCalendar]] = {
    ChangeKind.RAISE_LIMIT: lambda calendar, change, _: replace(
        calendar, daily_limit=_raised(calendar.daily_limit, change)
    ),
    ChangeKind.SKIP_BREAK: _open,
    ChangeKind.MORE_HOURS: _open,
    ChangeKind.WIDER_AREA: _wider,
    ChangeKind.IGNORE_BLOCK: lambda calendar, change, _: replace(
        calendar, blocks=tuple(block for block in calendar.blocks if block_span(block) != change.span)
    ),
    ChangeKind.CANCEL_TIME_OFF: lambda calendar, change, _: replace(
        calendar, time_off=tuple(span for span in calendar.time_off if span != change.span)
    ),
    ChangeKind.RELEASE: _release,
}
