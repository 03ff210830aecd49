"""Points of an order made what its money says: docs/algorithms/loyalty.md."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.business.policies import PointPolicy
from almanac.business.queries import some_policy
from almanac.payments.points import EARNS_FOR, done_at, earns_now, money_of, unmarked
from almanac.sales.models import Order, PointEntry
from almanac.sales.points import give_rewards, lock_customer, mind_points, settle_line, switched_on


def settle_points(*, order_id: UUID, at: datetime, now: datetime) -> None:
    """Give the points that lines of an order earned, take back those whose money went back, and give the reward that is reached.
    `at`: when what is looked at for happened. Doing it twice changes nothing. Emits PointsRewarded."""
    with transaction.atomic():
        order = Order.objects.get(pk=order_id)
        customer = lock_customer(order.customer_id)
        order.refresh_from_db()
        if order.customer_id != customer.pk:  # merged or parted meanwhile
            customer = lock_customer(order.customer_id)
        lines = list(order.lines.select_related("appointment", "business"))
        policies = some_policy({line.business_id for line in lines}, PointPolicy)
        entries: dict[UUID | None, list[PointEntry]] = {}
        for entry in PointEntry.objects.filter(line__order=order):
            entries.setdefault(entry.line_id, []).append(entry)
        if not entries and not any(found.points_on for found in policies.values()):
            return
        money = money_of(order, lines)
        for line in lines:
            own, paid = entries.get(line.pk, []), money[line.pk]
            if own or earns_now(order, line, paid, since=at - EARNS_FOR, now=now):
                counted = paid.stays if done_at(line, now) else 0
                found = policies[line.business_id]
                settle_line(customer=customer, line=line, own=own, found=found, counted=counted, now=now)
        for business in {line.business_id: line.business for line in lines}.values():
            give_rewards(customer=customer, business=business, found=policies[business.pk], now=now)


def mind(*, now: datetime) -> None:
    """See to what no event tells: visits that nobody marked, rewards that are reached after all, points that lapse."""
    lines = unmarked(switched_on(), now)
    for order_id in sorted(set(lines.order_by().values_list("order", flat=True))):
        settle_points(order_id=order_id, at=now, now=now)
    mind_points(now=now)
