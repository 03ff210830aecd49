"""Who sees and changes staff members, and who sets managers' scopes."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.people.models import StaffMember, UserRole


def staff_visible_to(actor: Actor) -> QuerySet[StaffMember]:
    """Whole records: administrators see all, managers those in scope, staff members themselves, others nobody.

    A scope without any action opens nothing. What everybody may see of bookable staff are their cards:
    `queries.staff_cards`.
    """
    if actor.is_admin:
        return StaffMember.objects.all()
    ids = {actor.staff_id} if actor.staff_id else set()
    if actor.role is Role.MANAGER and actor.scope.actions:
        ids |= actor.scope.staff_ids
    return StaffMember.objects.filter(pk__in=ids)


def can_edit_staff(actor: Actor, staff_id: UUID) -> bool:
    """Change a staff member's hours, areas and card: they themselves, a manager allowed to, an administrator."""
    return actor.staff_id == staff_id or actor.manages(staff_id, ScopeAction.STAFF)


def can_keep_staff(actor: Actor, staff_id: UUID) -> bool:
    """Change the whole record and archive it: a manager allowed to, an administrator; not the person it is about."""
    return actor.manages(staff_id, ScopeAction.STAFF)


def can_add_staff(actor: Actor, business_id: UUID) -> bool:
    """A manager only where the whole business is in scope: else whoever is added would be out of their sight."""
    return actor.manages_business(business_id, ScopeAction.STAFF)


def can_feature_staff(actor: Actor) -> bool:
    """Put somebody before others: not for those it is about, nor for those who look after some of them."""
    return actor.is_admin


def can_invite(actor: Actor) -> bool:
    return actor.is_admin


def can_see_scopes(actor: Actor) -> bool:
    return actor.is_admin


def can_edit_scopes(actor: Actor) -> bool:
    return actor.is_admin


def can_hold_scope(role: str) -> bool:
    """Only managers have a scope: administrators need none and others may have none."""
    return role == UserRole.MANAGER
