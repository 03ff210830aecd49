"""Why a time is not open, and what would open it: the question behind the staff's "why not?" screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.catalog.models import Venue
from almanac.catalog.queries import offer_for
from almanac.engine import reasons
from almanac.engine.problem import Interval, Place, Problem, Segment
from almanac.engine.proposals import Audience
from almanac.engine.reasons import Refusal, Verdict
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.scheduling.permissions import can_ask_why_not
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.visits import VisitRequest, rules_of


@dataclass(frozen=True, slots=True)
class ExplainedDay:
    """The engine's question for one day, which is what a support case keeps, and every start of the day with its reasons."""

    zone: str
    problem: Problem
    verdicts: tuple[Verdict, ...]


def request_for(
    service_id: UUID, staff_ids: Iterable[UUID], *, place: Place | None = None, seats: int = 1
) -> VisitRequest:
    """One service by these people as the catalogue and the policies have it now. Raises NotOnOffer."""
    offer = offer_for(service_id)
    service = offer.service
    offerings = [offer.offering_of(staff_id) for staff_id in staff_ids]
    segment = Segment(
        service_id=str(service.pk),
        duration=service.duration_minutes * 60,
        capacity=service.capacity,
        buffer_before=service.buffer_before_minutes * 60,
        buffer_after=service.buffer_after_minutes * 60,
        staff_ids=tuple(str(item.staff_member_id) for item in offerings),
        durations=tuple(
            (str(item.staff_member_id), item.duration_minutes * 60) for item in offerings if item.duration_minutes
        ),
    )
    return VisitRequest(
        business_id=service.business_id,
        segments=(segment,),
        seats=seats,
        rules=rules_of(offer.booking_policy, offer.policies.travel),
        place=place if service.venue == Venue.CUSTOMER else None,
        comes_to_customer=service.venue == Venue.CUSTOMER,
    )


def day_explained(
    *, actor: Actor, staff_id: UUID, service_id: UUID, on: date, now: datetime, place: Place | None = None
) -> ExplainedDay:
    """Every start of a staff member's local date, open or with its reasons and the smallest change that opens it.

    Reasons tell who is booked when: raises NotAllowed for anybody who does not see that calendar anyway, NotOnOffer.
    """
    if not can_ask_why_not(actor, staff_id):
        raise NotAllowed
    request = request_for(service_id, [staff_id], place=place)
    problem = problem_for(request, window=_around(on), now=clock.epoch(now), with_references=True)
    if not problem.calendars:  # without an area nobody travels, and there is no calendar to explain
        return ExplainedDay("UTC", problem, ())
    zone = problem.calendars[0].zone
    midnight = datetime.combine(on, time(), ZoneInfo(zone))
    day = Interval(clock.epoch(midnight), clock.epoch(midnight + timedelta(days=1)))
    problem = Problem(problem.calendars, problem.ask, problem.rules, day, problem.now)
    return ExplainedDay(zone, problem, tuple(reasons.explain_day(problem, str(staff_id), on, audience=Audience.STAFF)))


def why_not(
    request: VisitRequest, *, start: int, staff_id: str, now: int, audience: Audience = Audience.CUSTOMER
) -> Refusal | None:
    """Why this person cannot do the visit at this start; None when it is open."""
    window = Interval(start - 7 * 86_400, start + 7 * 86_400)
    return reasons.explain(problem_for(request, window=window, now=now), start, staff_id, audience=audience)


def _around(on: date) -> Interval:
    """Instants that hold the date in every zone there is."""
    midnight = clock.epoch(datetime.combine(on, time(), ZoneInfo("UTC")))
    return Interval(midnight - 86_400, midnight + 2 * 86_400)
