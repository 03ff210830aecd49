"""Requests for a change as the API takes and tells them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.booking.actions.change_requests import Wished
from almanac.booking.content import Long
from almanac.booking.models import ChangeRequest
from almanac.booking.queries.change_requests import NOT_OVER
from almanac.kit.actor import Actor
from almanac.kit.moments import Instant
from almanac.sales.schemas import ChangeProposalOut, ChangeRequestOut, ChangeWishOut
from almanac.scheduling.permissions import can_change
from almanac.scheduling.schemas.appointments import AppointmentOut

MOST_WISHES = 3


class DayPart(StrEnum):
    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class DayWishIn(Schema):
    on: date
    part: DayPart = DayPart.ANY

    def wished(self) -> Wished:
        """As the action takes it."""
        return Wished(self.on, self.part.value)


class AskIn(Schema):
    """What is wished for: another time (on up to three days), or that the visit is called off; and why."""

    kind: Literal["move", "cancel"]
    wishes: Annotated[list[DayWishIn], Field(max_length=MOST_WISHES)] = []
    note: Long = ""


class RequestsWanted(Schema):
    """Which requests: in any of these states, of one kind, about visits of this business (its slug); all where nothing is
    said."""

    state: list[ChangeRequest.State] = []
    kind: Literal["", "move", "cancel"] = ""
    business: Annotated[str, Field(max_length=50)] = ""


class TakeIn(Schema):
    """The proposed start as it was read: another one is not agreed to."""

    starts_at: Instant


class AcceptIn(Schema):
    """Where a visit is to be moved; empty for one that is called off."""

    starts_at: Instant | None = None
    staff_id: UUID | None = None


class ProposeIn(Schema):
    starts_at: Instant
    staff_id: UUID | None = None
    words: Long = ""


class DeclineIn(Schema):
    words: Long = ""


class TeamChangeRequestOut(ChangeRequestOut):
    """A request as those who answer it see it, with the visit it is about."""

    kind: ChangeRequest.Kind
    state: ChangeRequest.State
    number: str
    asked_at: datetime
    appointment: AppointmentOut
    can_answer: bool
    revision: int

    @classmethod
    def of(cls, row: ChangeRequest, actor: Actor, language: str, now: datetime) -> TeamChangeRequestOut:
        """As this actor may see it; the row comes with its names."""
        is_open = row.state in NOT_OVER and can_change(actor, row.appointment, now)
        return cls(
            **request_out(row).model_dump(),
            number=row.order.number,
            asked_at=row.created_at,
            appointment=AppointmentOut.of(row.appointment, actor, language, now),
            can_answer=is_open,
            revision=row.revision,
        )


def request_out(row: ChangeRequest) -> ChangeRequestOut:
    """As its customer is told of it."""
    proposal = None
    if row.proposed_starts_at and row.proposed_ends_at:
        proposal = ChangeProposalOut(
            starts_at=row.proposed_starts_at,
            ends_at=row.proposed_ends_at,
            staff_name=row.proposed_staff.name if row.proposed_staff else "",
        )
    return ChangeRequestOut(
        id=row.pk,
        kind=row.kind,
        state=row.state,
        wishes=[ChangeWishOut(on=date.fromisoformat(wish["on"]), part=wish["part"]) for wish in row.wishes],
        note=row.note,
        answer=row.answer,
        proposal=proposal,
    )
