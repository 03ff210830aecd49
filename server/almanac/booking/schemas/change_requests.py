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
from almanac.booking.queries.absences import can_deny
from almanac.booking.queries.agreeing import BackBy, Terms, terms_money
from almanac.booking.queries.change_requests import NOT_OVER
from almanac.booking.queries.changes import Change
from almanac.booking.schemas.money import BackOut, KeptOut, kept_out
from almanac.kit.actor import Actor
from almanac.kit.moments import Instant
from almanac.payments.permissions import can_refund
from almanac.sales.schemas import ChangeProposalOut, ChangeRequestOut, ChangeWishOut
from almanac.scheduling.permissions import can_change, can_mark_not_served
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
    """What is wished for: another time (on up to three days), or that it is called off; or that nobody came (`absent`); and
    why."""

    kind: Literal["move", "cancel", "absent"]
    wishes: Annotated[list[DayWishIn], Field(max_length=MOST_WISHES)] = []
    note: Long = ""


class RequestsWanted(Schema):
    """Which requests: in any of these states, of one kind, about visits of this business (its slug); all where nothing is
    said."""

    state: list[ChangeRequest.State] = []
    kind: Literal["", "move", "cancel", "absent"] = ""
    business: Annotated[str, Field(max_length=50)] = ""


class TakeIn(Schema):
    """The proposed start as it was read: another one is not agreed to."""

    starts_at: Instant


class AcceptIn(Schema):
    """Where a visit is to be moved; of one that is called off, how much goes `back`: as the policy says, all, or an `amount`.
    `token`: of what was shown, where it is about money."""

    starts_at: Instant | None = None
    staff_id: UUID | None = None
    back: BackBy = BackBy.POLICY
    amount: Annotated[int, Field(ge=0)] = 0
    token: Annotated[str, Field(max_length=64)] = ""


class RequestMoneyOut(Schema):
    """What saying yes to a request to call off means by this choice: `refund_amount` of the `paid_amount` comes back by the
    `ways`, `fee_amount` is kept or owed; what of it was not paid is `owed_amount`, `charged_to` a kept card where that names one.
    `waived_amount` is let go of the fee that the policy would keep. An amount may be chosen from `least_amount` to `most_amount`.
    Agree by sending `token` back."""

    refund_amount: int
    fee_amount: int
    owed_amount: int
    charged_to: str
    waived_amount: int
    least_amount: int
    most_amount: int
    paid_amount: int
    currency: str
    by_law: bool
    ways: list[BackOut]
    kept: KeptOut | None
    token: str
    as_of: datetime
    visit_returns: bool | None = None


def request_money_out(change: Change, terms: Terms, now: datetime) -> RequestMoneyOut:
    """To the penny, for whoever answers."""
    money = terms_money(change, terms)
    return RequestMoneyOut(
        refund_amount=money.refund_amount,
        fee_amount=money.fee_amount,
        owed_amount=money.owed_amount if terms.is_owed else 0,
        charged_to=money.charged_to,
        waived_amount=terms.waived,
        least_amount=terms.least,
        most_amount=terms.most,
        paid_amount=money.paid_amount,
        currency=change.order.currency,
        by_law=change.consequence(now).by_law,
        ways=[BackOut(method=method, amount=amount) for method, amount in money.split.ways],
        kept=kept_out(money.split) if can_refund(change.actor, change.order) else None,
        token=money.token,
        as_of=now,
        visit_returns=money.returns,
    )


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
    can_decline: bool
    revision: int

    @classmethod
    def of(cls, row: ChangeRequest, actor: Actor, language: str, now: datetime) -> TeamChangeRequestOut:
        """As this actor may see it; the row comes with its names."""
        visit, is_absent = row.appointment, row.kind == ChangeRequest.Kind.ABSENT
        can_answer = can_mark_not_served if is_absent else can_change
        is_open = row.state in NOT_OVER and can_answer(actor, visit, now)
        return cls(
            **request_out(row).model_dump(),
            number=row.order.number,
            asked_at=row.created_at,
            appointment=AppointmentOut.of(visit, actor, language, now),
            can_answer=is_open,
            can_decline=is_open and (not is_absent or can_deny(actor, visit)),
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
