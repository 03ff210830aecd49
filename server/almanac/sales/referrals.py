"""Codes by which customers bring friends: one for each customer of a business, made when they first ask for it. What follows from
their use is decided by booking, which knows visits and money. See docs/algorithms/referrals.md."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet

from almanac.business.models import Business
from almanac.business.policies import MINOR_UNITS, ReferralPolicy
from almanac.business.queries import by_slug, open_businesses, policy, some_policy
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed
from almanac.kit.ids import CROCKFORD
from almanac.outbox.actions import emit
from almanac.sales.errors import ReferralsOff
from almanac.sales.events import CouponChanged
from almanac.sales.models import Coupon, Referral
from almanac.sales.permissions import can_edit_coupons

FOR_A_FRIEND = {
    "en": "From a friend",
    "uk": "Від друга",
    "es": "De parte de un amigo",
    "fr": "De la part d’un ami",
    "de": "Von einem Freund",
}


@dataclass(frozen=True, slots=True)
class Bringing:
    """How a customer brings friends to a business: their code, none before they asked for it, and what became of it."""

    business: Business
    policy: ReferralPolicy
    code: str
    waiting: int
    rewarded: int


def follows_setting(row: Coupon) -> bool:
    """Whether a code that friends use is one now; it then takes off what its business says. One SQL query."""
    found = policy(row.business_id, ReferralPolicy)
    row.amount = found.friend_amount * MINOR_UNITS
    return found.referrals_on


def open_code(*, actor: Actor, slug: str, now: datetime) -> Coupon:
    """The actor's own code for their friends, made where there is none yet. Raises NotAllowed, NotFound, ReferralsOff."""
    if not actor.customer_id or actor.user_id is None or actor.is_team:
        raise NotAllowed
    business = by_slug(slug)
    found = policy(business.pk, ReferralPolicy)
    if not found.referrals_on:
        raise ReferralsOff
    own = Coupon.objects.filter(business=business, referrer=actor.customer_id)
    if (row := own.first()) is not None:
        return row
    try:
        with transaction.atomic():
            row = Coupon.objects.create(
                business=business,
                currency=business.currency,
                referrer_id=actor.customer_id,
                code=random_code("FRIEND"),
                name=FOR_A_FRIEND,
                amount=found.friend_amount * MINOR_UNITS,
                combines=False,
                first_order_only=True,
            )
            event = CouponChanged(
                business_id=business.pk, coupon_id=row.pk, what="added", before={}, after={"code": row.code}
            )
            emit(event, actor=actor, at=now)
    except IntegrityError:  # they asked twice at the same moment
        return own.get()
    return row


def random_code(prefix: str) -> str:
    """A code that nobody guesses: 40 random bits."""
    return f"{prefix}-{''.join(secrets.choice(CROCKFORD) for _ in range(8))}"


def bringing(actor: Actor) -> list[Bringing]:
    """How the actor brings friends, by business; nothing of those that do not want it. Three SQL queries, none for who has no
    account as a customer."""
    if not actor.customer_id or actor.user_id is None:
        return []
    businesses = list(open_businesses().order_by("position", "slug"))
    policies = some_policy({row.pk for row in businesses}, ReferralPolicy)
    live = Q(uses__isnull=False, uses__given_back_at=None)
    own = Coupon.objects.filter(referrer=actor.customer_id).annotate(
        waiting=Count("uses", filter=live & Q(uses__referral=None)),
        rewarded=Count("uses", filter=Q(uses__referral__state=Referral.State.REWARDED)),
    )
    codes = {row.business_id: row for row in own}
    return [
        Bringing(
            row,
            policies[row.pk],
            code=(codes[row.pk].code or "") if row.pk in codes else "",
            waiting=codes[row.pk].waiting if row.pk in codes else 0,
            rewarded=codes[row.pk].rewarded if row.pk in codes else 0,
        )
        for row in businesses
        if policies[row.pk].referrals_on
    ]


def referrals(actor: Actor) -> QuerySet[Referral]:
    """What became of friends' uses, the latest first: one SQL query. Raises NotAllowed."""
    if not can_edit_coupons(actor):
        raise NotAllowed
    return Referral.objects.select_related("use__coupon__business", "use__order", "referrer", "reward")
