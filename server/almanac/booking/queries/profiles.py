"""Whom anybody may book: searched, filtered and put in order, with the next free time of each.

A handful of SQL queries whatever the number of people: texts stand in several languages in one column, so words are
looked for here and not in the database, where neither of the two would find "Müller" by "muller".
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from almanac.business.models import Business
from almanac.catalog.models import Service, Venue
from almanac.catalog.queries import offers as catalog
from almanac.catalog.queries.offers import Deliverer, OnOffer
from almanac.kit.clock import epoch
from almanac.kit.errors import InvalidInput, NotFound
from almanac.people.models import Expertise, StaffMember
from almanac.people.queries.staff import staff_cards
from almanac.scheduling.queries.requests import request_for
from almanac.scheduling.queries.sessions import Session, seats_left
from almanac.scheduling.queries.upcoming import next_times

DAY = 24 * 3600
FEW = 4  # next free times of each session on somebody's own page


class ProfileOrder(StrEnum):
    """`recommended`: those the business puts first, then whoever is free soonest."""

    RECOMMENDED = "recommended"
    SOONEST = "soonest"
    PRICE = "price"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Offered:
    """A service as one person delivers it; `starts` are its next free ones, where they can be told without a place."""

    offer: OnOffer
    by: Deliverer
    starts: tuple[int, ...]
    seats: tuple[int, ...] = ()  # left at each of these starts, of a group session

    @property
    def next_free(self) -> int | None:
        """Its first free start in epoch seconds."""
        return self.starts[0] if self.starts else None

    @property
    def service(self) -> Service:
        return self.offer.service

    @property
    def amount(self) -> int:
        """Their price in minor units."""
        return self.service.price_amount if self.by.price_amount is None else self.by.price_amount

    @property
    def minutes(self) -> int:
        """How long it takes with them."""
        return self.by.duration_minutes or self.service.duration_minutes


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody who can be booked, with what for."""

    staff: StaffMember
    business: Business
    expertise: tuple[Expertise, ...]
    offered: tuple[Offered, ...]

    @property
    def next_free(self) -> int | None:
        """Their first free start for any of it, in epoch seconds."""
        return min((item.next_free for item in self.offered if item.next_free is not None), default=None)

    @property
    def rating(self) -> float | None:
        """The mean of what is known; None as long as nobody has said anything."""
        known = [item.by.rating for item in self.offered if item.by.rating is not None]
        return sum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; what is left empty does not count. `price_to` is in minor units of `currency`."""

    text: str = ""
    expertise: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    currency: str = ""
    price_to: int | None = None
    free_within_days: int | None = None
    order: ProfileOrder = ProfileOrder.RECOMMENDED


@dataclass(frozen=True, slots=True)
class Found:
    """The people found, in order, and what there is to choose from among all of them."""

    profiles: Sequence[Profile]
    expertise: Sequence[tuple[Expertise, int]] = ()
    languages: Mapping[str, int] = field(default_factory=dict)
    prices: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # by currency: lowest and highest


def find_profiles(wanted: Wanted, *, business_slug: str | None, now: datetime) -> Found:
    """Everybody with an online session on offer, of one business or of all, as far as they are what is looked for."""
    everybody = _profiles(catalog.visible_services(business_slug).filter(venue=Venue.ONLINE), now=now)
    fitting = [profile for profile in everybody if _fits(profile, wanted, now=epoch(now))]
    return Found(_in_order(fitting, wanted), _expertise_of(everybody), _languages_of(everybody), _prices_of(everybody))


def profile_of(business_slug: str, slug: str, *, now: datetime) -> Profile:
    """One person by their address, with all they can be booked for. Raises NotFound."""
    services = catalog.visible_services(business_slug).filter(
        offerings__staff_member__slug=slug, offerings__archived_at=None
    )
    found = _profiles(services, now=now, only=slug, count=FEW)
    if not found:
        raise NotFound
    return found[0]


def page_of(found: Sequence[Profile], *, after: str, limit: int) -> tuple[Sequence[Profile], str | None]:
    """At most `limit` people after the one whose id is the cursor. Raises InvalidInput for somebody who is not found."""
    first = 0
    if after:
        ids = [str(profile.staff.pk) for profile in found]
        if after not in ids:
            raise InvalidInput(fields={"cursor": ["This is not a cursor we gave."]})
        first = ids.index(after) + 1
    page = found[first : first + limit]
    return page, str(page[-1].staff.pk) if first + limit < len(found) else None


def _profiles(services: Iterable[Service], *, now: datetime, only: str | None = None, count: int = 1) -> list[Profile]:
    """Those who deliver any of these services. Nine SQL queries at most for the people of one business."""
    offers = catalog.on_offer(services)
    if only is not None:
        offers = [replace(o, offerings=tuple(by for by in o.offerings if by.slug == only)) for o in offers]
        offers = [offer for offer in offers if offer.offerings]
    asked = [offer for offer in offers if offer.service.venue != Venue.CUSTOMER]
    requests = [request_for(offer, offer.offerings, place=None) for offer in asked]
    starts = {
        (offer.service.pk, staff_id): tuple(found)
        for offer, by_staff in zip(asked, next_times(requests, now=epoch(now), count=count), strict=True)
        for staff_id, found in by_staff.items()
    }
    # Lists tell nothing of seats: they are asked for on somebody's own page alone.
    left = _seats_left(asked, starts, now=epoch(now)) if only is not None else None
    offered: dict[UUID, list[Offered]] = defaultdict(list)
    for offer in offers:
        for by in offer.offerings:
            times = starts.get((offer.service.pk, by.staff_id), ())
            item = Offered(offer, by, times, _seats(offer, by, times, left))
            offered[by.staff_member_id].append(item)
    businesses = {offer.service.business_id: offer.service.business for offer in offers}
    people = staff_cards(None).filter(pk__in=offered).prefetch_related("expertise").order_by("name", "pk")
    return [
        Profile(
            staff,
            businesses[staff.business_id],
            tuple(item for item in staff.expertise.all() if item.archived_at is None),
            tuple(offered[staff.pk]),
        )
        for staff in people
    ]


def _seats_left(
    asked: Sequence[OnOffer], starts: Mapping[tuple[UUID, str], tuple[int, ...]], *, now: int
) -> dict[Session, int]:
    """The seats left in the sessions that stand at these starts. One SQL query; none where nothing is for a group."""
    groups = {offer.service.pk for offer in asked if offer.service.capacity > 1}
    times = [start for (service_id, _), found in starts.items() if service_id in groups for start in found]
    if not times:
        return {}
    people = {UUID(staff_id) for service_id, staff_id in starts if service_id in groups}
    return seats_left(groups, staff_ids=people, start_from=min(times), start_before=max(times) + 1, now=now)


def _seats(
    offer: OnOffer, by: Deliverer, times: tuple[int, ...], left: Mapping[Session, int] | None
) -> tuple[int, ...]:
    service = offer.service
    if service.capacity == 1 or left is None:
        return ()
    return tuple(left.get(Session(service.pk, by.staff_member_id, start), service.capacity) for start in times)


def _fits(profile: Profile, wanted: Wanted, *, now: int) -> bool:
    staff = profile.staff
    if wanted.expertise and not wanted.expertise & {item.slug for item in profile.expertise}:
        return False
    if wanted.languages and not wanted.languages & set(staff.languages):
        return False
    if wanted.free_within_days is not None and (
        profile.next_free is None or profile.next_free >= now + wanted.free_within_days * DAY
    ):
        return False
    if wanted.price_to is not None and not any(
        item.service.currency == wanted.currency and item.amount <= wanted.price_to for item in profile.offered
    ):
        return False
    return _says(profile, wanted.text)


def _says(profile: Profile, text: str) -> bool:
    """Whether every word looked for stands somewhere in what is said of somebody, in any language."""
    words = folded(text).split()
    if not words:
        return True
    staff = profile.staff
    texts = [staff.name, *staff.title.values(), *staff.biography.values()]
    texts += [name for item in profile.expertise for name in item.name.values()]
    texts += [name for item in profile.offered for name in item.service.name.values()]
    said = folded(" ".join(texts))
    return all(word in said for word in words)


def folded(text: str) -> str:
    """Text as it is looked for: small letters without their accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _in_order(profiles: Iterable[Profile], wanted: Wanted) -> list[Profile]:
    """As wished. Prices in different money cannot be compared: the business's own stands first, or the one asked for."""
    never = 1 << 62

    def soonest(profile: Profile) -> tuple[object, ...]:
        return (profile.next_free is None, profile.next_free or never, profile.staff.name)

    def cheapest(profile: Profile) -> tuple[object, ...]:
        first = wanted.currency or profile.business.currency
        prices = [(item.service.currency != first, item.service.currency, item.amount) for item in profile.offered]
        return (*min(prices), profile.staff.name)

    keys = {
        ProfileOrder.RECOMMENDED: lambda profile: (not profile.staff.is_featured, *soonest(profile)),
        ProfileOrder.SOONEST: soonest,
        ProfileOrder.PRICE: cheapest,
        ProfileOrder.NAME: lambda profile: (folded(profile.staff.name),),
    }
    return sorted(profiles, key=keys[wanted.order])


def _expertise_of(profiles: Iterable[Profile]) -> list[tuple[Expertise, int]]:
    items = [item for profile in profiles for item in profile.expertise]
    counts = Counter(item.slug for item in items)
    once = {item.slug: item for item in items}
    return sorted(
        ((item, counts[slug]) for slug, item in once.items()), key=lambda pair: (pair[0].position, pair[0].slug)
    )


def _languages_of(profiles: Iterable[Profile]) -> dict[str, int]:
    return dict(sorted(Counter(code for profile in profiles for code in profile.staff.languages).items()))


def _prices_of(profiles: Iterable[Profile]) -> dict[str, tuple[int, int]]:
    amounts: dict[str, list[int]] = defaultdict(list)
    for profile in profiles:
        for item in profile.offered:
            amounts[item.service.currency].append(item.amount)
    return {currency: (min(found), max(found)) for currency, found in sorted(amounts.items())}
