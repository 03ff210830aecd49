"""Why a date has nothing free, in words a customer may know, and the smallest change that would open something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from almanac.booking.queries.slots import Search, window_of
from almanac.engine.changes import ChangeKind
from almanac.engine.facts import Code
from almanac.engine.problem import Problem, Slot
from almanac.engine.proposals import Audience
from almanac.engine.reasons import Refusal, explain_day
from almanac.kit.clock import epoch
from almanac.scheduling.queries import free
from almanac.scheduling.queries.problems import problem_for

NOON = 12 * 3600
TAKEN = "taken"  # what stands in the way is other people's affair: a customer is not told which
PUBLIC = {Code.HOURS, Code.LEAD_TIME, Code.HORIZON, Code.AREA, Code.TOO_LONG, Code.CAPACITY}
SHORTER = frozenset({ChangeKind.SHORTER})


@dataclass(frozen=True, slots=True)
class NothingFits:
    """`reasons`: `hours`, `lead_time`, `horizon`, `area`, `too_long`, `capacity` or `taken`, most frequent first.

    `shorter` is how many seconds less would open `shorter_start`, where leaving out extras can make it that short;
    `nearest` is the open slot nearest to the date's noon within a week.
    """

    reasons: tuple[str, ...]
    shorter: int | None
    shorter_start: int | None
    nearest: Slot | None


def nothing_fits(search: Search, *, on: date, now: datetime) -> NothingFits:
    """What stands in the way on one date, over everybody who could come; each proposal was tried by computing it."""
    window = window_of(on, on, search.zone)
    problem = problem_for(search.request, window=window, now=epoch(now), ignoring=search.ignoring)
    refusals = [refusal for calendar in problem.calendars for refusal in _refusals(problem, calendar.staff_id, on)]
    seconds, start = _shorter(refusals, at_most=sum(wish.extra_minutes for wish in search.wishes) * 60)
    near = free.nearest(search.request, start=window.start + NOON, now=epoch(now), count=1, ignoring=search.ignoring)
    return NothingFits(_public(refusals), seconds, start, near[0] if near else None)


def _refusals(problem: Problem, staff_id: str, on: date) -> Iterator[Refusal]:
    """Every refused start of the window; the person's own dates may begin a day earlier or later than the reader's."""
    for number in (-1, 0, 1):
        day = on + timedelta(days=number)
        for verdict in explain_day(problem, staff_id, day, audience=Audience.CUSTOMER, allowed=SHORTER):
            if verdict.refusal:
                yield verdict.refusal


def _public(refusals: list[Refusal]) -> tuple[str, ...]:
    found = Counter(
        name
        for refusal in refusals
        for name in {reason.code.value if reason.code in PUBLIC else TAKEN for reason in refusal.reasons}
    )
    if set(found) != {Code.HOURS.value}:
        found.pop(Code.HOURS.value, None)  # nights are always outside hours: it says nothing beside other reasons
    return tuple(name for name, _ in found.most_common())


def _shorter(refusals: list[Refusal], *, at_most: int) -> tuple[int | None, int | None]:
    """The least shortening that leaving out extras can give, with the start it opens."""
    found = [
        (refusal.smallest_change.seconds, refusal.start)
        for refusal in refusals
        if refusal.smallest_change and refusal.smallest_change.seconds <= at_most
    ]
    return min(found, default=(None, None))
