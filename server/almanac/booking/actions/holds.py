"""Keep a time for a line of the basket while its owner types on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from almanac.booking.actions.baskets import changing, line_in
from almanac.booking.actions.repeats import refit
from almanac.booking.content import DayContent, LineContent
from almanac.booking.errors import LineUnknown, NoBasket
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.booking.queries.phone import check_may_give, in_reach
from almanac.booking.queries.slots import Search, free_times, visit_search
from almanac.booking.queries.visit_requests import check_lengths, visit_request, wishes_of
from almanac.engine.waiting import PartOfDay, Window
from almanac.kit.actor import Actor
from almanac.kit.clock import instant
from almanac.scheduling.actions import holds
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.visits import Held, VisitRequest, pieces_of

TRIES = 5  # other starts of a day, before somebody is asked to choose anew


@dataclass(frozen=True, slots=True)
class DayWish:
    """That any start within a part of the day does as well, or within all of it (`part` None), by the clock of `zone` where a
    session is online."""

    part: PartOfDay | None = None
    zone: str = ""


def hold_line(
    *,
    actor: Actor,
    token: str,
    line_id: UUID,
    starts_at: int,
    staff_id: UUID | None,
    day: DayWish | None = None,
    now: datetime,
) -> Basket:
    """Keep `starts_at` (epoch seconds) for a line until the hold's deadline; an earlier hold of the line is replaced.

    With a `day` other starts of that day (and part) are tried where it has just gone, the earliest first.
    A line that is part of a visit stands for all of it: `staff_id` then does every service. Who goes on choosing keeps what
    they chose before: live holds of the basket's other lines are kept as long as the new one (`holds.LONGEST_HOLD`).
    The hold stands before the basket says so: dying in between costs a hold that ends by itself, never a booking. A line
    keeps one time and no more, so a basket keeps at most as many as it has lines (`content.MAX_LINES`).
    What its length hangs on must be answered before: else Incomplete.
    Raises NoBasket, LineUnknown, NotOnOffer, PlaceNeeded, SlotTaken; by phone NotAllowed for somebody out of scope.
    """
    basket = basket_behind(token, now=now)
    if basket is None or basket.order_id is not None:
        raise NoBasket
    content = content_of(basket)
    line = line_in(content, line_id)
    visit = content.visit_of(line)
    if basket.is_by_phone and staff_id is not None:
        check_may_give(actor, [staff_id])
    wishes = in_reach(actor, basket, wishes_of(visit))
    check_lengths(wishes)
    request, key = visit_request(wishes, content.place), str(visit[0].id)
    hold = partial(
        holds.hold,
        actor=actor,
        request=request,
        staff_ids=[str(staff_id)] * len(visit) if staff_id else None,
        owner=str(basket.pk),
        line=key,
        minutes=min(wish.policy.hold_minutes for wish in wishes),
        now=now,
    )
    if day is None:
        held, wished = hold(start=starts_at), None
    else:
        search = visit_search(wishes, content.place, staff_ids=[staff_id] if staff_id else [], viewer_zone=day.zone)
        wished = DayContent(on=instant(starts_at).astimezone(ZoneInfo(search.zone)).date(), part=day.part)
        held = _held_within(hold, search, wished, starts_at, now=now)
    return keep_held(
        actor=actor, token=token, basket=basket, visit=visit, request=request, held=held, day=wished, now=now
    )


def _held_within(hold: Callable[..., Held], search: Search, wished: DayContent, first: int, *, now: datetime) -> Held:
    """The start that was shown, else another of the day. Raises SlotTaken for the one that was shown."""
    try:
        return hold(start=first)
    except SlotTaken as taken:
        parts = frozenset([wished.part]) if wished.part else frozenset[PartOfDay]()
        window = Window(wished.on, wished.on, search.zone, parts=parts)
        free = free_times(search, first_on=wished.on, last_on=wished.on, now=now).days[wished.on]
        starts = [start for start, _, _ in free if start != first and window.suits(start)]
        for start in starts[:TRIES]:
            with suppress(SlotTaken):
                return hold(start=start)
        raise taken


def keep_held(
    *,
    actor: Actor,
    token: str,
    basket: Basket,
    visit: Sequence[LineContent],
    request: VisitRequest,
    held: Held,
    put_aside: Sequence[str] = (),
    reason: str = "",
    day: DayContent | None = None,
    now: datetime,
) -> Basket:
    """Write into the basket what was just held for the visit. Raises NoBasket, LineUnknown, with the hold given up."""
    key = str(visit[0].id)
    extended = holds.extend(owner=str(basket.pk), besides=key, until=held.expires_at, now=now)
    line_id = visit[0].id
    try:
        with changing(token=token, now=now) as (changed, latest):
            if [item.id for item in latest.visit_of(line_in(latest, line_id))] != [item.id for item in visit]:
                raise LineUnknown  # joined or parted in another tab meanwhile
            for piece, item in zip(pieces_of(request, held.slot), visit, strict=True):
                kept = line_in(latest, item.id)
                kept.starts_at, kept.ends_at, kept.staff_id = piece.start, piece.end, UUID(piece.staff_id)
                kept.held_until, kept.day = held.expires_at, day
                kept.put_aside, kept.put_aside_reason = list(put_aside), reason
            for others in latest.visits():
                if str(others[0].id) in extended:
                    for other in others:
                        other.held_until = held.expires_at
    except (NoBasket, LineUnknown):  # taken out in another tab meanwhile: its time is nobody's
        holds.release(actor=actor, owner=str(basket.pk), line=key, now=now)
        raise
    return refit(actor=actor, token=token, line_id=line_id, now=now) if visit[0].repeat else changed
