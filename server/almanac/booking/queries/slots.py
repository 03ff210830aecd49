"""Free times of a line of the basket, of a service, or of a visit that is to be moved, grouped by date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from almanac.booking.content import LineContent, PlaceContent
from almanac.booking.queries.visit_requests import Wish, visit_request
from almanac.catalog.models import Venue
from almanac.catalog.queries.offers import Deliverer, OnOffer
from almanac.engine.problem import Interval, Slot
from almanac.kit.clock import epoch
from almanac.kit.errors import InvalidInput
from almanac.scheduling.queries import free, sessions
from almanac.scheduling.visits import VisitRequest

MOST_DAYS = 62


@dataclass(frozen=True, slots=True)
class Search:
    """What free times are asked for: the wish, what scheduling is asked, and whose clock the dates are read by.

    `more` are the wishes that are done right after it, in one visit. `place` and `files_owner` are those of the basket.
    """

    wish: Wish
    request: VisitRequest
    zone: str
    ignoring: Mapping[UUID, int] = field(default_factory=dict)
    more: tuple[Wish, ...] = ()
    place: PlaceContent | None = None
    files_owner: str = ""

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All that is to be done, in its order."""
        return (self.wish, *self.more)

    @property
    def staff(self) -> list[Deliverer]:
        """Who could come, in the order answers refer to them."""
        wanted = set(self.request.staff_ids)
        people = {item.staff_id: item for wish in self.wishes for item in wish.offer.offerings}
        return [item for item in people.values() if item.staff_id in wanted]

    def does_all(self, staff_id: str) -> bool:
        """Whether this staff member delivers every service of it."""
        return all(staff_id in segment.staff_ids for segment in self.request.segments)

    @property
    def capacity(self) -> int:
        """How many seats one session has; several services in a row are always for one."""
        return 1 if self.more else self.wish.offer.service.capacity

    def seconds_with(self, staff_id: str) -> int:
        """How long it takes with this staff member."""
        return sum(dict(item.durations).get(staff_id, item.duration) for item in self.request.segments)

    def price_with(self, staff_id: str) -> int:
        """What the services cost with this staff member, in minor units; where they do not deliver one, its usual price."""
        own = [
            next((item.price_amount for item in wish.offer.offerings if item.staff_id == staff_id), None)
            for wish in self.wishes
        ]
        return sum(
            wish.offer.service.price_amount if amount is None else amount
            for wish, amount in zip(self.wishes, own, strict=True)
        )


@dataclass(frozen=True, slots=True)
class FreeTimes:
    """Free starts by date: `(start, end, indexes into staff)`, and each person's first start.

    Where nobody could do all services of it alone, the indexes are those of the people who come one after another.
    """

    days: Mapping[date, list[tuple[int, int, list[int]]]]
    first_of: Mapping[str, int]
    seats_left: Mapping[int, int] = field(default_factory=dict)  # by start, of group sessions that stand already


def search_for(
    line: LineContent, offer: OnOffer, place: PlaceContent | None, *, staff_ids: list[UUID], viewer_zone: str
) -> Search:
    """The search for one wish. Raises NotOnOffer, PlaceNeeded, InvalidInput (no such zone)."""
    return visit_search([Wish(line, offer)], place, staff_ids=staff_ids, viewer_zone=viewer_zone)


def visit_search(
    wishes: Sequence[Wish], place: PlaceContent | None, *, staff_ids: list[UUID], viewer_zone: str
) -> Search:
    """The search for services one after another. Raises as `search_for`."""
    first, *more = wishes
    request = visit_request(wishes, place, staff_ids=staff_ids)
    return Search(first, request, zone_shown(first.offer, viewer_zone), more=tuple(more))


def zone_shown(offer: OnOffer, viewer_zone: str) -> str:
    """Whose clock is shown: the viewer's own for online sessions, else that of the business. Raises InvalidInput."""
    if viewer_zone and viewer_zone not in available_timezones():
        raise InvalidInput(fields={"zone": ["This time zone is not known."]})
    online = offer.service.venue == Venue.ONLINE
    return viewer_zone if online and viewer_zone else offer.service.business.zone


def free_times(search: Search, *, first_on: date, last_on: date, now: datetime) -> FreeTimes:
    """Free starts on each date of a range of at most 62, in the search's zone. Two SQL queries, four for several services.

    Raises InvalidInput for a range that runs backwards or is too long.
    """
    window = window_of(first_on, last_on, search.zone)
    by_staff = free.starts_by_staff(search.request, window=window, now=epoch(now), ignoring=search.ignoring)
    staff = search.staff
    index = {item.staff_id: number for number, item in enumerate(staff)}
    who: dict[int, list[int]] = defaultdict(list)
    for staff_id, starts in by_staff.items():
        number = index[staff_id]
        for start in starts:
            who[start].append(number)
    lasts = [search.seconds_with(item.staff_id) for item in staff]
    ends = {start: start + lasts[min(numbers)] for start, numbers in who.items()}
    for slot in _in_turn(search, window, now=epoch(now)):
        if slot.start not in who:
            who[slot.start] = [index[staff_id] for staff_id in dict.fromkeys(slot.staff_ids)]
            ends[slot.start] = slot.end
    days: dict[date, list[tuple[int, int, list[int]]]] = {
        first_on + timedelta(days=number): [] for number in range((last_on - first_on).days + 1)
    }
    dates = _Dates(search.zone)
    for start in sorted(who):
        days[dates.of(start)].append((start, ends[start], sorted(who[start])))
    return FreeTimes(
        days,
        {staff_id: starts[0] for staff_id, starts in by_staff.items() if starts},
        _seats_left(search, by_staff, window, now=epoch(now)),
    )


def _seats_left(search: Search, by_staff: Mapping[str, list[int]], window: Interval, *, now: int) -> dict[int, int]:
    """Of each start at which a group session stands, the most seats that anybody has left then. One SQL query; without
    a group none."""
    if search.capacity == 1:
        return {}
    left = sessions.seats_left(
        [search.wish.offer.service.pk],
        staff_ids=[UUID(staff_id) for staff_id in by_staff],
        start_from=window.start,
        start_before=window.end,
        now=now,
        ignoring=search.ignoring,
    )
    most: dict[int, int] = {}
    for staff_id, starts in by_staff.items():
        here = {session.start: seats for session, seats in left.items() if session.staff_id == UUID(staff_id)}
        for start in here.keys() & set(starts):
            most[start] = max(most.get(start, 0), here[start])
    return most


def _in_turn(search: Search, window: Interval, *, now: int) -> list[Slot]:
    """Of several services, the starts at which they can be done one after another, by however many people."""
    if not search.more:
        return []
    return free.open_slots(search.request, window=window, now=now, ignoring=search.ignoring)


def first_free(search: Search, *, now: datetime) -> Slot | None:
    """The earliest slot within the horizon, or None."""
    return free.first_free(search.request, now=epoch(now), ignoring=search.ignoring)


def window_of(first_on: date, last_on: date, zone: str) -> Interval:
    """The instants from the first date's midnight to the end of the last one, on the zone's clock. Raises InvalidInput."""
    if not 0 <= (last_on - first_on).days < MOST_DAYS:
        raise InvalidInput(fields={"last_on": [f"Ask for 1 to {MOST_DAYS} days, first date first."]})
    try:
        return Interval(_midnight(first_on, zone), _midnight(last_on + timedelta(days=1), zone))
    except OverflowError as error:
        raise InvalidInput(fields={"last_on": ["That date is too far away."]}) from error


def _midnight(on: date, zone: str) -> int:
    return int(datetime.combine(on, time(), ZoneInfo(zone)).timestamp())


class _Dates:
    """Dates of ascending instants on a zone's clock, asking the zone once a day instead of once an instant."""

    def __init__(self, zone: str) -> None:
        self._zone = zone
        self._on = date.min
        self._until = 0

    def of(self, instant: int) -> date:
        if instant >= self._until:
            self._on = datetime.fromtimestamp(instant, ZoneInfo(self._zone)).date()
            self._until = _midnight(self._on + timedelta(days=1), self._zone)
        return self._on
