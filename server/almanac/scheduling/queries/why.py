"""Why a time is not open, and what would open it: the question behind the staff's "why not?" screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.catalog.queries.offers import offer_for
from almanac.engine import reasons
from almanac.engine.problem import Interval, Place, Problem
from almanac.engine.proposals import Audience
from almanac.engine.reasons import Verdict
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.scheduling.permissions import can_ask_why_not
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.queries.requests import request_for


@dataclass(frozen=True, slots=True)
class ExplainedDay:
    """The engine's question for one day, which is what a support case keeps, and every start of the day with its reasons."""

    zone: str
    problem: Problem
    verdicts: tuple[Verdict, ...]


def day_explained(
    *, actor: Actor, staff_id: UUID, service_id: UUID, on: date, now: datetime, place: Place | None = None
) -> ExplainedDay:
    """Every start of a staff member's local date, open or with its reasons and the smallest change that opens it.

    Reasons tell who is booked when: raises NotAllowed for anybody who does not see that calendar anyway, NotOnOffer.
    """
    if not can_ask_why_not(actor, staff_id):
        raise NotAllowed
    offer = offer_for(service_id)
    request = request_for(offer, [offer.offering_of(staff_id)], place=place)
    problem = problem_for(request, window=_around(on), now=clock.epoch(now), with_references=True)
    if not problem.calendars:  # without an area nobody travels, and there is no calendar to explain
        return ExplainedDay("UTC", problem, ())
    zone = problem.calendars[0].zone
    midnight = datetime.combine(on, time(), ZoneInfo(zone))
    day = Interval(clock.epoch(midnight), clock.epoch(midnight + timedelta(days=1)))
    problem = Problem(problem.calendars, problem.ask, problem.rules, day, problem.now)
    return ExplainedDay(zone, problem, tuple(reasons.explain_day(problem, str(staff_id), on, audience=Audience.STAFF)))


def _around(on: date) -> Interval:
    """Instants that hold the date in every zone there is."""
    midnight = clock.epoch(datetime.combine(on, time(), ZoneInfo("UTC")))
    return Interval(midnight - 86_400, midnight + 2 * 86_400)
