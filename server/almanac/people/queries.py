"""Reads of people: who a signed-in user is, the public cards of staff, managers' scopes."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from almanac.kit.actor import STRANGER, Actor, Role, Scope, ScopeAction
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import ManagerScope, StaffMember, User, UserRole
from almanac.people.permissions import can_see_scopes


def actor_of_user(user: User) -> Actor:
    """The Actor of a signed-in user. One SQL query, two for a manager; archived people have lost their rights."""
    if not user.is_active:
        return STRANGER
    customer_id, customer_archived, staff_id, staff_archived = User.objects.values_list(
        "customer", "customer__archived_at", "staff_member", "staff_member__archived_at"
    ).get(pk=user.pk)
    return Actor(
        role=Role(user.role),
        user_id=user.pk,
        customer_id=None if customer_archived else customer_id,
        staff_id=None if staff_archived else staff_id,
        scope=scope_of(user.pk) if user.role == UserRole.MANAGER else Scope(),
    )


def scope_of(user_id: UUID) -> Scope:
    """A manager's scope; nothing at all where none was set. One SQL query."""
    rows = list(ManagerScope.objects.filter(user_id=user_id).values_list("actions", "staff_members"))
    if not rows:
        return Scope()
    return Scope(
        staff_ids=frozenset(staff_id for _, staff_id in rows if staff_id),
        actions=frozenset(ScopeAction(action) for action in rows[0][0]),
    )


def scope_row(actor: Actor, user_id: UUID) -> ManagerScope:
    """A manager's scope with its revision, an unsaved empty one (revision 0) before the first was set.

    Raises NotAllowed, and NotFound when the user is no manager.
    """
    if not can_see_scopes(actor):
        raise NotAllowed
    user = User.objects.filter(pk=user_id, role=UserRole.MANAGER).first()
    if user is None:
        raise NotFound
    return ManagerScope.objects.filter(user=user).first() or ManagerScope(user=user, revision=0)


def staff_cards(business_id: UUID) -> QuerySet[StaffMember]:
    """Staff members whom anybody may choose from."""
    return StaffMember.objects.filter(business_id=business_id, is_bookable=True, archived_at=None)


def user_of(actor: Actor) -> User | None:
    """The row of whoever is signed in, with their staff member and its business. One SQL query."""
    if actor.user_id is None:
        return None
    return User.objects.select_related("staff_member__business").filter(pk=actor.user_id).first()
