"""A coupon named for a basket, and left again."""

from __future__ import annotations

from datetime import datetime

from almanac.booking.actions.baskets import changing
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import view
from almanac.engine.price_discounts import Unfit
from almanac.kit.actor import Actor
from almanac.sales.coupons import code_in
from almanac.sales.errors import CouponNotApplicable, CouponUnknown

MAY_STILL_FIT = frozenset({Unfit.NOTHING_FITS, Unfit.BELOW_MINIMUM, Unfit.BETTER_WITHOUT})


def name_coupon(*, actor: Actor, token: str, typed: str, now: datetime) -> Basket:
    """Keep the code that was typed, in place of another. One that cannot come to fit by what is in the basket is refused, and
    what was there stays.

    Raises NoBasket, CouponUnknown, CouponNotApplicable.
    """
    code = code_in(typed)
    if not code:
        raise CouponUnknown
    with changing(token=token, now=now) as (basket, content):
        customer_id = None if basket.is_by_phone else actor.customer_id
        wished = content.model_copy(update={"coupon_code": code})
        named = view(basket, wished, language="en", now=now, customer_id=customer_id).coupon
        if named is None or not named.is_known:
            raise CouponUnknown
        refused = named.refused
        if refused is not None and refused.reason not in MAY_STILL_FIT:
            raise CouponNotApplicable(
                coupon=code, reason=refused.reason, missing_amount=refused.missing_amount, currency=named.currency
            )
        content.coupon_code = code
    return basket


def drop_coupon(*, token: str, now: datetime) -> Basket:
    """Go on without one. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        content.coupon_code = ""
    return basket
