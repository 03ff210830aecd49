"""Who sees which messages were sent."""

from __future__ import annotations

from django.db.models import Q

from almanac.kit.actor import Actor, ScopeAction


def visible_to(actor: Actor) -> Q | None:
    """The filter on Delivery; None is nobody's business. Managers see those about staff in their scope."""
    if actor.is_admin:
        return Q()
    if actor.may(ScopeAction.APPOINTMENTS):
        return Q(appointments__staff_member_id__in=actor.managed_staff(ScopeAction.APPOINTMENTS))
    return None
