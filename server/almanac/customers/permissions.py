"""Who sees which customers' records, and who writes in them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from almanac.customers.models import FieldSet
from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.people.models import Customer, StaffMember
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment

# Whom somebody visits they see until so long after the last visit: long enough for a complaint or a visit every quarter,
# and not for good (docs/guide/staff.md).
SEEN_FOR = timedelta(days=90)
VISITED = (
    Appointment.State.PENDING,
    Appointment.State.CONFIRMED,
    Appointment.State.COMPLETED,
    Appointment.State.NO_SHOW,
)


def visible_to(actor: Actor) -> QuerySet[Customer]:
    """Whose whole records the actor works with. Administrators see all. A manager allowed *customers* sees those whom
    staff in scope visit, those who ordered of the businesses whose customers are in scope, and those they wrote in
    themselves. Others nobody: staff see of whom they visit what `seen_by` lets them, and what a customer may see of
    themselves has doors of its own.
    """
    if actor.is_admin:
        return Customer.objects.all()
    if actor.role is not Role.MANAGER or not can_edit(actor):
        return Customer.objects.none()
    seen = Q(recorded_by=actor.user_id) if actor.user_id else Q(pk__in=())
    if managed := actor.managed_staff(ScopeAction.CUSTOMERS):
        visits = Appointment.objects.filter(customer=OuterRef("pk"))
        seen |= Q(Exists(visits.filter(staff_member__in=managed)))
    if businesses := actor.scope.customer_business_ids:
        seen |= Q(Exists(Order.objects.filter(customer=OuterRef("pk"), business__in=businesses)))
    return Customer.objects.filter(seen)


def seen_by(actor: Actor, now: datetime) -> QuerySet[Customer]:
    """Of whom the actor is told at all: staff members of those they visit or did visit in the last 90 days, visits that
    were called off not counted; the others of the team as `visible_to` says."""
    if actor.role is not Role.STAFF:
        return visible_to(actor)
    if actor.staff_id is None:
        return Customer.objects.none()
    visits = Appointment.objects.filter(customer=OuterRef("pk"), staff_member=actor.staff_id, state__in=VISITED)
    return Customer.objects.filter(Exists(visits.filter(ends_at__gt=now - SEEN_FOR)))


def can_edit(actor: Actor) -> bool:
    """Read whole records and write in them: an administrator, and a manager allowed *customers*, of those they see."""
    return actor.may(ScopeAction.CUSTOMERS)


def can_let_account_see(actor: Actor) -> bool:
    """Say that an account may see what its mailbox does not prove to be its own: administrators. Whoever reads that account, as a
    manager may their own, would read a stranger's orders."""
    return actor.is_admin


def field_sets_visible_to(actor: Actor) -> QuerySet[FieldSet]:
    """The businesses whose fields the actor reads in a record: administrators all, managers and staff those of the people
    and businesses they work for or look after."""
    sets = FieldSet.objects.filter(business__archived_at=None)
    if actor.is_admin:
        return sets
    if actor.role is Role.STAFF and actor.staff_id:
        return sets.filter(business__in=StaffMember.objects.filter(pk=actor.staff_id).values("business"))
    if actor.role is not Role.MANAGER:
        return sets.none()
    managed = actor.managed_staff(ScopeAction.CUSTOMERS) | actor.managed_staff(ScopeAction.APPOINTMENTS)
    seen = Q(business__in=StaffMember.objects.filter(pk__in=managed).values("business"))
    if can_edit(actor):
        seen |= Q(business__in=actor.scope.business_ids | actor.scope.customer_business_ids)
    return sets.filter(seen)
