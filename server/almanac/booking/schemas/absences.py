"""What it means that one side was not there, as the API tells and takes it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field

from almanac.booking.queries.absences import Absent, absence_of
from almanac.booking.queries.changes import Change
from almanac.booking.schemas.money import BackOut, KeptOut, kept_out
from almanac.payments.permissions import can_refund

Token = Annotated[str, Field(min_length=1, max_length=64)]


class AbsenceOut(Schema):
    """What it means that a visit's customer, or the team, was not there: `refund_amount` of the `paid_amount` comes back, by
    each of the `ways`; the fee is kept, and `owed_amount` of it still to be paid: `charged_to` that, where it names something.
    Agree by sending `token` back. `as_of`: when this was so. `visit_returns`: whether the visit of a package that it used can be
    used again; null: it used none.

    `refused_reason` says why the asker cannot say so now: `not_yet`, `over`, `not_yours`.
    """

    allowed: bool
    refused_reason: str | None
    refund_percent: int
    refund_amount: int
    fee_amount: int
    owed_amount: int
    charged_to: str
    paid_amount: int
    currency: str
    ways: list[BackOut]
    kept: KeptOut | None
    token: str
    as_of: datetime
    visit_returns: bool | None = None


class AbsenceIn(Schema):
    """The token of what was shown; anything else is not agreed to."""

    token: Token


class NotServedIn(AbsenceIn):
    reason: Annotated[str, Field(max_length=200)] = ""


def absence_out(change: Change, absent: Absent, now: datetime) -> AbsenceOut:
    """Before anybody says so. Raises NotAllowed."""
    found = absence_of(change, absent, now)
    money = found.money
    return AbsenceOut(
        allowed=found.refused is None,
        refused_reason=found.refused,
        refund_percent=found.refund_percent,
        refund_amount=money.refund_amount,
        fee_amount=money.fee_amount,
        owed_amount=money.owed_amount,
        charged_to=money.charged_to,
        paid_amount=money.paid_amount,
        currency=change.order.currency,
        ways=[BackOut(method=method, amount=amount) for method, amount in money.split.ways],
        kept=kept_out(money.split) if can_refund(change.actor, change.order) else None,
        token=money.token,
        as_of=now,
        visit_returns=money.returns,
    )
