"""What the API says about changes by the team, before and after they are made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.engine.facts import Code
from almanac.kit import clock
from almanac.kit.moments import Instant
from almanac.scheduling.errors import Objection
from almanac.scheduling.queries.team_changes import Plan, Wish
from almanac.scheduling.schemas.appointments import Named

LONGEST_MINUTES = 24 * 60


class WishIn(Schema):
    """Where an appointment is to be. What is left out stays: its length, and who does it."""

    starts_at: Instant
    minutes: Annotated[int | None, Field(ge=5, le=LONGEST_MINUTES)] = None
    staff_member_id: UUID | None = None

    def wish(self) -> Wish:
        return Wish(clock.epoch(self.starts_at), self.minutes, self.staff_member_id)


class ChangeVisitIn(WishIn):
    """The wish, with the codes of the rules that were shown as broken and are put aside."""

    agreed: Annotated[list[Code], Field(max_length=len(Code))] = Field(default_factory=list)


class ObjectionOut(Schema):
    """One rule the wish breaks. The facts depend on the code: docs/algorithms/slots.md. `may_override`: the team may do it
    anyway by sending the code as agreed."""

    code: Code
    may_override: bool
    starts_at: datetime | None
    ends_at: datetime | None
    until: datetime | None
    need: int | None
    have: int | None
    why: str

    @classmethod
    def of(cls, found: Objection) -> Self:
        return cls(**{name: getattr(found, name) for name in cls.model_fields})


class ChangePreviewOut(Schema):
    """What the wish would mean. Nothing is saved yet. The price stays as it was sold, whatever the length or the person.

    `is_free`: no rule is broken. `is_possible`: those that are may be put aside. `others` is how many more services of
    the same visit move along; `tells_customer` and `tells_staff` are who gets a message.
    """

    starts_at: datetime
    ends_at: datetime
    staff_member: Named
    zone: str
    is_free: bool
    is_possible: bool
    changes_nothing: bool
    objections: list[ObjectionOut]
    others: int
    tells_customer: Named
    tells_staff: list[Named]

    @classmethod
    def of(cls, planned: Plan, found: Sequence[Objection]) -> Self:
        target, taker = planned.target, planned.staff_member
        told = {taker.pk: taker.name, target.staff_member_id: target.staff_member.name}
        return cls(
            starts_at=clock.instant(planned.starts_at),
            ends_at=clock.instant(planned.ends_at),
            staff_member=Named(id=taker.pk, name=taker.name),
            zone=taker.zone,
            is_free=not found,
            is_possible=all(objection.may_override for objection in found),
            changes_nothing=planned.changes_nothing,
            objections=[ObjectionOut.of(objection) for objection in found],
            others=len(planned.visit) - 1,
            tells_customer=Named(id=target.customer_id, name=target.customer.name),
            tells_staff=[Named(id=staff_id, name=name) for staff_id, name in told.items()],
        )
