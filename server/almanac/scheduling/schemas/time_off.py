"""What the API says about absences."""

from __future__ import annotations

from datetime import datetime
from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.kit.actor import Actor, ScopeAction
from almanac.scheduling.models import TimeOff
from almanac.scheduling.permissions import can_answer_time_off, can_change_hours
from almanac.scheduling.schemas.stretches import Between, Text200


class TimeOffIn(Between):
    reason: Text200 = ""


class AnswerIn(Schema):
    """A yes or a no, with a word for the person who asked."""

    granted: bool
    answer: Text200 = ""


class TimeOffCan(Schema):
    """What the asking actor may do with it now."""

    answer: bool
    withdraw: bool


class TimeOffOut(Schema):
    """An absence. `visits` counts the booked visits within it; null for those who do not see the person's visits."""

    id: UUID
    staff_member_id: UUID
    staff_name: str
    business: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    state: TimeOff.State
    reason: str
    answer: str
    answered_at: datetime | None
    answered_by: str
    asked_at: datetime
    visits: int | None
    revision: int
    can: TimeOffCan

    @classmethod
    def of(cls, row: TimeOff, actor: Actor) -> Self:
        """As this actor may see it; the row comes with its names and `touched`."""
        staff_id = row.staff_member_id
        sees_visits = actor.staff_id == staff_id or actor.manages(staff_id, ScopeAction.APPOINTMENTS)
        return cls(
            id=row.pk,
            staff_member_id=staff_id,
            staff_name=row.staff_member.name,
            business=row.staff_member.business.slug,
            zone=row.staff_member.zone,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            state=TimeOff.State(row.state),
            reason=row.reason,
            answer=row.answer,
            answered_at=row.answered_at,
            answered_by=row.answered_by.get_full_name() if row.answered_by else "",
            asked_at=row.created_at,
            visits=row.touched if sees_visits else None,  # type: ignore[attr-defined]
            revision=row.revision,
            can=TimeOffCan(
                answer=row.state == TimeOff.State.REQUESTED and can_answer_time_off(actor, staff_id),
                withdraw=row.state != TimeOff.State.WITHDRAWN and can_change_hours(actor, staff_id),
            ),
        )
