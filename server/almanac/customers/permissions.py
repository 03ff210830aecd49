"""Who sees which customers' records, and who writes in them."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.people.models import Customer
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment


def visible_to(actor: Actor) -> QuerySet[Customer]:
    """Administrators see all. A manager allowed *customers* sees those whom staff in scope visit, those who ordered of
    the businesses whose customers are in scope, and those they wrote in themselves. Staff see whom they visit. Others
    nobody: what a customer may see of themselves has doors of its own.
    """
    if actor.is_admin:
        return Customer.objects.all()
    visits = Appointment.objects.filter(customer=OuterRef("pk"))
    if actor.role is Role.STAFF and actor.staff_id:
        return Customer.objects.filter(Exists(visits.filter(staff_member=actor.staff_id)))
    if actor.role is not Role.MANAGER or not can_edit(actor):
        return Customer.objects.none()
    seen = Q(recorded_by=actor.user_id) if actor.user_id else Q(pk__in=())
    if managed := actor.managed_staff(ScopeAction.CUSTOMERS):
        seen |= Q(Exists(visits.filter(staff_member__in=managed)))
    if businesses := actor.scope.customer_business_ids:
        seen |= Q(Exists(Order.objects.filter(customer=OuterRef("pk"), business__in=businesses)))
    return Customer.objects.filter(seen)


def can_edit(actor: Actor) -> bool:
    """Read whole records and write in them: an administrator, and a manager allowed *customers*, of those they see."""
    return actor.may(ScopeAction.CUSTOMERS)
