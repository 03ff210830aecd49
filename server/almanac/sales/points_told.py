"""Points as the API tells them. Amounts are minor units of `currency`."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, Self, cast
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.business.policies import MINOR_UNITS
from almanac.kit.actor import Actor
from almanac.sales.models import PointEntry
from almanac.sales.permissions import can_edit_coupons
from almanac.sales.points import MOST_CORRECTED, TEXT_LENGTH, PointAccount

MOST_SHOWN = 100
EntryKind = Literal["earned", "taken_back", "given_again", "reward", "lapsed", "correction"]


class PointEntryOut(Schema):
    """A change of points: `earned`, `taken_back`, `given_again`, `reward`, `lapsed` or `correction`, above zero where it added.
    What it was for (`what`, `order_number`) and the coupon it became are told to its customer and to administrators; who
    corrected and why, to the team."""

    id: UUID
    kind: EntryKind
    points: int
    written_at: datetime
    what: str
    order_number: str
    coupon_code: str
    reason: str
    by_name: str

    @classmethod
    def of(cls, row: PointEntry, *, is_whole: bool, to_team: bool) -> Self:
        line, coupon = (row.line, row.coupon) if is_whole else (None, None)
        return cls(
            id=row.pk,
            kind=cast("EntryKind", row.kind),
            points=row.points,
            written_at=row.written_at,
            what=line.name if line else "",
            order_number=line.order.number if line else "",
            coupon_code=(coupon.code or "") if coupon else "",
            reason=row.reason if to_team else "",
            by_name=row.by.get_full_name() if to_team and row.by else "",
        )


class LapseOut(Schema):
    """So many points can be used up to the end of `last_on`."""

    last_on: date
    points: int


class PointsOut(Schema):
    """A customer's points with a business. `missing` points are needed to the next reward of `needed`, a coupon of
    `reward_amount` that is good for `coupon_days`; every whole unit of the currency earns `each`. `is_on`: it gives points
    now. `entries`: the latest first, at most a hundred. `can_correct`: whether the reader may add or take some."""

    business: str
    business_name: str
    currency: str
    is_on: bool
    balance: int
    missing: int
    needed: int
    each: int
    reward_amount: int
    coupon_days: int
    lapses: list[LapseOut]
    entries: list[PointEntryOut]
    can_correct: bool

    @classmethod
    def of(cls, found: PointAccount, actor: Actor, *, is_archived: bool = False) -> Self:
        business, policy = found.business, found.policy
        is_whole = actor.is_admin or not actor.is_team
        return cls(
            business=business.slug,
            business_name=business.name,
            currency=business.currency,
            is_on=policy.points_on,
            balance=found.balance,
            missing=found.missing,
            needed=policy.points_needed,
            each=policy.points_each,
            reward_amount=policy.points_reward * MINOR_UNITS,
            coupon_days=policy.points_coupon_days,
            lapses=[LapseOut(last_on=day, points=points) for day, points in found.lapses],
            entries=[
                PointEntryOut.of(row, is_whole=is_whole, to_team=actor.is_team)
                for row in reversed(found.entries[-MOST_SHOWN:])
            ],
            can_correct=can_edit_coupons(actor) and policy.points_on and not is_archived,
        )


class PointCorrectionIn(Schema):
    """So many points with a business (its slug) to add, or below zero to take, and why."""

    business: Annotated[str, Field(max_length=60)]
    points: Annotated[int, Field(strict=True, ge=-MOST_CORRECTED, le=MOST_CORRECTED)]
    reason: Annotated[str, Field(max_length=TEXT_LENGTH)]
