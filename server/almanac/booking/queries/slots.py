"""Free times of a line of the basket, of a service, or of a visit that is to be moved, grouped by date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from almanac.booking.content import LineContent, PlaceContent
from almanac.booking.queries.visit_requests import Wish, request_of
from almanac.catalog.models import Venue
from almanac.catalog.queries import Deliverer, OnOffer
from almanac.engine.problem import Interval, Slot
from almanac.kit.clock import epoch
from almanac.kit.errors import InvalidInput
from almanac.scheduling.queries import free
from almanac.scheduling.visits import VisitRequest

MOST_DAYS = 62


@dataclass(frozen=True, slots=True)
class Search:
    """What free times are asked for: the wish, what scheduling is asked, and whose clock the dates are read by."""

    wish: Wish
    request: VisitRequest
    zone: str
    ignoring: Mapping[UUID, int] = field(default_factory=dict)

    @property
    def staff(self) -> list[Deliverer]:
        """Who could come, in the order answers refer to them."""
        wanted = set(self.request.staff_ids)
        return [item for item in self.wish.offer.offerings if item.staff_id in wanted]

    def seconds_with(self, staff_id: str) -> int:
        """How long the visit takes with this staff member."""
        segment = self.request.segments[0]
        return dict(segment.durations).get(staff_id, segment.duration)


@dataclass(frozen=True, slots=True)
class FreeTimes:
    """Free starts by date: `(start, end, indexes into staff)`, and each person's first start."""

    days: Mapping[date, list[tuple[int, int, list[int]]]]
    first_of: Mapping[str, int]


def search_for(
    line: LineContent, offer: OnOffer, place: PlaceContent | None, *, staff_ids: list[UUID], viewer_zone: str
) -> Search:
    """The search for one wish. Raises NotOnOffer, PlaceNeeded, InvalidInput (no such zone)."""
    wish = Wish(line, offer)
    return Search(wish, request_of(wish, place, staff_ids=staff_ids), zone_shown(offer, viewer_zone))


def zone_shown(offer: OnOffer, viewer_zone: str) -> str:
    """Whose clock is shown: the viewer's own for online sessions, else that of the business. Raises InvalidInput."""
    if viewer_zone and viewer_zone not in available_timezones():
        raise InvalidInput(fields={"zone": ["This time zone is not known."]})
    online = offer.service.venue == Venue.ONLINE
    return viewer_zone if online and viewer_zone else offer.service.business.zone


def free_times(search: Search, *, first_on: date, last_on: date, now: datetime) -> FreeTimes:
    """Free starts on each date of a range of at most 62, in the search's zone. Two SQL queries.

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
    ends = [search.seconds_with(item.staff_id) for item in staff]
    days: dict[date, list[tuple[int, int, list[int]]]] = {
        first_on + timedelta(days=number): [] for number in range((last_on - first_on).days + 1)
    }
    dates = _Dates(search.zone)
    for start in sorted(who):
        free_staff = sorted(who[start])
        days[dates.of(start)].append((start, start + ends[free_staff[0]], free_staff))
    return FreeTimes(days, {staff_id: starts[0] for staff_id, starts in by_staff.items() if starts})


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
