"""How an order stands for whoever reads it. That it is over and paid is worked out from visits, clock and money, never kept.

`in_standings` says to the database what `schemas.standings.standing_of` says of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.payments.queries import owing
from almanac.sales.models import GOODS, Order, OrderLine, OrderState
from almanac.scheduling.models import Appointment


class OrderStanding(StrEnum):
    """`completed`: it stands, each of its visits that was not called off is over, its goods are handed over, and nothing
    of it is owed."""

    PLACED = "placed"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


def in_standings(orders: QuerySet[Order], standings: Sequence[str], *, now: datetime) -> QuerySet[Order]:
    """Those of these orders that stand in any of these ways now; all where none is named."""
    if not standings:
        return orders
    visits = Appointment.objects.filter(order_line__order=OuterRef("pk"), ends_at__gt=now)
    ahead = Exists(visits.exclude(state=Appointment.State.CANCELLED))
    waiting = Exists(OrderLine.objects.filter(order=OuterRef("pk"), kind__in=GOODS, delivered_at=None))
    unpaid = Exists(owing(OrderLine.objects.filter(order=OuterRef("pk"))))
    stands = Q(state=OrderState.CONFIRMED)
    of = {
        OrderStanding.PLACED: Q(state=OrderState.PLACED),
        OrderStanding.CONFIRMED: stands & (Q(ahead) | Q(waiting) | Q(unpaid)),
        OrderStanding.COMPLETED: stands & ~Q(ahead) & ~Q(waiting) & ~Q(unpaid),
        OrderStanding.CANCELLED: Q(state=OrderState.CANCELLED),
    }
    wanted = Q()
    for standing in set(standings):
        wanted |= of[OrderStanding(standing)]
    return orders.filter(wanted)
