"""Doors to coupons and the discounts that come by themselves, for administrators."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.catalog.schemas.editing import ArchiveIn
from almanac.kit import clock
from almanac.kit.errors import Conflict, NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import seen_revision, signed_in
from almanac.sales import queries
from almanac.sales.actions import archive_coupon, save_coupon
from almanac.sales.schemas import CouponIn, CouponOut

router = Router(tags=["pricing"])
REFUSED = (SignInNeeded, NotAllowed)


@router.get("/coupons", response={200: list[CouponOut], **responses(*REFUSED)}, operation_id="coupons")
def coupons(request: HttpRequest) -> list[CouponOut]:
    """All coupons and discounts, the newest first, archived ones too."""
    return [CouponOut.of(row) for row in queries.coupons(signed_in(request))]


@router.post("/coupons", response={201: CouponOut, **responses(*REFUSED)}, operation_id="add_coupon")
def add_coupon(request: HttpRequest, payload: CouponIn) -> Status[CouponOut]:
    """A new coupon, or without a code a discount that comes by itself."""
    return Status(201, _saved(request, None, payload))


@router.put(
    "/coupons/{coupon_id}",
    response={200: CouponOut, **responses(*REFUSED, NotFound, Conflict)},
    operation_id="change_coupon",
)
def change_coupon(request: HttpRequest, coupon_id: UUID, payload: CouponIn) -> CouponOut:
    """Replace all that a coupon says. What orders were given stays."""
    return _saved(request, coupon_id, payload)


@router.post(
    "/coupons/{coupon_id}/archive",
    response={200: CouponOut, **responses(*REFUSED, NotFound)},
    operation_id="archive_coupon",
)
def put_coupon_away(request: HttpRequest, coupon_id: UUID, payload: ArchiveIn) -> CouponOut:
    """Put a coupon away, or bring it back."""
    actor = signed_in(request)
    row = archive_coupon(actor=actor, coupon_id=coupon_id, archived=payload.archived, now=clock.now())
    return CouponOut.of(queries.coupon(actor, row.pk))


def _saved(request: HttpRequest, coupon_id: UUID | None, payload: CouponIn) -> CouponOut:
    actor = signed_in(request)
    row = save_coupon(
        actor=actor,
        coupon_id=coupon_id,
        wish=payload.wish(),
        revision=seen_revision(request),
        now=clock.now(),
    )
    return CouponOut.of(queries.coupon(actor, row.pk))
