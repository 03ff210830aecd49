"""Who sees which orders."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.sales.models import GOODS, Order, OrderLine


def can_edit_coupons(actor: Actor) -> bool:
    """What is given away is the administrators' to say."""
    return actor.is_admin


def can_see_gift_cards(actor: Actor) -> bool:
    """What customers keep here, whose it is and what became of it: the administrators'."""
    return actor.is_admin


def can_see_passes(actor: Actor) -> bool:
    """Packages that customers have, and what became of their visits: the administrators'."""
    return actor.is_admin


def visible_to(actor: Actor) -> Q | None:
    """The filter on Order for what this actor may know of; None means nothing at all.

    A signed link opens its order whoever is signed in. Staff see orders with visits of theirs; a manager those with
    visits of staff in scope and those with goods that they took by phone, and with the action *refunds* those of which they may
    give money back.
    """
    linked = Q(pk=actor.order_id) if actor.order_id else None
    own = of_role(actor)
    if actor.managed_staff(ScopeAction.REFUNDS):
        whole = Q(pk__in=orders_in_scope(actor))
        own = whole if own is None else own | whole
    if linked is None or own is None:
        return linked if own is None else own
    return linked | own


def owns(actor: Actor) -> Q | None:
    """The filter on Order for what is this actor's own: their customer's orders, and the one whose link they hold. What was
    bought is its buyer's, and nobody's of the team; None means nothing at all."""
    linked = Q(pk=actor.order_id) if actor.order_id else None
    own = Q(customer_id=actor.customer_id) if actor.customer_id else None
    if linked is None or own is None:
        return linked if own is None else own
    return linked | own


def of_role(actor: Actor) -> Q | None:
    """The filter on Order for what this actor's role alone lets them know of, whatever link they hold: who acts for the business
    is asked by this, since a link says nothing of looking after an order. None means nothing at all."""
    if actor.is_admin:
        return Q()
    if actor.role is Role.CUSTOMER and actor.customer_id:
        return Q(customer_id=actor.customer_id)
    if actor.role is Role.STAFF and actor.staff_id:
        return Q(lines__appointment__staff_member_id=actor.staff_id)
    if managed := actor.managed_staff(ScopeAction.APPOINTMENTS):
        taken = Q(booked_by_id=actor.user_id, lines__kind__in=GOODS)
        return Q(lines__appointment__staff_member_id__in=managed) | taken
    return None


def looks_after_goods(actor: Actor, order: Order) -> bool:
    """Whether the goods of an order are the actor's to see and to take money for: administrators', and whoever's who took it by
    phone, while they may take orders. No SQL query."""
    took = actor.user_id is not None and order.booked_by_id == actor.user_id
    return actor.is_admin or (took and bool(actor.managed_staff(ScopeAction.APPOINTMENTS)))


def orders_in_scope(actor: Actor) -> QuerySet[Order, Any]:
    """Keys of orders whose every visit is by staff whom a manager with the action *refunds* looks after, and whose goods are of
    these. `gives_back` says the same of one whose lines are there."""
    managed = actor.managed_staff(ScopeAction.REFUNDS)
    if not managed:
        return Order.objects.none().values("pk")
    visits = OrderLine.objects.exclude(appointment=None).exclude(appointment__staff_member__in=managed)
    goods = OrderLine.objects.filter(appointment=None).exclude(payee__in=managed)
    others = visits | goods
    theirs = Order.objects.filter(lines__appointment__staff_member__in=managed)
    return theirs.exclude(pk__in=others.values("order")).values("pk")


def gives_back(actor: Actor, order: Order) -> bool:
    """Whether the actor may give money back for an order that was fetched with its lines and visits: no SQL query."""
    managed, lines = actor.managed_staff(ScopeAction.REFUNDS), list(order.lines.all())
    people = {line.appointment.staff_member_id if line.appointment else line.payee_id for line in lines}
    return actor.is_admin or (people <= managed and any(line.appointment for line in lines))


def subscriptions_visible_to(actor: Actor) -> Q:
    """The filter on Subscription: its customer's, of the order that a link opens, and of the team as with orders."""
    seen = Q(pk__in=())
    if actor.order_id:
        seen |= Q(lines__order=actor.order_id)
    if actor.is_admin:
        return Q()
    if actor.role is Role.CUSTOMER and actor.customer_id:
        return seen | Q(customer=actor.customer_id)
    if actor.role is Role.STAFF and actor.staff_id:
        return seen | Q(lines__appointment__staff_member=actor.staff_id)
    if managed := actor.managed_staff(ScopeAction.APPOINTMENTS):
        return seen | Q(lines__appointment__staff_member__in=managed)
    return seen
