"""From a line of the basket to what scheduling is asked: lengths with extras and answers, who may come, which rules hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from almanac.booking.content import ExtraContent, LineContent, PlaceContent, chosen_in
from almanac.booking.errors import Incomplete, PlaceNeeded
from almanac.business.policies import BookingPolicy, TravelPolicy
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Service, Venue
from almanac.catalog.queries.lengths import minutes_of, unanswered_lengths
from almanac.catalog.queries.offers import OnOffer, offer_for, some_on_offer
from almanac.engine.problem import Place
from almanac.scheduling.queries.requests import request_for
from almanac.scheduling.visits import VisitRequest


@dataclass(frozen=True, slots=True)
class Wish:
    """A line with what is known of it: the offer behind it and its policies."""

    line: LineContent
    offer: OnOffer

    @property
    def policy(self) -> BookingPolicy:
        """The booking policy of its business and service."""
        return self.offer.booking_policy

    @property
    def travel(self) -> TravelPolicy:
        """How its business travels."""
        return self.offer.policies.travel

    @property
    def extra_minutes(self) -> int:
        """How much longer the extras make the visit."""
        return sum(self.offer.extra(item.extra_id).duration_minutes * item.quantity for item in self.line.extras)

    @property
    def longer_minutes(self) -> int:
        """How much longer than the service alone the visit is, by extras and answers."""
        return self.extra_minutes + minutes_of(self.offer.service, self.line.answers)


def wishes_of(lines: Sequence[LineContent]) -> list[Wish]:
    """What is known of each line. Raises NotOnOffer."""
    if len(lines) == 1:
        line = lines[0]
        return [Wish(line, offer_for(line.service_id, [item.extra_id for item in line.extras]))]
    offers = some_on_offer(chosen_in(lines))
    for line in lines:
        if line.service_id not in offers:
            raise NotOnOffer(what="service", service_id=line.service_id)
    return [Wish(line, offers[line.service_id]) for line in lines]


def check_lengths(wishes: Iterable[Wish]) -> None:
    """What a visit's length hangs on is answered before its time is chosen. Raises Incomplete."""
    missing = [
        f"lines.{wish.line.id}.answers.{key}"
        for wish in wishes
        for key in unanswered_lengths(wish.offer.service, wish.line.answers)
    ]
    if missing:
        raise Incomplete(missing=missing)


def request_of(wish: Wish, place: PlaceContent | None, *, staff_ids: Iterable[UUID] = ()) -> VisitRequest:
    """What scheduling is asked for one line; `staff_ids` narrows it further than the line's own preference.

    Raises PlaceNeeded for a visit without a postcode, and NotOnOffer when nobody of those wished for delivers it.
    """
    offer, where = wish.offer, _place(wish.offer.service, place)
    only = {str(staff_id) for staff_id in staff_ids} or {str(staff_id) for staff_id in wish.line.preferred_staff}
    candidates = [item for item in offer.offerings if not only or item.staff_id in only]
    if not candidates:
        raise NotOnOffer(what="staff_member", service_id=offer.service.id)
    return request_for(offer, candidates, place=where, seats=wish.line.seats, longer_minutes=wish.longer_minutes)


def visit_request(
    wishes: Sequence[Wish], place: PlaceContent | None, *, staff_ids: Iterable[UUID] = ()
) -> VisitRequest:
    """What scheduling is asked for services one after another. With `staff_ids` each is done by one of these people; where a
    line asks for the same person, all are done by one.

    Raises PlaceNeeded, NotOnOffer.
    """
    only = list(staff_ids)
    request = in_a_row([request_of(wish, place, staff_ids=only) for wish in wishes])
    alone = any(wish.line.bundle and wish.line.bundle.same_person for wish in wishes)
    return replace(request, same_person=alone and len(wishes) > 1)


def in_a_row(requests: Sequence[VisitRequest]) -> VisitRequest:
    """Requests of one service each as one: rule of choosing and grid are those of the first, all other rules the
    strictest there are.
    """
    first = requests[0]
    if len(requests) == 1:
        return first
    limits = [item.rules.daily_limit for item in requests if item.rules.daily_limit is not None]
    rules = replace(
        first.rules,
        lead_time=max(item.rules.lead_time for item in requests),
        horizon_days=min(item.rules.horizon_days for item in requests),
        daily_limit=min(limits, default=None),
    )
    return replace(first, segments=tuple(item.segments[0] for item in requests), rules=rules)


def check_extras(offer: OnOffer, extras: Iterable[ExtraContent]) -> list[ExtraContent]:
    """Extras as the service allows them: known, each once, at most as many as there may be. Raises NotOnOffer."""
    wanted: dict[UUID, int] = {}
    for item in extras:
        wanted[item.extra_id] = wanted.get(item.extra_id, 0) + item.quantity
    return [
        ExtraContent(extra_id=extra_id, quantity=min(quantity, offer.extra(extra_id).max_quantity))
        for extra_id, quantity in wanted.items()
    ]


def _place(service: Service, place: PlaceContent | None) -> Place | None:
    if service.venue != Venue.CUSTOMER:
        return None
    if place is None:
        raise PlaceNeeded
    return Place(place.latitude, place.longitude)
