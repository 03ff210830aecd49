"""Keeping a slot for somebody in the middle of booking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from almanac.engine import slots
from almanac.engine.problem import Interval, Slot
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.scheduling import taking
from almanac.scheduling.errors import Alternative, SlotTaken
from almanac.scheduling.locks import contention, lock_staff
from almanac.scheduling.models import HeldSeats, Hold
from almanac.scheduling.queries.candidates import ranked
from almanac.scheduling.queries.free import nearest, slots_at
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.visits import Held, VisitRequest

T = TypeVar("T")
TRIES = 3  # people asked in turn before a time counts as taken
PURGE_AT_ONCE = 200


def hold(
    *,
    actor: Actor,
    request: VisitRequest,
    start: int,
    owner: str,
    minutes: int,
    now: datetime,
    staff_ids: Sequence[str] | None = None,
    line: str = "",
) -> Held:
    """Keep the slot at `start` (epoch seconds) for `owner`'s `line` for `minutes`, in place of what that line kept before.

    With `staff_ids` (one for each service) exactly those people, else whom the rule of the business puts first. When
    nothing is open the earlier hold stays. Raises SlotTaken with the nearest other times, VisitTooLong, UnknownStaff.
    """
    del actor  # anybody may hold; who asks too often is held back at the door
    before = kept_by(owner, line)
    known = {seat.claim.staff_id for seat in before}

    def keep(slot: Slot) -> Held:
        return _hold_locked(request, slot, known, owner=owner, line=line, seconds=minutes * 60, now=clock.epoch(now))

    ignoring = {seat.claim_id: seat.seats for seat in before}
    return in_turn(request, start, staff_ids=staff_ids, ignoring=ignoring, now=clock.epoch(now), line=line, take=keep)


def in_turn(
    request: VisitRequest,
    start: int,
    *,
    staff_ids: Sequence[str] | None,
    ignoring: Mapping[UUID, int],
    now: int,
    line: str,
    take: Callable[[Slot], T],
) -> T:
    """Plan without locks, then let `take` lock and check one choice after another, each in its own transaction.

    Raises SlotTaken with alternatives, found after all locks are gone.
    """
    planned = ranked(request, slots_at(request, start=start, now=now, staff_ids=staff_ids, ignoring=ignoring), now=now)
    for slot in planned[:TRIES]:
        try:
            with contention(), transaction.atomic():
                return take(slot)
        except SlotTaken:
            continue
    raise SlotTaken(line=line, alternatives=alternatives(request, start=start, now=now))


def alternatives(request: VisitRequest, *, start: int, now: int) -> list[Alternative]:
    """The nearest open times, as SlotTaken tells them."""
    near = nearest(request, start=start, now=now)
    return [
        Alternative(clock.instant(slot.start), clock.instant(slot.end), [UUID(staff_id) for staff_id in slot.staff_ids])
        for slot in near
    ]


def check_locked(request: VisitRequest, slot: Slot, *, now: int) -> Slot:
    """The slot once more, on fresh data under the lock. Raises SlotTaken."""
    window = Interval(slot.start, slot.start + 1)
    found = slots.find(
        problem_for(request, window=window, now=now, staff_ids=slot.staff_ids), slot.start, slot.staff_ids
    )
    if found is None:
        raise SlotTaken
    return found


def _hold_locked(
    request: VisitRequest, slot: Slot, known: set[UUID], *, owner: str, line: str, seconds: int, now: int
) -> Held:
    """Check and take under the lock of the slot's people and of those `known` to be kept by the line until now."""
    staff = {UUID(staff_id) for staff_id in slot.staff_ids} | known
    lock_staff(staff)
    before = kept_by(owner, line)
    if not {seat.claim.staff_id for seat in before} <= staff:  # the same basket in two tabs
        raise SlotTaken
    if before:
        taking.release_hold(before[0].hold)
    taking.purge(staff, now=now)
    check_locked(request, slot, now=now)
    kept = Hold.objects.create(
        business_id=request.business_id, owner=owner, line=line, starts_at=slot.start, expires_at=now + seconds
    )
    taking.keep(kept, taking.take(request, slot, expires_at=kept.expires_at), seats=request.seats)
    return Held(kept.pk, slot, kept.expires_at)


def kept_by(owner: str, line: str) -> list[HeldSeats]:
    """The seats a line's hold keeps, with the hold and their claims; none when it has no hold. One SQL query."""
    return list(HeldSeats.objects.select_related("hold", "claim").filter(hold__owner=owner, hold__line=line))


def release(*, actor: Actor, owner: str, line: str = "", now: datetime) -> bool:
    """Give up the hold of a basket's line; False when there was none any more."""
    del actor, now
    with transaction.atomic():
        staff = {seat.claim.staff_id for seat in kept_by(owner, line)}
        if not staff:
            return False
        lock_staff(staff)
        found = kept_by(owner, line)
        if not found or not {seat.claim.staff_id for seat in found} <= staff:
            return False  # over, or held anew by the same basket in another tab, in the meantime
        taking.release_hold(found[0].hold)
        return True


def purge_expired_holds(*, now: datetime) -> int:
    """Give back the time of holds that are over, some people at a time; tells how many people that was."""
    over = HeldSeats.objects.filter(hold__expires_at__lte=clock.epoch(now))
    staff_ids = sorted(set(over.values_list("claim__staff_id", flat=True)[:PURGE_AT_ONCE]))
    for staff_id in staff_ids:
        with transaction.atomic():
            lock_staff([staff_id])
            taking.purge([staff_id], now=clock.epoch(now))
    return len(staff_ids)
