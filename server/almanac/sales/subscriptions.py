"""Writes of subscriptions: agreed, paused, going on, over, and what was done to their visits. docs/algorithms/series.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

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


def notices_due(*, now: datetime) -> list[UUID]:
    """Subscriptions that run and whose notice is due, the longest due first. One SQL query."""
    due = Subscription.objects.filter(state=State.ACTIVE, notice_at__lte=now).order_by("notice_at", "pk")
    return list(due.values_list("pk", flat=True)[:MOST_NOTICES])


def lock_subscription(subscription_id: UUID) -> Subscription:
    """The row, fresh, locked until the caller's transaction ends: before any staff, as a basket is."""
    return Subscription.objects.select_for_update(of=("self",)).get(pk=subscription_id)


def write_change(
    *, actor: Actor, row: Subscription, kind: str, party: str, visits: Sequence[dict[str, Any]], now: datetime
) -> SubscriptionChange:
    """Keep what was done to visits of a locked subscription. Emits SubscriptionChanged."""
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
        subscription=row, kind=kind, party=party, visits=list(visits), made_by_id=actor.user_id, made_at=now
    )


def set_state(row: Subscription, state: State, *, now: datetime) -> None:
    """Put a locked subscription into another state."""
    row.state, row.stopped_at = state, None if state == State.ACTIVE else now
    row.save(update_fields=["state", "stopped_at"])


def end_over(*, now: datetime) -> int:
    """Subscriptions that run and have no visit to come are over, but for those whose next term is still to be booked; tells how
    many."""
    ahead = OrderLine.objects.filter(subscription=OuterRef("pk"), appointment__ends_at__gt=now)
    ahead = ahead.exclude(appointment__state=Appointment.State.CANCELLED)
    over = Subscription.objects.filter(~Exists(ahead), state=State.ACTIVE)
    over = over.exclude(carries_on=True, notice_at__isnull=False)
    return over.update(state=State.ENDED, stopped_at=now)
