"""Doors to paid orders that somebody looks at before they stand."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import signed_in
from almanac.payments import queries
from almanac.payments.actions import reviews
from almanac.payments.errors import ReviewOver
from almanac.payments.schemas.reviews import ReviewOut, ReviewsWanted

router = Router(tags=["payments"])
ADMINS_ONLY = (SignInNeeded, NotAllowed)


@router.get(
    "/payment-reviews", response={200: Page[ReviewOut], **responses(*ADMINS_ONLY)}, operation_id="payment_reviews"
)
def held(
    request: HttpRequest, wanted: Query[ReviewsWanted], sort: str = "", cursor: str = "", limit: int = 50
) -> Page[ReviewOut]:
    """Paid orders that are held, or were, the newest first; `sort` is held, with - in front the other way."""
    rows = queries.reviews(signed_in(request), state=wanted.state)
    found, following = take_page(rows, by=queries.REVIEWS.key(sort), cursor=cursor, limit=limit)
    return Page(items=[ReviewOut.of(row) for row in found], next_cursor=following)


@router.post(
    "/payment-reviews/{review_id}/approve",
    response={200: ReviewOut, **responses(*ADMINS_ONLY, NotFound, ReviewOver)},
    operation_id="approve_payment_review",
)
def approve(request: HttpRequest, review_id: UUID) -> ReviewOut:
    """The order stands from now on."""
    return ReviewOut.of(reviews.approve(actor=signed_in(request), review_id=review_id, now=clock.now()))


@router.post(
    "/payment-reviews/{review_id}/refuse",
    response={200: ReviewOut, **responses(*ADMINS_ONLY, NotFound, ReviewOver)},
    operation_id="refuse_payment_review",
)
def refuse(request: HttpRequest, review_id: UUID) -> ReviewOut:
    """The order ends, its time is given back, and all that was paid goes back."""
    return ReviewOut.of(reviews.refuse(actor=signed_in(request), review_id=review_id, now=clock.now()))
