"""Writes of subscriptions: agreed, paused, going on, over, and what was done to their visits. docs/algorithms/series.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.kit.actor import SYSTEM, Actor
from almanac.outbox.actions import emit
from almanac.sales.events import SubscriptionChanged, SubscriptionEnding, SubscriptionRenewed, SubscriptionStarted
from almanac.sales.models import OrderLine, Subscription, SubscriptionChange
from almanac.scheduling.models import Appointment

State = Subscription.State
MOST_NOTICES = 200  # in one run


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a customer agreed to; the fields of the row."""

    business_id: UUID
    customer_id: UUID
    service_id: UUID
    name: str
    frequency: str
    every: int
    first_on: date
    minutes: int
    zone: str
    months: int
    booked_months: int
    carries_on: bool
    wish: str
    price_amount: int
    currency: str
    charging: str
    payment_method: str


def record_subscription(*, actor: Actor, agreement: Agreement, now: datetime) -> Subscription:
    """Write one down, in the transaction that books its visits. Emits SubscriptionStarted."""
    row = Subscription.objects.create(**asdict(agreement), created_at=now)
    emit(SubscriptionStarted(row.pk, row.business_id, row.customer_id, row.name), actor=actor, at=now)
    return row


def carry_on(
    *,
    row: Subscription,
    booked_months: int,
    notice_at: datetime,
    price_amount: int,
    visits: int,
    left_out: Sequence[date],
    now: datetime,
) -> None:
    """Another term of a locked subscription was booked, in the transaction that does it. Emits SubscriptionRenewed."""
    before = row.price_amount
    row.booked_months, row.notice_at, row.price_amount = booked_months, notice_at, price_amount
    row.revision += 1
    row.save(update_fields=["booked_months", "notice_at", "price_amount", "revision"])
    emit(
        SubscriptionRenewed(
            subscription_id=row.pk,
            business_id=row.business_id,
            customer_id=row.customer_id,
            visits=visits,
            old_price_amount=before,
            price_amount=price_amount,
            left_out=[on.isoformat() for on in left_out],
        ),
        actor=SYSTEM,
        at=now,
    )


def give_notice(*, row: Subscription, why: str, now: datetime) -> None:
    """A locked subscription ends with its term: `why` is `chosen`, or what stands against another. Emits SubscriptionEnding."""
    row.notice_at = None
    row.save(update_fields=["notice_at"])
    emit(
        SubscriptionEnding(subscription_id=row.pk, business_id=row.business_id, customer_id=row.customer_id, why=why),
        actor=SYSTEM,
        at=now,
    )


def choose_to_carry_on(
    *, actor: Actor, row: Subscription, carries_on: bool, notice_at: datetime | None, now: datetime
) -> None:
    """Whether a locked subscription goes on after its term. Emits SubscriptionChanged."""
    row.carries_on, row.notice_at = carries_on, notice_at
    row.revision += 1
    row.save(update_fields=["carries_on", "notice_at", "revision"])
    emit(
        SubscriptionChanged(
            subscription_id=row.pk,
            business_id=row.business_id,
            customer_id=row.customer_id,
            what="carry_on" if carries_on else "end_with_term",
            visits=0,
        ),
        actor=actor,
        at=now,
    )


def notices_due(*, now: datetime, tried: Collection[UUID] = ()) -> list[UUID]:
    """Subscriptions that run, are not paused without an end, and whose notice is due, the longest due first, but for those that
    were `tried`. One SQL query."""
    due = Subscription.objects.filter(state=State.ACTIVE, paused_from=None, notice_at__lte=now).exclude(pk__in=tried)
    return list(due.order_by("notice_at", "pk").values_list("pk", flat=True)[:MOST_NOTICES])


def lock_subscription(subscription_id: UUID) -> Subscription:
    """The row, fresh, locked until the caller's transaction ends: before any staff, as a basket is."""
    return Subscription.objects.select_for_update(of=("self",)).get(pk=subscription_id)


def write_change(
    *,
    actor: Actor,
    row: Subscription,
    kind: str,
    party: str,
    visits: Sequence[dict[str, Any]],
    from_on: date,
    until_on: date | None = None,
    is_whole: bool = True,
    now: datetime,
) -> SubscriptionChange:
    """Keep what was done to visits of a locked subscription, before it stands otherwise. Emits SubscriptionChanged."""
    row.revision += 1
    row.save(update_fields=["revision"])
    emit(
        SubscriptionChanged(
            subscription_id=row.pk,
            business_id=row.business_id,
            customer_id=row.customer_id,
            what=kind,
            visits=len(visits),
        ),
        actor=actor,
        at=now,
    )
    return SubscriptionChange.objects.create(
        subscription=row,
        kind=kind,
        party=party,
        visits=list(visits),
        made_by_id=actor.user_id,
        made_at=now,
        from_on=from_on,
        until_on=until_on,
        is_whole=is_whole,
        carried_on=row.carries_on,
    )


def resume_pauses(by: SubscriptionChange, pauses: Iterable[SubscriptionChange], *, from_on: date) -> None:
    """Pauses of a locked subscription are over from this day on, by this change, which remembers until when each lasted."""
    by.resumed = [
        {"pause": str(each.pk), "until": each.resumed_from.isoformat() if each.resumed_from else None}
        for each in pauses
    ]
    by.save(update_fields=["resumed"])
    SubscriptionChange.objects.filter(pk__in=[each.pk for each in pauses]).update(resumed_from=from_on)


def pause_again(undone: SubscriptionChange) -> None:
    """The pauses that a change of a locked subscription ended last as long as before it."""
    for told in undone.resumed:
        SubscriptionChange.objects.filter(pk=told["pause"]).update(resumed_from=told["until"])


def end_with_these(row: Subscription) -> None:
    """No term of a locked subscription follows; whoever ends it need not be told that it does."""
    row.carries_on, row.notice_at = False, None
    row.save(update_fields=["carries_on", "notice_at"])


def carry_on_again(row: Subscription, *, notice_at: datetime) -> None:
    """What was ended is not: the next term of a locked subscription follows after all."""
    row.carries_on, row.notice_at = True, notice_at
    row.save(update_fields=["carries_on", "notice_at"])


def stand(row: Subscription, *, paused_from: date | None, is_over: bool = False, now: datetime) -> None:
    """How a locked subscription stands, as what stands of it says: it runs while any visit is ahead; else it is cancelled where
    it is over, paused where it is paused without an end, and waits for its next term."""
    state = State.ACTIVE
    if not _standing(now).filter(subscription=row).exists():
        state = State.CANCELLED if is_over else State.PAUSED if paused_from else State.ACTIVE
    if row.state != state:
        row.state, row.stopped_at = state, None if state == State.ACTIVE else now
    row.paused_from = paused_from
    row.save(update_fields=["state", "stopped_at", "paused_from"])


def goes_on(row: Subscription) -> bool:
    """Whether another term is still to be booked."""
    return row.carries_on and row.notice_at is not None


def may_come(row: Subscription) -> bool:
    """Whether visits may come that are not booked: of a next term, or when it is let go on."""
    return row.carries_on or row.paused_from is not None


def end_over(*, now: datetime) -> int:
    """Of subscriptions with no visit to come: those paused without an end say so, and those are over that have no next term,
    nothing that could go on again, and no pause that still lasts; tells how many are over."""
    ahead = _standing(now).filter(subscription=OuterRef("pk"))
    idle = Subscription.objects.filter(~Exists(ahead), state__in=(State.ACTIVE, State.PAUSED))
    idle.filter(state=State.ACTIVE, paused_from__isnull=False).update(state=State.PAUSED, stopped_at=now)
    to_come = OrderLine.objects.filter(subscription=OuterRef("pk"), appointment__starts_at__gt=now)
    pauses = SubscriptionChange.objects.filter(subscription=OuterRef("pk"), kind="pause", undone_at=None)
    over = idle.exclude(carries_on=True, notice_at__isnull=False)
    over = over.exclude(Q(Exists(to_come)) & (Q(paused_from__isnull=False) | Q(Exists(pauses.filter(_lasts(now))))))
    return over.update(state=State.ENDED, stopped_at=now, paused_from=None)


def _lasts(now: datetime) -> Q:
    return Q(until_on__gt=now.date(), resumed_from=None)


def _standing(now: datetime) -> QuerySet[OrderLine]:
    """Visits of subscriptions that are not over and were not called off."""
    return OrderLine.objects.filter(appointment__ends_at__gt=now).exclude(
        appointment__state=Appointment.State.CANCELLED
    )
