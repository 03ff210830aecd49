"""Who is acting: one value that every action and every `visible_to` takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    STRANGER = "stranger"  # nobody we know
    GUEST = "guest"  # holds a signed link to one order
    CUSTOMER = "customer"
    STAFF = "staff"
    MANAGER = "manager"
    ADMIN = "admin"
    SYSTEM = "system"  # worker, clock, command line


class ScopeAction(StrEnum):
    """What an admin may allow a manager to do within the scope."""

    APPOINTMENTS = "appointments"
    CUSTOMERS = "customers"
    STAFF = "staff"
    REPORTS = "reports"
    REFUNDS = "refunds"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a manager sees and may do. Empty by default: nothing at all.

    `staff_ids` are all staff members the scope reaches, by name, by business or by location, worked out for each
    request: who joins a business that is in scope as a whole is in scope from then on. The other three say what was
    given as a whole.
    """

    staff_ids: frozenset[UUID] = frozenset()
    actions: frozenset[ScopeAction] = frozenset()
    business_ids: frozenset[UUID] = frozenset()  # everybody who works for them
    location_ids: frozenset[UUID] = frozenset()  # everybody who is based there
    customer_business_ids: frozenset[UUID] = frozenset()  # all customers of them, not of the visits in scope alone


@dataclass(frozen=True, slots=True)
class Actor:
    """The person or process acting. Rights are decided from this value alone, never from the request."""

    role: Role
    user_id: UUID | None = None
    customer_id: UUID | None = None
    staff_id: UUID | None = None
    order_id: UUID | None = None
    scope: Scope = Scope()

    @property
    def is_admin(self) -> bool:
        return self.role in (Role.ADMIN, Role.SYSTEM)

    @property
    def is_team(self) -> bool:
        """Somebody who works here, so not a customer."""
        return self.role in (Role.STAFF, Role.MANAGER, Role.ADMIN, Role.SYSTEM)

    def may(self, action: ScopeAction) -> bool:
        """Whether a manager was given this action at all, wherever; an administrator has every one."""
        return self.is_admin or (self.role is Role.MANAGER and action in self.scope.actions)

    def managed_staff(self, action: ScopeAction) -> frozenset[UUID]:
        """The staff members a manager's scope covers for this action. Administrators need no list: ask `is_admin` first."""
        if self.role is Role.MANAGER and action in self.scope.actions:
            return self.scope.staff_ids
        return frozenset()

    def manages(self, staff_id: UUID, action: ScopeAction) -> bool:
        """Whether a manager's scope covers this staff member for this action; an admin's always does."""
        return self.is_admin or staff_id in self.managed_staff(action)

    def manages_business(self, business_id: UUID, action: ScopeAction) -> bool:
        """Whether the whole business is in scope for this action, so that somebody new in it is too."""
        return self.is_admin or (self.may(action) and business_id in self.scope.business_ids)

    def manages_location(self, location_id: UUID, action: ScopeAction) -> bool:
        """Whether everybody based at this location is in scope for this action."""
        return self.is_admin or (self.may(action) and location_id in self.scope.location_ids)


STRANGER = Actor(role=Role.STRANGER)
SYSTEM = Actor(role=Role.SYSTEM)


def guest(order_id: UUID) -> Actor:
    """The holder of a signed link to one order."""
    return Actor(role=Role.GUEST, order_id=order_id)
