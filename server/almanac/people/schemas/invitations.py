"""What the API says about invitations, to those who send them and to whoever holds a link."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from almanac.kit.text import one_line
from almanac.people.actions.invitations import InvitationWish
from almanac.people.models import Invitation, User, UserRole
from almanac.people.queries.accounts import somebody_signs_in_with
from almanac.people.queries.invitations import state_of
from almanac.people.schemas.me import AREAS, spoken
from almanac.people.schemas.staff_records import Name


def _mailbox(typed: str) -> str:
    email = one_line(typed).lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValueError("Write an e-mail address such as name@example.com.") from error
    return email


Key = Annotated[str, Field(max_length=500)]
InvitationState = Literal["open", "expired", "accepted", "withdrawn"]


class InvitationsWanted(Schema):
    """Which invitations: in any of these states, to join as this, in this business (its slug); all where nothing is said."""

    state: list[InvitationState] = []
    role: Literal["", "staff", "manager"] = ""
    business: Annotated[str, Field(max_length=50)] = ""


class InviteIn(Schema):
    """Whom to ask, and as what: a staff member may join as somebody there is already, a manager with a template's scope."""

    email: Annotated[str, Field(max_length=254), AfterValidator(_mailbox)]
    name: Name
    role: Literal["staff", "manager"]
    business: Annotated[str, Field(max_length=50)]
    language: Annotated[str, AfterValidator(spoken)] = "en"
    staff_id: UUID | None = None
    template_id: UUID | None = None

    def wish(self) -> InvitationWish:
        return InvitationWish(**{**self.model_dump(), "role": UserRole(self.role)})


class InvitationOut(Schema):
    """One invitation as administrators see it."""

    id: UUID
    email: str
    name: str
    role: Literal["staff", "manager"]
    business_name: str
    staff_name: str
    template_name: str
    invited_by: str
    sendings: int
    sent_at: datetime
    expires_at: datetime
    state: InvitationState

    @classmethod
    def of(cls, row: Invitation, now: datetime) -> Self:
        return cls.model_validate(
            {
                "id": row.pk,
                "email": row.email,
                "name": row.name,
                "role": row.role,
                "business_name": row.business.name,
                "staff_name": row.staff_member.name if row.staff_member else "",
                "template_name": row.template.name if row.template else "",
                "invited_by": row.invited_by.get_full_name(),
                "sendings": row.sendings,
                "sent_at": row.created_at,
                "expires_at": row.expires_at,
                "state": state_of(row, now),
            }
        )


class InvitationKeyIn(Schema):
    """The link's token. It goes in a body: an address of the API would stand in logs."""

    key: Key


class InvitedOut(Schema):
    """What a link says to whoever holds it, and so has the mailbox. `has_account`: they sign in and join with that."""

    name: str
    email: str
    role: Literal["staff", "manager"]
    business_name: str
    invited_by: str
    has_account: bool

    @classmethod
    def of(cls, row: Invitation) -> Self:
        return cls.model_validate(
            {
                "name": row.name,
                "email": row.email,
                "role": row.role,
                "business_name": row.business.name,
                "invited_by": row.invited_by.get_full_name(),
                "has_account": somebody_signs_in_with(row.email),
            }
        )


class AcceptInvitationIn(Schema):
    key: Key
    name: Name
    password: Annotated[str, StringConstraints(max_length=500)]


class JoinedOut(Schema):
    """Who joined, and where their part of the site begins."""

    email: str
    area: str

    @classmethod
    def of(cls, user: User) -> Self:
        areas = {role.value: area for role, area in AREAS.items()}
        return cls(email=user.email, area=areas[user.role])
