"""Who sees which orders."""

from __future__ import annotations

from django.db.models import Q

from almanac.kit.actor import Actor, Role, ScopeAction


def visible_to(actor: Actor) -> Q | None:
    """The filter on Order for what this actor may know of; None means nothing at all.

    A signed link opens its order whoever is signed in. Staff see orders with visits of theirs; a manager those with
    visits of staff in scope.
    """
    linked = Q(pk=actor.order_id) if actor.order_id else None
    own = _by_role(actor)
    if linked is None or own is None:
        return linked if own is None else own
    return linked | own


def _by_role(actor: Actor) -> Q | None:
    if actor.is_admin:
        return Q()
    if actor.role is Role.CUSTOMER and actor.customer_id:
        return Q(customer_id=actor.customer_id)
    if actor.role is Role.STAFF and actor.staff_id:
        return Q(lines__appointment__staff_member_id=actor.staff_id)
    if managed := actor.managed_staff(ScopeAction.APPOINTMENTS):
        return Q(lines__appointment__staff_member_id__in=managed)
    return None
