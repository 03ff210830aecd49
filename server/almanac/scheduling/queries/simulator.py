"""Which booked visits a change would break, and a fix for each. docs/algorithms/simulator.md says what counts.

Nine SQL queries at most, whatever the number of visits and people; nothing is locked or written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from almanac.business.policies import Policies
from almanac.business.queries import policies_of
from almanac.catalog.models import Offering
from almanac.engine.facts import Code
from almanac.engine.fixes import BESIDE, NEAR, Fixes, Stranded
from almanac.engine.problem import Interval, StaffCalendar
from almanac.engine.trials import Part, judge
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotFound
from almanac.kit.localized import text_in
from almanac.people.models import StaffMember
from almanac.scheduling.errors import BookingsChanged, BrokenVisit, GiveTo
from almanac.scheduling.models import LONGEST_CLAIM, Appointment
from almanac.scheduling.permissions import OPEN, can_give_to, works_on
from almanac.scheduling.queries.problems import calendars_for, patterns_between
from almanac.scheduling.queries.team_changes import request_of, seats_of
from almanac.scheduling.queries.tried import Shown, Tried, token_of
from almanac.scheduling.visits import VisitRequest

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a change would break: the visits the actor may see with a fix for each, and how many more there are.

    `broken_already` counts visits that break a rule now and none besides after the change: it is not to blame for them.
    `seen` is what saving sends.
    """

    broken: tuple[BrokenVisit, ...]
    unnamed: int
    broken_already: int
    seen: str


@dataclass(frozen=True, slots=True)
class _Visit:
    """The appointments of one visit in order, what is asked by it, and which rules the change would break."""

    rows: tuple[Appointment, ...]
    request: VisitRequest
    parts: tuple[Part, ...]
    codes: tuple[Code, ...] = ()

    @property
    def first(self) -> Appointment:
        return self.rows[0]

    @property
    def in_one_go(self) -> bool:
        """Whether its services follow each other without a gap: only then can it be asked for again."""
        return all(one.ends == other.starts for one, other in zip(self.rows, self.rows[1:], strict=False))


def simulate(actor: Actor, tried: Tried, *, language: str, now: datetime) -> Simulation:
    """Try a change. Who may make it is the caller's to check. Raises NotFound."""
    trying = _Trying(actor, tried, now)
    return trying.told(language)


def check_shown(actor: Actor, tried: Tried, shown: Shown | None, *, now: datetime) -> None:
    """Whether everything that breaks was shown to whoever saves; None did not ask. Called under the lock of the change.

    Raises BookingsChanged with the fresh list.
    """
    if shown is None:
        return
    trying = _Trying(actor, tried, now)
    if shown.holds(item.first.visit_id for item in trying.broken):
        return
    found = trying.told(shown.language)
    raise BookingsChanged(
        broken=list(found.broken), unnamed=found.unnamed, broken_already=found.broken_already, seen=found.seen
    )


class _Trying:
    """One change, tried on the visits ahead of those it concerns."""

    def __init__(self, actor: Actor, tried: Tried, now: datetime) -> None:
        self.actor, self.tried, self.now = actor, tried, now
        self.staff_ids = self._staff_ids()
        self.broken: list[_Visit] = []
        self.broken_already = 0
        self._judge()

    def _staff_ids(self) -> frozenset[UUID]:
        people = StaffMember.objects.all()
        if self.tried.staff_id is not None:
            people = people.filter(pk=self.tried.staff_id)
        else:
            people = people.filter(business=self.tried.business_id, archived_at=None)
        found = list(people.values_list("pk", "business_id"))
        if self.tried.staff_id is not None and not found:
            raise NotFound
        self.business_id = found[0][1] if found else self.tried.business_id
        return frozenset(staff_id for staff_id, _ in found)

    def _judge(self) -> None:
        visits = self._visits_ahead()
        if not visits:
            return
        around = Interval(visits[0].first.starts, max(item.rows[-1].ends for item in visits))
        calendars = self._calendars(self.staff_ids, around)
        trials = {str(staff_id): self.tried.trial for staff_id in self.staff_ids}
        empty = {staff_id: _without_visits(calendar) for staff_id, calendar in calendars.items()}
        for item in visits:
            judged = judge(item.parts, empty, trials, item.request.rules, now=clock.epoch(self.now))
            if judged.new:
                self.broken.append(_Visit(item.rows, item.request, item.parts, judged.new))
            elif judged.before:
                self.broken_already += 1

    def _visits_ahead(self) -> list[_Visit]:
        """The visits of these people that have not begun, by start. Two SQL queries."""
        wanted = Appointment.objects.filter(
            staff_member__in=self.staff_ids, state__in=OPEN, starts_at__gt=self.now
        ).order_by()
        if self.tried.starts is not None:
            wanted = wanted.filter(
                starts_at__gte=clock.instant(self.tried.starts.start),
                starts_at__lt=clock.instant(self.tried.starts.end),
            )
        rows = (
            Appointment.objects.filter(visit_id__in=wanted.values("visit_id"))
            .exclude(state=Appointment.State.CANCELLED)
            .select_related("service", "staff_member", "customer", "address")
            .defer("address__access_notes", "service__questions")
            .order_by("position", "pk")
        )
        by_visit: dict[UUID, list[Appointment]] = defaultdict(list)
        for row in rows:
            by_visit[row.visit_id].append(row)
        ahead = [found for found in by_visit.values() if all(row.state in OPEN for row in found)]
        ahead = [found for found in ahead if found[0].starts_at > self.now]
        policies = policies_of({row.business_id for found in ahead for row in found}) if ahead else {}
        ahead.sort(key=lambda found: (found[0].starts_at, found[0].pk))
        return [self._visit(found, policies[found[0].business_id]) for found in ahead]

    def _visit(self, rows: Sequence[Appointment], policies: Policies) -> _Visit:
        people = [str(row.staff_member_id) for row in rows]
        request = request_of(rows, people, [row.ends - row.starts for row in rows], policies)
        parts: list[Part] = []
        for n, (row, segment) in enumerate(zip(rows, request.segments, strict=True)):
            previous = rows[n - 1] if n else None
            if previous and (previous.staff_member_id, previous.ends) == (row.staff_member_id, row.starts):
                parts[-1] = Part(
                    people[n], parts[-1].start, (*parts[-1].segments, segment), request.place, request.seats
                )
            else:
                parts.append(Part(people[n], row.starts, (segment,), request.place, request.seats))
        return _Visit(tuple(rows), request, tuple(parts))

    def _calendars(self, staff_ids: Iterable[UUID], around: Interval) -> dict[str, StaffCalendar]:
        """Two SQL queries."""
        assert self.business_id is not None
        people = tuple(str(staff_id) for staff_id in staff_ids)
        around = Interval(around.start - LONGEST_CLAIM, around.end + LONGEST_CLAIM)
        patterns = patterns_between(people, self.business_id, around)
        return calendars_for(people, patterns, around=around, now=clock.epoch(self.now), with_places=True)

    def told(self, language: str) -> Simulation:
        """What the actor is told: names and fixes of the visits they look after, a number of the others."""
        named = [item for item in self.broken if any(works_on(self.actor, row) for row in item.rows)][:MOST_SHOWN]
        return Simulation(
            broken=tuple(self._with_fixes(named, language)),
            unnamed=len(self.broken) - len(named),
            broken_already=self.broken_already,
            seen=token_of(item.first.visit_id for item in self.broken),
        )

    def _with_fixes(self, named: Sequence[_Visit], language: str) -> list[BrokenVisit]:
        if not named:
            return []
        offers = _Offers(named)
        mates = {row.staff_member_id for item in named for row in item.rows}
        people = mates | self.staff_ids | {staff_id for staff_id in offers.names if can_give_to(self.actor, staff_id)}
        reach = NEAR[-1] + BESIDE
        around = Interval(named[0].first.starts - reach, named[-1].rows[-1].ends + reach)
        trials = {str(staff_id) for staff_id in self.staff_ids}
        calendars = {
            staff_id: self.tried.trial.on(calendar) if staff_id in trials else calendar
            for staff_id, calendar in self._calendars(people, around).items()
        }
        fixes = Fixes(calendars, now=clock.epoch(self.now))
        return [self._broken(item, fixes, offers, language) for item in named]

    def _broken(self, item: _Visit, fixes: Fixes, offers: _Offers, language: str) -> BrokenVisit:
        mine = next(row for row in item.rows if works_on(self.actor, row))
        concerned = next(row for row in item.rows if row.staff_member_id in self.staff_ids)
        move_to, give_to = None, None
        if item.in_one_go and all(works_on(self.actor, row) for row in item.rows):
            claims = {str(claim_id): seats for claim_id, seats in seats_of(item.rows).items()}
            stranded = Stranded(item.parts, item.request.rules, claims)
            slot = fixes.move(stranded)
            move_to = None if slot is None else clock.instant(slot.start)
            takers = [staff_id for staff_id in offers.takers(item.rows) if can_give_to(self.actor, staff_id)]
            taken_over = fixes.give(stranded, [str(staff_id) for staff_id in takers])
            if taken_over is not None:
                staff_id = UUID(taken_over.staff_id)
                give_to = GiveTo(staff_id, offers.names[staff_id], list(taken_over.agreed))
        return BrokenVisit(
            appointment_id=mine.pk,
            revision=mine.revision,
            starts_at=item.first.starts_at,
            ends_at=item.rows[-1].ends_at,
            zone=concerned.staff_member.zone,
            staff_member_id=concerned.staff_member_id,
            staff_name=concerned.staff_member.name,
            customer_name=item.first.customer.name,
            service=", ".join(text_in(row.service.name, language) for row in item.rows),
            codes=list(item.codes),
            move_to=move_to,
            give_to=give_to,
        )


class _Offers:
    """Who delivers the services of these visits now, and at what price. One SQL query."""

    def __init__(self, visits: Sequence[_Visit]) -> None:
        self.names: dict[UUID, str] = {}
        self.prices: dict[tuple[UUID, UUID], int | None] = {}  # by service and person, of everybody there was
        self.bookable: dict[UUID, list[UUID]] = defaultdict(list)
        services = {row.service_id for item in visits for row in item.rows}
        rows = Offering.objects.filter(service__in=services).select_related("staff_member")
        for offering in rows.order_by("staff_member__name", "pk"):
            person = offering.staff_member
            self.prices[offering.service_id, person.pk] = offering.price_amount
            if offering.archived_at is None and person.archived_at is None and person.is_bookable:
                self.names[person.pk] = person.name
                self.bookable[offering.service_id].append(person.pk)

    def takers(self, rows: Sequence[Appointment]) -> list[UUID]:
        """Who else delivers all of these services at the price of the person who has each now, by name."""
        found: list[UUID] = []
        for staff_id in self.bookable[rows[0].service_id]:
            if all(
                staff_id != row.staff_member_id
                and staff_id in self.bookable[row.service_id]
                and self._price(row, staff_id) == self._price(row, row.staff_member_id)
                for row in rows
            ):
                found.append(staff_id)
        return found

    def _price(self, row: Appointment, staff_id: UUID) -> int:
        own = self.prices.get((row.service_id, staff_id))
        return row.service.price_amount if own is None else own


def _without_visits(calendar: StaffCalendar) -> StaffCalendar:
    return replace(calendar, taken=())
