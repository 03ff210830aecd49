"""Who sees invoices, statements and what accountants get."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from almanac.kit.actor import Actor
from almanac.sales.models import Order
from almanac.sales.permissions import orders_in_scope
from almanac.sales.permissions import visible_to as orders_visible_to


def visible_to(actor: Actor) -> Q:
    """The filter on Invoice. Administrators see all; a manager with the action *refunds* those of orders whose every visit is in
    scope; a customer, or the holder of an order's link, their own. Staff see none: they say what others' visits cost."""
    if actor.is_admin:
        return Q()
    if actor.is_team:
        return Q(order__in=orders_in_scope(actor))
    seen = orders_visible_to(actor)
    return Q(pk__in=()) if seen is None else Q(order__in=Order.objects.filter(seen).values("pk"))


def can_see_statement(actor: Actor, customer_id: UUID) -> bool:
    """All that passed between a customer and a business: the customer's own, and the administrators'."""
    return actor.is_admin or actor.customer_id == customer_id


def can_export(actor: Actor) -> bool:
    """The books of a whole business are the administrators'."""
    return actor.is_admin
