"""A change of somebody's time as it is tried: on whom, and which starts it could touch at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from uuid import UUID

from almanac.engine.problem import Interval, ServiceArea, WallSpan, WeeklySpan
from almanac.engine.trials import Absence, Closure, NewAreas, NewDate, NewWeek, Trial
from almanac.kit import clock
from almanac.kit.errors import InvalidInput
from almanac.scheduling.models import LONGEST_CLAIM, WorkingHours

NOTHING = "none"
MOST_LISTED = 400  # beyond that a token names the whole set, so that a header holds it
AROUND = timedelta(days=3)  # hours run over midnight, and zones are a day apart


@dataclass(frozen=True, slots=True)
class Tried:
    """What is tried; `staff_id` None is everybody of the business, `starts` None is any time ahead."""

    trial: Trial
    staff_id: UUID | None = None
    business_id: UUID | None = None
    starts: Interval | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What the person who saves was shown as breaking, as its token, and their language for a fresh list."""

    token: str
    language: str

    def __post_init__(self) -> None:
        if not (self.token == NOTHING or self.token.removeprefix("*").isalnum()):
            raise InvalidInput(fields={"Bookings-Seen": ["Send what the preview said."]})

    def holds(self, visit_ids: Iterable[UUID]) -> bool:
        """Whether all of these visits were shown."""
        wanted = token_of(visit_ids)
        if wanted in (NOTHING, self.token):
            return True
        if "*" in (wanted[:1], self.token[:1]) or self.token == NOTHING:
            return False
        return set(_parts(wanted)) <= set(_parts(self.token))


def token_of(visit_ids: Iterable[UUID]) -> str:
    """A text that says which visits these are to us alone."""
    marks = sorted(blake2b(visit_id.bytes, digest_size=4).hexdigest() for visit_id in visit_ids)
    if len(marks) > MOST_LISTED:
        return f"*{blake2b(''.join(marks).encode(), digest_size=12).hexdigest()}"
    return "".join(marks) or NOTHING


def _parts(token: str) -> list[str]:
    return [token[at : at + 8] for at in range(0, len(token), 8)]


def week(staff_id: UUID, spans: Sequence[tuple[int, int, int, str, UUID | None]]) -> Tried:
    """Another week: (weekday, start minute, end minute, kind, service) of each span."""
    work: list[WeeklySpan] = []
    breaks: list[WeeklySpan] = []
    own: dict[str, list[WeeklySpan]] = {}
    for weekday, start, end, kind, service_id in spans:
        span = WeeklySpan(weekday, WallSpan(start, end))
        if service_id is not None:
            own.setdefault(str(service_id), []).append(span)
        else:
            (breaks if kind == WorkingHours.Kind.BREAK else work).append(span)
    service_hours = tuple((service_id, tuple(sorted(found))) for service_id, found in sorted(own.items()))
    return Tried(NewWeek(tuple(sorted(work)), tuple(sorted(breaks)), service_hours), staff_id)


def one_date(staff_id: UUID, on_date: date, spans: Sequence[Sequence[int]] | None) -> Tried:
    """Other hours for one date, none, or (None) the weekly ones again."""
    own = None if spans is None else tuple(sorted(WallSpan(start, end) for start, end in spans))
    return Tried(NewDate(on_date, own), staff_id, starts=_around(on_date, on_date))


def time_off(staff_id: UUID, starts_at: datetime, ends_at: datetime) -> Tried:
    """An absence."""
    span = Interval(clock.epoch(starts_at), clock.epoch(ends_at))
    return Tried(Absence(span), staff_id, starts=Interval(span.start - LONGEST_CLAIM, span.end + LONGEST_CLAIM))


def holidays(business_id: UUID, dates: Iterable[date]) -> Tried:
    """Dates on which everybody is off."""
    closed = frozenset(dates)
    return Tried(Closure(closed), business_id=business_id, starts=_around(min(closed), max(closed)))


def areas(staff_id: UUID, left: Sequence[ServiceArea]) -> Tried:
    """Other areas."""
    return Tried(NewAreas(tuple(left)), staff_id)


def _around(first: date, last: date) -> Interval:
    begin = datetime.combine(first, time(), UTC) - AROUND
    return Interval(clock.epoch(begin), clock.epoch(datetime.combine(last, time(), UTC) + AROUND + timedelta(days=1)))
