"""Doors to what is a customer's own: their coupons and points, and the code by which they bring friends; to what came of it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import actor_of, language_of, signed_in
from almanac.sales import points, queries, referrals
from almanac.sales.coupons_told import BringingOut, OwnCouponOut, ReferralCodeOut, ReferralOut
from almanac.sales.errors import ReferralsOff
from almanac.sales.points_told import PointsOut

router = Router(tags=["pricing"])


@router.get("/my-coupons", response={200: list[OwnCouponOut], **responses()}, operation_id="my_coupons")
def my_coupons(request: HttpRequest) -> list[OwnCouponOut]:
    """Coupons and discounts that are the asker's alone, the newest first; used and past ones too."""
    language, now = language_of(request), clock.now()
    return [OwnCouponOut.of(found, language, now=now) for found in queries.own_coupons(actor_of(request))]


@router.get("/my-referrals", response={200: list[BringingOut], **responses()}, operation_id="my_referrals")
def my_referrals(request: HttpRequest) -> list[BringingOut]:
    """How the asker brings friends, by business; nothing where it is not wanted, or without an account."""
    return [BringingOut.of(found) for found in referrals.bringing(actor_of(request))]


@router.post(
    "/businesses/{slug}/referral-code",
    response={200: ReferralCodeOut, **responses(SignInNeeded, NotAllowed, NotFound, ReferralsOff)},
    operation_id="open_referral_code",
)
def open_code(request: HttpRequest, slug: str) -> ReferralCodeOut:
    """The asker's own code for their friends; made the first time it is asked for."""
    row = referrals.open_code(actor=signed_in(request), slug=slug, now=clock.now())
    return ReferralCodeOut(code=row.code or "")


@router.get("/my-points", response={200: list[PointsOut], **responses()}, operation_id="my_points")
def my_points(request: HttpRequest) -> list[PointsOut]:
    """The asker's points, by business; nothing where none are given, or without an account."""
    actor = actor_of(request)
    return [PointsOut.of(found, actor) for found in points.own_points(actor)]


@router.get(
    "/referrals", response={200: list[ReferralOut], **responses(SignInNeeded, NotAllowed)}, operation_id="referrals"
)
def all_referrals(request: HttpRequest) -> list[ReferralOut]:
    """What became of friends' orders, the latest 200 first."""
    return [ReferralOut.of(row) for row in referrals.referrals(signed_in(request))[:200]]
