"""Bundles in a basket: all services of one are put in at once, and can be taken out at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing, check_room, give_up_times, is_open, open_basket
from almanac.booking.content import BundleMark, LineContent
from almanac.booking.models import Basket
from almanac.catalog.queries.bundles import BundleOffer, bundle_for
from almanac.kit import ids


def add_bundle(*, token: str, bundle_id: UUID, now: datetime) -> tuple[Basket, str]:
    """Put every service of a bundle into the basket, opening one if there is none; those in a row as one visit. Each time it is
    another instance.

    Raises NotOnOffer, BasketFull (there must be room for all), NoBasket (by phone).
    """
    offer = bundle_for(bundle_id)
    if not is_open(token, now=now):
        _, token = open_basket(business=offer.bundle.business, now=now)
    with changing(token=token, now=now) as (basket, content):
        basket.business = offer.bundle.business
        check_room(content, len(offer.steps))
        content.lines.extend(_lines(offer))
    return basket, token


def remove_bundle(*, token: str, instance: UUID, now: datetime) -> Basket:
    """Take all lines of a bundle out and release their holds; taking it out twice is no error. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        own = [line for line in content.lines if line.bundle and line.bundle.instance == instance]
        give_up_times(basket, content, own, now=now)
        visits = {line.visit for line in own}
        content.lines = [line for line in content.lines if line not in own]
        for visit in visits - {None}:
            left = [line for line in content.lines if line.visit == visit]
            if len(left) == 1:
                left[0].visit = None
        content.removed = [
            item for item in content.removed if item.line.bundle is None or item.line.bundle.instance != instance
        ]
    return basket


def _lines(offer: BundleOffer) -> list[LineContent]:
    bundle, instance = offer.bundle, ids.new_id()
    visit = ids.new_id() if bundle.in_a_row else None
    return [
        LineContent(
            service_id=step.service.pk,
            visit=visit,
            bundle=BundleMark(
                bundle_id=bundle.pk,
                instance=instance,
                step=number,
                size=len(offer.steps),
                same_person=bundle.same_person,
            ),
        )
        for number, step in enumerate(offer.steps)
    ]
