"""What the API says about whoever is asking."""

from __future__ import annotations

from typing import Annotated, Self
from uuid import UUID

from django.conf import settings
from ninja import Schema
from pydantic import AfterValidator, StringConstraints

from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.people.models import StaffMember, User

AREAS = {
    Role.CUSTOMER: "/cus/",
    Role.STAFF: "/st/",
    Role.MANAGER: "/man/",
    Role.ADMIN: "/ad/",
    Role.GUEST: "/track/",
}


def spoken(language: str) -> str:
    """A language of the site. Raises ValueError."""
    if language not in dict(settings.LANGUAGES):
        raise ValueError("We do not speak this language yet.")
    return language


class BusinessRef(Schema):
    slug: str
    name: str


class MeOut(Schema):
    """Whoever is asking. `area` is where their part of the site begins; a stranger's is the front page."""

    role: Role
    area: str
    name: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    user_id: UUID | None = None
    customer_id: UUID | None = None
    staff_id: UUID | None = None
    business: BusinessRef | None = None
    scope_actions: list[ScopeAction] = []
    scope_staff_ids: list[UUID] = []
    revision: int = 0

    @classmethod
    def of(cls, actor: Actor, user: User | None) -> Self:
        area = AREAS.get(actor.role, "/")
        if user is None:
            return cls(role=actor.role, area=area)
        staff: StaffMember | None = getattr(user, "staff_member", None)
        return cls(
            role=actor.role,
            area=area,
            name=user.get_full_name(),
            email=user.email,
            phone=user.phone,
            language=user.language,
            user_id=user.pk,
            customer_id=actor.customer_id,
            staff_id=actor.staff_id,
            business=BusinessRef(slug=staff.business.slug, name=staff.business.name) if staff else None,
            scope_actions=sorted(actor.scope.actions),
            scope_staff_ids=sorted(actor.scope.staff_ids),
            revision=user.revision,
        )


class MeIn(Schema):
    """What somebody may change of themselves; what is left out stays."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] | None = None
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)] | None = None
    language: Annotated[str, AfterValidator(spoken)] | None = None
