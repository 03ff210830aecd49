"""Coupons as the API tells them to their customer. Amounts are minor units of `currency`."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from ninja import Schema

from almanac.business.policies import MINOR_UNITS
from almanac.kit.localized import text_in
from almanac.sales.coupons import Candidate
from almanac.sales.models import Referral
from almanac.sales.referrals import Bringing

OwnState = Literal["good", "later", "used", "over"]


class OwnCouponOut(Schema):
    """A coupon that is the reader's alone; without a `code` it comes by itself. `state`: `later` it has not begun,
    `used` as often as it may be, `over` its time is."""

    code: str
    name: str
    business: str
    business_name: str
    percent_bp: int
    amount: int
    most_amount: int | None
    minimum_amount: int
    currency: str
    starts_at: datetime | None
    ends_at: datetime | None
    state: OwnState

    @classmethod
    def of(cls, found: Candidate, language: str, *, now: datetime) -> Self:
        row = found.coupon
        return cls(
            code=row.code or "",
            name=text_in(row.name, language),
            business=row.business.slug,
            business_name=row.business.name,
            percent_bp=row.percent_bp,
            amount=row.amount,
            most_amount=row.most_amount,
            minimum_amount=row.minimum_amount,
            currency=row.currency,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            state=_state(found, now),
        )


def _state(found: Candidate, now: datetime) -> OwnState:
    row = found.coupon
    limits = [limit for limit in (row.limit, row.customer_most) if limit is not None]
    if limits and found.uses >= min(limits):
        return "used"
    if row.ends_at is not None and row.ends_at <= now:
        return "over"
    return "later" if row.starts_at is not None and row.starts_at > now else "good"


class BringingOut(Schema):
    """How the reader brings friends to a business: what a friend's first order is less by, what the reader is given for it and
    for how many months that is good. `code` is empty until it is asked for; `waiting` friends have booked and not all is done
    and paid, for `rewarded` ones a coupon was given."""

    business: str
    business_name: str
    currency: str
    friend_amount: int
    reward_amount: int
    reward_months: int
    code: str
    waiting: int
    rewarded: int

    @classmethod
    def of(cls, found: Bringing) -> Self:
        business, policy = found.business, found.policy
        return cls(
            business=business.slug,
            business_name=business.name,
            currency=business.currency,
            friend_amount=policy.friend_amount * MINOR_UNITS,
            reward_amount=policy.reward_amount * MINOR_UNITS,
            reward_months=policy.reward_months,
            code=found.code,
            waiting=found.waiting,
            rewarded=found.rewarded,
        )


class ReferralCodeOut(Schema):
    """The reader's own code for their friends."""

    code: str


class ReferralOut(Schema):
    """What a friend's order came to, for administrators: `state` `rewarded`, `refused` or `taken_back`, with the `reason` of the
    last two. `reward_code` is the coupon that was given."""

    id: UUID
    business: str
    code: str
    referrer_id: UUID
    referrer_name: str
    order_number: str
    friend_amount: int
    reward_amount: int
    reward_code: str
    currency: str
    state: str
    reason: str
    decided_at: datetime

    @classmethod
    def of(cls, row: Referral) -> Self:
        coupon, reward = row.use.coupon, row.reward
        return cls(
            id=row.pk,
            business=coupon.business.slug,
            code=coupon.code or "",
            referrer_id=row.referrer_id,
            referrer_name=row.referrer.name,
            order_number=row.use.order.number,
            friend_amount=row.use.amount,
            reward_amount=reward.amount if reward else 0,
            reward_code=(reward.code or "") if reward else "",
            currency=coupon.currency,
            state=row.state,
            reason=row.reason,
            decided_at=row.decided_at,
        )
