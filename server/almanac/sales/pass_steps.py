"""Passes issued, used, given back, stopped and freed. What they do to the books, payments write (docs/algorithms/packages.md)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import F

from almanac.kit.actor import SYSTEM, Actor
from almanac.outbox.actions import emit
from almanac.sales.apart import mark_test
from almanac.sales.coupons import free_number
from almanac.sales.errors import PassChanged
from almanac.sales.events import (
    PassEnding,
    PassEvent,
    PassFreed,
    PassGivenBack,
    PassIssued,
    PassRefunded,
    PassStopped,
    PassUsed,
)
from almanac.sales.models import OrderLine, OrderState, PassUse, VisitPass
from almanac.sales.passes import PassStanding, give_code, gross_of, last_day, standings, with_uses

AT_ONCE = 100
NOTICE = timedelta(days=21)  # before the last day its holder is written to
AFTER_NOTICE = timedelta(days=7)  # is the last day at the earliest
AFTER_RETURN = timedelta(days=30)  # can a visit that came back be used at least


@dataclass(frozen=True, slots=True)
class Spending:
    """A visit of a pass for a line, which begins on this day on the clock of the pass's business."""

    pass_id: UUID
    line_id: UUID
    on: date


def settle_pass(line: OrderLine, *, now: datetime) -> None:
    """Issue the pass of a line that is paid in full; under the order's lock. Doing it twice changes nothing. Emits PassIssued."""
    held = VisitPass.objects.select_for_update(of=("self",)).select_related("business").get(line=line)
    stands = line.total_amount > 0 or line.order.state not in (OrderState.PLACED, OrderState.CANCELLED)
    if held.issued_at is not None or line.paid_amount < line.total_amount or not stands:
        return
    issue(held, actor=SYSTEM, now=now)
    line.delivered_at = now
    line.revision += 1
    line.save(update_fields=["delivered_at", "revision"])


def issue(held: VisitPass, *, actor: Actor, now: datetime) -> str:
    """Give a pass its code and its last day; the code, which is told this once. In the caller's transaction. Emits PassIssued."""
    code = give_code(held)
    held.issued_at = now
    held.valid_until = last_day(today(held, now), held.months)
    save(held)
    tell(PassIssued, held, held.visits, actor=actor, now=now)
    return code


def use(*, actor: Actor, spendings: Sequence[Spending], now: datetime) -> None:
    """Use visits for lines of orders that were just placed. All passes are locked first, by their keys; in the caller's
    transaction, after staff, order and coupons. Emits PassUsed. Raises PassChanged: somebody was faster, or it ended."""
    wanted = {each.pass_id for each in spendings}
    passes = VisitPass.objects.select_for_update(of=("self",)).select_related("line__order")
    rows = passes.filter(pk__in=wanted).order_by("pk") if wanted else ()
    for held in rows:
        lines = [each for each in spendings if each.pass_id == held.pk]
        taken = list(PassUse.objects.filter(visit_pass=held, given_back_at=None).values_list("number", flat=True))
        left = PassStanding(held, len(taken)).left
        is_late = held.valid_until is not None and any(each.on > held.valid_until for each in lines)
        if left < len(lines) or is_late:
            raise PassChanged(ending=held.ending, left=max(0, 0 if is_late else left))
        if held.line is not None and held.line.order.is_test:  # what test money bought makes no real income
            own = OrderLine.objects.filter(pk__in=[each.line_id for each in lines])
            for order_id in set(own.values_list("order_id", flat=True)):
                mark_test(order_id)
        made = []
        for each in lines:
            taken.append(free_number(taken))
            made.append(
                PassUse(visit_pass=held, line_id=each.line_id, number=taken[-1], out_of=held.visits, used_at=now)
            )
        PassUse.objects.bulk_create(made)
        tell(PassUsed, held, len(lines), actor=actor, now=now)


def use_again(uses: Sequence[PassUse], *, actor: Actor, now: datetime) -> None:
    """Visits that were given back are used once more by the lines that used them, all of one pass: the visits stand again. In the
    caller's transaction, after staff and orders. Emits PassUsed. Raises PassChanged: not as many are left any more."""
    held = lock(uses[0].visit_pass_id)
    rows = PassUse.objects.select_for_update(of=("self",)).filter(pk__in=[each.pk for each in uses])
    back = list(rows.exclude(given_back_at=None).order_by("pk"))
    taken = list(PassUse.objects.filter(visit_pass=held, given_back_at=None).values_list("number", flat=True))
    left = PassStanding(held, len(taken)).left
    if left < len(back):
        raise PassChanged(ending=held.ending, left=max(0, left))
    for used in back:
        used.number = free_number(taken)
        taken.append(used.number)
        used.given_back_at, used.used_at = None, now
        used.revision += 1
        used.save(update_fields=["number", "given_back_at", "used_at", "revision"])
    if back:
        tell(PassUsed, held, len(back), actor=actor, now=now)


def live_use(line_id: UUID) -> PassUse | None:
    """The visit of a pass that a line uses and that was not earned yet, both locked. In the caller's transaction."""
    found = PassUse.objects.filter(line=line_id, given_back_at=None, earned_at=None).first()
    if found is None:
        return None
    lock(found.visit_pass_id)
    rows = PassUse.objects.select_for_update(of=("self",)).select_related("visit_pass__business", "line")
    return rows.filter(pk=found.pk, given_back_at=None, earned_at=None).first()


def pays_for(order_id: UUID) -> bool:
    """Whether visits of passes pay for something of an order. One SQL query."""
    return PassUse.objects.filter(line__order=order_id, given_back_at=None).exists()


def earned_use(line_id: UUID) -> PassUse | None:
    """The visit of a pass that a line used and that was earned, both locked. In the caller's transaction."""
    found = PassUse.objects.filter(line=line_id, given_back_at=None, earned_at__isnull=False).first()
    if found is None:
        return None
    lock(found.visit_pass_id)
    return PassUse.objects.select_for_update(of=("self",)).get(pk=found.pk)


def mark_unearned(used: PassUse) -> None:
    """What was earned by a use is taken back."""
    PassUse.objects.filter(pk=used.pk).update(earned_at=None, earned_amount=0, revision=F("revision") + 1)


def give_back(used: PassUse, *, actor: Actor, now: datetime) -> None:
    """The visit was called off in time: it can be used again, for a while at least. In the caller's transaction, under the locks
    of `live_use`. Emits PassGivenBack."""
    held = used.visit_pass
    used.given_back_at = now
    used.revision += 1
    used.save(update_fields=["given_back_at", "revision"])
    soonest = today(held, now) + AFTER_RETURN
    if held.valid_until is not None and held.valid_until < soonest and held.voided_at is None:
        held.valid_until, held.ended_at, held.noticed_at = soonest, None, None
        save(held)
    tell(PassGivenBack, held, 1, actor=actor, now=now)


def unused_amount(standing: PassStanding) -> int:
    """What can go back of what was paid: all but what visits that are used or lapsed are worth, minor units."""
    held = standing.held
    if held.line is None:
        return 0
    return max(0, held.line.paid_amount - gross_of(held, standing.used + held.lapsed))


def stop(*, line_id: UUID, amount: int, actor: Actor, now: datetime) -> int:
    """Let nobody use what is left of the pass of a line while `amount` of what was paid for it goes back: 0. Of less than all
    that is unused nothing is stopped. Where that much is not unused any more, nothing is done, and the answer is below nothing by
    what is missing. In the caller's transaction. Emits PassStopped."""
    held = VisitPass.objects.select_for_update(of=("self",)).filter(line=line_id).first()
    if held is None or held.issued_at is None:
        return 0
    standing = standing_of(held.pk)
    unused = 0 if standing.held.asked else unused_amount(standing)
    if amount > unused:
        return unused - amount
    if amount == unused and standing.left:
        held.asked = standing.left
        save(held)
        tell(PassStopped, held, held.asked, actor=actor, now=now)
    return 0


def refund_ended(*, line_id: UUID, now: datetime) -> None:
    """No refund of what was paid for a pass is on its way any more: the visits that were stopped are gone, or can be used again,
    unless the team ended it meanwhile. In the caller's transaction."""
    held = VisitPass.objects.select_for_update(of=("self",)).select_related("line").filter(line=line_id).first()
    if held is None or held.line is None or not (held.asked or held.refunded):
        return
    if held.asked:
        # Visits may have come back since it was asked for: by what is paid, not by what is unused now.
        is_back = held.line.paid_amount <= gross_of(held, held.visits - held.refunded - held.asked)
        count, held.asked = held.asked, 0
        held.refunded += count if is_back else 0
        save(held)
        if is_back or held.voided_at is None:
            tell(PassRefunded if is_back else PassFreed, held, count, actor=SYSTEM, now=now)
        return
    freed = 0  # it was told to be there, and came back to us after all
    while held.refunded and held.line.paid_amount > gross_of(held, held.visits - held.refunded):
        held.refunded -= 1
        freed += 1
    if freed:
        save(held)
        if held.voided_at is None:
            tell(PassFreed, held, freed, actor=SYSTEM, now=now)


def notice_endings(*, now: datetime) -> int:
    """Tell of passes that end soon with visits left; how many. Emits PassEnding."""
    told = 0
    soon = VisitPass.objects.filter(noticed_at=None, valid_until__lte=(now + NOTICE).date())
    for pass_id in soon.filter(**RUNNING).order_by("valid_until", "pk").values_list("pk", flat=True)[:AT_ONCE]:
        with transaction.atomic():
            held = lock(pass_id)
            standing = standing_of(pass_id)
            if held.noticed_at is not None or held.valid_until is None:
                continue
            held.noticed_at = now
            held.valid_until = max(held.valid_until, today(held, now) + AFTER_NOTICE)
            save(held)
            if standing.left:
                tell(PassEnding, held, standing.left, actor=SYSTEM, now=now)
                told += 1
    return told


RUNNING = {"issued_at__isnull": False, "ended_at": None, "voided_at": None, "valid_until__isnull": False}


def lock(pass_id: UUID) -> VisitPass:
    """The row, until the caller's transaction ends."""
    return VisitPass.objects.select_for_update(of=("self",)).select_related("business").get(pk=pass_id)


def lock_sold(line_ids: Collection[UUID]) -> None:
    """The passes sold by these lines, until the caller's transaction ends: before what they are worth is, as everywhere."""
    list(VisitPass.objects.select_for_update(of=("self",)).filter(line__in=line_ids).order_by("pk").values_list("pk"))


def standing_of(pass_id: UUID) -> PassStanding:
    """How a pass stands now. One SQL query."""
    (found,) = standings(with_uses(VisitPass.objects.select_related("business", "line")).filter(pk=pass_id))
    return found


def settled_before(held: VisitPass) -> int:
    """How many of its visits are earned or have lapsed: which one is the next in the books."""
    return held.lapsed + PassUse.objects.filter(visit_pass=held, earned_at__isnull=False).count()


def mark_earned(used: PassUse, amount: int, *, now: datetime) -> None:
    """Write down what the books earned by a use."""
    PassUse.objects.filter(pk=used.pk).update(earned_at=now, earned_amount=amount, revision=F("revision") + 1)


def today(held: VisitPass, now: datetime) -> date:
    """The day on the clock of the pass's business."""
    return now.astimezone(ZoneInfo(held.business.zone)).date()


def save(held: VisitPass) -> None:
    held.revision += 1
    held.save()


def tell(event: type[PassEvent], held: VisitPass, visits: int, *, actor: Actor, now: datetime) -> None:
    emit(event(held.pk, held.business_id, visits), actor=actor, at=now)
