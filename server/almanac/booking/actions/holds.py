"""Keep a time for a line of the basket while its owner types on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing, line_in
from almanac.booking.errors import LineUnknown, NoBasket
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.booking.queries.visit_requests import Wish, request_of
from almanac.catalog import queries as catalog
from almanac.kit.actor import Actor
from almanac.scheduling.actions import holds


def hold_line(
    *, actor: Actor, token: str, line_id: UUID, starts_at: int, staff_id: UUID | None, now: datetime
) -> Basket:
    """Keep `starts_at` (epoch seconds) for a line until the hold's deadline; an earlier hold of the line is replaced.

    The hold stands before the basket says so: dying in between costs a hold that ends by itself, never a booking. A line
    keeps one time and no more, so a basket keeps at most as many as it has lines (`content.MAX_LINES`).
    Raises NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, SlotTaken.
    """
    basket = basket_behind(token, now=now)
    if basket is None or basket.order_id is not None:
        raise NoBasket
    content = content_of(basket)
    line = line_in(content, line_id)
    wish = Wish(line, catalog.offer_for(line.service_id, [item.extra_id for item in line.extras]))
    held = holds.hold(
        actor=actor,
        request=request_of(wish, content.place),
        start=starts_at,
        staff_ids=[str(staff_id)] if staff_id else None,
        owner=str(basket.pk),
        line=str(line.id),
        minutes=wish.policy.hold_minutes,
        now=now,
    )
    try:
        with changing(token=token, now=now) as (changed, latest):
            kept = line_in(latest, line_id)
            kept.starts_at, kept.ends_at = held.slot.start, held.slot.end
            kept.staff_id = UUID(held.slot.staff_ids[0])
            kept.held_until = held.expires_at
    except (NoBasket, LineUnknown):  # taken out in another tab meanwhile: its time is nobody's
        holds.release(actor=actor, owner=str(basket.pk), line=str(line.id), now=now)
        raise
    return changed
