"""Refusals about coupons and downloads."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class CouponUnknown(AlmanacError):
    """There is no coupon of this name. One that was put away is none either."""

    code = "coupon_unknown"
    status = 404
    title = "We do not know this code"


@dataclass(eq=False)
class CouponNotApplicable(AlmanacError):
    """The coupon, or a discount that comes by itself where `coupon` is empty, cannot be used; `reason` is one of
    engine.price_discounts.Unfit, `missing_amount` what is missing to its minimum."""

    code = "coupon_not_applicable"
    status = 409
    title = "This code cannot be used for this order"
    coupon: str
    reason: str
    missing_amount: int = 0
    currency: str = ""


@dataclass(eq=False)
class ReferralsOff(AlmanacError):
    """The business rewards nobody for bringing friends."""

    code = "referrals_off"
    status = 409
    title = "There is nothing to give for bringing friends"


@dataclass(eq=False)
class PointsOff(AlmanacError):
    """The business gives no points."""

    code = "points_off"
    status = 409
    title = "This business gives no points"


@dataclass(eq=False)
class GiftCardUnknown(AlmanacError):
    """There is no gift card with this code, or none that can be spent."""

    code = "gift_card_unknown"
    status = 404
    title = "We do not know this gift card"


@dataclass(eq=False)
class GiftCardChanged(AlmanacError):
    """What can be taken from the gift card is not what was shown; `available_amount` is what can."""

    code = "gift_card_changed"
    status = 409
    title = "There is less on this gift card than you saw"
    ending: str
    available_amount: int
    currency: str


@dataclass(eq=False)
class GiftCardOver(AlmanacError):
    """The card was voided already, or is not paid yet."""

    code = "gift_card_over"
    status = 409
    title = "This gift card is over"


@dataclass(eq=False)
class PassUnknown(AlmanacError):
    """There is no package with this code, or none that can be used."""

    code = "pass_unknown"
    status = 404
    title = "We do not know this package"


@dataclass(eq=False)
class PassChanged(AlmanacError):
    """Not as many visits are left as were shown: one was used or came back meanwhile, or the package ended."""

    code = "pass_changed"
    status = 409
    title = "This package is not as you saw it any more"
    ending: str
    left: int


@dataclass(eq=False)
class PassNotUsable(AlmanacError):
    """A visit of this package cannot be used for this line; `reason` is one of sales.passes.Misfit."""

    code = "pass_not_usable"
    status = 409
    title = "This package cannot be used for this visit"
    reason: str


@dataclass(eq=False)
class PassOver(AlmanacError):
    """Nothing is left of the package that could be ended, or it is not paid yet."""

    code = "pass_over"
    status = 409
    title = "Nothing is left of this package"


@dataclass(eq=False)
class DownloadsSpent(AlmanacError):
    """A product was downloaded as often as its buyer may; a person can still help."""

    code = "downloads_spent"
    status = 409
    title = "You have downloaded this as often as you can. Please call or write to us"
    allowed: int
    business_phone: str
    business_email: str
