"""Which openings there are for those who wait: the one search of the journey, asked for an entry of the waiting list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.content import LineContent, WaitingContent
from almanac.booking.errors import PlaceNeeded
from almanac.booking.models import WaitingEntry
from almanac.booking.queries.slots import Search, free_times, visit_search
from almanac.booking.queries.visit_requests import Wish
from almanac.booking.queries.waiting import State, wish_of
from almanac.business.policies import WaitingPolicy
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.queries.offers import OnOffer, offer_for
from almanac.engine.waiting import PartOfDay, Window, is_hour_to_offer
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.clock import epoch
from almanac.scheduling.queries.free import slots_at

OfferKey = tuple[UUID, frozenset[UUID]]


@dataclass(frozen=True, slots=True)
class Finder:
    """What is open to whom at one instant. It remembers what each service offers, and nothing of the calendars."""

    policy: WaitingPolicy
    now: datetime
    _offers: dict[OfferKey, OnOffer | None] = field(default_factory=dict)
    _searches: dict[UUID, Search | None] = field(default_factory=dict)

    def first(self, entry: WaitingEntry) -> int | None:
        """The earliest start open to the entry that the list may offer now, or None."""
        search = self._search(entry)
        if search is None:
            return None
        today = self.now.astimezone(ZoneInfo(search.zone)).date()
        first_on = max(entry.first_on, today)
        if first_on > entry.last_on:
            return None
        window, soonest = window_of(entry), self._soonest
        found = free_times(search, first_on=first_on, last_on=entry.last_on, now=self.now)
        starts = (start for day in found.days.values() for start, _, _ in day)
        return next((start for start in starts if start >= soonest and window.suits(start)), None)

    def wants(self, entry: WaitingEntry, start: int) -> bool:
        """Whether the list may offer this start to the entry now, and it is open to it."""
        if start < self._soonest or not window_of(entry).suits(start):
            return False
        search = self._search(entry)
        return search is not None and bool(slots_at(search.request, start=start, now=epoch(self.now)))

    def search_for(self, entry: WaitingEntry) -> Search:
        """The entry's search, of one that has starts. Raises NotOnOffer."""
        search = self._search(entry)
        if search is None:
            raise NotOnOffer(what="service", service_id=entry.service_id)
        return search

    @property
    def _soonest(self) -> int:
        """What begins before its offer would be over is not offered."""
        return epoch(self.now) + self.policy.offer_minutes * 60

    def _search(self, entry: WaitingEntry) -> Search | None:
        """None: not at this hour, or nobody delivers it any more."""
        if entry.pk not in self._searches:
            hours = {"from_hour": self.policy.offers_from_hour, "until_hour": self.policy.offers_until_hour}
            is_asleep = not is_hour_to_offer(epoch(self.now), entry.zone, **hours)
            self._searches[entry.pk] = None if is_asleep else self._made(entry)
        return self._searches[entry.pk]

    def _made(self, entry: WaitingEntry) -> Search | None:
        content = wish_of(entry)
        offers = [self._offer(line) for line in content.lines]
        known = [offer for offer in offers if offer is not None]
        if len(known) < len(offers):
            return None
        try:
            return search_of(content, known, zone=entry.zone)
        except (NotOnOffer, PlaceNeeded):
            return None

    def _offer(self, line: LineContent) -> OnOffer | None:
        extras = frozenset(item.extra_id for item in line.extras)
        key = (line.service_id, extras)
        if key not in self._offers:
            try:
                self._offers[key] = offer_for(line.service_id, extras)
            except NotOnOffer:
                self._offers[key] = None
        return self._offers[key]


def search_of(content: WaitingContent, offers: Sequence[OnOffer], *, zone: str) -> Search:
    """The search for what an entry wishes, on its clock. Raises NotOnOffer, PlaceNeeded."""
    wishes = [Wish(line, offer) for line, offer in zip(content.lines, offers, strict=True)]
    return visit_search(wishes, content.place, staff_ids=content.staff_ids, viewer_zone=zone)


def hand_search(actor: Actor, entry: WaitingEntry) -> Search:
    """What somebody of the team may offer the entry: by its people, or everybody, as far as the actor looks after them.

    Raises NotOnOffer, PlaceNeeded.
    """
    content = wish_of(entry)
    offers = [offer_for(line.service_id, [item.extra_id for item in line.extras]) for line in content.lines]
    if not actor.is_admin:
        managed = actor.managed_staff(ScopeAction.APPOINTMENTS)
        offers = [
            replace(one, offerings=tuple(o for o in one.offerings if UUID(o.staff_id) in managed)) for one in offers
        ]
    return search_of(content, offers, zone=entry.zone)


def window_of(entry: WaitingEntry) -> Window:
    """When the entry would come, without the starts it was offered before; of an entry read with its offers."""
    return Window(
        first_on=entry.first_on,
        last_on=entry.last_on,
        zone=entry.zone,
        weekdays=frozenset(entry.weekdays),
        parts=frozenset(PartOfDay(part) for part in entry.parts),
        not_again=frozenset((epoch(offer.starts_at), epoch(offer.ends_at)) for offer in entry.offers.all()),
    )


def line_of(business_id: UUID) -> list[WaitingEntry]:
    """Everybody who waits for a business, the longest waiting first, with what they were offered. Two SQL queries."""
    rows = WaitingEntry.objects.filter(business=business_id, state=State.WAITING).prefetch_related("offers")
    return list(rows.order_by("created_at", "pk"))


def businesses_waited_for() -> list[UUID]:
    """Those with anybody who waits. One SQL query."""
    rows = WaitingEntry.objects.filter(state=State.WAITING)
    return list(rows.order_by().values_list("business", flat=True).distinct())
