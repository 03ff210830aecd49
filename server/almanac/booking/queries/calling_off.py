"""Which orders can be called off as a whole, and by whom. No SQL query for an order as its lists have it."""

from __future__ import annotations

from almanac.kit.actor import Actor
from almanac.payments.models import Review
from almanac.payments.permissions import can_pay
from almanac.sales.models import Order, OrderState
from almanac.sales.permissions import looks_after_goods
from almanac.scheduling.permissions import works_on


def waits_to_be_paid(order: Order) -> bool:
    """One that is held to be looked at does not: money for it is there."""
    held = any(each.state != Review.State.APPROVED for each in order.reviews.all())
    return order.state == OrderState.PLACED and not held


def may_call_off(actor: Actor, order: Order) -> bool:
    """Its customer, whoever holds its link, and of the team whoever looks after all of it."""
    return can_pay(actor, order) or looks_after_all(actor, order)


def looks_after_all(actor: Actor, order: Order) -> bool:
    """Whether the actor is of the team and looks after every line, so that all of its money is theirs to take."""
    return actor.is_team and all(looked_after(actor, order))


def looked_after(actor: Actor, order: Order) -> list[bool]:
    """Of each line of an order whether the actor looks after it: its visit, or its goods."""
    goods = looks_after_goods(actor, order)
    lines = order.lines.all()
    return [actor.is_admin or (works_on(actor, line.appointment) if line.appointment else goods) for line in lines]
