"""What the API says about managers' scopes and their templates."""

from __future__ import annotations

from typing import Annotated, Any, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from almanac.business.models import Location
from almanac.kit.actor import Scope, ScopeAction
from almanac.people.actions.scopes import ReachWish
from almanac.people.models import ManagerScope, Reach, ScopeTemplate, StaffMember, User
from almanac.people.queries.scopes import Choices, as_scope, ids_of

Ids = Annotated[list[UUID], Field(max_length=2000)]


class ReachIn(Schema):
    """Whom a scope reaches and what may be done there: staff members by name, everybody who works for a business or is
    based at a location (whoever joins later, too), customers of their visits or all of a business."""

    staff_ids: Ids
    actions: list[ScopeAction]
    business_ids: Ids = []
    location_ids: Ids = []
    customer_business_ids: Ids = []

    def wish(self) -> ReachWish:
        return ReachWish(
            staff_ids=self.staff_ids,
            business_ids=self.business_ids,
            location_ids=self.location_ids,
            customer_business_ids=self.customer_business_ids,
            actions=self.actions,
        )

    def scope(self) -> Scope:
        """What a manager would see and do with it. One SQL query."""
        return as_scope(
            staff_ids=self.staff_ids,
            business_ids=self.business_ids,
            location_ids=self.location_ids,
            customer_business_ids=self.customer_business_ids,
            actions=self.actions,
        )


class ManagerScopeIn(ReachIn):
    """What a manager may see and do from now on; what is left out is taken away."""


class ScopeTemplateIn(ReachIn):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class ReachOut(Schema):
    """What is in scope; `revision` goes back in If-Match."""

    staff_ids: list[UUID]
    business_ids: list[UUID]
    location_ids: list[UUID]
    customer_business_ids: list[UUID]
    actions: list[ScopeAction]
    revision: int


class ManagerScopeOut(ReachOut):
    user_id: UUID
    name: str

    @classmethod
    def of(cls, scope: ManagerScope) -> Self:
        return cls(user_id=scope.user_id, name=scope.user.get_full_name(), **_told(scope))


class ManagerOut(Schema):
    """Somebody who signs in as a manager, with what they may see and do; an administrator's list."""

    user_id: UUID
    name: str
    email: str
    scope: ManagerScopeOut

    @classmethod
    def of(cls, user: User) -> Self:
        scope: ManagerScope | None = getattr(user, "manager_scope", None)
        return cls(
            user_id=user.pk,
            name=user.get_full_name(),
            email=user.email,
            scope=ManagerScopeOut.of(scope or ManagerScope(user=user, revision=0)),
        )


class ScopeTemplateOut(ReachOut):
    id: UUID
    name: str

    @classmethod
    def of(cls, template: ScopeTemplate) -> Self:
        return cls(id=template.pk, name=template.name, **_told(template))


class NamedOut(Schema):
    """Something a scope can name, and the business it is part of."""

    id: UUID
    name: str
    business_id: UUID
    archived: bool


class ScopeChoicesOut(Schema):
    """What a scope is put together from. Somebody archived is told only because a scope may name them already."""

    businesses: list[NamedOut]
    locations: list[NamedOut]
    staff: list[NamedOut]

    @classmethod
    def of(cls, found: Choices) -> Self:
        return cls(
            businesses=[
                NamedOut(id=row.pk, name=row.name, business_id=row.pk, archived=False) for row in found.businesses
            ],
            locations=[_named(row) for row in found.locations],
            staff=[_named(row) for row in found.staff],
        )


def _named(row: Location | StaffMember) -> NamedOut:
    return NamedOut(id=row.pk, name=row.name, business_id=row.business_id, archived=row.archived_at is not None)


def _told(reach: Reach) -> dict[str, Any]:
    return {
        "staff_ids": ids_of(reach, "staff_members"),
        "business_ids": ids_of(reach, "businesses"),
        "location_ids": ids_of(reach, "locations"),
        "customer_business_ids": ids_of(reach, "customer_businesses"),
        "actions": [ScopeAction(found) for found in reach.actions],
        "revision": reach.revision,
    }
