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
    """What a manager sees and may do: these staff members, with these actions. Empty by default: nothing."""

    staff_ids: frozenset[UUID] = frozenset()
    actions: frozenset[ScopeAction] = frozenset()


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

    def manages(self, staff_id: UUID, action: ScopeAction) -> bool:
        """Whether a manager's scope covers this staff member for this action; an admin's always does."""
        if self.is_admin:
            return True
        return self.role is Role.MANAGER and staff_id in self.scope.staff_ids and action in self.scope.actions


STRANGER = Actor(role=Role.STRANGER)
SYSTEM = Actor(role=Role.SYSTEM)


def guest(order_id: UUID) -> Actor:
    """The holder of a signed link to one order."""
    return Actor(role=Role.GUEST, order_id=order_id)
