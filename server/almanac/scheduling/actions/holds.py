"""Keeping a slot for somebody in the middle of booking."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction

from almanac.engine import slots
from almanac.engine.facts import Code
from almanac.engine.problem import Interval, Slot
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.scheduling import taking
from almanac.scheduling.errors import Alternative, SlotTaken
from almanac.scheduling.locks import contention, lock_staff
from almanac.scheduling.models import Claim, HeldSeats, Hold
from almanac.scheduling.queries.candidates import ranked
from almanac.scheduling.queries.free import nearest, slots_at
from almanac.scheduling.queries.objections import check_agreed, objections
from almanac.scheduling.queries.problems import problem_for
from almanac.scheduling.visits import Held, Run, VisitRequest

T = TypeVar("T")
TRIES = 3  # people asked in turn before a time counts as taken
PURGE_AT_ONCE = 200
LONGEST_HOLD = 60 * 60  # seconds a time is kept however often its hold is extended


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


def hold_agreed(
    *,
    actor: Actor,
    request: VisitRequest,
    slot: Slot,
    agreed: Collection[Code],
    owner: str,
    minutes: int,
    now: datetime,
    line: str = "",
) -> Held:
    """Keep exactly this slot as the team wishes it, though rules stand against it that were `agreed` to be put aside.

    Decided under the lock of its people; time that somebody else has is never taken. Who may do this for whom is the
    caller's to check. Raises NotFree with all that stands against it, SlotTaken (the database's last word), VisitTooLong.
    """
    del actor
    at = clock.epoch(now)
    known = {seat.claim.staff_id for seat in kept_by(owner, line)}

    def decide() -> None:
        check_agreed(objections(request, slot, now=at), agreed)

    with contention(), transaction.atomic():
        return _hold_locked(request, slot, known, owner=owner, line=line, seconds=minutes * 60, now=at, decide=decide)


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


def alternatives(request: VisitRequest, *, start: int, now: int, beside: Sequence[Run] = ()) -> list[Alternative]:
    """The nearest open times, as SlotTaken tells them; none that is in the way of those `beside` it."""
    near = nearest(request, start=start, now=now, beside=beside)
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
    request: VisitRequest,
    slot: Slot,
    known: set[UUID],
    *,
    owner: str,
    line: str,
    seconds: int,
    now: int,
    decide: Callable[[], None] | None = None,
) -> Held:
    """Check and take under the lock of the slot's people and of those `known` to be kept by the line until now.

    `decide` stands in for the check that the slot is open to everybody.
    """
    staff = {UUID(staff_id) for staff_id in slot.staff_ids} | known
    lock_staff(staff)
    before = kept_by(owner, line)
    if not {seat.claim.staff_id for seat in before} <= staff:  # the same basket in two tabs
        raise SlotTaken
    if before:
        taking.release_hold(before[0].hold)
    taking.purge(staff, now=now)
    if decide is None:
        check_locked(request, slot, now=now)
    else:
        decide()
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


def hand_over(*, owner: str, line: str = "", to_owner: str, to_line: str, until: int, now: datetime) -> int | None:
    """Make a live hold another owner's, to be kept until `until` (epoch seconds) or as long as it was, whichever is later.

    Tells until when it is kept; None when it was over. Nobody else gets at the time in between.
    """
    staff = {seat.claim.staff_id for seat in kept_by(owner, line)}
    if not staff:
        return None
    with transaction.atomic():
        lock_staff(staff)
        found = kept_by(owner, line)
        if not found or found[0].hold.expires_at <= clock.epoch(now):
            return None
        ends = max(found[0].hold.expires_at, until)
        Hold.objects.filter(pk=found[0].hold_id).update(owner=to_owner, line=to_line, expires_at=ends)
        claims = Claim.objects.filter(pk__in=[seat.claim_id for seat in found], kind=Claim.Kind.HOLD)
        claims.filter(expires_at__lt=ends).update(expires_at=ends)
        return ends


def kept_until(owner: str, line: str) -> int | None:
    """Until when (epoch seconds) a line's time is kept; None without a hold. One SQL query."""
    return Hold.objects.filter(owner=owner, line=line).values_list("expires_at", flat=True).first()


def extend(*, owner: str, besides: str, until: int, now: datetime) -> set[str]:
    """Keep what the owner holds for other lines than `besides` until `until` as well; answers for which lines.

    Only what is still kept, and no longer in all than LONGEST_HOLD: nobody keeps a time by asking again and again.
    """
    at = clock.epoch(now)
    live = Hold.objects.filter(owner=owner, expires_at__gt=at, expires_at__lt=until).exclude(line=besides)
    live = live.filter(created_at__gte=clock.instant(until - LONGEST_HOLD))
    kept = HeldSeats.objects.filter(hold__in=live)
    staff = set(kept.values_list("claim__staff_id", flat=True))
    if not staff:
        return set()
    with transaction.atomic():
        locked = lock_staff(staff)
        rows = list(kept.filter(claim__staff_id__in=locked).values_list("hold_id", "hold__line", "claim_id"))
        Hold.objects.filter(pk__in={row[0] for row in rows}).update(expires_at=until)
        claims = Claim.objects.filter(pk__in={row[2] for row in rows}, kind=Claim.Kind.HOLD, expires_at__lt=until)
        claims.update(expires_at=until)
    return {row[1] for row in rows}


def purge_expired_holds(*, now: datetime) -> int:
    """Give back the time of holds that are over, some people at a time; tells how many people that was."""
    over = HeldSeats.objects.filter(hold__expires_at__lte=clock.epoch(now))
    staff_ids = sorted(set(over.values_list("claim__staff_id", flat=True)[:PURGE_AT_ONCE]))
    for staff_id in staff_ids:
        with transaction.atomic():
            lock_staff([staff_id])
            taking.purge([staff_id], now=clock.epoch(now))
    return len(staff_ids)
