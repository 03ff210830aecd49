"""What managers may see and do, and the templates that scopes begin from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Lower

from almanac.business.models import Business, Location
from almanac.kit.actor import Actor, Scope, ScopeAction
from almanac.kit.errors import NotAllowed, NotFound
from almanac.people.models import ManagerScope, Reach, ScopeTemplate, StaffMember, User, UserRole
from almanac.people.permissions import can_see_scopes

PARTS = ("staff_members", "businesses", "locations", "customer_businesses")


def scope_of(user_id: UUID) -> Scope:
    """A manager's scope; nothing at all where none was set. Three SQL queries, one where there is none."""
    found = ManagerScope.objects.filter(user_id=user_id).values_list("pk", "actions").first()
    if found is None:
        return Scope()
    scope_id, actions = found
    wholes = _wholes(scope_id)
    staff_ids = staff_reached(
        named=ManagerScope.staff_members.through.objects.filter(managerscope=scope_id).values("staffmember"),
        business_ids=wholes["businesses"],
        location_ids=wholes["locations"],
    )
    return Scope(
        staff_ids=frozenset(staff_ids),
        actions=frozenset(ScopeAction(action) for action in actions),
        business_ids=frozenset(wholes["businesses"]),
        location_ids=frozenset(wholes["locations"]),
        customer_business_ids=frozenset(wholes["customer_businesses"]),
    )


def as_scope(
    *,
    staff_ids: Iterable[UUID],
    business_ids: Iterable[UUID],
    location_ids: Iterable[UUID],
    customer_business_ids: Iterable[UUID],
    actions: Iterable[ScopeAction],
) -> Scope:
    """What a manager would see and do with this scope, which nobody has yet. One SQL query."""
    reached = staff_reached(named=list(staff_ids), business_ids=business_ids, location_ids=location_ids)
    return Scope(
        staff_ids=frozenset(reached),
        actions=frozenset(actions),
        business_ids=frozenset(business_ids),
        location_ids=frozenset(location_ids),
        customer_business_ids=frozenset(customer_business_ids),
    )


def staff_reached(
    *, named: object, business_ids: Iterable[UUID], location_ids: Iterable[UUID]
) -> QuerySet[StaffMember, UUID]:
    """Ids of the staff members named, working for these businesses or based at these locations. One SQL query.

    Archived ones are among them: their visits of the past are still looked after.
    """
    reached = Q(pk__in=named) | Q(business__in=list(business_ids)) | Q(location__in=list(location_ids))
    return StaffMember.objects.filter(reached).values_list("pk", flat=True)


def scope_row(actor: Actor, user_id: UUID) -> ManagerScope:
    """A manager's scope with its revision, an unsaved empty one (revision 0) before the first was set.

    Raises NotAllowed, and NotFound when the user is no manager.
    """
    if not can_see_scopes(actor):
        raise NotAllowed
    user = User.objects.filter(pk=user_id, role=UserRole.MANAGER).first()
    if user is None:
        raise NotFound
    found = ManagerScope.objects.select_related("user").prefetch_related(*PARTS).filter(user=user).first()
    return found or ManagerScope(user=user, revision=0)


def managers(actor: Actor) -> QuerySet[User]:
    """Everybody who signs in as a manager, with their scopes: five SQL queries for any number. Raises NotAllowed."""
    if not can_see_scopes(actor):
        raise NotAllowed
    return (
        User.objects.filter(role=UserRole.MANAGER, is_active=True)
        .select_related("manager_scope")
        .prefetch_related(*(f"manager_scope__{part}" for part in PARTS))
    )


def templates(actor: Actor) -> QuerySet[ScopeTemplate]:
    """Templates that are not archived, by name. Raises NotAllowed."""
    if not can_see_scopes(actor):
        raise NotAllowed
    return ScopeTemplate.objects.filter(archived_at=None).prefetch_related(*PARTS).order_by(Lower("name"), "pk")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a scope may be put together from. Archived people are among it: a scope may name them already."""

    businesses: list[Business]
    locations: list[Location]
    staff: list[StaffMember]


def choices(actor: Actor) -> Choices:
    """Everything and everybody a scope can name. Three SQL queries. Raises NotAllowed."""
    if not can_see_scopes(actor):
        raise NotAllowed
    return Choices(
        businesses=list(Business.objects.filter(archived_at=None)),
        locations=list(Location.objects.filter(archived_at=None).order_by("name", "pk")),
        staff=list(StaffMember.objects.order_by(Lower("name"), "pk")),
    )


def _wholes(scope_id: UUID) -> dict[str, list[UUID]]:
    """What is in scope as a whole, by the name of its list. One SQL query."""
    kinds = {name: getattr(ManagerScope, name).through for name in PARTS[1:]}
    columns = {"businesses": "business_id", "locations": "location_id", "customer_businesses": "business_id"}
    first, *others = (
        through.objects.filter(managerscope=scope_id).annotate(kind=Value(name)).values_list("kind", columns[name])
        for name, through in kinds.items()
    )
    found: dict[str, list[UUID]] = {name: [] for name in kinds}
    for kind, key in first.union(*others, all=True):
        found[kind].append(key)
    return found


def ids_of(reach: Reach, part: str) -> list[UUID]:
    """The keys in one of the lists of a scope, sorted; none in one that was never saved. No query when prefetched."""
    return sorted(row.pk for row in getattr(reach, part).all()) if reach.revision else []


def who_looks_after(staff: StaffMember, action: ScopeAction = ScopeAction.STAFF) -> list[User]:
    """Managers whose scope has this person in it with this action (their hours and time off, where none is named); where
    there are none, the administrators.

    Two SQL queries at most. Actions are compared here: SQLite cannot search within JSON lists.
    """
    within = Q(staff_members=staff) | Q(businesses=staff.business_id)
    if staff.location_id:
        within |= Q(locations=staff.location_id)
    rows = ManagerScope.objects.filter(within, user__role=UserRole.MANAGER, user__is_active=True)
    scopes = rows.select_related("user").order_by("user", "pk").distinct()
    managers = [row.user for row in scopes if action in row.actions]
    return managers or list(User.objects.filter(role=UserRole.ADMIN, is_active=True).order_by("pk"))
