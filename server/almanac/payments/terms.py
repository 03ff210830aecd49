"""Whether what an order is paid with has to be kept (docs/algorithms/payments.md, promise 9)."""

from __future__ import annotations

from datetime import datetime

from almanac.payments import registry
from almanac.payments.actions.charge_states import LIVE
from almanac.sales.models import Order, OrderLine
from almanac.sales.subscriptions import may_come

ROWS = ("lines__subscription", "due_charges__lines")  # to be fetched with the order


def need_kept(order: Order, now: datetime) -> bool:
    """Whether the terms of what was bought need it: lines are charged later by themselves, or visits of a subscription that is
    charged may come that are not booked. Whoever pays then leaves what is charged next, also by the order's link."""
    coming = (charge for charge in order.due_charges.all() if charge.state in LIVE and charge.due_at > now)
    is_charged = any(each.is_live and not each.by_hand for charge in coming for each in charge.lines.all())
    return is_charged or any(_goes_on(line) for line in order.lines.all())


def _goes_on(line: OrderLine) -> bool:
    row = line.subscription
    if row is None or row.payment_method not in registry.online():
        return False
    return row.state in (row.State.ACTIVE, row.State.PAUSED) and may_come(row)
