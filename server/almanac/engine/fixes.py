"""Where visits that no longer fit could go: another time with the same people, or the same time with somebody else.

Fixes are found one after another and each keeps its time, so that any choice among them can be done. Rules:
docs/algorithms/simulator.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from almanac.engine import slots
from almanac.engine.facts import Code, View
from almanac.engine.problem import Ask, Interval, Problem, Rules, Slot, StaffCalendar, Taken
from almanac.engine.runs import run_of
from almanac.engine.trials import WHEN_BOOKED, Part, against

DAY = 24 * 3600
NEAR = (DAY, 7 * DAY, 28 * DAY)  # how far around the lost time another is looked for
BESIDE = 4 * DAY  # what is taken further away cannot stand in the way, whatever the travel


@dataclass(frozen=True, slots=True)
class Stranded:
    """A visit that needs another time or person: its parts in order, and the seats it has in each claim, by reference."""

    parts: tuple[Part, ...]
    rules: Rules
    claims: Mapping[str, int]

    @property
    def start(self) -> int:
        return self.parts[0].start


@dataclass(frozen=True, slots=True)
class Handover:
    """Somebody who could do it at the same time, and the rules about booking that have to be put aside for it."""

    staff_id: str
    agreed: tuple[Code, ...]


class Fixes:
    """Finds fixes in these calendars, as they are after the change; what is proposed is taken from then on."""

    def __init__(self, calendars: Mapping[str, StaffCalendar], *, now: int) -> None:
        self.calendars = dict(calendars)
        self.now = now
        self.kept: dict[str, list[Taken]] = defaultdict(list)

    def move(self, visit: Stranded) -> Slot | None:
        """The nearest open start for the same people, the earlier of two equally near; None within four weeks."""
        people = tuple(dict.fromkeys(part.staff_id for part in visit.parts))
        place = visit.parts[0].place
        known = [self.calendars.get(staff_id) for staff_id in people]
        calendars = tuple(self._free(calendar, visit) for calendar in known if calendar is not None)
        if len(calendars) < len(people) or (place is not None and not all(calendar.areas for calendar in calendars)):
            return None
        segments = tuple(
            replace(segment, staff_ids=(part.staff_id,), durations=())
            for part in visit.parts
            for segment in part.segments
        )
        ask = Ask(segments, place, visit.parts[0].seats)
        for reach in NEAR:
            window = Interval(max(visit.start - reach, self.now), visit.start + reach + 1)
            if window.start >= window.end:
                continue
            near = [_around(calendar, window) for calendar in calendars]
            problem = Problem(tuple(near), ask, visit.rules, window, self.now)
            found = [
                slot for slot in slots.open_slots(problem) if slot.start != visit.start
            ]  # its own session stands there
            if found:
                best = min(found, key=lambda slot: (abs(slot.start - visit.start), slot.start))
                self._keep(visit, best.start, {})
                return best
        return None

    def give(self, visit: Stranded, candidates: Sequence[str]) -> Handover | None:
        """Who else could do it at the same time, the least busy around it first; only for a visit of one person."""
        if len(visit.parts) != 1:
            return None
        part = visit.parts[0]
        window = Interval(part.start, part.start + 1)
        near = {}
        for staff_id in candidates:
            calendar = self.calendars.get(staff_id)
            if calendar is not None and staff_id != part.staff_id:
                near[staff_id] = _around(self._free(calendar, visit), window)
        for staff_id in sorted(near, key=lambda one: len(near[one].taken)):  # stable: the order given among equals
            if not against(near[staff_id], replace(part, staff_id=staff_id), visit.rules, now=self.now):
                self._keep(visit, part.start, {part.staff_id: staff_id})
                return Handover(staff_id, self._agreed(near[staff_id], part, visit.rules))
        return None

    def _agreed(self, calendar: StaffCalendar, part: Part, rules: Rules) -> tuple[Code, ...]:
        segments = tuple(replace(segment, staff_ids=(), durations=()) for segment in part.segments)
        problem = Problem(
            (calendar,), Ask(segments, part.place, part.seats), rules, Interval(part.start, part.start + 1), self.now
        )
        codes = {reason.code for reason in View(calendar, problem).reasons(part.start)}
        return tuple(code for code in Code if code in codes & WHEN_BOOKED)

    def _free(self, calendar: StaffCalendar, visit: Stranded) -> StaffCalendar:
        """The calendar without what the visit has now, with what was proposed to others."""
        taken = (_without(each, visit.claims.get(each.reference, 0)) for each in calendar.taken)
        kept = self.kept.get(calendar.staff_id, ())
        return replace(calendar, taken=(*(each for each in taken if each is not None), *kept))

    def _keep(self, visit: Stranded, start: int, instead: Mapping[str, str]) -> None:
        shift = start - visit.start
        for part in visit.parts:
            staff_id = instead.get(part.staff_id, part.staff_id)
            run = run_of(part.segments, part.staff_id)
            group = len(part.segments) == 1 and part.segments[0].capacity > 1
            wanted = Taken(
                run.core(part.start + shift),
                run.claim(part.start + shift),
                place=part.place,
                service_id=part.segments[0].service_id,
                seats_taken=part.seats if group else 1,
                capacity=part.segments[0].capacity if group else 1,
            )
            self._put(staff_id, wanted)

    def _put(self, staff_id: str, wanted: Taken) -> None:
        """Keep it, joining the session of the same service and time that was kept or stands already."""
        kept, calendar = self.kept[staff_id], self.calendars[staff_id]
        for among in (kept, list(calendar.taken)):
            for number, each in enumerate(among):
                if wanted.capacity > 1 and (each.core, each.service_id) == (wanted.core, wanted.service_id):
                    among[number] = each._replace(seats_taken=each.seats_taken + wanted.seats_taken)
                    if among is not kept:
                        self.calendars[staff_id] = replace(calendar, taken=tuple(among))
                    return
        kept.append(wanted)


def _without(taken: Taken, seats: int) -> Taken | None:
    left = taken.seats_taken - seats
    return taken._replace(seats_taken=left) if left > 0 else None


def _around(calendar: StaffCalendar, window: Interval) -> StaffCalendar:
    low, high = window.start - BESIDE, window.end + BESIDE
    near = tuple(each for each in calendar.taken if each.blocked.start < high and each.blocked.end > low)
    return replace(calendar, taken=near)
