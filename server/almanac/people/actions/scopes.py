"""Setting what a manager may see and do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.business.models import Business, Location
from almanac.kit.actor import Actor, ScopeAction
from almanac.kit.errors import Conflict, InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.people.events import ManagerScopeChanged, ScopeFacts
from almanac.people.models import ManagerScope, Reach, StaffMember, User
from almanac.people.permissions import can_edit_scopes, can_hold_scope
from almanac.people.queries.scopes import ids_of


@dataclass(frozen=True, slots=True)
class ReachWish:
    """What a scope is to reach; all five together replace what was there."""

    staff_ids: Collection[UUID] = ()
    business_ids: Collection[UUID] = ()
    location_ids: Collection[UUID] = ()
    customer_business_ids: Collection[UUID] = ()
    actions: Collection[ScopeAction] = ()


def set_manager_scope(
    *, actor: Actor, user_id: UUID, wish: ReachWish, revision: int | None, now: datetime
) -> ManagerScope:
    """Replace what a manager may see and do; holds from their next request on.

    Raises NotAllowed, NotFound (no such manager), InvalidInput (something named is not there), Conflict.
    """
    if not can_edit_scopes(actor):
        raise NotAllowed
    with transaction.atomic():
        user = User.objects.select_for_update().filter(pk=user_id).first()
        if user is None or not can_hold_scope(user.role):
            raise NotFound
        check_reach(wish)
        scope, _ = ManagerScope.objects.get_or_create(user=user, defaults={"revision": 0})
        if revision is not None and revision != scope.revision:
            raise Conflict
        before = facts_of(scope)
        write_reach(scope, wish)
        emit(ManagerScopeChanged(user_id=user_id, before=before, after=facts_of(scope)), actor=actor, at=now)
    return scope


def check_reach(wish: ReachWish) -> None:
    """Raises InvalidInput, by field, for whatever is named and not there."""
    fields = {}
    if StaffMember.objects.filter(pk__in=wish.staff_ids).count() < len(set(wish.staff_ids)):
        fields["staff_ids"] = ["At least one of these staff members does not exist."]
    if Location.objects.filter(pk__in=wish.location_ids).count() < len(set(wish.location_ids)):
        fields["location_ids"] = ["At least one of these places does not exist."]
    known = set(Business.objects.values_list("pk", flat=True))
    for name in ("business_ids", "customer_business_ids"):
        if not known.issuperset(getattr(wish, name)):
            fields[name] = ["At least one of these businesses does not exist."]
    if fields:
        raise InvalidInput(fields=fields)


def write_reach(reach: Reach, wish: ReachWish) -> None:
    """Set all of a scope, or of a template, under its next revision."""
    reach.actions = sorted({action.value for action in wish.actions})
    reach.revision += 1
    reach.save(update_fields=["actions", "revision"])
    reach.staff_members.set(StaffMember.objects.filter(pk__in=wish.staff_ids))
    reach.businesses.set(Business.objects.filter(pk__in=wish.business_ids))
    reach.locations.set(Location.objects.filter(pk__in=wish.location_ids))
    reach.customer_businesses.set(Business.objects.filter(pk__in=wish.customer_business_ids))


def facts_of(reach: Reach) -> ScopeFacts:
    """What it reaches now, for the audit trail."""
    return ScopeFacts(
        staff_ids=ids_of(reach, "staff_members"),
        actions=list(reach.actions),
        business_ids=ids_of(reach, "businesses"),
        location_ids=ids_of(reach, "locations"),
        customer_business_ids=ids_of(reach, "customer_businesses"),
    )
