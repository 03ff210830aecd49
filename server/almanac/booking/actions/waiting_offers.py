"""Offers of the waiting list: an opening kept for one entry, let go, lapsed, or booked.

An offer is a hold like any other, whose owner it is; so nobody else can take the time, whatever happens here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from almanac.booking.actions.waiting import close_offer, end_entry, living, locked, standing
from almanac.booking.errors import OfferPassed, WaitingOff, WaitingOver
from almanac.booking.events import WaitingOfferDeclined, WaitingOffered, WaitingOfferLapsed
from almanac.booking.models import WaitingEntry, WaitingOffer
from almanac.booking.queries.phone import check_may_give
from almanac.booking.queries.slots import Search
from almanac.booking.queries.waiting import LIVE, STANDING, Offer, State, entry_to_manage, last_offer
from almanac.booking.queries.waiting_search import hand_search, window_of
from almanac.business import queries as business
from almanac.business.policies import WaitingPolicy
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.clock import epoch, instant
from almanac.outbox.actions import emit
from almanac.scheduling.actions import holds
from almanac.scheduling.locks import contention
from almanac.scheduling.models import Appointment

MOST_LAPSES = 2  # with the second an entry is over
AT_ONCE = 200


def offer_time(
    *,
    actor: Actor,
    entry_id: UUID,
    search: Search,
    start: int,
    minutes: int,
    staff_ids: Sequence[str] | None = None,
    by_hand: bool = False,
    now: datetime,
) -> WaitingOffer:
    """Keep `start` (epoch seconds) for an entry that waits, for so many minutes, and tell its person.

    Raises NotFound, WaitingOver (it does not wait any more), SlotTaken, VisitTooLong.
    """
    with contention(), transaction.atomic():
        entry = living(entry_id)
        if entry.state != State.WAITING:
            raise WaitingOver(state=entry.state)
        offer = WaitingOffer(entry=entry, created_at=now, offered_by_id=actor.user_id if by_hand else None)
        held = holds.hold(
            actor=actor,
            request=search.request,
            start=start,
            owner=offer.hold_owner,
            minutes=minutes,
            staff_ids=staff_ids,
            now=now,
        )
        offer.starts_at, offer.ends_at = instant(held.slot.start), instant(held.slot.end)
        offer.expires_at, offer.staff_ids = instant(held.expires_at), list(held.slot.staff_ids)
        offer.staff_member_id = UUID(held.slot.staff_ids[0])
        offer.save(force_insert=True)
        _set(entry, State.OFFERED)
        emit(WaitingOffered(**offer_facts(entry, offer), by_hand=by_hand), actor=actor, at=now)
    return offer


def offer_by_hand(
    *, actor: Actor, entry_id: UUID, starts_at: int, staff_id: UUID | None, now: datetime
) -> WaitingOffer:
    """The team offers an entry a time that is free, whoever's turn it is and at whatever hour; with this person, or
    whom the rule puts first of those the actor looks after.

    Raises NotFound, NotAllowed, NotOnOffer, PlaceNeeded, WaitingOff, WaitingOver, SlotTaken, VisitTooLong.
    """
    entry = entry_to_manage(actor, entry_id)
    policy = business.policy(entry.business_id, WaitingPolicy)
    if not policy.is_on:
        raise WaitingOff
    if staff_id is not None:
        check_may_give(actor, [staff_id])
    search = hand_search(actor, entry)
    return offer_time(
        actor=actor,
        entry_id=entry_id,
        search=search,
        start=starts_at,
        minutes=policy.offer_minutes,
        staff_ids=[str(staff_id)] * len(search.wishes) if staff_id else None,
        by_hand=True,
        now=now,
    )


def decline(*, actor: Actor, entry_id: UUID, now: datetime) -> None:
    """ "No, thank you": the time is free again, and the entry waits on in its place. Raises NotFound, WaitingOver,
    OfferPassed."""
    with contention(), transaction.atomic():
        entry = living(entry_id)
        offer = standing(entry)
        if offer is None or _is_booked(offer):
            raise passed(entry)
        _release(offer, now=now)
        close_offer(offer, Offer.DECLINED, now=now)
        _set(entry, State.WAITING)
        emit(WaitingOfferDeclined(**offer_facts(entry, offer)), actor=actor, at=now)


def lapse_due(*, now: datetime) -> int:
    """Pass on the offers that are over; tells how many were looked at."""
    due = WaitingOffer.objects.filter(state__in=STANDING, expires_at__lte=now).order_by("expires_at", "pk")
    ids = list(due.values_list("entry", flat=True)[:AT_ONCE])
    for entry_id in ids:
        with contention(), transaction.atomic():
            entry = locked(entry_id)
            if entry is not None:
                _lapse(entry, now=now)
    return len(ids)


def _lapse(entry: WaitingEntry, *, now: datetime) -> None:
    offer = standing(entry)
    if offer is None or offer.expires_at > now or _is_booked(offer):
        return  # answered in the meantime; or booked, which its reaction writes down
    if offer.state == Offer.TAKEN:
        until = holds.kept_until(str(offer.basket_id), str(offer.line))
        if until is not None and until > epoch(now):  # whoever goes on choosing keeps it longer
            offer.expires_at = instant(until)
            offer.save(update_fields=["expires_at"])
            return
    _release(offer, now=now)
    close_offer(offer, Offer.LAPSED, now=now)
    entry.lapses += 1
    _set(entry, State.WAITING)
    emit(WaitingOfferLapsed(**offer_facts(entry, offer), lapses=entry.lapses), actor=SYSTEM, at=now)
    if entry.lapses >= MOST_LAPSES:
        end_entry(entry, State.LAPSED, actor=SYSTEM, now=now)


def settle_booked(*, appointment_id: UUID, now: datetime) -> None:
    """Something was booked: the entry whose basket it was is over, and so is one of its account for the same service then."""
    visit = Appointment.objects.get(pk=appointment_id)
    offered = WaitingOffer.objects.filter(
        state=Offer.TAKEN, entry__service=visit.service_id, basket__order__customer=visit.customer_id
    )
    for entry_id in list(offered.values_list("entry", flat=True)):
        _end_as_booked(entry_id, visit, now=now)
    own = WaitingEntry.objects.filter(customer=visit.customer_id, service=visit.service_id, state__in=LIVE)
    for entry in own.prefetch_related("offers"):
        if window_of(entry).holds_date(epoch(visit.starts_at)):
            _end_as_booked(entry.pk, visit, now=now)


def _end_as_booked(entry_id: UUID, visit: Appointment, *, now: datetime) -> None:
    with contention(), transaction.atomic():
        entry = locked(entry_id)
        if entry is None or entry.state not in LIVE:
            return
        offer = standing(entry)
        if offer is not None and offer.state == Offer.TAKEN and offer.starts_at == visit.starts_at:
            close_offer(offer, Offer.BOOKED, now=now)
        end_entry(entry, State.BOOKED, actor=SYSTEM, now=now)


def passed(entry: WaitingEntry) -> OfferPassed:
    """The refusal that says what became of the entry's newest offer."""
    newest = last_offer(entry)
    return OfferPassed(state=newest.state if newest else "")


class OfferFacts(TypedDict):
    entry_id: UUID
    business_id: UUID
    offer_id: UUID
    starts_at: int


def offer_facts(entry: WaitingEntry, offer: WaitingOffer) -> OfferFacts:
    """What events about an offer say."""
    return {
        "entry_id": entry.pk,
        "business_id": entry.business_id,
        "offer_id": offer.pk,
        "starts_at": epoch(offer.starts_at),
    }


def _release(offer: WaitingOffer, *, now: datetime) -> None:
    """The time is free again, in the basket too."""
    if offer.state == Offer.TAKEN:
        holds.release(actor=SYSTEM, owner=str(offer.basket_id), line=str(offer.line), now=now)
    else:
        holds.release(actor=SYSTEM, owner=offer.hold_owner, now=now)


def _is_booked(offer: WaitingOffer) -> bool:
    """Whether its basket became an order with this service; the reaction to that ends the entry."""
    order = offer.basket.order if offer.state == Offer.TAKEN and offer.basket else None
    if order is None or offer.answered_at is None:
        return False
    visits = Appointment.objects.filter(customer=order.customer_id, service=offer.entry.service_id)
    return visits.filter(created_at__gte=offer.answered_at).exists()


def _set(entry: WaitingEntry, state: WaitingEntry.State) -> None:
    entry.state = state
    entry.revision += 1
    entry.save()
