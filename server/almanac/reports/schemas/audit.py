"""What the API says about what happened, and what it is asked for."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints

from almanac.kit.actor import Role
from almanac.kit.moments import Day
from almanac.kit.zones import known_zone
from almanac.people.models import User
from almanac.reports.queries.audit import Found, Wanted
from almanac.reports.queries.told import Told

FactKind = Literal["text", "instant", "amount", "yes_no"]
PersonKind = Literal["staff", "customer", "manager", "admin"]


class AuditWanted(Schema):
    """What to look for; what is left out narrows nothing. Days are those of `zone`, the last one included."""

    first_on: Day | None = None
    last_on: Day | None = None
    zone: Annotated[str, AfterValidator(known_zone)] = "UTC"
    user_id: UUID | None = None
    role: Role | None = None
    kind: Annotated[str, Field(max_length=80)] = ""
    number: Annotated[str, Field(max_length=40)] = ""
    person_id: UUID | None = None
    business: Annotated[str, Field(max_length=50)] = ""

    def wanted(self) -> Wanted:
        return Wanted(
            first_on=self.first_on,
            last_on=self.last_on,
            zone=ZoneInfo(self.zone),
            user_id=self.user_id,
            role=self.role.value if self.role else "",
            kind=self.kind,
            number=self.number,
            person_id=self.person_id,
            business=self.business,
        )


class EventAboutOut(Schema):
    """Something or somebody an event is about; `key` leads to it: an order's number, a row's id, a business's slug."""

    kind: str
    text: str
    key: str


class EventFactOut(Schema):
    """A plain fact of an event."""

    field: str
    kind: FactKind
    values: list[str]


class EventChangeOut(Schema):
    """A field with what it was and what it is; empty for nothing."""

    field: str
    kind: FactKind
    before: list[str]
    after: list[str]


class AuditOut(Schema):
    """One event: when, who, what, about whom or what, and what changed."""

    id: UUID
    at: datetime
    name: str
    role: Role
    who: str
    business: str
    about: list[EventAboutOut]
    facts: list[EventFactOut]
    changes: list[EventChangeOut]

    @classmethod
    def of(cls, told: Told) -> Self:
        event = told.event
        return cls(
            id=event.pk,
            at=event.at,
            name=event.name,
            role=Role(event.actor_role),
            who=told.who,
            business=told.business,
            about=[EventAboutOut(**asdict(name)) for name in told.about],
            facts=[EventFactOut.model_validate(asdict(fact)) for fact in told.facts],
            changes=[EventChangeOut.model_validate(asdict(change)) for change in told.changes],
        )


class AuditPersonOut(Schema):
    """Somebody events may be about; `kind` is staff, customer, manager or admin."""

    id: UUID
    name: str
    kind: PersonKind

    @classmethod
    def of(cls, found: Found) -> Self:
        return cls.model_validate(asdict(found))


class AuditChoicesOut(Schema):
    """What the log can be narrowed to: kinds of events, and the team's accounts."""

    kinds: list[str]
    team: list[AuditPersonOut]

    @classmethod
    def of(cls, kinds: list[str], team: list[User]) -> Self:
        return cls(
            kinds=kinds, team=[AuditPersonOut.of(Found(user.pk, user.get_full_name(), user.role)) for user in team]
        )


class PeopleWanted(Schema):
    """Part of a name. It stands in a body: a name belongs in no address."""

    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100)]
