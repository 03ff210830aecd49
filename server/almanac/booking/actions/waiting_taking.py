"""Taking an offered time: it goes into the basket, still kept, and the ordinary journey goes on from there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.actions.baskets import changing, check_room, go_to, is_open, open_basket
from almanac.booking.actions.waiting import living, standing
from almanac.booking.actions.waiting_offers import offer_facts, passed
from almanac.booking.content import BasketContent, LineContent, WaitingContent
from almanac.booking.errors import OfferPassed
from almanac.booking.events import WaitingOfferTaken
from almanac.booking.models import Basket, WaitingEntry, WaitingOffer
from almanac.booking.queries.baskets import basket_behind
from almanac.booking.queries.visit_requests import Wish, visit_request, wishes_of
from almanac.booking.queries.waiting import Offer, wish_of
from almanac.business.models import Business
from almanac.catalog.models import Service
from almanac.catalog.queries.lengths import minutes_of
from almanac.engine.problem import Slot
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch, instant
from almanac.kit.ids import new_id
from almanac.outbox.actions import emit
from almanac.scheduling.actions import holds
from almanac.scheduling.locks import contention
from almanac.scheduling.visits import pieces_of


def take(*, actor: Actor, entry_id: UUID, token: str, now: datetime) -> tuple[Basket, str, UUID]:
    """Put the offered time into the basket, opening one if there is none; answers the basket, its cookie's secret and the
    first line. A line that still wishes the same and has no time gets it. Taking again in the same browser answers the same.

    It is kept to the end of the offer, or as long as the business keeps any chosen time, whichever is later.
    Raises NotFound, WaitingOver, OfferPassed, NotOnOffer, BasketFull, NoBasket (by phone), SlotTaken (the lock was long).
    """
    with contention(), transaction.atomic():
        entry = living(entry_id)
        offer = standing(entry)
        if offer is None:
            raise passed(entry)
        if offer.expires_at <= now:
            raise OfferPassed(state=Offer.LAPSED)
        if offer.state == Offer.TAKEN:
            return _once_more(offer, token, now=now)
        content = wish_of(entry)
        wishes = wishes_of(content.lines)
        shop = Business.objects.get(pk=entry.business_id)
        if not is_open(token, now=now):
            _, token = open_basket(business=shop, now=now)
        with changing(token=token, now=now) as (basket, kept):
            basket.business = shop
            if content.place is not None:
                go_to(basket, kept, content.place, now=now)
            lines = _wished(kept, content, wishes) or _added(kept, content)
            _keep_for(basket, lines, offer, wishes, now=now)
            _set_times(lines, offer, wishes, content)
            _introduce(kept, content, entry)
        offer.state, offer.answered_at, offer.basket, offer.line = Offer.TAKEN, now, basket, lines[0].id
        offer.revision += 1
        offer.save()
        emit(WaitingOfferTaken(**offer_facts(entry, offer)), actor=actor, at=now)
    return basket, token, lines[0].id


def _once_more(offer: WaitingOffer, token: str, *, now: datetime) -> tuple[Basket, str, UUID]:
    basket = basket_behind(token, now=now)
    if basket is None or basket.order_id is not None or basket.pk != offer.basket_id or offer.line is None:
        raise OfferPassed(state=Offer.TAKEN)
    return basket, token, offer.line


def _wished(kept: BasketContent, content: WaitingContent, wishes: list[Wish]) -> list[LineContent]:
    """The lines it was asked from, where they are still in this basket, without a time and as long; with what was answered."""
    services = {wish.line.service_id: wish.offer.service for wish in wishes}
    wanted = [_wish(line, services) for line in content.lines]
    visits = (visit for visit in kept.visits() if visit[0].starts_at is None)
    return next((visit for visit in visits if [_wish(line, services) for line in visit] == wanted), [])


def _wish(line: LineContent, services: Mapping[UUID, Service]) -> tuple[UUID, list[tuple[str, int]], int, int]:
    service = services.get(line.service_id)
    minutes = minutes_of(service, line.answers) if service else 0
    return line.service_id, sorted((str(item.extra_id), item.quantity) for item in line.extras), line.seats, minutes


def _added(kept: BasketContent, content: WaitingContent) -> list[LineContent]:
    """The lines as wished for, new in the basket; several are one visit. Raises BasketFull."""
    check_room(kept, len(content.lines))
    visit = new_id() if len(content.lines) > 1 else None
    lines = [line.model_copy(deep=True, update={"id": new_id(), "visit": visit}) for line in content.lines]
    kept.lines.extend(lines)
    return lines


def _keep_for(
    basket: Basket, lines: list[LineContent], offer: WaitingOffer, wishes: list[Wish], *, now: datetime
) -> None:
    """The hold is the basket's from now on. Raises OfferPassed when it was over."""
    until = epoch(now) + min(wish.policy.hold_minutes for wish in wishes) * 60
    ends = holds.hand_over(
        owner=offer.hold_owner, to_owner=str(basket.pk), to_line=str(lines[0].id), until=until, now=now
    )
    if ends is None:
        raise OfferPassed(state=Offer.LAPSED)
    offer.expires_at = instant(ends)


def _set_times(lines: list[LineContent], offer: WaitingOffer, wishes: list[Wish], content: WaitingContent) -> None:
    request = visit_request(wishes, content.place, staff_ids=content.staff_ids)
    slot = Slot(epoch(offer.starts_at), epoch(offer.ends_at), tuple(offer.staff_ids))
    for piece, line in zip(pieces_of(request, slot), lines, strict=True):
        line.starts_at, line.ends_at, line.staff_id = piece.start, piece.end, UUID(piece.staff_id)
        line.held_until = epoch(offer.expires_at)


def _introduce(kept: BasketContent, content: WaitingContent, entry: WaitingEntry) -> None:
    """Whose it is; what somebody has typed into this basket already stays."""
    known = {"name": content.name, "email": content.email, "zone": entry.zone}
    typed = kept.details.model_dump()
    kept.details = kept.details.model_copy(update={name: words for name, words in known.items() if not typed[name]})
