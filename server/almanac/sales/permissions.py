"""Who sees which orders."""

from __future__ import annotations

from django.db.models import Q

from almanac.kit.actor import Actor, Role, ScopeAction


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
    visits of staff in scope.
    """
    linked = Q(pk=actor.order_id) if actor.order_id else None
    own = of_role(actor)
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
        return Q(lines__appointment__staff_member_id__in=managed)
    return None


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
