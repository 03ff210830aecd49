"""What a manager would see with a scope that nobody has yet, counted by the same rules that will hold then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from almanac.business.models import Location
from almanac.customers.permissions import visible_to as customers_visible_to
from almanac.kit.actor import Actor, Role, Scope
from almanac.kit.errors import NotAllowed
from almanac.people.permissions import can_edit_scopes, staff_visible_to
from almanac.sales.models import Order
from almanac.sales.permissions import visible_to as orders_visible_to
from almanac.scheduling.permissions import visible_to as appointments_visible_to


@dataclass(frozen=True, slots=True)
class Seen:
    """How many of each there are to see; `ahead` are appointments that have not begun."""

    staff: int
    customers: int
    appointments: int
    ahead: int
    orders: int
    locations: int


def seen_with(actor: Actor, scope: Scope, *, now: datetime) -> Seen:
    """What a manager with this scope would see. Six SQL queries. Raises NotAllowed."""
    if not can_edit_scopes(actor):
        raise NotAllowed
    manager = Actor(role=Role.MANAGER, scope=scope)
    appointments = appointments_visible_to(manager)
    orders = orders_visible_to(manager)
    return Seen(
        staff=staff_visible_to(manager).filter(archived_at=None).count(),
        customers=customers_visible_to(manager).filter(archived_at=None).count(),
        appointments=appointments.count(),
        ahead=appointments.filter(starts_at__gte=now).count(),
        orders=0 if orders is None else Order.objects.filter(pk__in=Order.objects.filter(orders).values("pk")).count(),
        locations=Location.objects.filter(pk__in=scope.location_ids).count() if scope.actions else 0,
    )
