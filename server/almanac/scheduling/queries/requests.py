"""From what is on offer to what is asked: one service by those who deliver it, under the rules in force."""

from __future__ import annotations

from collections.abc import Iterable

from almanac.catalog.models import Venue
from almanac.catalog.queries.offers import Deliverer, OnOffer
from almanac.engine.problem import Place, Segment
from almanac.scheduling.visits import VisitRequest, rules_of


def request_for(
    offer: OnOffer, by: Iterable[Deliverer], *, place: Place | None, seats: int = 1, longer_minutes: int = 0
) -> VisitRequest:
    """One service of the catalogue by any of these people, `longer_minutes` with its extras; the place counts only where
    they come to the customer. Who works in its area is left to the engine, which says `area` for those who do not.
    """
    service, policy, people = offer.service, offer.booking_policy, tuple(by)
    segment = Segment(
        service_id=str(service.id),
        duration=(service.duration_minutes + longer_minutes) * 60,
        buffer_before=service.buffer_before_minutes * 60,
        buffer_after=service.buffer_after_minutes * 60,
        capacity=service.capacity,
        staff_ids=tuple(item.staff_id for item in people),
        durations=tuple(
            (item.staff_id, (item.duration_minutes + longer_minutes) * 60) for item in people if item.duration_minutes
        ),
    )
    return VisitRequest(
        business_id=service.business_id,
        segments=(segment,),
        rules=rules_of(policy, offer.policies.travel),
        place=place if service.venue == Venue.CUSTOMER else None,
        seats=seats,
        assignment=policy.assignment,
        rating_of=tuple((item.staff_id, item.rating) for item in people if item.rating is not None),
    )
